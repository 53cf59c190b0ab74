import { type Column, type Meta, makeColumn, type Value } from '../column.ts';

const PERIOD = /^(\d{4}-\d{2}-\d{2})(?:\/(\d{4}-\d{2}-\d{2}))?$/;
const WRITTEN = /^(\d{4})[-/](\d{2})[-/](\d{2})(?:\s*[/_]\s*(\d{4})[-/](\d{2})[-/](\d{2}))?$/;

/** What is said of a period that ends before it begins. */
export const BACKWARD = { problem: 'période à rebours', expected: 'une fin qui ne précède pas le début' };

/** A day or a period as ISO 8601 writes it, 'AAAA-MM-JJ' or 'AAAA-MM-JJ/AAAA-MM-JJ'; an impossible or backward one is only told. */
export function period<const M extends Meta>(meta: M): Column<Value<string, M>> {
  return makeColumn(meta, {
    kind: 'period',
    expected: 'une date AAAA-MM-JJ ou une période AAAA-MM-JJ/AAAA-MM-JJ',
    read: (cell, refuse) => {
      if (PERIOD.test(cell)) return cell;
      return refuse({ nearest: rewritePeriod(cell) });
    },
    suspect: (cell) => {
      const [, first = '', last] = PERIOD.exec(cell) ?? [];
      const impossible = [first, last].find((day) => day !== undefined && !isDay(day));
      if (impossible) return { problem: `date impossible « ${impossible} »`, expected: 'une date qui existe' };
      if (last !== undefined && last < first) return BACKWARD;
      return undefined;
    },
  });
}

/** The ISO form of a day or period written with slashes or joined by `_`; undefined for anything else. */
export function rewritePeriod(text: string): string | undefined {
  const days = WRITTEN.exec(text)?.slice(1);
  if (!days) return undefined;
  const [year, month, day, lastYear, lastMonth, lastDay] = days;
  const first = `${year}-${month}-${day}`;
  return lastYear === undefined ? first : `${first}/${lastYear}-${lastMonth}-${lastDay}`;
}

/** True for 'AAAA-MM-JJ' when the calendar has that day. */
function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
