import { meansUnknown } from '../../csv/cell.ts';
import type { Column } from '../../csv/column.ts';
import type { Level } from '../../csv/fault.ts';
import { countMostPieces, splitAnswers } from '../../csv/kinds/several-of.ts';
import { fold } from '../../text/fold.ts';
import type { ForeignRecord, ForeignTable } from '../foreign-table.ts';
import type { ImportContext } from '../format.ts';
import { mendCell } from '../mend-cell.ts';
import type { Binding } from './bind-columns.ts';
import { readBox } from './boxes.ts';
import { findOption, optionNames, surveyShape } from './survey-shape.ts';
import { writeValue } from './write-value.ts';

/** A filled or empty cell that answers one of our columns. */
export interface SourceCell {
  readonly table: ForeignTable;
  readonly record: ForeignRecord;
  readonly binding: Binding;
  readonly text: string;
}

/** Something to tell of a cell. */
export interface Remark {
  readonly cell: SourceCell;
  readonly level: Level;
  readonly problem: string;
  readonly expected: string;
  readonly mended?: string;
}

/** The text of our cell, and what its sources ask to be told; a text that our column refuses is left as it came. */
export interface Answer {
  readonly text: string;
  readonly remarks: readonly Remark[];
}

/** Reads all the cells of a unit that answer one column: a question's own cells, and the boxes of its answers. */
export function readAnswer(cells: readonly SourceCell[], context: ImportContext): Answer {
  const column = surveyShape[cells[0]!.binding.id];
  return column.options ? readChoice(cells, column, context) : readPlain(cells, column, context);
}

/** What a cell's answers are called here, where the person said so. */
function answersOf({ table, binding }: SourceCell, { answers }: ImportContext): ReadonlyMap<string, string> {
  return answers?.get(fold(table.header.cells[binding.position] ?? '')) ?? NONE;
}

const NONE: ReadonlyMap<string, string> = new Map();

function readPlain(cells: readonly SourceCell[], column: Column<unknown>, context: ImportContext): Answer {
  const filled = cells.filter(({ text }) => text !== '');
  const [first, ...others] = filled.map((cell) => ({ cell, ...readOne(cell, column, context) }));
  if (!first) return { text: '', remarks: [] };
  const other = others.find(({ text }) => text !== first.text);
  if (!other) return first;
  const problem = `autre réponse que « ${first.cell.text} », lue ${describePlace(first.cell, other.cell)}`;
  const expected = 'la même réponse, ou une des deux colonnes laissée de côté';
  return { text: first.text, remarks: [...first.remarks, { cell: other.cell, level: 'erreur', problem, expected }] };
}

function readOne(cell: SourceCell, column: Column<unknown>, context: ImportContext): Answer {
  const answers = answersOf(cell, context);
  const translated = answers.get(fold(cell.text)) ?? answers.get('*');
  if (translated !== undefined) return { text: translated, remarks: [] };
  const written = writeValue(cell.text, column);
  if (written !== undefined) return { text: written, remarks: [] };
  const { text, problem } = mendCell(cell.text, column, { references: context.references });
  const mended = writeValue(text, column) ?? text;
  if (problem === undefined) return { text: mended, remarks: [] };
  return {
    text: mended,
    remarks: [{ cell, level: 'avertissement', problem, expected: column.expected, ...(mended ? { mended } : {}) }],
  };
}

/** Codes chosen in cells of labels, with what no option explains. */
interface Chosen {
  readonly codes: readonly string[];
  readonly unknown: readonly string[];
  readonly remarks: readonly Remark[];
}

function readChoice(cells: readonly SourceCell[], column: Column<unknown>, context: ImportContext): Answer {
  const labelled = cells.filter(({ binding, text }) => binding.option === undefined && text !== '');
  const boxes = readBoxes(cells, column);
  const chosen = labelled.map((cell) => readLabels(cell, column, context));
  const codes = [...new Set(chosen.flatMap((one) => one.codes))];
  const unknown = chosen.flatMap((one) => one.unknown);
  const remarks = [...chosen.flatMap((one) => one.remarks), ...boxes.remarks];
  if (chosen.length === 0) {
    const empty = cells.find(({ binding }) => binding.option === undefined);
    const told = empty && boxes.ticked.length > 0 ? [tellEmpty(empty, boxes.ticked, column)] : [];
    return {
      text: writeCodes(boxes.ticked, [], column),
      remarks: [...remarks, ...told, ...tellSeveral(boxes, column)],
    };
  }
  const isOther = boxes.known.length > 0 && unknown.length === 0 && !agree(codes, boxes);
  const told = isOther ? [tellDisagreement(labelled[0]!, codes, boxes, column)] : [];
  return {
    text: writeCodes(codes, unknown, column),
    remarks: [...remarks, ...told, ...tellManyLabels(labelled, codes, column)],
  };
}

/** Codes of the boxes that say something, and of those that are ticked. */
interface Boxes {
  readonly known: readonly string[];
  readonly ticked: readonly string[];
  readonly cells: readonly SourceCell[];
  readonly remarks: readonly Remark[];
}

