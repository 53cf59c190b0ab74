/** Longest line of a CSV, in bytes: hundreds of columns of long texts hold in a tenth of it. */
const LONGEST_LINE = 1_000_000;

const LF = 10;
const CR = 13;

/** Number, from 1, of the first line that no CSV of people would hold: a picture, a program, a file without line ends. */
export function findLongLine(bytes: Uint8Array): number | undefined {
  // Node's own search is many times the language's.
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let line = 1;
  for (let start = 0; bytes.length - start > LONGEST_LINE; line++) {
    const end = file.indexOf(LF, start);
    const stop = end === -1 ? bytes.length : end;
    // Old Macs end their lines with CR alone.
    if (stop - start > LONGEST_LINE && !hasCarriageReturns(bytes.subarray(start, stop))) return line;
    start = stop + 1;
  }
  return undefined;
}

function hasCarriageReturns(bytes: Uint8Array): boolean {
  for (let start = 0; bytes.length - start > LONGEST_LINE; ) {
    const end = bytes.indexOf(CR, start);
    if (end === -1 || end - start > LONGEST_LINE) return false;
    start = end + 1;
  }
  return true;
}
