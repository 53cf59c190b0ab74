import type { PublishedTable } from '../model/table.ts';
import { enumerate } from '../text/list.ts';
import { NO_BREAK } from '../text/number.ts';

/** What shares are shares of, then the years: "En % des 100 lieux répondants, 2023". */
export function sharesSubtitle(table: PublishedTable, champ = table.champ): string {
  return withYears(`En${NO_BREAK}% ${partitive(champ)}`, table);
}

/** A description followed by the rows' years, each once: "Emplois directs publiés, 2023 et 2024-2026"; none where one is unknown. */
export function withYears(description: string, table: PublishedTable): string {
  const years = [...new Set(table.rows.map(({ attributes }) => attributes?.millesime))];
  if (years.length === 0 || years.some((year) => !year)) return description;
  return `${description}, ${enumerate(years.map(String).sort())}`;
}

/** Shares of whom: "des 100 lieux", "d’environ 1 700 lieux", "du chiffre d’affaires", "de plus de 45 M€". */
export function partitive(champ: string): string {
  if (/^(?:plus|près)\sde\s/.test(champ)) return `de ${champ}`;
  if (/^environ\s/.test(champ)) return `d’${champ}`;
  return /^(?:chiffre|budget)\s/.test(champ) ? `du ${champ}` : `des ${champ}`;
}
