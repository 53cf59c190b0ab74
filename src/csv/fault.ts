/** `erreur` stops a build, `avertissement` is only told. */
export type Level = 'erreur' | 'avertissement';

/** Where a record starts: its line in the file and its row in the spreadsheet, both from 1. */
interface RecordPlace {
  readonly line: number;
  readonly record?: number;
}

/** Something wrong in a file, told to the person who can mend it. `columnLetter` is the spreadsheet's. */
export interface Fault {
  readonly level: Level;
  /** Path as the person knows it, relative to the project or to the folder given. */
  readonly file: string;
  /** Line of the file where the record starts, counted from 1. */
  readonly line?: number;
  /** The spreadsheet's row, counted from 1 (the header); differs from `line` after a cell of several lines. */
  readonly record?: number;
  /** Character of the line, from 1, where the cell starts; unknown after a cell of several lines. */
  readonly character?: number;
  /** Other records of the same file and column in which the same stands: one fault with all its places. */
  readonly also?: readonly RecordPlace[];
  readonly columnLetter?: string;
  readonly columnName?: string;
  /** What was read, whole; shortened and made printable when it is told. */
  readonly value?: string;
  /** What is wrong, where `expected` does not say it all. */
  readonly problem?: string;
  /** What was expected, a French noun phrase without final stop. */
  readonly expected: string;
  /** The allowed value or name that comes closest. */
  readonly nearest?: string;
  /** Its sentence says what no other does, such as an amount: many of a kind are told before they are told at once. */
  readonly apart?: boolean;
  /** What was read all the same, where the value could be understood and was rewritten. */
  readonly mended?: string;
}

/** As many faults of one file as are listed: past them, it is another kind of file. */
export const MOST_FAULTS = 10_000;

/** True when one of the faults stops the build. */
export function hasErrors(faults: readonly Fault[]): boolean {
  return faults.some((fault) => fault.level === 'erreur');
}
