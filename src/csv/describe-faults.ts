import type { Fault } from './fault.ts';
import { makePrintable } from './printable.ts';

/** More identical faults of one column than this are told together. */
const TOLD_ONE_BY_ONE = 3;
/** Longest problem told, in characters: our own words, around a piece of a value. */
const LONGEST_PROBLEM = 160;
/** Lines named in a gathered fault. */
const LINES_NAMED = 8;

/** All faults as text for the person who can mend them: by file, errors first, then one block a fault. */
export function describeFaults(faults: readonly Fault[]): string {
  const files = Map.groupBy(faults, ({ file }) => file);
  return [...files].map(([file, own]) => [file, ...describeFile(own)].join('\n\n')).join('\n\n');
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

function describeFile(faults: readonly Fault[]): string[] {
  const ordered = faults.toSorted(
    (a, b) =>
      a.level.localeCompare(b.level) * -1 ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.columnLetter?.length ?? 0) - (b.columnLetter?.length ?? 0) ||
      (a.columnLetter ?? '').localeCompare(b.columnLetter ?? ''),
  );
  const groups = Map.groupBy(ordered, identify);
  return [...groups.values()].flatMap((alike) =>
    alike.length > TOLD_ONE_BY_ONE ? [describeGroup(alike)] : alike.map(describeFault),
  );
}

/** Same column, same value, same message: one mistake, copied. */
function identify({ level, columnLetter, columnName, value, problem, expected, nearest }: Fault): string {
  return JSON.stringify([level, columnLetter, columnName, value, problem, expected, nearest]);
}

/** One fault as a block of lines. */
export function describeFault(fault: Fault): string {
  return describeBlock(fault, describeLine(fault));
}

function describeGroup(alike: readonly Fault[]): string {
  const lines = alike.flatMap(({ line }) => (line === undefined ? [] : [line]));
  const named = lines.slice(0, LINES_NAMED).join(', ');
  const more = lines.length > LINES_NAMED ? '…' : '';
  return describeBlock(alike[0]!, `${alike.length} fois, lignes ${named}${more}`);
}

function describeLine({ line, record }: Fault): string {
  if (line === undefined) return '';
  return record === undefined || record === line ? `ligne ${line}` : `ligne ${line} (ligne ${record} du tableur)`;
}

function describeBlock(fault: Fault, where: string): string {
  const { level, columnLetter, columnName, value, problem, expected, nearest, mended } = fault;
  const column = [columnLetter, columnName === undefined ? undefined : `« ${makePrintable(columnName)} »`]
    .filter(Boolean)
    .join(' ');
  const head = [level === 'erreur' ? 'Erreur' : 'Avertissement', where, column && `colonne ${column}`]
    .filter(Boolean)
    .join(', ');
  return [
    `  ${head}${problem ? ` : ${makePrintable(problem, LONGEST_PROBLEM)}` : ''}`,
    ...(value ? [`    lu : « ${makePrintable(value)} »`] : []),
    ...(mended === undefined ? [] : [`    lu comme : « ${makePrintable(mended)} »`]),
    `    attendu : ${expected}`,
    ...(nearest === undefined ? [] : [`    le plus proche : « ${makePrintable(nearest)} »`]),
  ].join('\n');
}
