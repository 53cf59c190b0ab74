import { type Column, type Meta, makeColumn, type Value } from '../column.ts';

const PRECISIONS = ['year', 'month', 'day'] as const;
const EXPECTED = {
  year: 'une date AAAA, AAAA-MM ou AAAA-MM-JJ',
  month: 'une date AAAA-MM ou AAAA-MM-JJ',
  day: 'une date AAAA-MM-JJ',
};
const ISO = /^(\d{4})(?:([-/])(\d{2})(?:\2(\d{2})(?:[T ]\d{2}:\d{2}.*)?)?)?$/;
const FRENCH = /^(\d{2})[/.-](\d{2})[/.-](\d{4})$/;
/** Excel counts days from here (its day 60, 29 February 1900, never was). */
const SPREADSHEET_EPOCH = Date.UTC(1899, 11, 30);

/** How a date column may narrow what it takes: the least precision, and ISO writing only. */
export interface DateMeta extends Meta {
  readonly precision?: (typeof PRECISIONS)[number];
  /** Refuses `30/01/2018` and `2018/01/30`, which are otherwise read. */
  readonly strict?: boolean;
}

/** A date as text, as precise as its source: 'AAAA', 'AAAA-MM' or 'AAAA-MM-JJ'. `min` and `max` are years. */
export function date<const M extends DateMeta>(meta: M): Column<Value<string, M>> {
  const least = meta.precision ?? 'year';
  const bounds = describeYears(meta);
  return makeColumn(meta, {
    kind: 'date',
    expected: `${EXPECTED[least]}${bounds}`,
    read: (cell, refuse) => {
      const read = readDate(cell);
      if (!read) return refuse(describeFailure(cell));
      const [year] = read.split('-').map(Number);
      if (year! < (meta.min ?? 0) || year! > (meta.max ?? 9999)) return refuse();
      if (read.split('-').length <= PRECISIONS.indexOf(least)) return refuse();
      if (meta.strict && read !== cell) return refuse({ nearest: read });
      return read;
    },
  });
}

function describeYears({ min, max }: Meta): string {
  if (min !== undefined && max !== undefined) return `, de ${min} à ${max}`;
  if (min !== undefined) return `, depuis ${min}`;
  return max === undefined ? '' : `, jusqu’à ${max}`;
}

function readDate(cell: string): string | undefined {
  const french = FRENCH.exec(cell);
  const [, year, , month, day] = french ? [cell, french[3], '-', french[2], french[1]] : (ISO.exec(cell) ?? []);
  if (!year) return undefined;
  const parts = [year, month, day].filter((part) => part !== undefined);
  const real = new Date(0);
  real.setUTCFullYear(Number(year), Number(month ?? 1) - 1, Number(day ?? 1));
  const exists = real.getUTCMonth() === Number(month ?? 1) - 1 && real.getUTCDate() === Number(day ?? 1);
  return exists ? parts.join('-') : undefined;
}

const MONTHS = ['jan', 'fév', 'mar', 'avr', 'mai', 'juin', 'juil', 'aoû', 'sep', 'oct', 'nov', 'déc'];

/** What became of a date in a spreadsheet: "45231", "janv-23"; or a day that no calendar has. */
function describeFailure(cell: string) {
  if (FRENCH.test(cell) || ISO.test(cell)) return { problem: 'cette date n’existe pas' };
  const [, word = '', year = ''] = /^(\p{L}{3,9})\.?[-/ ](\d{2}|\d{4})$/u.exec(cell) ?? [];
  const month = MONTHS.findIndex((start) => word.toLocaleLowerCase('fr').startsWith(start));
  if (month >= 0) {
    const nearest = `${year.length === 2 ? '20' : ''}${year}-${String(month + 1).padStart(2, '0')}`;
    return { problem: 'mois écrit en lettres', nearest };
  }
  if (!/^[2-6]\d{4}(?:[.,]\d+)?$/.test(cell)) return {};
  const day = new Date(SPREADSHEET_EPOCH + Number.parseInt(cell, 10) * 86_400_000);
  return { problem: 'date devenue un nombre dans un tableur', nearest: day.toISOString().slice(0, 10) };
}
