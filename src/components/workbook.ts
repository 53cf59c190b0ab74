import { unzipSync } from 'fflate';
import writeExcelFile, { type CellObject, type Sheet as WrittenSheet } from 'write-excel-file/node';
import { zipStill } from './still-archive.ts';

/** A cell: text, a number with the format in which it is shown, or nothing. */
export type SheetCell = string | { readonly number: number; readonly format?: string } | null;

/** A sheet of a workbook; a title stands in bold above what it is the title of. */
export interface Sheet {
  /** What its tab says; shortened, and told apart from others, as spreadsheets ask. */
  readonly name: string;
  readonly rows: readonly (readonly SheetCell[])[];
  /** Rows in bold, counted from 0. */
  readonly titles?: readonly number[];
  /** Rows that stay in sight while others scroll. */
  readonly sticky?: number;
  /** Widths of its columns, in letters; without them, those of what they hold. */
  readonly widths?: readonly number[];
}

/** What a server says that a workbook is. */
export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Letters in a column, at least and at most: longer texts go on under themselves. */
const [NARROWEST, BROADEST] = [8, 56];

/** How much wider than the usual letter those are that are in bold, or in capitals. */
const WIDE = 1.1;

/** The height of a line, in points. */
const LINE = 15;

/** The longest name that spreadsheets take for a tab. */
const LONGEST_NAME = 31;

/**
 * An Excel workbook. Every text is a text, whatever sign it begins with: nothing in it is ever run as a formula. The same
 * sheets give the same bytes.
 */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const names = nameTabs(sheets.map(({ name }) => name));
  const written = await writeExcelFile(
    sheets.map((sheet, index) => writeSheet(sheet, names[index]!)),
    { fontFamily: 'Calibri', fontSize: 11 },
  ).toBuffer();
  return zipStill(unzipSync(written));
}

/** Names of tabs as spreadsheets take them: short, without the signs that addresses use, each one once. */
export function nameTabs(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain =
      name
        .replace(/[[\]/\\:*?]+/g, ' ')
        .replace(/^['\s]+|['\s]+$/g, '')
        .replace(/\s+/g, ' ') || 'Feuille';
    let [tab, count] = [plain.slice(0, LONGEST_NAME).trim(), 1];
    while (taken.has(tab.toLowerCase())) {
      count += 1;
      const ending = ` ${count}`;
      tab = `${plain.slice(0, LONGEST_NAME - ending.length).trim()}${ending}`;
    }
    taken.add(tab.toLowerCase());
    return tab;
  });
}

function writeSheet({ rows, titles = [], sticky, widths }: Sheet, sheet: string): WrittenSheet<never> {
  const columns = widths ?? widthsOf(rows, titles);
  return {
    sheet,
    data: rows.map((row, index) => {
      const height = linesOf(row, columns) * LINE;
      return row.map((cell) => writeCell(cell, { isTitle: titles.includes(index), height }));
    }),
    columns: columns.map((width) => ({ width })),
    orientation: 'landscape',
    ...(sticky ? { stickyRowsCount: sticky } : {}),
  };
}

function writeCell(
  cell: SheetCell,
  { isTitle, height }: { readonly isTitle: boolean; readonly height: number },
): CellObject | null {
  if (cell === null || cell === '') return null;
  const weight = isTitle ? { fontWeight: 'bold' as const } : {};
  const style = { alignVertical: 'top' as const, ...weight, ...(height > LINE ? { height } : {}) };
  if (typeof cell === 'string') return { value: cell, type: String, wrap: true, ...style };
  return { value: cell.number, type: Number, ...(cell.format ? { format: cell.format } : {}), ...style };
}

/** How many lines a row takes: not every spreadsheet makes room for texts that go on under themselves. */
function linesOf(row: readonly SheetCell[], widths: readonly number[]): number {
  const lines = row.map((cell, column) =>
    typeof cell === 'string' ? Math.ceil((cell.length * WIDE) / (widths[column] ?? BROADEST)) : 1,
  );
  return Math.max(1, ...lines);
}

/** As wide as its longest cell; its title may take two lines. */
function widthsOf(rows: Sheet['rows'], titles: readonly number[]): readonly number[] {
  const count = Math.max(0, ...rows.map(({ length }) => length));
  return Array.from({ length: count }, (_, column) => {
    const lengths = rows.map((row, index) =>
      titles.includes(index) ? inTwoLines(row[column]) : lengthOf(row[column]),
    );
    return Math.min(BROADEST, Math.max(NARROWEST, Math.ceil(Math.max(0, ...lengths)) + 2));
  });
}

/** How wide a title is, in bold, that goes on under itself once. */
function inTwoLines(cell: SheetCell | undefined): number {
  if (typeof cell !== 'string') return lengthOf(cell);
  const words = cell.split(' ');
  const cuts = words.map((_, at) => [words.slice(0, at).join(' '), words.slice(at).join(' ')]);
  return Math.min(...cuts.map((lines) => Math.max(...lines.map(({ length }) => length)))) * WIDE;
}

function lengthOf(cell: SheetCell | undefined): number {
  if (cell === null || cell === undefined) return 0;
  return typeof cell === 'string' ? cell.length * WIDE : String(Math.round(cell.number)).length + 5;
}
