import { createHash } from 'node:crypto';
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFStream,
} from 'pdf-lib';
import { IDENTITY, type Matrix, multiply } from '../press/geometry.ts';
import { type Operation, tokenize } from '../press/tokenize.ts';

/** An operation as it counts: with its places, and without. */
export interface Line {
  readonly placed: string;
  readonly drawn: string;
}

/** Operations whose numbers are places. */
const PLACES = new Set('cm Tm Td TD m l c v y re'.split(' '));
const RESOURCES: Readonly<Record<string, string>> = {
  Do: 'XObject',
  gs: 'ExtGState',
  cs: 'ColorSpace',
  CS: 'ColorSpace',
  scn: 'Pattern',
  SCN: 'Pattern',
  sh: 'Shading',
  Tf: 'Font',
};

/** The operations of a drawing that are seen: tags are not, nor the words that `isBeside` finds in a margin. */
export function readDrawing(
  bytes: Uint8Array,
  resources: PDFDict | undefined,
  known: Map<PDFObject, string>,
  isBeside: (up: number) => boolean = () => false,
): readonly Line[] {
  const lines: Line[] = [];
  const marks: boolean[] = [];
  const saved: Matrix[] = [];
  let matrix = IDENTITY;
  let font: PDFObject | undefined;
  let words: { readonly from: number; beside: boolean } | undefined;
  for (const operation of tokenize(bytes)) {
    const { operator, operands } = operation;
    const numbers = operands.flatMap((operand) => (operand.kind === 'number' ? [operand.value] : []));
    const name = operands.flatMap((operand) => (operand.kind === 'name' ? [operand.value] : [])).at(-1);
    const raw = Buffer.from(bytes.subarray(operation.start, operation.end)).toString('latin1');
    switch (operator) {
      case 'BMC':
      case 'BDC':
        marks.push(marks.at(-1) === true || (operands[0]?.kind === 'name' && operands[0].value === 'Artifact'));
        continue;
      case 'EMC':
        marks.pop();
        continue;
      case 'MP':
      case 'DP':
        continue;
      case 'q':
        saved.push(matrix);
        break;
      case 'Q':
        matrix = saved.pop() ?? IDENTITY;
        break;
      case 'cm':
        matrix = multiply(numbers as unknown as Matrix, matrix);
        break;
      case 'BT':
        words = { from: lines.length, beside: false };
        break;
      case 'Tm':
        if (words && marks.at(-1) && isBeside(multiply(numbers as unknown as Matrix, matrix)[5])) words.beside = true;
        break;
      case 'Tf':
        font = find(resources, 'Font', name);
        break;
    }
    lines.push(readOperation(operation, raw, { resources, known, font, name }));
    if (operator === 'ET') {
      if (words?.beside) lines.length = words.from;
      words = undefined;
    }
  }
  return lines;
}

interface Around {
  readonly resources: PDFDict | undefined;
  readonly known: Map<PDFObject, string>;
  readonly font: PDFObject | undefined;
  readonly name: string | undefined;
}

function readOperation({ operator, operands }: Operation, raw: string, { resources, known, font, name }: Around): Line {
  if (PLACES.has(operator)) return { placed: raw, drawn: operator };
  const kind = RESOURCES[operator];
  if (kind !== undefined && name !== undefined) {
    const numbers = operands.map((operand) => (operand.kind === 'number' ? operand.value : '')).join(' ');
    return same(`${numbers} ${digest(find(resources, kind, name), known) ?? name} ${operator}`);
  }
  // Codes of drawn letters are given as they come in the book: their drawings tell them apart.
  const letters = font instanceof PDFDict ? font.lookup(PDFName.of('CharProcs')) : undefined;
  if (font instanceof PDFDict && letters instanceof PDFDict && 'Tj TJ \' "'.split(' ').includes(operator)) {
    return same(`${digestLetters(raw, font, letters, known)} ${operator}`);
  }
  return same(raw);
}

const same = (line: string): Line => ({ placed: line, drawn: line });

function find(resources: PDFDict | undefined, kind: string, name: string | undefined): PDFObject | undefined {
  const all = resources?.lookup(PDFName.of(kind));
  return name !== undefined && all instanceof PDFDict ? all.lookup(PDFName.of(name)) : undefined;
}

/** What names an object's place in the file, or its tags, and is not seen. */
const UNSEEN = new Set(['Parent', 'StructParent', 'StructParents', 'Length', 'Name', 'Filter', 'DecodeParms']);

