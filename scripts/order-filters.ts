import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { IndexFile } from 'pagefind';

/** What the engine writes before everything it compresses. */
const SIGNATURE = 'pagefind_dcd';

/** Kinds of CBOR items that hold others, or letters. */
const TEXT = 3;
const LIST = 4;

/**
 * The files of an index with the values of each filter in one order: Pagefind writes them in an order of chance, and
 * names the file after its bytes, the list of files after that name, and the entry after that list.
 */
export function orderFilters(files: readonly IndexFile[]): readonly IndexFile[] {
  let ordered = [...files];
  for (const { path } of files.filter((file) => file.path.endsWith('.pf_filter')))
    ordered = rewrite(ordered, path, sortValues);
  return ordered;
}

/** Changes a file's bytes, names it after them, and mends the files that name it, up to the entry. */
function rewrite(files: readonly IndexFile[], path: string, change: (bytes: Buffer) => Buffer): IndexFile[] {
  const bytes = change(unpack(files.find((file) => file.path === path)!.content));
  const former = /fr_[0-9a-f]+/.exec(path)![0];
  const name = `fr_${createHash('sha256').update(bytes).digest('hex')}`.slice(0, former.length);
  const renamed = files.map((file) =>
    file.path === path ? { path: path.replace(former, name), content: pack(bytes) } : file,
  );
  const rename = (text: Buffer) => Buffer.from(text.toString('latin1').replaceAll(former, name), 'latin1');
  const list = renamed.find((file) => file.path.endsWith('.pf_meta'));
  if (list && !path.endsWith('.pf_meta')) return rewrite(renamed, list.path, rename);
  return renamed.map((file) =>
    file.path === 'pagefind-entry.json' ? { ...file, content: rename(Buffer.from(file.content)) } : file,
  );
}

/** A filter is a list of two: its name, and a list of its values; the bytes of each value stay as they are. */
function sortValues(bytes: Buffer): Buffer {
  const values = readHead(bytes, endOf(bytes, readHead(bytes, SIGNATURE.length).next));
  const parts: Buffer[] = [];
  let at = values.next;
  for (let count = 0; count < values.amount; count++) {
    const end = endOf(bytes, at);
    parts.push(bytes.subarray(at, end));
    at = end;
  }
  return Buffer.concat([bytes.subarray(0, values.next), ...parts.sort(Buffer.compare), bytes.subarray(at)]);
}

/** Where a CBOR item ends: a number, a text or a list, which is all that a filter holds. */
function endOf(bytes: Buffer, start: number): number {
  const { kind, amount, next } = readHead(bytes, start);
  if (kind === TEXT) return next + amount;
  let end = next;
  for (let count = 0; kind === LIST && count < amount; count++) end = endOf(bytes, end);
  return end;
}

/** The kind of a CBOR item, its number, its length or its count, and where the rest of it begins. */
function readHead(bytes: Buffer, at: number): { kind: number; amount: number; next: number } {
  const kind = bytes[at]! >> 5;
  const short = bytes[at]! & 31;
  if (short < 24) return { kind, amount: short, next: at + 1 };
  const size = 2 ** (short - 24);
  return { kind, amount: bytes.readUIntBE(at + 1, size), next: at + 1 + size };
}

function unpack(content: Uint8Array): Buffer {
  const bytes = gunzipSync(content);
  if (!bytes.subarray(0, SIGNATURE.length).equals(Buffer.from(SIGNATURE)))
    throw new Error('Pagefind no longer writes its index as we read it');
  return bytes;
}

function pack(bytes: Buffer): Uint8Array {
  return gzipSync(bytes, { level: 9 });
}
