import { decode } from '../charts/read-texts.ts';

/** The words that a drawing shows, line after line. */
export function drawnText(svg: string): string {
  return (
    [...svg.matchAll(/<text\b([^>]*)>(.*?)<\/text>/gs)]
      // The outline of a text stands under the text itself.
      .filter(([, attributes]) => !attributes!.includes('aria-hidden'))
      .map(([, , inner]) => inner!.replace(/<[^>]+>/g, ''))
      .join(' ')
  );
}

/** A text as lines do not cut it, whatever its first letter. */
export function bareText(text: string): string {
  return decode(text).replace(/\s/g, '').toLowerCase();
}
