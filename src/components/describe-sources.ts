import type { FigureView } from '../observatory/index.ts';
import { sentence } from '../text/sentence.ts';

/** The sources in words, with what must be known of them; each licence once. */
export function describeSources({ sources }: FigureView): string {
  const labels = sources.map(({ label, millesime }) =>
    millesime && !label.includes(millesime) ? `${label}, ${millesime}` : label,
  );
  const notes = [...new Set(sources.flatMap(({ note }) => (note ? sentence(note) : [])))];
  const licences = [...new Set(sources.flatMap(({ licence }) => licence ?? []))];
  return [
    `${[...new Set(labels)].join(' ; ')}.`,
    ...notes,
    ...(licences.length > 0 ? [`${licences.join(', ')}.`] : []),
  ].join(' ');
}
