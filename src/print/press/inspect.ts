import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  type PDFRef,
  PDFString,
} from 'pdf-lib';
import { POINTS_PER_MM } from '../papers.ts';
import { type Box, boxOf, IDENTITY, intersect, type Matrix, multiply, scaleOf } from './geometry.ts';
import { isSrgb } from './is-srgb.ts';
import { BrokenDrawing, type Operand, type Operation, tokenize } from './tokenize.ts';

/** What a colour paints. */
export type Use = 'text' | 'line' | 'fill';

/** A colour as the drawing says it: its parts from 0 to 1; `all` is every ink at once. */
export interface Colour {
  readonly model: 'rgb' | 'gray' | 'cmyk' | 'all';
  readonly parts: readonly number[];
}

/** An operation that sets a colour or a colour space, and what is painted with it. */
export interface Setting {
  readonly operation: Operation;
  readonly isStroke: boolean;
  /** A colour space is set with its own black. */
  readonly isSpace: boolean;
  readonly colour: Colour;
  readonly uses: Set<Use>;
  readonly page: number;
}

/** A drawing of the file: of a page, a form, a pattern or a drawn letter. */
export interface Drawing {
  readonly bytes: Uint8Array;
  readonly operations: readonly Operation[];
  readonly resources: PDFDict | undefined;
  /** By the byte where their operation starts. */
  readonly settings: Map<number, Setting>;
  /** How many saved states it leaves open. */
  unclosed: number;
}

/** Something painted: where, in points, and with what; a picture has no single colour. */
export interface Painted {
  readonly page: number;
  readonly box: Box;
  readonly colour: Colour | undefined;
}

/** A picture made of pixels, where it stands: its own pixels and those in an inch of the sheet. */
export interface Picture {
  readonly page: number;
  readonly stream: PDFRawStream;
  readonly ref: PDFRef;
  readonly box: Box;
  readonly width: number;
  readonly height: number;
  readonly dpi: number;
  readonly model: Colour['model'] | 'stencil' | 'unknown';
}

/** What is painted on all pages of a PDF, and what no press pass knows how to handle: a French sentence each, page and place first. */
export interface Inspection {
  /** By the page's dictionary, or by the stream. */
  readonly drawings: ReadonlyMap<PDFObject, Drawing>;
  readonly painted: readonly Painted[];
  readonly pictures: readonly Picture[];
  readonly refusals: readonly string[];
}

/** Fewer pixels in an inch show on paper. */
export const LEAST_DPI = 200;

/** Reads every drawing of every page, as it will be painted. */
export function inspect(document: PDFDocument): Inspection {
  const report: Report = { drawings: new Map(), painted: [], pictures: [], refusals: new Set() };
  const first = firstNumber(document);
  for (const [i, page] of document.getPages().entries()) {
    const trim = page.getTrimBox();
    new Walk(report, i + 1, first + i, { left: trim.x, top: trim.y + trim.height }).page(page);
  }
  return { ...report, refusals: [...report.refusals] };
}

/** The number that a file gives its first page: 1, but where the inside of a book begins after its cover. */
export function firstNumber({ catalog }: PDFDocument): number {
  const labels = catalog.lookup(PDFName.of('PageLabels'));
  const ranges = labels instanceof PDFDict ? labels.lookup(PDFName.of('Nums')) : undefined;
  const range = ranges instanceof PDFArray && ranges.size() > 1 ? ranges.lookup(1) : undefined;
  return (range instanceof PDFDict ? numberOf(range, 'St') : undefined) ?? 1;
}

interface Report {
  readonly drawings: Map<PDFObject, Drawing>;
  readonly painted: Painted[];
  readonly pictures: Picture[];
  readonly refusals: Set<string>;
}

/** What a colour operator set last: none before the first, which is black. */
interface Paint {
  readonly space: Space;
  readonly colour: Colour | undefined;
  readonly setting: Setting | undefined;
  /** Refused where it first paints, with the place. */
  readonly refused?: string;
}

type Space = Colour['model'] | 'pattern' | 'unknown';

/** What a graphics state asks that no press does: each is taken back only by a later word on the same. */
interface Refused {
  readonly blend?: string;
  readonly mask?: string;
  readonly other?: string;
}