/** What an object looks like: fonts by their name, drawings by what they draw, the rest by all that it holds. */
function digest(object: PDFObject | undefined, known: Map<PDFObject, string>): string | undefined {
  if (object === undefined) return undefined;
  const found = known.get(object);
  if (found !== undefined) return found;
  // What contains itself is not followed twice.
  known.set(object, '');
  const made = describe(object, known);
  known.set(object, made);
  return made;
}

function describe(object: PDFObject, known: Map<PDFObject, string>): string {
  if (object instanceof PDFArray) {
    return `[${object
      .asArray()
      .map((_, i) => digestValue(object.lookup(i), known))
      .join(' ')}]`;
  }
  if (object instanceof PDFRawStream) return describeStream(object, known);
  if (!(object instanceof PDFDict)) return String(object);
  if (object.lookup(PDFName.of('Type')) === PDFName.of('Font')) return describeFont(object);
  return describeEntries(object, known);
}

function describeStream(stream: PDFRawStream, known: Map<PDFObject, string>): string {
  const isDrawing =
    stream.dict.lookup(PDFName.of('Subtype')) === PDFName.of('Form') || stream.dict.has(PDFName.of('PaintType'));
  if (!isDrawing) return hash([describeEntries(stream.dict, known), hash([stream.getContents()])]);
  const resources = stream.dict.lookup(PDFName.of('Resources'));
  const lines = readDrawing(decode(stream), resources instanceof PDFDict ? resources : undefined, known);
  return hash([describeEntries(stream.dict, known, 'Resources'), ...lines.map(({ placed }) => placed)]);
}

function describeEntries(dictionary: PDFDict, known: Map<PDFObject, string>, except = ''): string {
  const keys = dictionary.keys().map((key) => key.decodeText());
  const seen = keys.filter((key) => !UNSEEN.has(key) && key !== except).toSorted();
  return `<${seen.map((key) => `${key} ${digestValue(dictionary.lookup(PDFName.of(key)), known)}`).join(' ')}>`;
}

/** Small values are as they are written: only what is large is worth being known. */
function digestValue(object: PDFObject | undefined, known: Map<PDFObject, string>): string {
  const isLarge = object instanceof PDFArray || object instanceof PDFDict || object instanceof PDFStream;
  return (isLarge ? digest(object, known) : String(object)) ?? '';
}

/** A font holds the letters of the whole book, under a name of the day. */
function describeFont(font: PDFDict): string {
  const name = font.lookup(PDFName.of('BaseFont'));
  return name instanceof PDFName ? name.decodeText().replace(/^[A-Z]{6}\+/, '') : 'drawn';
}

function digestLetters(raw: string, font: PDFDict, letters: PDFDict, known: Map<PDFObject, string>): string {
  const hex = raw
    .match(/<([\da-f\s]*)>/gi)
    ?.join('')
    .replace(/[<>\s]/g, '');
  // Chromium writes codes in hexadecimal; another's are as they are.
  if (hex === undefined) return raw;
  const names = namesOf(font);
  return [...Buffer.from(hex, 'hex')]
    .map((code) => {
      const letter = letters.lookup(PDFName.of(names.get(code) ?? ''));
      return letter instanceof PDFRawStream ? letterOf(letter, font, known) : String(code);
    })
    .join(' ');
}

function letterOf(letter: PDFRawStream, font: PDFDict, known: Map<PDFObject, string>): string {
  const found = known.get(letter);
  if (found !== undefined) return found;
  const resources = font.lookup(PDFName.of('Resources'));
  const lines = readDrawing(decode(letter), resources instanceof PDFDict ? resources : undefined, known);
  const made = hash(lines.map(({ placed }) => placed));
  known.set(letter, made);
  return made;
}

/** The names of the letters of a drawn font, by their codes. */
function namesOf(font: PDFDict): ReadonlyMap<number, string> {
  const encoding = font.lookup(PDFName.of('Encoding'));
  const differences = encoding instanceof PDFDict ? encoding.lookup(PDFName.of('Differences')) : undefined;
  const names = new Map<number, string>();
  let code = 0;
  for (const each of differences instanceof PDFArray ? differences.asArray() : []) {
    if (each instanceof PDFNumber) code = each.asNumber();
    else if (each instanceof PDFName) names.set(code++, each.decodeText());
  }
  return names;
}

/** The bytes of a drawing, whatever they are packed in. */
export const decode = (stream: PDFRawStream): Uint8Array => decodePDFRawStream(stream).decode();

/** What stands for all these, in a few signs. */
export function hash(parts: readonly (string | Uint8Array)[]): string {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part).update('\n');
  return sum.digest('hex').slice(0, 24);
}
