import { typo } from '../text/typography.ts';
import type { Fault } from './fault.ts';
import { makePrintable } from './printable.ts';

/** More faults of one value in one column than this are told together. */
const COPIES_TOLD = 3;
/** More different values refused for one reason in one column than this are told together. */
const VALUES_TOLD = 10;
/** Lines or values named in a gathered fault. */
const NAMED = 8;
/** Problems may quote a value: they are longer. */
const LONGEST_PROBLEM = 240;

/** All faults as text for the person who can mend them: by file, errors first, then one block a fault. */
export function describeFaults(faults: readonly Fault[]): string {
  const files = Map.groupBy(faults, ({ file }) => file);
  return [...files]
    .map(([file, own]) => [makePrintable(file, LONGEST_PROBLEM), ...describeFile(own)].join('\n\n'))
    .join('\n\n');
}

/** "2 erreurs et 1 avertissement dans 1 fichier", or that all is well. */
export function countFaults(faults: readonly Fault[]): string {
  if (faults.length === 0) return 'Aucune erreur.';
  const errors = faults.filter(({ level }) => level === 'erreur').length;
  const warnings = faults.length - errors;
  const files = new Set(faults.map(({ file }) => file)).size;
  const counts = [
    ...(errors > 0 ? [`${errors} erreur${errors > 1 ? 's' : ''}`] : []),
    ...(warnings > 0 ? [`${warnings} avertissement${warnings > 1 ? 's' : ''}`] : []),
  ];
  return `${counts.join(' et ')} dans ${files} fichier${files > 1 ? 's' : ''}.`;
}

/** One fault as a block of lines. */
export function describeFault(fault: Fault): string {
  return describeBlock([fault]);
}

function describeFile(faults: readonly Fault[]): string[] {
  const groups = Map.groupBy(faults.toSorted(compareFaults), nameReason);
  const blocks = [...groups.values()].flatMap(gather);
  return blocks.sort(([a], [b]) => compareFaults(a!, b!)).map(describeBlock);
}

/** Errors before warnings, then as they come in the file. */
function compareFaults(a: Fault, b: Fault): number {
  return (
    b.level.localeCompare(a.level) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.columnLetter?.length ?? 0) - (b.columnLetter?.length ?? 0) ||
    (a.columnLetter ?? '').localeCompare(b.columnLetter ?? '')
  );
}

/** Same column, same reason. */
function nameReason({ level, columnLetter, columnName, problem, expected }: Fault): string {
  return JSON.stringify([level, columnLetter, columnName, problem, expected]);
}

/** Faults of one reason, in the blocks that tell them: all in one when the whole column is wrong, else one a value when it is copied. */
function gather(alike: readonly Fault[]): (readonly Fault[])[] {
  const copies = Map.groupBy(alike, ({ value, nearest }) => JSON.stringify([value, nearest]));
  if (copies.size > VALUES_TOLD) return [alike];
  return [...copies.values()].flatMap((same) => (same.length > COPIES_TOLD ? [same] : same.map((fault) => [fault])));
}

function describeBlock(faults: readonly Fault[]): string {
  const { level, problem, expected, mended } = faults[0]!;
  const values = [...new Set(faults.flatMap(({ value }) => value || []))];
  const suggestions = new Set(faults.map(({ nearest }) => nearest));
  const [nearest] = suggestions.size === 1 ? suggestions : [];
  const head = [level === 'erreur' ? 'Erreur' : 'Avertissement', describeLines(faults), describeColumn(faults[0]!)];
  const said = problem === undefined ? '' : `\u00a0: ${typo(makePrintable(problem, LONGEST_PROBLEM))}`;
  return [
    `  ${head.filter(Boolean).join(', ')}${said}`,
    ...(values.length > 0 ? [`    lu\u00a0: ${quoteSome(values)}`] : []),
    ...(mended === undefined || values.length > 1 ? [] : [`    lu comme\u00a0: ${quote(mended)}`]),
    `    attendu\u00a0: ${typo(expected)}`,
    ...(nearest === undefined ? [] : [`    le plus proche\u00a0: ${quote(nearest)}`]),
  ].join('\n');
}

function describeLines(faults: readonly Fault[]): string {
  const lines = faults.flatMap(({ line }) => line ?? []);
  const [{ line, record }] = faults as [Fault];
  if (line === undefined) return '';
  if (lines.length > 1) {
    const named = lines.slice(0, NAMED).join(', ');
    return `${lines.length} fois, lignes ${named}${lines.length > NAMED ? '…' : ''}`;
  }
  return record === undefined || record === line ? `ligne ${line}` : `ligne ${line} (ligne ${record} du tableur)`;
}

/** A key of a settings file is not a column. */
function describeColumn({ file, columnLetter, columnName }: Fault): string {
  const word = /\.(?:json|ya?ml|mdx)$/i.test(file) ? undefined : 'colonne';
  if (columnLetter === undefined && columnName === undefined) return '';
  return [word, columnLetter, columnName === undefined ? undefined : quote(columnName)].filter(Boolean).join(' ');
}

function quoteSome(values: readonly string[]): string {
  return values.slice(0, NAMED).map(quote).join(', ') + (values.length > NAMED ? '…' : '');
}

function quote(value: string): string {
  return `«\u00a0${makePrintable(value)}\u00a0»`;
}
