import type { Fault, Level } from '../csv/fault.ts';
import { maskPersonal, maskQuoted } from '../csv/personal.ts';
import { makePrintable } from '../csv/printable.ts';
import { typo } from '../text/typography.ts';
import { adviceFor } from './advice.ts';
import { joinRenamed } from './join-renamed.ts';
import { type Place, placesOf } from './places.ts';

/** A value that was refused, as it may be told, and the allowed one that comes closest. */
export interface Reading {
  readonly value: string;
  readonly nearest?: string;
}

/** Faults of one kind in one column, told at once; every text is printable and holds no personal data. */
export interface Block {
  readonly level: Level;
  readonly problem?: string;
  readonly expected: string;
  /** The distinct values, in the order of the file; none where the fault is not one of a value. */
  readonly readings: readonly Reading[];
  /** What all of them are near to, or what is proposed where there is no value. */
  readonly nearest?: string;
  readonly mended?: string;
  /** How to mend it, where there is more to say than what was expected. */
  readonly advice?: string;
  readonly places: readonly Place[];
  /** The columns that the file lacks, where it lacks several. */
  readonly names?: readonly string[];
}

/** The blocks of one column, of one key of a settings file, or of the file itself. */
export interface Group {
  /** What the name is the name of; none for the file itself. */
  readonly kind?: 'colonne' | 'clé' | 'balise' | undefined;
  readonly letter?: string | undefined;
  readonly name?: string | undefined;
  readonly counts: Counts;
  readonly blocks: readonly Block[];
}

/** All there is to say of one file. */
export interface FileReport {
  readonly file: string;
  readonly counts: Counts;
  readonly groups: readonly Group[];
}

/** How many faults of each level. */
export interface Counts {
  readonly errors: number;
  readonly warnings: number;
}

/** What every form of the report shows: the faults by file and column, in the order in which one mends them. */
export interface Report {
  readonly counts: Counts;
  readonly files: readonly FileReport[];
}

/** More faults of one kind in one column than this are one block. */
const TOLD_APART = 3;
/** The same, where each says what no other does. */
const MANY_APART = 30;
/** A path is told whole: it is what one opens. */
const LONGEST_PATH = 4096;
/** Problems and expectations may quote values: they are longer. */
const LONGEST_SENTENCE = 400;
/** As much of a value as is looked through for personal data. */
const LOOKED_THROUGH = 2000;

/** Gathers faults for the person who will mend them: by file, then by column, those of one kind together. */
export function gatherFaults(all: readonly Fault[]): Report {
  const faults = joinRenamed(all);
  const files = [...Map.groupBy(faults, ({ file }) => file)];
  return {
    counts: count(faults),
    files: files.map(([file, own]) => ({
      file: makePrintable(file, LONGEST_PATH),
      counts: count(own),
      groups: groupByColumn(own),
    })),
  };
}

function count(faults: readonly Fault[]): Counts {
  const errors = faults.filter(({ level }) => level === 'erreur').length;
  return { errors, warnings: faults.length - errors };
}

/** What concerns the whole file comes first: it often explains the rest. Then columns with errors, as they stand in the file. */
function groupByColumn(faults: readonly Fault[]): readonly Group[] {
  const areStrangersTogether = faults.filter(isStranger).length > TOLD_APART;
  const nameGroup = (fault: Fault) => (areStrangersTogether && isStranger(fault) ? 'inconnues' : nameColumn(fault));
  const groups = [...Map.groupBy(faults.toSorted(compareFaults), nameGroup).values()];
  return groups.toSorted(compareGroups).map((own) => {
    const { file, columnLetter: letter } = own[0]!;
    const names = new Set(own.flatMap((fault) => fault.columnName ?? []));
    if (names.size > 1) return { counts: count(own), blocks: gatherBlocks(own, true) };
    const name = names.size === 0 ? undefined : tell([...names][0]!);
    const kind = name === undefined && letter === undefined ? undefined : kindOf(file, name);
    return { ...leave({ kind, letter, name }), counts: count(own), blocks: gatherBlocks(own, false) };
  });
}

function kindOf(file: string, name: string | undefined): NonNullable<Group['kind']> {
  if (!isDocument(file)) return 'colonne';
  return name?.startsWith('<') ? 'balise' : 'clé';
}

