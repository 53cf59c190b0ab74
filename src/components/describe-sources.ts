import type { Source } from '../model/table.ts';
import { enumerate } from '../text/list.ts';
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

/** Each source once, with all its years, where it is cited in a sentence: "Comptes A, 2024 et 2025". */
export function nameSourcesOnce(sources: readonly Source[]): readonly string[] {
  return [...Map.groupBy(sources, ({ label }) => label)].map(([label, own]) => {
    const years = new Set(own.flatMap(({ millesime }) => (millesime && !label.includes(millesime) ? millesime : [])));
    return years.size > 0 ? `${label}, ${enumerate([...years])}` : label;
  });
}

/** Names of sources as one list: "A et B", or "A, 2021, et B" where a name holds a comma or "et" itself. */
export function joinSources(names: readonly string[]): string {
  if (names.length < 2 || !names.some((name) => /,|\set\s/.test(name))) return enumerate(names);
  return `${names.slice(0, -1).join(', ')}, et ${names.at(-1)}`;
}
