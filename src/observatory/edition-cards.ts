import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Fault } from '../csv/fault.ts';
import { isNamed, nameFile, readSuppliedText } from '../datasets/files.ts';
import { type DocumentReading, readDocument } from '../datasets/read-document.ts';
import { url, words } from '../datasets/text-schemas.ts';

const day = z.iso.date('un jour, AAAA-MM-JJ');

/** What a draft may still lack, and a published edition may not. */
const known = z.object({
  title: words,
  description: words,
  dates: z
    .strictObject({ debut: day, fin: day })
    .refine(({ debut, fin }) => debut <= fin, { path: ['fin'], error: 'un jour qui ne précède pas le début' }),
  lieu: words,
});

const cardSchema = z.strictObject({
  title: known.shape.title.nullish(),
  description: known.shape.description.nullish(),
  dates: known.shape.dates.nullish(),
  lieu: known.shape.lieu.nullish(),
  evenement: words.nullish(),
  millesime: words.nullish(),
  theme: words.nullish(),
  commune: words.nullish(),
  source: url.nullish(),
});

/** What edition.yaml says of a yearly book that may be published. */
export interface EditionCard
  extends z.infer<typeof known>,
    Pick<z.infer<typeof cardSchema>, 'evenement' | 'commune' | 'source'> {
  readonly annee: string;
}

/** A yearly book that is not published, and what its card still lacks: keys of edition.yaml. */
export interface EditionDraft {
  readonly annee: string;
  readonly lacks: readonly string[];
}

/** The editions of a content folder, newest first, and the faults of their cards; a card that lacks title, description, dates or place is a draft, left out. */
export function readEditionCards(content: string): {
  readonly cards: readonly EditionCard[];
  readonly drafts: readonly EditionDraft[];
  readonly faults: readonly Fault[];
} {
  const folder = join(content, 'editions');
  const years = listYears(folder);
  const readings = years
    .map((annee) => ({ annee, file: join(folder, annee, 'edition.yaml') }))
    .filter(({ file }) => isNamed(file))
    .map(({ annee, file }) => ({ annee, ...readCard(file) }));
  const judged = readings.flatMap(({ annee, value, faults }) =>
    faults.length > 0 ? [] : [{ annee, value, card: known.safeParse(value) }],
  );
  return {
    cards: judged.flatMap(({ annee, value, card }) => (card.success ? [{ ...value, ...card.data, annee }] : [])),
    drafts: judged.flatMap(({ annee, card }) =>
      card.success ? [] : [{ annee, lacks: card.error.issues.map(({ path }) => String(path[0])) }],
    ),
    faults: readings.flatMap(({ faults }) => faults),
  };
}

function listYears(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort().reverse();
  } catch {
    return [];
  }
}

function readCard(file: string): DocumentReading<z.infer<typeof cardSchema>> {
  const text = readSuppliedText(file, 'la fiche d’une édition');
  return typeof text === 'string' ? readDocument(text, nameFile(file), cardSchema) : { value: null, faults: [text] };
}
