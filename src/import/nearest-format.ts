import type { Format } from './format.ts';
import { simplify } from './simplify.ts';

/** The format that a header comes closest to, and the columns that it lacks for it. */
interface NearestFormat {
  readonly format: Format;
  readonly missing: readonly string[];
}

/** The format that has most of its telling columns in a header, whatever their case and accents; undefined when none has any. */
export function findNearestFormat(header: readonly string[], formats: readonly Format[]): NearestFormat | undefined {
  const names = new Set(header.map(simplify));
  const compared = formats.flatMap((format) => {
    const telling = format.telling ?? [];
    const missing = telling.filter((name) => !names.has(simplify(name)));
    return missing.length === telling.length ? [] : [{ format, missing, share: missing.length / telling.length }];
  });
  return compared.toSorted((a, b) => a.share - b.share)[0];
}
