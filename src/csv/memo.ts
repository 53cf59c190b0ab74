/** Distinct cells remembered for each column: one with more gains nothing by it. */
const REMEMBERED = 65_536;

/** Integers that tell a cell, side by side so that one look at the memory brings them all. */
const ENTRY = 4;
const FIRST = 0;
const LAST = 1;
const LENGTH = 2;
const START = 3;

/** The values of a column's cells by their bytes: each distinct cell is read once, and no string is made for the others. */
export interface Memo {
  /** The value of the cell between two offsets, or undefined when it is not known yet. */
  find(start: number, end: number): unknown;
  /** Remembers the value, never undefined, of the cell that `find` was just asked for in vain. */
  keep(start: number, end: number, value: unknown): void;
}

/**
 * Makes the memo of one column of a file: a hash table over the file's own bytes. A cell is told by its length and its
 * first and last four bytes, which is all there is to short ones; longer ones are also compared in their middle.
 */
export function makeMemo(bytes: Uint8Array): Memo {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // What a slot holds is the number of an entry; 0 is free, and the entry of that number is never used.
  let slots = new Int32Array(64);
  let entries = new Int32Array(32 * ENTRY);
  const values: unknown[] = [undefined];
  return { find, keep };

  function find(start: number, end: number): unknown {
    return values[slots[search(start, end)]!];
  }

  function keep(start: number, end: number, value: unknown): void {
    if (values.length > REMEMBERED) return;
    if (values.length * 2 >= slots.length) grow();
    slots[search(start, end)] = values.length;
    const entry = values.length * ENTRY;
    entries[entry + FIRST] = firstWord(start, end);
    entries[entry + LAST] = lastWord(start, end);
    entries[entry + LENGTH] = end - start;
    entries[entry + START] = start;
    values.push(value);
  }

  /** The slot of a cell, or the free one where it would go. */
  function search(start: number, end: number): number {
    const length = end - start;
    const first = firstWord(start, end);
    const last = lastWord(start, end);
    const mask = slots.length - 1;
    let slot = (length > 8 ? mix(first, last, length + hashMiddle(start, end)) : mix(first, last, length)) & mask;
    for (let number = slots[slot]!; number !== 0; number = slots[slot]!) {
      const entry = number * ENTRY;
      const isAlike = entries[entry] === first && entries[entry + LAST] === last && entries[entry + LENGTH] === length;
      if (isAlike && (length <= 8 || isSameMiddle(entries[entry + START]!, start, length))) {
        // The latest cell is the one that the processor still has at hand for the next comparison.
        entries[entry + START] = start;
        return slot;
      }
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  function firstWord(start: number, end: number): number {
    if (end - start >= 4) return view.getInt32(start);
    let word = 0;
    for (let at = start; at < end; at++) word = (word << 8) | bytes[at]!;
    return word;
  }

  function lastWord(start: number, end: number): number {
    return end - start > 4 ? view.getInt32(end - 4) : 0;
  }

  function hashMiddle(start: number, end: number): number {
    let hash = 0;
    for (let at = start + 4; at < end - 4; at += 4) hash = Math.imul(hash ^ view.getInt32(at), 0x5bd1e995);
    return hash;
  }

  function isSameMiddle(known: number, start: number, length: number): boolean {
    for (let at = 4; at < length - 4; at += 4)
      if (view.getInt32(known + at) !== view.getInt32(start + at)) return false;
    return true;
  }

  function grow(): void {
    const former = entries;
    slots = new Int32Array(slots.length * 4);
    entries = new Int32Array(former.length * 4);
    entries.set(former);
    for (let number = 1; number < values.length; number++) {
      const start = former[number * ENTRY + START]!;
      slots[search(start, start + former[number * ENTRY + LENGTH]!)] = number;
    }
  }
}

/** All bits of all parts count in the low ones. */
function mix(first: number, last: number, rest: number): number {
  const mixed = Math.imul(first, 0x2c1b3c6d) ^ Math.imul(last, 0x297a2d39) ^ Math.imul(rest, 0x1b56c4e9);
  return mixed ^ (mixed >>> 16) ^ (mixed >>> 9);
}
