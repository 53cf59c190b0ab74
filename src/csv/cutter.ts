const LF = 10;
const CR = 13;
const SPACE = 32;
const TAB = 9;
const QUOTE = 34;

/** What is wrong with the quotes of a record. */
export type QuoteFault = 'unclosed' | 'followed';

/**
 * Cuts UTF-8 bytes into the cells of one record at a time, without making strings: a cell is where it starts and ends,
 * its quotes included. Line ends may be LF, CRLF or CR, even in one file.
 */
export interface Cutter {
  /** Reads the record at `position`; false when there is none. */
  next(): boolean;
  /** Goes back to the start of a record. */
  rewind(place: Place): void;
  /** The text of a cell of the current record, its quotes undone; '' past its end. */
  textOf(cell: number): string;
  /** Character of its line, from 1, where a cell of the current record starts; undefined after a cell of several lines, or past the end. */
  characterOf(cell: number): number | undefined;
  /** True when every cell of the current record is empty or spaces. */
  isBlank(): boolean;
  readonly starts: number[];
  readonly ends: number[];
  /** How many cells the current record has. */
  width: number;
  /** Where the current record starts. */
  place: Place;
  fault: QuoteFault | null;
}

/** Where a record starts: in bytes, its line, and its number among the records, both from 1. */
export interface Place {
  readonly offset: number;
  readonly line: number;
  readonly record: number;
}

/** Makes a cutter at the start of the bytes; `delimiter` is one ASCII character. */
export function makeCutter(bytes: Uint8Array, delimiter: string): Cutter {
  const parting = delimiter.charCodeAt(0);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { length } = bytes;
  let position = 0;
  let line = 1;
  let record = 0;
  const starts: number[] = [];
  const ends: number[] = [];
  const place = { offset: 0, line, record };
  const cutter: Cutter = { next, rewind, textOf, characterOf, isBlank, starts, ends, width: 0, place, fault: null };
  return cutter;

  // Locals, not the closure's variables: this loop sees every byte of the file.
  function next(): boolean {
    if (position >= length) return false;
    cutter.place = { offset: position, line, record: ++record };
    cutter.fault = null;
    let at = position;
    let cell = 0;
    for (;;) {
      starts[cell] = at;
      if (bytes[at] === QUOTE) at = skipQuotes(at);
      let byte = LF;
      while (at < length) {
        byte = bytes[at]!;
        if (byte === parting || byte === LF || byte === CR) break;
        at++;
      }
      ends[cell] = at;
      cell++;
      if (at >= length) break;
      at++;
      if (byte === parting) continue;
      if (byte === CR && bytes[at] === LF) at++;
      line++;
      break;
    }
    position = at;
    cutter.width = cell;
    return true;
  }

  /** From an opening quote to behind the closing one and the spaces after it. */
  function skipQuotes(from: number): number {
    let at = from + 1;
    for (; at < length; at++) {
      const byte = bytes[at];
      if (byte === LF || (byte === CR && bytes[at + 1] !== LF)) line++;
      else if (byte === QUOTE && bytes[++at] !== QUOTE) {
        while (at < length && (bytes[at] === SPACE || (bytes[at] === TAB && parting !== TAB))) at++;
        const after = bytes[at];
        if (at < length && after !== parting && after !== LF && after !== CR) cutter.fault = 'followed';
        return at;
      }
    }
    cutter.fault = 'unclosed';
    return length;
  }

  function rewind(place: Place): void {
    position = place.offset;
    line = place.line;
    record = place.record - 1;
  }

  function textOf(cell: number): string {
    if (cell >= cutter.width) return '';
    const start = starts[cell]!;
    const raw = buffer.toString('utf8', start, ends[cell]!);
    if (bytes[start] !== QUOTE) return raw;
    // No pattern here: on a cell of megabytes it would be deeper than the stack.
    let end = raw.indexOf('"', 1);
    while (end !== -1 && raw[end + 1] === '"') end = raw.indexOf('"', end + 2);
    const isClosed = end !== -1 && raw.slice(end + 1).trim() === '';
    return isClosed ? raw.slice(1, end).replaceAll('""', '"') : raw;
  }

  function characterOf(cell: number): number | undefined {
    if (cell >= cutter.width) return undefined;
    const before = buffer.toString('utf8', cutter.place.offset, starts[cell]!);
    return /[\r\n]/.test(before) ? undefined : before.length + 1;
  }

  function isBlank(): boolean {
    for (let cell = 0; cell < cutter.width; cell++) {
      if (starts[cell] !== ends[cell] && textOf(cell).trim() !== '') return false;
    }
    return true;
  }
}
