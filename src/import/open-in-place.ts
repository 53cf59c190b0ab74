import { readCell } from '../csv/cell.ts';
import type { Shape } from '../csv/column.ts';
import { decode } from '../csv/decode.ts';
import { guessDelimiter } from '../csv/delimiter.ts';
import { listNames } from '../csv/header.ts';
import { parse } from '../csv/parse.ts';
import { unmask } from '../csv/write.ts';
import { fold } from '../text/fold.ts';

/** A line of a file of ours as it is written, by column id; columns that the dataset does not know are kept under their header. */
export interface LineInPlace {
  readonly texts: ReadonlyMap<string, string>;
  readonly line: number;
  readonly record: number;
}

/** A file of ours, its texts as they are written: an import rewrites only what it changes. */
export interface FileInPlace {
  /** Its columns in their order: the id of ours, the header of others. */
  readonly columns: readonly string[];
  /** The header of each column, as the file writes it. */
  readonly headers: ReadonlyMap<string, string>;
  readonly lines: readonly LineInPlace[];
}

/** Opens a file that our loader reads without error, to write it again. */
export function openInPlace(bytes: Uint8Array, shape: Shape): FileInPlace {
  const names = listNames(shape);
  const { text } = decode(bytes, '');
  const announced = /^sep=(.)\r?\n/.exec(text)?.[1];
  const parsed = parse(text, announced ?? guessDelimiter(text, new Set(names.keys())), '');
  const filled = parsed.records
    .map((cells, index) => ({ cells, line: parsed.lineOf(index), record: index + 1 }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .slice(announced === undefined ? 0 : 1);
  const headers = new Map<string, string>();
  const positions = new Map<string, number>();
  for (const [position, cell] of (filled[0]?.cells ?? []).entries()) {
    const name = cell.trim();
    const id = names.get(fold(name)) ?? name;
    if (name === '' || headers.has(id)) continue;
    headers.set(id, name);
    positions.set(id, position);
  }
  return {
    columns: [...headers.keys()],
    headers,
    lines: filled.slice(1).map(({ cells, line, record }) => ({
      texts: new Map([...positions].map(([id, position]) => [id, unmask((cells[position] ?? '').trim())])),
      line,
      record,
    })),
  };
}

/** What our reader makes of a line's cell; the empty value where the column is absent. */
export function readInPlace({ texts }: LineInPlace, id: string, shape: Shape): unknown {
  const column = shape[id];
  return column && readCell(texts.get(id) ?? '', column, undefined).value;
}
