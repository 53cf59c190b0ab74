/** A cell of a CSV we hand out; null is an empty cell. */
export type WrittenCell = string | number | null;

/** How numbers are written: a comma for French spreadsheets (the default), a point for machines. */
export interface WriteOptions {
  readonly decimal?: ',' | '.';
}

/** What a spreadsheet would take for a formula when a text begins with it, full-width signs included. */
const FORMULA_START = /^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;
/** A negative number, which is only itself. */
const NEGATIVE = /^-\d+(?:[.,]\d+)?$/;
/** What we write with an apostrophe more and read back with one less: "- a text", "+33 …". */
const MASKED = /^'(?='*[+\-＋－][\s\d])/;
/** What no text needs and what could mislead a reader or a parser: controls but line ends and tabs, and reading-direction marks. */
const HARMFUL =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/**
 * Writes records as a CSV that spreadsheets open as it is: UTF-8 with BOM, `;`, CRLF. A text that a spreadsheet would run
 * as a formula gets an apostrophe before it, so that it is only shown.
 */
export function writeCsv(records: readonly (readonly WrittenCell[])[], { decimal = ',' }: WriteOptions = {}): string {
  const lines = records.map((record) => `${record.map((cell) => writeCell(cell, decimal)).join(';')}\r\n`);
  return `\uFEFF${lines.join('')}`;
}

/** A text as it was before `writeCsv` kept spreadsheets from running it. */
export function unmask(text: string): string {
  return text.replace(MASKED, '');
}

/** A cell as the text that stands in the file, before quotes. */
export function writtenText(cell: WrittenCell, decimal: ',' | '.' = ','): string {
  if (cell === null) return '';
  return typeof cell === 'number' ? writeNumber(cell).replace('.', decimal) : cell;
}

function writeCell(cell: WrittenCell, decimal: ',' | '.'): string {
  if (typeof cell !== 'string') return writtenText(cell, decimal);
  const harmless = cell.replace(HARMFUL, '');
  const isFormula = FORMULA_START.test(harmless) && !NEGATIVE.test(harmless);
  const text = isFormula || MASKED.test(harmless) ? `'${harmless}` : harmless;
  return /[;"\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Spreadsheets in French do not read `1e-7`; what is not a number is an empty cell. */
function writeNumber(value: number): string {
  if (!Number.isFinite(value)) return '';
  const text = String(value);
  return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text;
}
