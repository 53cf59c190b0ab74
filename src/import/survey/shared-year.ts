import type { Fault } from '../../csv/fault.ts';
import { enumerate } from '../../text/list.ts';
import { type ForeignTable, placeHeader } from '../foreign-table.ts';
import type { ImportContext } from '../format.ts';

/** The year of a file's answers, with what there is to tell about it. */
export interface SharedYear {
  readonly millesime?: string;
  readonly faults: readonly Fault[];
}

/** The day that LimeSurvey writes for answers without date. */
const NO_DATE = /^1980-01-01/;

/** The year that the person named, else the one that all answers were given in: times themselves never leave the file. */
export function findSharedYear(table: ForeignTable, position: number, { millesime }: ImportContext): SharedYear {
  if (millesime !== undefined) return { millesime, faults: [] };
  const dates = table.records.map(({ cells }) => cells[position] ?? '').filter((date) => !NO_DATE.test(date));
  const years = [...new Set(dates.flatMap((date) => /\d{4}/.exec(date)?.[0] ?? []))].sort();
  const place = placeHeader(table, Math.max(position, 0));
  const [year, ...others] = years;
  if (year !== undefined && others.length === 0) {
    const problem = `toutes les réponses datent de ${year} : c’est l’année de l’enquête`;
    const expected = 'la bonne année ; pour une autre, ajoutez --millesime AAAA';
    return { millesime: year, faults: [{ level: 'avertissement', ...place, problem, expected }] };
  }
  const problem =
    year === undefined
      ? 'aucune date ne dit l’année de l’enquête'
      : `réponses de plusieurs années : ${enumerate(years)}`;
  return { faults: [{ level: 'erreur', ...place, problem, expected: 'l’année de l’enquête, avec --millesime AAAA' }] };
}
