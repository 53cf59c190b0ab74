import { styleText } from 'node:util';
import type { Fault } from '../csv/fault.ts';
import { plural } from '../text/plural.ts';
import { upperFirst } from '../text/sentence.ts';
import { wrap } from '../text/wrap.ts';
import { type Block, type Counts, type FileReport, type Group, gatherFaults } from './gather.ts';
import { countPlaces, listPlaces, NAMED, namePlace } from './places.ts';

/** How the terminal's form is laid out. */
export interface Layout {
  /** Columns of the screen; without it, lines are never cut. */
  readonly width?: number;
  readonly colour?: boolean;
}

/** Columns under which lines are no longer cut: each would hold a word or two. */
const NARROWEST = 40;

type Style = Parameters<typeof styleText>[0];

/** A line before it is cut to the screen: what it is about, in a style, then the rest. */
interface Line {
  readonly indent: number;
  readonly label: string;
  readonly style: Style;
  readonly text?: string;
}

/** All faults as text: by file, then by column, those of one kind in one block. */
export function describeFaults(faults: readonly Fault[], layout: Layout = {}): string {
  return gatherFaults(faults)
    .files.flatMap(describeFile)
    .map((line) => (line ? layOut(line, layout) : ''))
    .join('\n')
    .trimEnd();
}

/** What else there is to say of sound files, its lines cut to the screen behind their own margin. */
export function layOutNote(note: string, { width }: Layout = {}): string {
  const lines = note.split('\n').flatMap((line) => wrap(line, widthOf(width), `${/^ */.exec(line)![0]}  `));
  return lines.join('\n');
}

/** "2 erreurs et 1 avertissement dans 1 fichier", or that all is well. */
export function countFaults(faults: readonly Fault[]): string {
  if (faults.length === 0) return 'Aucune erreur.';
  const { counts, files } = gatherFaults(faults);
  return `${tellCounts(counts)} dans ${plural(files.length, 'fichier', 'fichiers')}.`;
}

/** "2 erreurs et 1 avertissement". */
export function tellCounts({ errors, warnings }: Counts): string {
  const tell = (number: number, word: string) => (number === 0 ? [] : [plural(number, word, `${word}s`)]);
  return [...tell(errors, 'erreur'), ...tell(warnings, 'avertissement')].join(' et ');
}

/** What a group is about: "colonne D « code_insee »", "clé « nom »"; '' for the file itself. */
export function nameGroup({ kind, letter, name }: Omit<Group, 'blocks' | 'counts'>): string {
  return [kind, letter, name && quote(name)].filter(Boolean).join(' ');
}

/** Level and place of a block: "Erreur, cellule D4, colonne « code_insee »"; the cell already says the column's letter. */
export function headBlock({ level, places }: Block, { kind, letter, name }: Omit<Group, 'blocks' | 'counts'>) {
  const [place] = places;
  const title =
    place?.cell && kind ? nameGroup(name === undefined ? {} : { kind, name }) : nameGroup({ kind, letter, name });
  const where = place && (places.length === 1 ? namePlace(place) : countPlaces(places));
  return { label: level === 'erreur' ? 'Erreur' : 'Avertissement', where: [where, title].filter(Boolean).join(', ') };
}

/** Null is an empty line. */
function describeFile({ file, counts, groups }: FileReport): readonly (Line | null)[] {
  const head: Line = { indent: 0, label: file, style: 'bold', text: `\u00a0: ${tellCounts(counts)}` };
  return [head, null, ...groups.flatMap(describeGroup)];
}

/** A column with several blocks has a line of its own; else the block says its column. */
function describeGroup(group: Group): readonly (Line | null)[] {
  const title = nameGroup(group);
  if (group.blocks.length === 1 || title === '') {
    return group.blocks.flatMap((block) => [...describeBlock(block, group, 2), null]);
  }
  const label = upperFirst(title);
  const head: Line = { indent: 2, label, style: 'underline', text: `\u00a0: ${tellCounts(group.counts)}` };
  return [head, null, ...group.blocks.flatMap((block) => [...describeBlock(block, {}, 4), null])];
}

function describeBlock(block: Block, group: Partial<Group>, indent: number): readonly Line[] {
  const { level, problem } = block;
  const { label, where } = headBlock(block, group);
  const head: Line = {
    indent,
    label,
    style: ['bold', level === 'erreur' ? 'red' : 'yellow'],
    text: `${where && `, ${where}`}${problem ? `\u00a0: ${problem}` : ''}`,
  };
  const details = detailsOf(block).map(
    (detail): Line => ({
      indent: indent + 2,
      label: detail.label,
      style: detail.helps ? 'green' : 'dim',
      text: `\u00a0: ${detail.text}`,
    }),
  );
  return [head, ...details];
}

/** A line under a block's head. */
export interface Detail {
  readonly label: string;
  readonly text: string;
  /** True for what to do, and not what is wrong. */
  readonly helps?: boolean;
}

/** All there is to say of a block after its head. */
export function detailsOf(block: Block): readonly Detail[] {
  const { names, expected, nearest, mended, advice, places, readings } = block;
  return [
    ...(places.length > 1 ? [{ label: 'où', text: listPlaces(places) }] : []),
    ...(names ? [{ label: 'colonnes', text: quoteSome(names) }] : []),
    ...(readings.length > 0 ? [{ label: 'lu', text: tellReadings(block) }] : []),
    ...(mended ? [{ label: 'lu comme', text: quote(mended) }] : []),
    { label: 'attendu', text: expected },
    ...(nearest ? [{ label: 'le plus proche', text: quote(nearest), helps: true }] : []),
    ...(advice ? [{ label: 'pour corriger', text: advice, helps: true }] : []),
  ];
}

/** "« 2408 » → « 02408 (Deux) », « abc »…": what was read, each with its own suggestion where they differ. */
function tellReadings({ readings }: Block): string {
  const told = readings
    .slice(0, NAMED)
    .map(({ value, nearest }) => (nearest === undefined ? quote(value) : `${quote(value)} → ${quote(nearest)}`));
  return told.join(', ') + (readings.length > NAMED ? '…' : '');
}

function quoteSome(names: readonly string[]): string {
  const rest = names.length - NAMED;
  return names.slice(0, NAMED).map(quote).join(', ') + (rest > 0 ? ` et ${rest} autre${rest > 1 ? 's' : ''}` : '');
}

/** A value between French quotation marks. */
export function quote(value: string): string {
  return `«\u00a0${value}\u00a0»`;
}

function layOut({ indent, label, style, text = '' }: Line, { width, colour }: Layout): string {
  const lines = wrap(`${' '.repeat(indent)}${label}${text}`, widthOf(width), ' '.repeat(indent + 2));
  if (!colour) return lines.join('\n');
  const painted = styleText(style, label, { validateStream: false });
  return lines.join('\n').replace(label, () => painted);
}

function widthOf(columns = Number.POSITIVE_INFINITY): number {
  return Math.max(columns, NARROWEST);
}
