import type { Format } from './format.ts';
import { simplify } from './simplify.ts';

/** The format that a header comes closest to, and the columns that it lacks for it. */
interface NearestFormat {
  readonly format: Format;
  readonly missing: readonly string[];
}

/**
 * The format that lacks the least part of its telling columns in a header, whatever their case and accents, or that says itself what
 * it lacks; undefined when none is near.
 */
export function findNearestFormat(header: readonly string[], formats: readonly Format[]): NearestFormat | undefined {
  const names = new Set(header.map(simplify));
  const compared = formats.flatMap((format) => {
    const { lacks, telling = [] } = format;
    const missing = lacks ? lacks(header) : telling.filter((name) => !names.has(simplify(name)));
    if (missing === undefined || (!lacks && missing.length === telling.length)) return [];
    return [{ format, missing, share: missing.length / telling.length }];
  });
  return compared.toSorted((a, b) => a.share - b.share || a.missing.length - b.missing.length)[0];
}