interface State {
  readonly matrix: Matrix;
  readonly clip: Box | undefined;
  readonly fill: Paint;
  readonly stroke: Paint;
  readonly lineWidth: number;
  readonly textMode: number;
  readonly font: PDFDict | undefined;
  readonly refused: Refused;
}

const firstOf = ({ blend, mask, other }: Refused): string | undefined => blend ?? mask ?? other;

const BLACK: Paint = { space: 'gray', colour: { model: 'gray', parts: [0] }, setting: undefined };
const PARTS = { rgb: 3, gray: 1, cmyk: 4, all: 1 } as const;
const INITIAL: Record<Colour['model'], readonly number[]> = {
  rgb: [0, 0, 0],
  gray: [0],
  cmyk: [0, 0, 0, 1],
  all: [1],
};
const DEVICE: Readonly<Record<string, Space>> = {
  DeviceRGB: 'rgb',
  DeviceGray: 'gray',
  DeviceCMYK: 'cmyk',
  Pattern: 'pattern',
};

/** Operators that paint nothing and set no colour. */
const HARMLESS = new Set('j J M d ri i BT ET Tc Tw Tz TL Ts Td TD Tm T* BMC BDC EMC MP DP BX EX d0 d1'.split(' '));
/** Entries of a graphics state that change no colour. */
const KNOWN_STATE = new Set('Type LW LC LJ ML D RI FL SA CA ca AIS TK BM SMask OP op OPM SM'.split(' '));
const NORMAL = new Set(['Normal', 'Compatible']);
/** A surface narrower than this, in points, is a line to the eye. */
const THIN = 2;
/** Drawings within drawings: deeper is a circle. */
const DEEPEST = 20;

/** Paints one page without ink: it follows the states that each operation would be painted in. */
class Walk {
  private readonly report: Report;
  /** From 1, in the file. */
  private readonly number: number;
  /** As readers find it written. */
  private readonly folio: number;
  private readonly corner: { readonly left: number; readonly top: number };
  private readonly lettersRead = new Set<PDFDict>();

  constructor(report: Report, number: number, folio: number, corner: { readonly left: number; readonly top: number }) {
    this.report = report;
    this.number = number;
    this.folio = folio;
    this.corner = corner;
  }

  page(page: PDFPage): void {
    const contents = page.node.Contents();
    const streams = contents instanceof PDFArray ? contents.asArray().map((_, i) => contents.lookup(i)) : [contents];
    try {
      const read = () =>
        Buffer.concat(
          streams.flatMap((stream) => (stream instanceof PDFRawStream ? [decode(stream), Buffer.from('\n')] : [])),
        );
      this.drawing(page.node, read, page.node.Resources(), START, 0);
    } catch (error) {
      this.refuseBroken(error);
    }
  }

