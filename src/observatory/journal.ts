import { join } from 'node:path';
import { z } from 'zod';
import type { Fault } from '../csv/fault.ts';
import { findNearest } from '../csv/nearest.ts';
import { isNamed, nameFile, readSuppliedText } from '../datasets/files.ts';
import { readDocument } from '../datasets/read-document.ts';
import { sentence, words } from '../datasets/text-schemas.ts';
import { nameEntry } from './name-entry.ts';

/** The ids that a journal may name. */
interface KnownIds {
  /** Figures, indicators, and published numbers as `reperes/<id>`. */
  readonly things: readonly string[];
  readonly territoires: readonly string[];
}

const anything = { quoi: words, territoire: words };

const expected = {
  things: 'l’identifiant d’une figure ou d’un indicateur, ou reperes/ suivi de celui d’un chiffre publié',
  territoires: 'l’identifiant d’un territoire de observatoire.yaml',
};

/** The words that stand, in a line given to the team, for what it has to write itself; left as they are, they are refused. */
export const TO_EXPLAIN = {
  moved: 'pourquoi ces nombres ont bougé',
  broken: 'ce qui a changé, et ne se compare plus',
} as const;

const explication = sentence('pourquoi, en une phrase').refine(
  (text) => !Object.values<string>(TO_EXPLAIN).includes(text),
  'votre phrase, à la place de ces mots',
);

/** content/journal.yaml; an empty file says nothing. */
function schemaOf({ quoi, territoire }: Record<keyof typeof anything, z.ZodType<string>>) {
  const entry = z.strictObject({
    date: z.iso.date('un jour, AAAA-MM-JJ'),
    quoi: z.union([quoi.transform((one) => [one]), z.array(quoi).min(1, 'au moins un identifiant')]),
    millesime: z.union([words, z.int().transform(String)]).optional(),
    territoire: territoire.optional(),
    rupture: z.literal(true, 'true, ou rien : la ligne dit une rupture de série').optional(),
    explication,
  });
  return z.array(entry).nullable();
}

/**
 * Why numbers moved, as the team tells it: what (figures, indicators, published numbers), when, and why; `rupture` where
 * the series is no longer the same, so that before and after are not compared.
 */
export type JournalEntry = NonNullable<z.infer<ReturnType<typeof schemaOf>>>[number];

/**
 * The journal of a content folder, none where there is no file, and its faults. An id that names nothing is a warning:
 * what was told stays true after the number itself is gone.
 */
export function readJournal(
  content: string,
  known?: KnownIds,
): { readonly entries: readonly JournalEntry[]; readonly faults: readonly Fault[] } {
  const path = join(content, 'journal.yaml');
  if (!isNamed(path)) return { entries: [], faults: [] };
  const text = readSuppliedText(path, 'le journal des chiffres');
  if (typeof text !== 'string') return { entries: [], faults: [text] };
  const file = nameFile(path);
  const { value, faults } = readDocument(text, file, schemaOf(anything));
  if (faults.length > 0) return { entries: [], faults: faults.map(nameEntry) };
  return { entries: value ?? [], faults: known ? findStrangers(text, file, known) : [] };
}

/** Ids that name nothing, with their lines. */
function findStrangers(text: string, file: string, { things, territoires }: KnownIds): readonly Fault[] {
  const schema = schemaOf({
    quoi: words.refine((id) => things.includes(id), expected.things),
    territoire: words.refine((id) => territoires.includes(id), expected.territoires),
  });
  return readDocument(text, file, schema).faults.map((fault) => ({
    ...nameEntry(fault),
    level: 'avertissement',
    nearest: findNearest(fault.value ?? '', fault.expected === expected.territoires ? territoires : things),
  }));
}
