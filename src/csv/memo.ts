/** Distinct cells remembered for each column: one with more gains nothing by it. */
const REMEMBERED = 65_536;

/** Integers a slot of the table takes: hash, start, length, and the value's index (0: free). */
const SLOT = 4;

/** The values of a column's cells by their bytes: each distinct cell is read once, and no string is made for the others. */
export interface Memo {
  /** The value of the cell between two offsets, or undefined when it is not known yet. */
  find(hash: number, start: number, end: number): unknown;
  /** Remembers a cell's value, never undefined. */
  keep(hash: number, start: number, end: number, value: unknown): void;
}

/** Makes the memo of one column of a file: an open hash table over the file's own bytes. */
export function makeMemo(bytes: Uint8Array): Memo {
  let table = new Int32Array(64 * SLOT);
  // The first is never given; it keeps numbers boxed as they come, instead of boxed anew at each reading.
  const values: unknown[] = [undefined];
  return { find, keep };

  function find(hash: number, start: number, end: number): unknown {
    const last = table.length - SLOT;
    const length = end - start;
    for (let slot = firstSlot(hash) & last; ; slot = (slot + SLOT) & last) {
      const index = table[slot + 3]!;
      if (index === 0) return undefined;
      if (table[slot] === hash && table[slot + 2] === length && isSame(table[slot + 1]!, start, length))
        return values[index];
    }
  }

  function isSame(known: number, start: number, length: number): boolean {
    for (let at = 0; at < length; at++) if (bytes[known + at] !== bytes[start + at]) return false;
    return true;
  }

  function keep(hash: number, start: number, end: number, value: unknown): void {
    if (values.length > REMEMBERED) return;
    if (values.length * SLOT * 2 >= table.length) grow();
    place(hash, start, end - start, values.length);
    values.push(value);
  }

  function grow(): void {
    const former = table;
    table = new Int32Array(former.length * 4);
    for (let slot = 0; slot < former.length; slot += SLOT) {
      if (former[slot + 3] !== 0) place(former[slot]!, former[slot + 1]!, former[slot + 2]!, former[slot + 3]!);
    }
  }

  function place(hash: number, start: number, length: number, index: number): void {
    const last = table.length - SLOT;
    let slot = firstSlot(hash) & last;
    while (table[slot + 3] !== 0) slot = (slot + SLOT) & last;
    table[slot] = hash;
    table[slot + 1] = start;
    table[slot + 2] = length;
    table[slot + 3] = index;
  }
}

/** The low bits of hashes of short texts are alike: the high ones are folded in. A multiple of SLOT. */
function firstSlot(hash: number): number {
  return (Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 12) * SLOT;
}