  private drawing(
    key: PDFObject,
    read: () => Uint8Array,
    resources: PDFDict | undefined,
    start: State,
    depth: number,
  ): void {
    if (depth > DEEPEST) {
      this.refuse('dessin qui se contient lui-même');
      return;
    }
    const drawing = this.report.drawings.get(key) ?? {
      ...parse(read()),
      resources,
      settings: new Map(),
      unclosed: 0,
    };
    this.report.drawings.set(key, drawing);
    const saved: State[] = [];
    let state = start;
    let path: Box | undefined;
    let isClipping = false;
    const reach = (...points: readonly number[]) => {
      path = boxOf(state.matrix, points, path);
    };
    for (const operation of drawing.operations) {
      const { operator, operands } = operation;
      const numbers = operands.flatMap((operand) => (operand.kind === 'number' ? [operand.value] : []));
      switch (operator) {
        case 'q':
          saved.push(state);
          break;
        case 'Q': {
          const before = saved.pop();
          if (!before) throw new BrokenDrawing('Q without q');
          state = before;
          break;
        }
        case 'cm':
          state = { ...state, matrix: multiply(numbers as unknown as Matrix, state.matrix) };
          break;
        case 'w':
          state = { ...state, lineWidth: numbers[0] ?? 1 };
          break;
        case 'm':
        case 'l':
        case 'c':
        case 'v':
        case 'y':
          reach(...numbers);
          break;
        case 're': {
          const [x = 0, y = 0, width = 0, height = 0] = numbers;
          reach(x, y, x + width, y, x, y + height, x + width, y + height);
          break;
        }
        case 'h':
          break;
        case 'W':
        case 'W*':
          isClipping = true;
          break;
        case 'f':
        case 'F':
        case 'f*':
        case 'S':
        case 's':
        case 'B':
        case 'B*':
        case 'b':
        case 'b*':
        case 'n':
          if (path && /[fFBb]/.test(operator)) this.paint(state, state.fill, 'fill', path);
          if (path && /[SsBb]/.test(operator)) this.paint(state, state.stroke, 'line', widen(path, state));
          if (isClipping) state = { ...state, clip: intersect(state.clip, path) };
          isClipping = false;
          path = undefined;
          break;
        case 'rg':
        case 'RG':
        case 'g':
        case 'G':
        case 'k':
        case 'K':
        case 'cs':
        case 'CS':
        case 'sc':
        case 'SC':
        case 'scn':
        case 'SCN':
          state = this.setColour(operation, drawing, state, numbers, depth);
          break;
        case 'gs':
          state = this.setState(nameOf(operands[0]), resources, state);
          break;
        case 'Tf': {
          const font = find(resources, 'Font', nameOf(operands[0]));
          state = { ...state, font: font instanceof PDFDict ? font : undefined };
          break;
        }
        case 'Tr':
          state = { ...state, textMode: numbers[0] ?? 0 };
          break;
        case 'Tj':
        case 'TJ':
        case "'":
        case '"':
          this.write(state, resources, depth);
          break;
        case 'Do':
          this.place(nameOf(operands[0]), resources, state, depth);
          break;
        case 'sh':
          this.refuse('dégradé : remplacez-le par des aplats', state.clip);
          break;
        case 'BI':
          this.refuse('image incluse dans le dessin : donnez-la comme fichier', boxOf(state.matrix, UNIT));
          break;
        default:
          if (!HARMLESS.has(operator)) this.refuse(`opérateur « ${operator} » inconnu`, path ?? state.clip);
      }
    }
    drawing.unclosed = saved.length;
  }

  private setColour(
    operation: Operation,
    drawing: Drawing,
    state: State,
    numbers: readonly number[],
    depth: number,
  ): State {
    const { operator, operands } = operation;
    const isStroke = operator === operator.toUpperCase();
    const side = isStroke ? 'stroke' : 'fill';
    const isSpace = operator.toLowerCase() === 'cs';
    const last = operands.at(-1);
    if (!isSpace && last?.kind === 'name') {
      return { ...state, [side]: this.pattern(last.value, drawing.resources, depth) };
    }
    const space = isSpace
      ? spaceNamed(nameOf(last), drawing.resources)
      : (({ rg: 'rgb', g: 'gray', k: 'cmyk' } as const)[operator.toLowerCase()] ?? state[side].space);
    if (space === 'unknown') {
      const name = isSpace ? describeSpace(nameOf(last), drawing.resources) : '';
      const refused = isSpace ? `espace de couleurs « ${name} » inconnu` : state[side].refused;
      return { ...state, [side]: { space, colour: undefined, setting: undefined, refused } };
    }
    if (space === 'pattern') return { ...state, [side]: { space, colour: undefined, setting: undefined } };
    const parts = isSpace ? INITIAL[space] : numbers;
    if (parts.length !== PARTS[space]) throw new BrokenDrawing(`${operator} with ${parts.length} parts`);
    const known = drawing.settings.get(operation.start);
    const setting = known ?? {
      operation,
      isStroke,
      isSpace,
      colour: { model: space, parts: parts.map((part) => Math.min(1, Math.max(0, part))) },
      uses: new Set<Use>(),
      page: this.number,
    };
    drawing.settings.set(operation.start, setting);
    return { ...state, [side]: { space, colour: setting.colour, setting } };
  }

