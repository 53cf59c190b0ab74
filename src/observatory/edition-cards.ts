import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Fault } from '../csv/fault.ts';
import { isNamed, nameFile, readSuppliedText } from '../datasets/files.ts';
import { type DocumentReading, readDocument } from '../datasets/read-document.ts';
import { url, words } from '../datasets/text-schemas.ts';
import { COLOUR_NAMES, type ColourName, isLegible, USUAL_COLOURS } from './edition/cover-colours.ts';
import { isIsbn } from './edition/isbn.ts';

const day = z.iso.date('un jour, AAAA-MM-JJ');

/** What a draft may still lack, and a published edition may not. */
const known = z.object({
  title: words,
  description: words,
  theme: words,
  dates: z
    .strictObject({ debut: day, fin: day })
    .refine(({ debut, fin }) => debut <= fin, { path: ['fin'], error: 'un jour qui ne précède pas le début' }),
  lieu: words,
});

const colour = z.enum(COLOUR_NAMES as [ColourName, ...ColourName[]]);

const cardSchema = z.strictObject({
  title: known.shape.title.nullish(),
  description: known.shape.description.nullish(),
  theme: known.shape.theme.nullish(),
  dates: known.shape.dates.nullish(),
  lieu: known.shape.lieu.nullish(),
  brouillon: z.boolean().nullish(),
  evenement: words.nullish(),
  commune: words.nullish(),
  source: url.nullish(),
  credits: z.array(z.strictObject({ role: words, noms: z.array(words).min(1, 'au moins un nom') })).nullish(),
  licence: z.strictObject({ nom: words, url }).nullish(),
  isbn: z.string().refine(isIsbn, 'un ISBN à treize chiffres, dont la clé est juste').nullish(),
  couleurs: z
    .strictObject({
      fond: colour.default(USUAL_COLOURS.fond),
      texte: colour.default(USUAL_COLOURS.texte),
      briques: colour.default(USUAL_COLOURS.briques),
    })
    .refine(isLegible, { path: ['texte'], error: 'une couleur qui se lit sur le fond (contraste d’au moins 4,5)' })
    .nullish(),
  impression: z
    .strictObject({
      format: z.enum(['A5', 'A4']).nullish(),
      papier: words.nullish(),
      /** Thickness of a sheet, in thousandths of a millimetre: with the number of pages it gives the spine. */
      epaisseur: z
        .number()
        .refine((value) => value >= 30 && value <= 1000, 'une épaisseur en millièmes de millimètre, de 30 à 1000')
        .nullish(),
    })
    .nullish(),
});

type Written = z.infer<typeof cardSchema>;

/** What edition.yaml says of a yearly book that may be published. */
export interface EditionCard extends z.infer<typeof known>, Omit<Written, keyof z.infer<typeof known> | 'brouillon'> {
  readonly annee: string;
}

/** A yearly book that is not published, what its card says so far, and which of its keys are still empty. */
export interface EditionDraft {
  readonly annee: string;
  readonly written: Omit<Written, 'brouillon'>;
  /** Keys of edition.yaml; none where the team keeps it as a draft (`brouillon: true`). */
  readonly lacks: readonly string[];
}

/** The editions of a content folder, newest first, and the faults of their cards; a card that lacks a required key is a draft, left out. */
export function readEditionCards(content: string): {
  readonly cards: readonly EditionCard[];
  readonly drafts: readonly EditionDraft[];
  readonly faults: readonly Fault[];
} {
  const folder = join(content, 'editions');
  const years = listYears(folder);
  const readings = years.map((annee) => ({ annee, ...readCard(join(folder, annee, 'edition.yaml')) }));
  const judged = readings.flatMap(({ annee, value, faults }) => {
    if (faults.length > 0 || value === null) return [];
    const { brouillon, ...written } = value;
    return [{ annee, written, isKept: brouillon === true, card: known.safeParse(value) }];
  });
  return {
    cards: judged.flatMap(({ annee, written, isKept, card }) =>
      card.success && !isKept ? [{ ...written, ...card.data, annee }] : [],
    ),
    drafts: judged.flatMap(({ annee, written, isKept, card }) =>
      card.success && !isKept
        ? []
        : [{ annee, written, lacks: card.error?.issues.map(({ path }) => String(path[0])) ?? [] }],
    ),
    faults: readings.flatMap(({ faults }) => faults),
  };
}

function listYears(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      .sort()
      .reverse();
  } catch {
    return [];
  }
}

function readCard(file: string): DocumentReading<Written> {
  if (!isNamed(file)) return { value: null, faults: [noCard(file)] };
  const text = readSuppliedText(file, 'la fiche d’une édition');
  return typeof text === 'string' ? readDocument(text, nameFile(file), cardSchema) : { value: null, faults: [text] };
}

function noCard(file: string): Fault {
  return {
    level: 'erreur',
    file: nameFile(file),
    problem: 'édition sans fiche',
    expected: 'un fichier edition.yaml dans le dossier de l’édition',
  };
}
