import { isUtf8 } from 'node:buffer';
import type { Fault } from './fault.ts';
import { findLongLine } from './long-line.ts';
import { undoDoubleEncoding } from './undo-double-encoding.ts';

const SIGNATURES = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], name: 'un classeur (.xlsx ou .ods)' },
  { bytes: [0x50, 0x4b, 0x05, 0x06], name: 'une archive zip vide' },
  { bytes: [0x1f, 0x8b], name: 'un fichier compressé (gzip)' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], name: 'un classeur Excel (.xls)' },
  { bytes: [0x25, 0x50, 0x44, 0x46], name: 'un PDF' },
];

/** How files begin that are texts, and no CSV. */
const OTHER_TEXTS: readonly (readonly [start: RegExp, name: string])[] = [
  [/^\s*<(?:!doctype html|html)\b/i, 'une page web'],
  [/^\s*<\?xml\b/i, 'un fichier XML'],
  [/^\s*(?:\{|\[\s*[[{])\s*["[{]/, 'un fichier JSON'],
];
/** U+0080 in UTF-8: a control that no text has. */
const CONTROL = Buffer.from('\u0080');
/** Enough bytes to know them. */
const START = 100;

/** The text of a file, without its BOM, and what its encoding asks to be told. */
export interface Decoded {
  readonly text: string;
  readonly faults: readonly Fault[];
}

/** Turns bytes into text: UTF-8 (BOM or not), UTF-16 with BOM, else windows-1252, even behind a UTF-8 BOM. Never throws. */
export function decode(bytes: Uint8Array, file: string): Decoded {
  const signature = findSignature(bytes);
  if (signature) return refuseFile(file, `c’est ${signature.name}`);
  const long = findLongLine(bytes);
  if (long !== undefined) return refuseFile(file, 'ligne de plus d’un million de signes', long);
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  if (wide) return { text: new TextDecoder(wide).decode(bytes), faults: [warnEncoding(file, 'UTF-16')] };
  if (bytes.includes(0)) return refuseFile(file, 'il contient des octets nuls');
  if (!isUtf8(bytes)) return decodeOther(bytes, file);
  const text = new TextDecoder().decode(bytes);
  const first = undoDoubleEncoding(text);
  return first === undefined
    ? { text, faults: [] }
    : { text: first, faults: [warnEncoding(file, 'UTF-8 écrit deux fois (« Ã© » pour « é »)')] };
}

/** The same as UTF-8 bytes without BOM: nearly always those that were given. */
export function toUtf8(
  bytes: Uint8Array,
  file: string,
): { readonly bytes: Uint8Array; readonly faults: readonly Fault[] } {
  const isPlain = isUtf8(bytes) && !viewOf(bytes).includes(0) && !findSignature(bytes) && !mayBeDouble(bytes);
  if (isPlain && findLongLine(bytes) === undefined) {
    return { bytes: hasBom(bytes) ? bytes.subarray(3) : bytes, faults: [] };
  }
  const { text, faults } = decode(bytes, file);
  return { bytes: new TextEncoder().encode(text), faults };
}

function findSignature(bytes: Uint8Array) {
  const start = new TextDecoder().decode(bytes.subarray(0, START));
  const [, name] = OTHER_TEXTS.find(([pattern]) => pattern.test(start)) ?? [];
  if (name !== undefined) return { name };
  return SIGNATURES.find(({ bytes: first }) => first.every((byte, index) => bytes[index] === byte));
}

/** The bytes as Node searches them: many times faster than as the language does. */
function viewOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/**
 * Signs that nearly no French text holds, but one whose accents were written twice: Ã, Â, â€, and â before a control.
 * They are looked for by their last bytes, which are rare: the first stands in every é.
 */
function mayBeDouble(bytes: Uint8Array): boolean {
  const file = viewOf(bytes);
  const holds = (last: number, ...before: readonly number[]) => {
    for (let at = file.indexOf(last); at !== -1; at = file.indexOf(last, at + 1))
      if (before.every((byte, i) => file[at - before.length + i] === byte)) return true;
    return false;
  };
  return holds(0x83, 0xc3) || holds(0x82, 0xc3) || holds(0x82, 0xc3, 0xa2, 0xe2) || file.includes(CONTROL);
}

function hasBom(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function decodeOther(bytes: Uint8Array, file: string): Decoded {
  const lossy = new TextDecoder('utf-8').decode(bytes);
  const lost = lossy.match(/\ufffd/g)?.length ?? 0;
  const kept = lossy.match(/[^\0-\x7f\ufffd]/g)?.length ?? 0;
  if (lost === 1 && kept > 0 && lossy.endsWith('\ufffd')) return { text: lossy, faults: [tellCut(lossy, file)] };
  if (kept > lost) {
    const line = lineOf(lossy, lossy.indexOf('\ufffd'));
    const problem = 'fichier en UTF-8 dont certains caractères sont dans un autre encodage';
    return {
      text: lossy,
      faults: [{ level: 'erreur', file, line, problem, expected: 'un fichier entièrement en UTF-8' }],
    };
  }
  const isMarked = hasBom(bytes);
  const text = new TextDecoder('windows-1252').decode(isMarked ? bytes.subarray(3) : bytes);
  return { text, faults: [warnEncoding(file, isMarked ? 'windows-1252 malgré une marque UTF-8' : 'windows-1252')] };
}

/** A file that ends within a letter was cut there: by a transfer, or by a program. */
function tellCut(lossy: string, file: string): Fault {
  const problem = 'fichier coupé : sa dernière lettre n’est pas entière';
  return { level: 'erreur', file, line: lineOf(lossy, lossy.length), problem, expected: 'le fichier entier' };
}

function lineOf(text: string, place: number): number {
  return text.slice(0, place).split(/\r\n|\r|\n/).length;
}

function warnEncoding(file: string, name: string): Fault {
  return {
    level: 'avertissement',
    file,
    problem: `encodage ${name} : lu quand même`,
    expected: 'un fichier en UTF-8',
  };
}

function refuseFile(file: string, problem: string, line?: number): Decoded {
  const expected = 'un fichier CSV (texte) : dans le tableur, « Enregistrer sous », CSV UTF-8';
  return { text: '', faults: [{ level: 'erreur', file, ...(line ? { line } : {}), problem, expected }] };
}