  /** A pattern that repeats a drawing is read as one; anything else is refused where it paints. */
  private pattern(name: string, resources: PDFDict | undefined, depth: number): Paint {
    const paint: Paint = { space: 'pattern', colour: undefined, setting: undefined };
    const found = find(resources, 'Pattern', name);
    const dictionary = found instanceof PDFRawStream ? found.dict : found;
    if (!(dictionary instanceof PDFDict)) return { ...paint, refused: `motif « ${name} » introuvable` };
    if (numberOf(dictionary, 'PatternType') !== 1)
      return { ...paint, refused: 'dégradé : remplacez-le par des aplats' };
    if (numberOf(dictionary, 'PaintType') !== 1 || !(found instanceof PDFRawStream)) {
      return { ...paint, refused: 'motif sans couleur propre' };
    }
    const own = resourcesOf(dictionary) ?? resources;
    // Tiles have a size but no place of their own: where they show is said by what they fill.
    const [a, b, c, d] = matrixOf(dictionary);
    const tile: State = { ...START, matrix: [a, b, c, d, Number.NaN, Number.NaN] };
    this.drawing(found, () => decode(found), own, tile, depth + 1);
    return paint;
  }

  private setState(name: string, resources: PDFDict | undefined, state: State): State {
    const found = find(resources, 'ExtGState', name);
    if (!(found instanceof PDFDict)) return { ...state, refused: { other: `état graphique « ${name} » introuvable` } };
    const mode = found.lookup(PDFName.of('BM'));
    const modes = mode instanceof PDFArray ? mode.asArray() : mode ? [mode] : [];
    const blend = modes.map(wordOf).find((each) => !NORMAL.has(each));
    const mask = found.lookup(PDFName.of('SMask'));
    const unknown = found
      .keys()
      .map(wordOf)
      .find((key) => !KNOWN_STATE.has(key));
    const width = numberOf(found, 'LW');
    const isLuminous = mask instanceof PDFDict && wordOf(mask.lookup(PDFName.of('S'))) !== 'Alpha';
    const refused: Refused = {
      ...state.refused,
      ...(modes.length > 0 && {
        blend: blend && `mode de fusion « ${blend} » : seul le mode normal s’imprime comme il se voit`,
      }),
      ...(mask && { mask: isLuminous ? 'masque de luminosité : il n’a pas de sens en CMJN' : undefined }),
      ...(unknown && { other: `état graphique « ${unknown} » inconnu` }),
    };
    if (mask instanceof PDFDict) this.mask(mask, state);
    return { ...state, refused, ...(width === undefined ? {} : { lineWidth: width }) };
  }

  private mask(mask: PDFDict, state: State): void {
    const group = mask.lookup(PDFName.of('G'));
    if (group instanceof PDFRawStream) this.form(group, undefined, { ...state, refused: {} }, 1);
  }

  /** Letters are in the file's fonts, or drawings themselves. */
  private write(state: State, resources: PDFDict | undefined, depth: number): void {
    const { font, textMode } = state;
    if (textMode === 0 || textMode === 2 || textMode === 4 || textMode === 6) this.paint(state, state.fill, 'text');
    if (textMode === 1 || textMode === 2 || textMode === 5 || textMode === 6) this.paint(state, state.stroke, 'text');
    const letters = font?.lookup(PDFName.of('CharProcs'));
    if (!(letters instanceof PDFDict) || this.lettersRead.has(letters)) return;
    this.lettersRead.add(letters);
    for (const name of letters.keys()) {
      const letter = letters.lookup(name);
      if (!(letter instanceof PDFRawStream)) continue;
      const own = resourcesOf(font!) ?? resources;
      // Where a letter stands is not followed: it has no size here.
      this.drawing(
        letter,
        () => decode(letter),
        own,
        { ...state, matrix: NOWHERE, clip: undefined, textMode: 0 },
        depth + 1,
      );
    }
  }

  private place(name: string, resources: PDFDict | undefined, state: State, depth: number): void {
    const found = find(resources, 'XObject', name);
    if (!(found instanceof PDFRawStream)) {
      this.refuse(`objet « ${name} » introuvable`, state.clip);
      return;
    }
    const kind = wordOf(found.dict.lookup(PDFName.of('Subtype')));
    const box = boxOf(state.matrix, UNIT);
    const ref = resources?.lookupMaybe(PDFName.of('XObject'), PDFDict)?.get(PDFName.of(name));
    // A form may name a mode of its own within: what it is placed with is judged here.
    const refused = firstOf(state.refused);
    if (refused) this.refuse(refused, kind === 'Image' ? box : state.clip);
    if (kind === 'Form') this.form(found, resources, { ...state, refused: {} }, depth);
    else if (kind === 'Image') this.picture(found, ref as PDFRef, state, box);
    else this.refuse(`objet « ${kind} » inconnu`, box);
  }

