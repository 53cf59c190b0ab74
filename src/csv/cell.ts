import { fold } from '../text/fold.ts';
import { formatNumber } from '../text/number.ts';
import type { Column, References, Refusal } from './column.ts';
import type { Level } from './fault.ts';
import { unmask } from './write.ts';

/** What a cell reads as; `flaw` is what there is to tell about it. */
export interface Outcome {
  readonly value: unknown;
  readonly flaw?: Refusal & { readonly level: Level };
}

/** Longer than any answer: no kind has to read it. */
const LONGEST_CELL = 100_000;

/** Reads the text of a cell; a refused one reads as empty. Called once per distinct text of a column. */
export function readCell(raw: string, column: Column<unknown>, references: References | undefined): Outcome {
  const { empty } = column;
  const text = unmask(raw.trim());
  if (text.length > LONGEST_CELL) {
    const problem = `${formatNumber(text.length)} caractères`;
    return { value: empty, flaw: { level: 'erreur', problem, expected: column.expected } };
  }
  if (text === '') {
    if (!column.meta.required) return { value: empty };
    return { value: empty, flaw: { level: 'erreur', problem: 'cellule vide', expected: column.expected } };
  }
  const read = column.schema.safeParse(text);
  if (!read.success)
    return { value: empty, flaw: { level: 'erreur', ...explain(text, column, read.error.issues[0]!) } };
  const refusal = column.refine?.(read.data, references);
  if (refusal) {
    const flaw = { level: 'erreur', ...refusal } as const;
    return { value: flaw.level === 'erreur' ? empty : read.data, flaw };
  }
  const suspicion = column.suspect?.(text);
  if (suspicion) return { value: read.data, flaw: { level: 'avertissement', ...suspicion } };
  return { value: read.data };
}

/** What people write for "unknown": an empty cell says it. */
const UNKNOWN = new Set([
  'nc',
  'n.c.',
  'nr',
  'nd',
  'na',
  'n/a',
  'n.a.',
  '#n/a',
  'nsp',
  'null',
  'inconnu',
  'inconnue',
  '?',
  '-',
]);

/** True for a text by which people say that they do not know. */
export function meansUnknown(text: string): boolean {
  return UNKNOWN.has(fold(text));
}

function explain(text: string, column: Column<unknown>, issue: { message: string; params?: unknown }): Refusal {
  const refusal = { expected: issue.message, ...(issue.params as Partial<Refusal> | undefined) };
  if (!column.meta.required && meansUnknown(text)) {
    return { ...refusal, problem: 'réponse inconnue : laissez la cellule vide', nearest: undefined };
  }
  return refusal;
}
