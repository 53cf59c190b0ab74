import { escapeXml } from '../text/escape.ts';
import { splitDifference } from './difference.ts';

/** Two texts as HTML, with what differs between them marked: words that left, words that came. */
export function markDifference(before: string, after: string): readonly [before: string, after: string] {
  const { head, tail, ...middle } = splitDifference(before, after);
  const mark = (text: string, tag: 'del' | 'ins') =>
    escapeXml(head) +
    text.replace(
      /^(\s*)(.*?)(\s*)$/s,
      (_, before, words, after) => before + (words && `<${tag}>${escapeXml(words)}</${tag}>`) + after,
    ) +
    escapeXml(tail);
  return [mark(middle.before, 'del'), mark(middle.after, 'ins')];
}
