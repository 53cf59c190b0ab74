import type { PublishedTable } from '../model/table.ts';
import { enumerate } from '../text/list.ts';
import { NO_BREAK } from '../text/number.ts';

/** What shares are shares of, then the years: "En % des 100 lieux répondants, 2023". */
export function sharesSubtitle(table: PublishedTable, champ = table.champ): string {
  return withYears(`En${NO_BREAK}% ${partitive(champ)}`, table);
}

/** A description followed by the years that the rows bear, each once: "Emplois directs publiés, 2023 et 2024–2026". */
export function withYears(description: string, table: PublishedTable): string {
  const years = new Set(table.rows.flatMap(({ attributes }) => attributes?.millesime ?? []));
  return [description, enumerate([...years].map(String).sort())].filter(Boolean).join(', ');
}

/** "des 100 lieux", "d’environ 1 700 lieux", "du chiffre d’affaires", "de plus de 45 M€". */
function partitive(champ: string): string {
  if (/^(?:plus|près) de/.test(champ)) return `de ${champ}`;
  if (/^[aeiouyéèêh]/i.test(champ)) return /^(?:environ)/.test(champ) ? `d’${champ}` : `des ${champ}`;
  return /^chiffre/.test(champ) ? `du ${champ}` : `des ${champ}`;
}