/** Columns that a file lacks have no letter: they are told together, so that sixty of them are not sixty blocks. */
function nameColumn({ file, columnLetter, columnName }: Fault): string {
  if (columnLetter === undefined && columnName !== undefined && !isDocument(file)) return 'absentes';
  return JSON.stringify([columnLetter, columnLetter === undefined ? columnName : undefined]);
}

/** A whole column that is not ours and resembles none of ours: thirty of them are not thirty blocks. */
function isStranger({ file, columnLetter, columnName, value, nearest }: Fault): boolean {
  const isColumn = columnLetter !== undefined && columnName !== undefined && value === undefined;
  return isColumn && nearest === undefined && !isDocument(file);
}

/** A key of a settings file is not a column. */
function isDocument(file: string): boolean {
  return /\.(?:json|topojson|ya?ml|mdx)$/i.test(file);
}

/** Errors before warnings, then as they come in the file. */
function compareFaults(a: Fault, b: Fault): number {
  return b.level.localeCompare(a.level) || (a.line ?? 0) - (b.line ?? 0);
}

function compareGroups([a]: readonly Fault[], [b]: readonly Fault[]): number {
  const rankOf = ({ columnLetter, columnName }: Fault) => (columnName ?? columnLetter) !== undefined;
  return (
    Number(rankOf(a!)) - Number(rankOf(b!)) ||
    b!.level.localeCompare(a!.level) ||
    (isDocument(a!.file) ? (a!.line ?? 0) - (b!.line ?? 0) : compareLetters(a!, b!))
  );
}

function compareLetters({ columnLetter: a = '' }: Fault, { columnLetter: b = '' }: Fault): number {
  return a.length - b.length || (a < b ? -1 : Number(a > b));
}

/** `areNamed` where the faults are of several columns, which each block then names. */
function gatherBlocks(faults: readonly Fault[], areNamed: boolean): readonly Block[] {
  const kinds = [...Map.groupBy(faults, nameKind).values()];
  const blocks = kinds.flatMap((alike) =>
    alike.length > (alike[0]!.apart ? MANY_APART : TOLD_APART) ? [alike] : alike.map((fault) => [fault]),
  );
  return blocks.toSorted(([a], [b]) => compareFaults(a!, b!)).map((alike) => makeBlock(alike, areNamed));
}

/** What is wrong, whatever the value and the line that the sentence names. */
function nameKind({ level, problem, expected }: Fault): string {
  const general = (sentence = '') => sentence.replace(/«[^»]*»|\d[\d\s.,]*/g, '#');
  return JSON.stringify([level, general(problem), problem === undefined ? expected : general(expected)]);
}

function makeBlock(faults: readonly Fault[], areNamed: boolean): Block {
  const [fault] = faults as [Fault];
  const problems = new Set(faults.map(({ problem }) => problem));
  const expectations = new Set(faults.map(({ expected }) => expected));
  const names = new Set(faults.flatMap(({ columnName }) => columnName ?? []));
  const suggestions = new Set(faults.map(({ nearest }) => nearest));
  const readings = new Map(
    faults
      .filter(({ value }) => value?.trim())
      .map(({ value, nearest }) => [JSON.stringify([value, nearest]), { value: value!, nearest }]),
  );
  const nearest = suggestions.size === 1 ? fault.nearest : undefined;
  return {
    level: fault.level,
    expected: tellSentence(fault.expected) + (expectations.size > 1 ? ', etc.' : ''),
    readings: [...readings.values()].map((one) => ({
      value: tell(one.value),
      ...(nearest === undefined && one.nearest !== undefined ? { nearest: tell(one.nearest) } : {}),
    })),
    ...leave({
      problem: fault.problem && tellSentence(fault.problem) + (problems.size > 1 ? ', etc.' : ''),
      nearest: nearest && tell(nearest),
      mended: faults.length === 1 ? fault.mended && tell(fault.mended) : undefined,
      advice: adviceFor(fault),
    }),
    places: placesOf(faults),
    ...(areNamed ? { names: [...names].map(tell) } : {}),
  };
}

/** A value in a report: one line, short, no invisible character, no personal data. */
function tell(value: string): string {
  const masked = maskPersonal(value.slice(0, LOOKED_THROUGH));
  return makePrintable(masked === value.slice(0, LOOKED_THROUGH) ? value : masked);
}

function tellSentence(sentence: string): string {
  return typo(makePrintable(maskQuoted(sentence.slice(0, LOOKED_THROUGH)), LONGEST_SENTENCE));
}

/** Without the properties that hold nothing. */
function leave<T extends object>(object: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as never;
}
