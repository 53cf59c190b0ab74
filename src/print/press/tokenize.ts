/** What stands before an operator; of strings, arrays and dictionaries no more is known than that they are there. */
export type Operand =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly value: string }
  | { readonly kind: 'string' | 'array' | 'dictionary' | 'word' };

/** One operation of a drawing: `start` and `end` are its bytes, first operand to operator; a picture within the drawing ends after its EI. */
export interface Operation {
  readonly operator: string;
  readonly operands: readonly Operand[];
  readonly start: number;
  readonly end: number;
}

/** New bytes for those from `start` to `end`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A drawing that ends in the middle of something, or closes what it never opened. */
export class BrokenDrawing extends Error {}

const [OPEN, CLOSE, LESS, MORE, SLASH, PERCENT, BACKSLASH] = [...'()<>/%\\'].map((sign) => sign.charCodeAt(0));
const [OPEN_ARRAY, CLOSE_ARRAY] = [...'[]'].map((sign) => sign.charCodeAt(0));
const WHITE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITERS = new Set([...'()<>[]{}/%'].map((sign) => sign.charCodeAt(0)));
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;

/** Reads the operations of a content stream, in order. Throws BrokenDrawing. */
export function tokenize(bytes: Uint8Array): readonly Operation[] {
  const operations: Operation[] = [];
  let operands: Operand[] = [];
  let start = -1;
  let at = 0;
  for (;;) {
    at = skipBlank(bytes, at);
    if (at >= bytes.length) break;
    if (start < 0) start = at;
    const { operand, word, end } = readToken(bytes, at);
    at = end;
    if (operand) {
      operands.push(operand);
      continue;
    }
    if (word === 'BI') at = endOfPicture(bytes, at);
    operations.push({ operator: word, operands, start, end: at });
    operands = [];
    start = -1;
  }
  if (operands.length > 0) throw new BrokenDrawing('operands without an operator');
  return operations;
}

/** The same bytes but for the edits, which neither overlap nor come out of order. */
export function applyEdits(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array {
  const parts: Uint8Array[] = [];
  let done = 0;
  for (const { start, end, text } of edits) {
    parts.push(bytes.subarray(done, start), Buffer.from(text, 'latin1'));
    done = end;
  }
  return Buffer.concat([...parts, bytes.subarray(done)]);
}

interface Token {
  /** Undefined for an operator. */
  readonly operand?: Operand;
  readonly word: string;
  readonly end: number;
}

function readToken(bytes: Uint8Array, at: number): Token {
  switch (bytes[at]) {
    case OPEN:
      return { operand: { kind: 'string' }, word: '', end: endOfString(bytes, at) };
    case OPEN_ARRAY:
      return { operand: { kind: 'array' }, word: '', end: endOfNest(bytes, at + 1, CLOSE_ARRAY!, 1) };
    case LESS:
      return bytes[at + 1] === LESS
        ? { operand: { kind: 'dictionary' }, word: '', end: endOfNest(bytes, at + 2, MORE!, 2) }
        : { operand: { kind: 'string' }, word: '', end: find(bytes, MORE!, at) + 1 };
    case SLASH: {
      const end = endOfWord(bytes, at + 1);
      return { operand: { kind: 'name', value: nameIn(bytes, at + 1, end) }, word: '', end };
    }
  }
  const end = endOfWord(bytes, at);
  if (end === at) throw new BrokenDrawing(`unexpected ${String.fromCharCode(bytes[at]!)}`);
  const word = Buffer.from(bytes.subarray(at, end)).toString('latin1');
  if (NUMBER.test(word)) return { operand: { kind: 'number', value: Number(word) }, word, end };
  return word === 'true' || word === 'false' || word === 'null'
    ? { operand: { kind: 'word' }, word, end }
    : { word, end };
}

function skipBlank(bytes: Uint8Array, from: number): number {
  let at = from;
  for (; at < bytes.length; at++) {
    if (bytes[at] === PERCENT) while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at++;
    else if (!WHITE.has(bytes[at]!)) break;
  }
  return at;
}

function endOfWord(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && !WHITE.has(bytes[at]!) && !DELIMITERS.has(bytes[at]!)) at++;
  return at;
}

/** "A#42" → "AB". */
function nameIn(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.subarray(start, end))
    .toString('latin1')
    .replace(/#([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Parentheses nest; a backslash takes the next sign's meaning away. */
function endOfString(bytes: Uint8Array, from: number): number {
  let depth = 0;
  for (let at = from; at < bytes.length; at++) {
    if (bytes[at] === BACKSLASH) at++;
    else if (bytes[at] === OPEN) depth++;
    else if (bytes[at] === CLOSE && --depth === 0) return at + 1;
  }
  throw new BrokenDrawing('string without an end');
}

/** After the `width` signs that close an array or a dictionary, whatever stands within. */
function endOfNest(bytes: Uint8Array, from: number, closing: number, width: number): number {
  for (let at = skipBlank(bytes, from); at < bytes.length; at = skipBlank(bytes, at)) {
    if (bytes[at] === closing && bytes[at + width - 1] === closing) return at + width;
    at = readToken(bytes, at).end;
  }
  throw new BrokenDrawing('array or dictionary without an end');
}

function find(bytes: Uint8Array, sign: number, from: number): number {
  const at = bytes.indexOf(sign, from);
  if (at < 0) throw new BrokenDrawing('string without an end');
  return at;
}

/** A picture's own bytes may hold anything: they end with an EI that stands alone. */
function endOfPicture(bytes: Uint8Array, from: number): number {
  let at = skipBlank(bytes, from);
  for (let word = ''; word !== 'ID'; at = skipBlank(bytes, at)) {
    if (at >= bytes.length) throw new BrokenDrawing('picture without its bytes');
    const token = readToken(bytes, at);
    word = token.word;
    at = token.end;
    if (word === 'ID') break;
  }
  for (let end = bytes.indexOf('E'.charCodeAt(0), at); end >= 0; end = bytes.indexOf('E'.charCodeAt(0), end + 1)) {
    const isAlone = WHITE.has(bytes[end - 1]!) && (end + 2 >= bytes.length || WHITE.has(bytes[end + 2]!));
    if (bytes[end + 1] === 'I'.charCodeAt(0) && isAlone) return end + 2;
  }
  throw new BrokenDrawing('picture without an end');
}
