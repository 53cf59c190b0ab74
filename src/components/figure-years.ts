import type { FigureView } from '../observatory/index.ts';
import { formatDate } from '../text/date.ts';
import { enumerate } from '../text/list.ts';

/** More years than these are said by their ends. */
const MOST_NAMED = 3;

/** What stands where a source does not date its number. */
const UNDATED = 'année non dite par la source';

/**
 * The years of data behind a figure, as readers call them: "2023", "N et N+2", "de 2018 à 2026". A number that its source
 * does not date is said too. None where data bear a date instead of a year: a directory.
 */
export function yearsOf({ millesime, tables }: Pick<FigureView, 'millesime' | 'tables'>): string | undefined {
  if (millesime !== undefined) return millesime;
  const all = Object.values(tables);
  const told = all.flatMap(({ rows }) => rows.map(({ attributes }) => attributes?.millesime));
  const cited = all.flatMap(({ sources }) => sources.map((source) => source.millesime));
  const years = [...told, ...cited].filter((year) => typeof year === 'string');
  const said = sayYears([...new Set(years)].sort());
  if (!told.includes(null)) return said;
  return said ? `${said} ; pour le reste, ${UNDATED}` : UNDATED;
}

/** The same, or the date of the data where they bear no year; none where nobody knows. */
export function datingOf(figure: Pick<FigureView, 'millesime' | 'tables' | 'modified'>): string | undefined {
  return yearsOf(figure) ?? (figure.modified && formatDate(figure.modified));
}

function sayYears(years: readonly string[]): string | undefined {
  const ends = years.flatMap((year) => year.match(/\d{4}/g) ?? []).sort();
  const areDated = years.every((year) => /^\d{4}/.test(year));
  const arePlain = years.every((year) => !/^\d{4}-\d{4}$/.test(year));
  if (years.length > 1 && areDated && !(arePlain && years.length <= MOST_NAMED)) {
    return `de ${ends[0]} à ${ends.at(-1)}`;
  }
  return years.length === 0 ? undefined : enumerate(years.map((year) => (isDate(year) ? formatDate(year) : year)));
}

function isDate(year: string): boolean {
  return /^\d{4}-\d{2}$/.test(year);
}
