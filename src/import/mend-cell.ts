import { meansUnknown, readCell } from '../csv/cell.ts';
import type { Column, References } from '../csv/column.ts';
import { describeUnit, joinThousands, splitNumber } from '../csv/number.ts';
import type { Unit } from '../model/unit.ts';
import { fold } from '../text/fold.ts';

/** The text of a cell as our CSV will hold it. */
export interface MendedCell {
  readonly text: string;
  /** What was mended, in French; nothing where the text stays as it came, right or not: our reader then judges it. */
  readonly problem?: string;
}

/** What the format knows of a column besides its kind. */
export interface MendOptions {
  /** Texts that the format writes for a missing answer, such as `0`. */
  readonly missing?: readonly string[];
  readonly references?: References | undefined;
}

/** Longest text that is a name: line breaks in it come from a portal, not from a writer. */
const LONGEST_NAME = 200;
/** Without width, and of no use in a cell. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;

/** Days that a spreadsheet counts from 1982 to 2036; a postal code of the same length is most often none of them. */
const RECENT_SERIAL = /^[34]\d{4}(?:[.,]\d+)?$/;

type Mender = (text: string, column: Column<unknown>) => MendedCell | undefined;

/** How a kind of column mends; the first proposal that the column accepts is taken. */
const MENDERS: Readonly<Record<string, readonly Mender[]>> = {
  integer: [joinFigures, dropUnit],
  decimal: [joinFigures, dropUnit],
  latitude: [joinFigures],
  longitude: [joinFigures],
  amount: [joinFigures, dropUnit],
  communeCode: [dropFraction, upperCase],
  date: [rewriteDay],
  siret: [dropSpaces],
  rna: [dropSpaces],
  yesNo: [answer],
  text: [joinLines],
};

/** Kinds whose reader, when it refuses, suggests the same value written well; elsewhere a suggestion is a guess. */
const SUGGESTING = new Set(['communeCode', 'date', 'period', 'pointAmount', 'pointDecimal', 'rna', 'siret', 'url']);

/**
 * Writes a cell as its column wants it, where it can only mean one thing: spaces and units in numbers, lost zeros, days that became
 * numbers, words of spreadsheets. What is mended is always accepted by the column, and keeps its value. Never throws.
 */
export function mendCell(raw: string, column: Column<unknown>, options: MendOptions = {}): MendedCell {
  const trimmed = raw.trim();
  const text = trimmed.replace(INVISIBLE, '').trim();
  if (text === '') return { text };
  if (options.missing?.includes(text)) return { text: '', problem: `valeur absente codée « ${text} »` };
  if (saysNothing(text, column, options)) return { text: '', problem: 'réponse inconnue : lue comme une cellule vide' };
  const proposals = (MENDERS[column.kind] ?? []).map((mend) => mend(text, column));
  const mended = [...proposals, suggest(text, column, options)].find(
    (proposal) => proposal !== undefined && isAccepted(proposal.text, column, options),
  );
  if (mended) return mended.text === trimmed ? { text: trimmed } : mended;
  if (text === trimmed || !isAccepted(text, column, options)) return { text: trimmed };
  return { text, problem: 'caractère invisible, retiré' };
}

function isAccepted(text: string, column: Column<unknown>, { references }: MendOptions): boolean {
  return readCell(text, column, references).flaw?.level !== 'erreur';
}

/** "NC" is no answer, unless the column knows it as one; a required text must not be called so either. */
function saysNothing(text: string, column: Column<unknown>, options: MendOptions): boolean {
  if (!meansUnknown(text) || column.meta.required) return false;
  return column.kind === 'text' || !isAccepted(text, column, options);
}

