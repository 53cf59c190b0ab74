import { type Column, type Meta, makeColumn } from '../column.ts';
import { findNearest } from '../nearest.ts';
import { enumerateOptions, indexOptions, type OptionIndex, type Options } from './options.ts';

const SEPARATOR = /([;,|\n\r]+)/;
/** More pieces than any list of options has: the cell is something else. */
const MOST_PIECES = 400;

/** Several of the options, by code or label, separated by `;`, `,`, `|` or line breaks; an option may hold a separator itself. */
export function severalOf<const O extends Options>(
  options: O,
  meta: Meta,
): Column<readonly Extract<keyof O, string>[]> {
  const { names, codeOf } = indexOptions(options);
  const longest = countMostPieces(names.keys());
  const expected = `une ou plusieurs réponses, séparées par « ; », parmi ${enumerateOptions(options)}`;
  const column = makeColumn(
    { ...meta, required: true as const },
    {
      kind: 'severalOf',
      options,
      expected,
      empty: [] as readonly Extract<keyof O, string>[],
      read: (cell, refuse) => {
        const { found, unknown: strangers } = splitAnswers(cell, codeOf, longest);
        const [unknown] = strangers;
        if (unknown === undefined) return found as Extract<keyof O, string>[];
        const nearest = findNearest(unknown, [...Object.values(options), ...Object.keys(options)]);
        return refuse({ problem: `réponse inconnue « ${unknown.slice(0, 60)} »`, nearest });
      },
    },
  );
  return { ...column, meta };
}

/**
 * Reads a cell as known answers: at each separator, the longest run of pieces that is an option wins, unless that leaves
 * an unknown rest which a shorter run would not. Returns the codes, and the pieces that no reading explains.
 */
export function splitAnswers(
  cell: string,
  codeOf: OptionIndex['codeOf'],
  longest: number,
): { readonly found: readonly string[]; readonly unknown: readonly string[] } {
  const parts = cell.split(SEPARATOR, MOST_PIECES * 2);
  const count = (parts.length + 1) >> 1;
  const best: { unknown: number; from: number; code: string | null }[] = [{ unknown: 0, from: 0, code: null }];
  for (let end = 1; end <= count; end++) {
    const lastPiece = parts[(end - 1) * 2]!.trim();
    best[end] = {
      unknown: best[end - 1]!.unknown + (lastPiece ? 1 : 0),
      from: end - 1,
      code: null,
    };
    let run = '';
    for (let from = end - 1; from >= Math.max(0, end - longest); from--) {
      run = from === end - 1 ? parts[from * 2]! : `${parts[from * 2]}${parts[from * 2 + 1]}${run}`;
      const code = codeOf(run);
      if (code !== undefined && best[from]!.unknown <= best[end]!.unknown) {
        best[end] = { unknown: best[from]!.unknown, from, code };
      }
    }
  }
  const found: string[] = [];
  const unknown: string[] = [];
  for (let end = count; end > 0; end = best[end]!.from) {
    const { code, from } = best[end]!;
    if (code !== null) found.unshift(code);
    else if (parts[from * 2]!.trim()) unknown.unshift(parts[from * 2]!.trim());
  }
  return { found: [...new Set(found)], unknown };
}

/** The pieces into which separators cut the longest of the names: what `splitAnswers` must try together. */
export function countMostPieces(names: Iterable<string>): number {
  return Math.max(1, ...[...names].map((name) => (name.split(SEPARATOR).length + 1) >> 1));
}