  private form(form: PDFRawStream, resources: PDFDict | undefined, state: State, depth: number): void {
    const matrix = multiply(matrixOf(form.dict), state.matrix);
    const bounds = form.dict.lookupMaybe(PDFName.of('BBox'), PDFArray)?.asRectangle();
    const corners = bounds && [
      ...[bounds.x, bounds.y, bounds.x + bounds.width, bounds.y],
      ...[bounds.x, bounds.y + bounds.height, bounds.x + bounds.width, bounds.y + bounds.height],
    ];
    const clip = corners ? intersect(state.clip, boxOf(matrix, corners)) : state.clip;
    this.drawing(form, () => decode(form), resourcesOf(form.dict) ?? resources, { ...state, matrix, clip }, depth + 1);
  }

  private picture(stream: PDFRawStream, ref: PDFRef, state: State, box: Box): void {
    const { dict } = stream;
    const [width, height] = [numberOf(dict, 'Width') ?? 0, numberOf(dict, 'Height') ?? 0];
    const isStencil = String(dict.get(PDFName.of('ImageMask'))) === 'true';
    const space = spaceOf(dict.lookup(PDFName.of('ColorSpace')));
    const [across, down] = scaleOf(state.matrix);
    const dpi = Math.min((width / across) * 72, (height / down) * 72);
    const filters = dict.lookup(PDFName.of('Filter'));
    const filter =
      filters instanceof PDFArray ? filters.asArray().map(wordOf).join(' ') : filters ? wordOf(filters) : '';
    const shown = intersect(state.clip, box);
    if (dpi < LEAST_DPI) {
      this.refuse(
        `image de ${width} × ${height} pixels à ${Math.floor(dpi)} ppp : il en faut ${LEAST_DPI}, donnez-la plus grande ou montrez-la plus petite`,
        box,
      );
    }
    const name = describe(dict.lookup(PDFName.of('ColorSpace')));
    const isKnown = space === 'rgb' || space === 'gray' || space === 'cmyk';
    if (isStencil) this.paint(state, state.fill, 'fill', box);
    else if (!isKnown) this.refuse(`image dans l’espace de couleurs « ${name} », inconnu`, box);
    else if (space !== 'gray' && !isReadable(dict, filter)) {
      this.refuse(`image enregistrée d’une manière inconnue (${filter || 'sans compression'})`, box);
    } else this.report.painted.push({ page: this.number, box: shown, colour: undefined });
    const model = isStencil ? 'stencil' : isKnown ? space : 'unknown';
    this.report.pictures.push({ page: this.number, stream, ref, box: shown, width, height, dpi, model });
  }

  /** Notes what a colour paints; text has no box here: it says nothing of where the sheet ends. */
  private paint(state: State, paint: Paint, use: Use, box?: Box): void {
    const shown = box && intersect(state.clip, box);
    paint.setting?.uses.add(box && isThin(box) ? 'line' : use);
    const refused = firstOf(state.refused) ?? paint.refused;
    if (refused) this.refuse(refused, shown ?? boxOf(state.matrix, [0, 0]));
    if (shown) this.report.painted.push({ page: this.number, box: shown, colour: paint.colour });
  }

  private refuse(what: string, box?: Box): void {
    const { left, top } = this.corner;
    const isKnown = box && [box.left, box.top].every(Number.isFinite);
    const mm = (points: number) => Math.round(points / POINTS_PER_MM);
    const place = isKnown ? `, à ${mm(box.left - left)} mm du bord gauche et ${mm(top - box.top)} mm du bord haut` : '';
    this.report.refusals.add(`page ${this.folio}${place} : ${what}`);
  }

  private refuseBroken(error: unknown): void {
    if (!(error instanceof BrokenDrawing)) throw error;
    this.refuse('dessin illisible : il s’arrête au milieu d’une instruction');
  }
}

/** Corners of a picture, before it is placed. */
const UNIT = [0, 0, 1, 0, 0, 1, 1, 1];
const NOWHERE: Matrix = [0, 0, 0, 0, Number.NaN, Number.NaN];
const START: State = {
  matrix: IDENTITY,
  clip: undefined,
  fill: BLACK,
  stroke: BLACK,
  lineWidth: 1,
  textMode: 0,
  font: undefined,
  refused: {},
};