/** What the reader itself would write. */
function suggest(text: string, column: Column<unknown>, { references }: MendOptions): MendedCell | undefined {
  if (!SUGGESTING.has(column.kind)) return undefined;
  const { flaw } = readCell(text, column, references);
  if (flaw?.level !== 'erreur' || flaw.nearest === undefined) return undefined;
  if (column.kind === 'communeCode' && flaw.problem !== 'zéro initial perdu') return undefined;
  if (column.kind === 'date' && /^\d{5}/.test(text) && !RECENT_SERIAL.test(text)) return undefined;
  return { text: flaw.nearest.replace(/ \(.*$/s, ''), problem: flaw.problem ?? 'écriture corrigée' };
}

/** `1 234` and, where the marks say which is which, `1.234,50`, `1,234.50` or `1.234.567`. */
function joinFigures(text: string): MendedCell | undefined {
  const joined = joinThousands(text);
  if (joined !== undefined) return { text: joined, problem: 'milliers séparés par des signes' };
  if (!/\s/.test(text) || !splitNumber(text)) return undefined;
  return { text: text.replace(/\s/g, ''), problem: 'espaces dans un nombre' };
}

/** `45 m²` where the column is in square metres; any other unit is left to be refused. */
function dropUnit(written: string, { meta, kind }: Column<unknown>): MendedCell | undefined {
  const text = written.replace(/m2$/i, 'm²');
  const { nearest } = describeUnit(text);
  if (nearest === undefined) return undefined;
  const unit = text.slice(text.search(/[\p{L}%€²]/u));
  if (!namesOf(meta.unit ?? (kind === 'amount' ? '€' : undefined)).includes(fold(unit))) return undefined;
  return { text: joinFigures(nearest)?.text ?? nearest, problem: `unité « ${unit} » dans la cellule` };
}

/** How people write a unit, folded. */
function namesOf(unit: Unit | (string & {}) | undefined): readonly string[] {
  if (unit === undefined) return [];
  if (typeof unit === 'object') return [unit.one, unit.many].map(fold);
  if (unit === '€') return ['€', 'eur', 'euro', 'euros'];
  if (unit === 'm²') return ['m2', 'metres carres', 'metre carre'];
  return [fold(unit)];
}

/** `59350.0`, a code that a program took for a number. */
function dropFraction(text: string): MendedCell | undefined {
  const code = /^(\d{4,5})[.,]0+$/.exec(text)?.[1];
  return code === undefined
    ? undefined
    : { text: code.padStart(5, '0'), problem: 'code pris pour un nombre à décimales' };
}

function upperCase(text: string): MendedCell | undefined {
  const code = text.toUpperCase();
  return code === text ? undefined : { text: code, problem: 'code écrit en minuscules' };
}

function dropSpaces(text: string): MendedCell | undefined {
  return /\s/.test(text) ? { text: text.replace(/\s/g, ''), problem: 'espaces en trop' } : undefined;
}

/** The day in ISO form: from a French writing, an hour left out. */
function rewriteDay(text: string, { schema }: Column<unknown>): MendedCell | undefined {
  const [, day, month, year] =
    /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:\s+(?:à\s+)?\d{1,2}[:h]\d{2}.*)?$/s.exec(text) ?? [];
  const iso = day ? `${year}-${month!.padStart(2, '0')}-${day.padStart(2, '0')}` : schema.safeParse(text).data;
  return typeof iso === 'string' ? { text: iso, problem: 'date écrite autrement' } : undefined;
}

/** « oui » or « non », from the words of spreadsheets and survey tools, or a tick. */
function answer(text: string, { schema }: Column<unknown>): MendedCell | undefined {
  const read = /^[x✓✔☑☒]$/iu.test(text) ? true : schema.safeParse(text).data;
  if (typeof read !== 'boolean') return undefined;
  const word = read ? 'oui' : 'non';
  return { text: fold(text) === word ? text : word, problem: 'oui ou non écrit autrement' };
}

/** A name on one line. */
function joinLines(text: string, { meta }: Column<unknown>): MendedCell | undefined {
  const isName = (meta.max ?? Number.POSITIVE_INFINITY) <= LONGEST_NAME && text.length <= 2 * LONGEST_NAME;
  if (!isName || !/[\r\n]/.test(text)) return undefined;
  return { text: text.replace(/\s*[\r\n]+\s*/g, ' '), problem: 'retour à la ligne dans une cellule' };
}
