import { fold } from '../preflight.ts';
import type { DocxText } from './read-docx.ts';
import type { BookWords } from './read-words.ts';

/** What of a book's words is not in its manuscript, or not in its order: each with its chapter. */
export function findLost({ chapters, notes }: BookWords, { paragraphs, notes: kept }: DocxText): readonly string[] {
  const text = fold(paragraphs.map((paragraph) => paragraph.text).join(' '));
  let from = 0;
  const lost = chapters.flatMap(({ title, runs }) =>
    runs.flatMap((run) => {
      const wanted = fold(run);
      const at = text.indexOf(wanted, from);
      if (at < 0) return [`« ${run} », au chapitre « ${title} »`];
      from = at + wanted.length;
      return [];
    }),
  );
  return [...lost, ...notes.flatMap((note, i) => (fold(note) === fold(kept[i] ?? '') ? [] : [`note « ${note} »`]))];
}
