import type { Source } from '../model/table.ts';
import { sentence } from '../text/sentence.ts';

/** Sources in words: each one's name and year, with its address, then what must be known of them and each licence once. */
export function describeSources(sources: readonly Source[]): {
  readonly cited: readonly { readonly text: string; readonly url: string | undefined }[];
  readonly notes: string;
} {
  const cited = sources.map(({ label, url, millesime }) => ({
    text: millesime && !label.includes(millesime) ? `${label}, ${millesime}` : label,
    url,
  }));
  const notes = new Set(sources.flatMap(({ note }) => (note ? sentence(note) : [])));
  const licences = new Set(sources.flatMap(({ licence }) => licence ?? []));
  return { cited, notes: [...notes, ...[...licences].map((licence) => `${licence}.`)].join(' ') };
}

/** The same as one text, for pictures. */
export function printSources(sources: readonly Source[]): string {
  const { cited, notes } = describeSources(sources);
  return `${[...new Set(cited.map(({ text }) => text))].join(' ; ')}. ${notes}`.trim();
}