function readBoxes(cells: readonly SourceCell[], column: Column<unknown>): Boxes {
  const known = new Set<string>();
  const ticked = new Set<string>();
  const remarks: Remark[] = [];
  for (const cell of cells) {
    const { option, isFree } = cell.binding;
    if (option === undefined || cell.text === '') continue;
    const isTicked = readBox(cell.text, [option, column.options![option]!]) ?? (isFree || undefined);
    if (isTicked === undefined) {
      const problem = 'ni cochée ni vide';
      remarks.push({ cell, level: 'erreur', problem, expected: '« 1 » ou « 0 », « oui » ou « non », ou rien' });
      continue;
    }
    known.add(option);
    if (isTicked) ticked.add(option);
  }
  const inOrder = Object.keys(column.options!).filter((code) => ticked.has(code));
  return { known: [...known], ticked: inOrder, cells, remarks };
}

function readLabels(cell: SourceCell, column: Column<unknown>, context: ImportContext): Chosen {
  const answers = answersOf(cell, context);
  const { id } = cell.binding;
  const find = (text: string) => answers.get(fold(text)) ?? findOption(id, text);
  const { found, unknown } =
    column.kind === 'severalOf'
      ? splitAnswers(cell.text, find, countMostPieces([...optionNames(id), ...answers.keys()]))
      : readSingle(cell.text, find);
  const codes = found.filter((code) => code !== '');
  const strangers = answers.size > 0 ? unknown.filter((piece) => readBox(piece, []) !== false) : unknown;
  if (strangers.length === 0) return { codes, unknown: [], remarks: [] };
  const others = answers.get('*');
  if (others !== undefined) return { codes: others === '' ? codes : [...codes, others], unknown: [], remarks: [] };
  if (codes.length === 0 && meansUnknown(cell.text)) {
    const problem = 'réponse inconnue : lue comme une cellule vide';
    return { codes, unknown: [], remarks: [{ cell, level: 'avertissement', problem, expected: column.expected }] };
  }
  return { codes, unknown: strangers, remarks: [] };
}

function readSingle(text: string, find: (text: string) => string | undefined) {
  const code = find(text);
  return code === undefined ? { found: [], unknown: [text] } : { found: [code], unknown: [] };
}

/** Our cell, as labels; what is not understood is kept, so that our column refuses it by name. */
function writeCodes(codes: readonly string[], unknown: readonly string[], { kind, options }: Column<unknown>): string {
  const answers = [...codes.map((code) => options![code]!), ...unknown];
  return kind === 'severalOf' ? answers.join('; ') : (answers[0] ?? '');
}

/** Several columns for a question of one answer, which say different things. */
function tellManyLabels(
  cells: readonly SourceCell[],
  codes: readonly string[],
  column: Column<unknown>,
): readonly Remark[] {
  if (column.kind === 'severalOf' || codes.length < 2) return [];
  const problem = `plusieurs réponses à « ${column.meta.title} » : ${quote(codes, column)}`;
  return [{ cell: cells[1] ?? cells[0]!, level: 'erreur', problem, expected: 'une seule réponse' }];
}

/** Whether labels say the same as boxes, for the answers that have a box. */
function agree(codes: readonly string[], { known, ticked }: Boxes): boolean {
  return known.every((code) => codes.includes(code) === ticked.includes(code));
}

function tellDisagreement(
  cell: SourceCell,
  codes: readonly string[],
  { ticked }: Boxes,
  column: Column<unknown>,
): Remark {
  const boxes = ticked.length === 0 ? 'aucune case n’est cochée' : `les cases cochées disent ${quote(ticked, column)}`;
  const problem = `${boxes} : la cellule de réponses l’emporte`;
  const mended = codes.map((code) => column.options![code]!).join('; ');
  return {
    cell,
    level: 'avertissement',
    problem,
    expected: 'les mêmes réponses dans la cellule et dans les cases',
    mended,
  };
}

function tellEmpty(cell: SourceCell, ticked: readonly string[], column: Column<unknown>): Remark {
  const problem = `cellule de réponses vide, alors que les cases cochées disent ${quote(ticked, column)} : les cases sont lues`;
  const mended = ticked.map((code) => column.options![code]!).join('; ');
  return {
    cell,
    level: 'avertissement',
    problem,
    expected: 'les mêmes réponses dans la cellule et dans les cases',
    mended,
  };
}

function tellSeveral({ ticked, cells }: Boxes, column: Column<unknown>): readonly Remark[] {
  if (column.kind === 'severalOf' || ticked.length < 2) return [];
  const cell = cells.find(({ binding, text }) => binding.option === ticked[1] && text !== '') ?? cells[0]!;
  const problem = `plusieurs réponses cochées à « ${column.meta.title} » : ${quote(ticked, column)}`;
  return [{ cell, level: 'erreur', problem, expected: 'une seule réponse' }];
}

function quote(codes: readonly string[], { options }: Column<unknown>): string {
  return codes.map((code) => `« ${options![code]} »`).join(', ');
}

/** The column, or the file when the other cell is in another one. */
function describePlace(cell: SourceCell, seenFrom: SourceCell): string {
  return cell.table.file === seenFrom.table.file
    ? `sous « ${cell.table.header.cells[cell.binding.position] ?? ''} »`
    : `dans « ${cell.table.file} »`;
}
