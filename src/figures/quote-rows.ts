import type { Quote } from '../model/figure.ts';
import type { PublishedRow, PublishedTable, Source } from '../model/table.ts';

/** A sentence about some rows of published numbers, with these rows' own champ and sources: the table may hold others. */
export function quoteRows(table: PublishedTable, rows: readonly PublishedRow[], text: string): Quote {
  const champs = rows.flatMap(({ attributes }) => (attributes?.champ ? String(attributes.champ) : []));
  const sources = rows.flatMap((row) => sourceOf(table, row) ?? []);
  return {
    text,
    ...(champs.length > 0 ? { champ: [...new Set(champs)].join(' ; ') } : {}),
    ...(sources.length > 0 ? { sources: distinct(sources) } : {}),
  };
}

/** The source that a row names, with the row's year where the source says none. */
function sourceOf({ sources }: PublishedTable, { attributes }: PublishedRow): Source | undefined {
  const own = sources.filter(({ label }) => label === attributes?.source);
  const source = own.find(({ millesime }) => millesime === attributes?.millesime) ?? own[0];
  const year = attributes?.millesime;
  return source && year ? { ...source, millesime: String(year) } : source;
}

function distinct(sources: readonly Source[]): readonly Source[] {
  return [...new Map(sources.map((source) => [[source.label, source.millesime].join('|'), source])).values()];
}