/** Borders are painted as surfaces. */
function isThin({ left, right, bottom, top }: Box): boolean {
  return Math.min(right - left, top - bottom) < THIN;
}

function widen(box: Box, { lineWidth, matrix }: State): Box {
  const half = (lineWidth * Math.max(...scaleOf(matrix))) / 2;
  return { left: box.left - half, right: box.right + half, bottom: box.bottom - half, top: box.top + half };
}

function parse(bytes: Uint8Array): Pick<Drawing, 'bytes' | 'operations'> {
  return { bytes, operations: tokenize(bytes) };
}

/** The bytes of a drawing; filters that a drawing has no use for break it. */
function decode(stream: PDFRawStream): Buffer {
  try {
    return Buffer.from(decodePDFRawStream(stream).decode());
  } catch {
    throw new BrokenDrawing('stream that cannot be read');
  }
}

/** Eight bits a part, as they are or as JPEG. */
function isReadable(dict: PDFDict, filter: string): boolean {
  const isPlain = !dict.has(PDFName.of('DecodeParms')) && !dict.has(PDFName.of('Decode'));
  return isPlain && numberOf(dict, 'BitsPerComponent') === 8 && ['FlateDecode', 'DCTDecode', ''].includes(filter);
}

function find(resources: PDFDict | undefined, kind: string, name: string): PDFObject | undefined {
  return resources?.lookupMaybe(PDFName.of(kind), PDFDict)?.lookup(PDFName.of(name));
}

function spaceNamed(name: string, resources: PDFDict | undefined): Space {
  return DEVICE[name] ?? spaceOf(find(resources, 'ColorSpace', name));
}

/** The model of a colour space: those of devices, sRGB and grey by profile, all inks at once. */
export function spaceOf(space: PDFObject | undefined): Space {
  if (space instanceof PDFName) return DEVICE[wordOf(space)] ?? 'unknown';
  if (!(space instanceof PDFArray)) return 'unknown';
  const kind = wordOf(space.lookup(0));
  if (space.size() === 1) return DEVICE[kind] ?? 'unknown';
  if (kind === 'Separation') return wordOf(space.lookup(1)) === 'All' ? 'all' : 'unknown';
  const stream = space.lookup(1);
  if (kind !== 'ICCBased' || !(stream instanceof PDFRawStream)) return 'unknown';
  const parts = numberOf(stream.dict, 'N');
  if (parts === 1) return 'gray';
  return parts === 3 && isSrgb(decode(stream)) ? 'rgb' : 'unknown';
}

function describeSpace(name: string, resources: PDFDict | undefined): string {
  return describe(find(resources, 'ColorSpace', name)) || name;
}

/** "Lab", "Separation Or": what a colour space is called. */
function describe(space: PDFObject | undefined): string {
  if (space instanceof PDFName) return wordOf(space);
  if (!(space instanceof PDFArray)) return '';
  const [kind, name] = [space.lookup(0), space.size() > 1 ? space.lookup(1) : undefined];
  if (kind === PDFName.of('ICCBased')) return 'profil ICC autre que sRGB';
  return [kind, name]
    .filter((part) => part instanceof PDFName)
    .map(wordOf)
    .join(' ');
}

const nameOf = (operand: Operand | undefined): string => (operand?.kind === 'name' ? operand.value : '');
const resourcesOf = (dict: PDFDict): PDFDict | undefined => dict.lookupMaybe(PDFName.of('Resources'), PDFDict);

function numberOf(dict: PDFDict, key: string): number | undefined {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFNumber ? value.asNumber() : undefined;
}

function matrixOf(dict: PDFDict): Matrix {
  const matrix = dict.lookup(PDFName.of('Matrix'));
  if (!(matrix instanceof PDFArray) || matrix.size() !== 6) return IDENTITY;
  return matrix.asArray().map((_, i) => matrix.lookup(i, PDFNumber).asNumber()) as unknown as Matrix;
}

function wordOf(value: PDFObject | undefined): string {
  return value instanceof PDFName || value instanceof PDFString ? value.decodeText() : '';
}
