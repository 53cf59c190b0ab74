import { basename } from 'node:path';

/** Rows to leave out, by file as it was named; '' where no file was. */
export type LeftRows = ReadonlyMap<string, ReadonlySet<number>>;

/** A longer run of rows is a slip of the keyboard. */
const MOST_AT_ONCE = 100_000;

/** Reads `--sans`: "12,45-47", or "fichier.csv:12,autre.csv:3" where there are several files; undefined where it is none of it. */
export function readLeftRows(text: string): LeftRows | undefined {
  const rows = new Map<string, Set<number>>();
  let file = '';
  for (const part of text.split(',')) {
    const [, name, from, to] = /^\s*(?:(.+):)?(\d{1,7})(?:-(\d{1,7}))?\s*$/.exec(part) ?? [];
    if (from === undefined || Number(to ?? from) - Number(from) > MOST_AT_ONCE) return undefined;
    file = name ?? file;
    const own = rows.get(file) ?? new Set();
    for (let row = Number(from); row <= Number(to ?? from); row++) own.add(row);
    rows.set(file, own);
  }
  return rows;
}

/** What to type behind `--sans` to leave out some more rows; the file is named where there are several. */
export function nameRows(
  left: LeftRows,
  files: readonly string[],
  more: readonly { readonly file: string; readonly record: number }[],
): string {
  const rows = new Map(files.map((file) => [file, new Set(rowsOf(left, file, files))]));
  for (const { file, record } of more) rows.get(file)?.add(record);
  return [...rows]
    .filter(([, own]) => own.size > 0)
    .map(([file, own]) => {
      const listed = listRuns([...own].sort((a, b) => a - b)).join(',');
      return files.length > 1 ? `${basename(file)}:${listed}` : listed;
    })
    .join(',');
}

/** The rows to leave out of one of the files. */
export function rowsOf(left: LeftRows, file: string, files: readonly string[]): ReadonlySet<number> {
  const own = left.get(file) ?? left.get(basename(file)) ?? [];
  return new Set([...own, ...(files.length === 1 ? (left.get('') ?? []) : [])]);
}

/** 2, 3, 4, 7 → "2-4", "7". */
function listRuns(rows: readonly number[]): readonly string[] {
  const runs: [first: number, last: number][] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (run && run[1] + 1 === row) run[1] = row;
    else runs.push([row, row]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`));
}
