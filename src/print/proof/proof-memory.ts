import { z } from 'zod';
import { readDocument } from '../../datasets/read-document.ts';
import type { Changes } from './changes.ts';
import type { PageLook } from './see-pages.ts';

/** A proof as the next one must know it. */
export interface ProofMemory {
  /** 1 for the first proof of a book. */
  readonly number: number;
  /** What the proof told of the one before; nothing for the first. */
  readonly changes: Changes | undefined;
  /** Faults that it listed. */
  readonly faults: readonly string[];
  /** ISO, of the data: a day, a month or a year. */
  readonly date: string;
  readonly pages: readonly PageLook[];
}

/** The book that a memory is about. */
export interface ProofOf {
  readonly annee: string;
  readonly format: string;
}

/** Another shape of the memory would be another number. */
const SHAPE = 1;

const number = z.int().min(1);

const shape = z.looseObject({
  epreuve: z.object({
    forme: z.literal(SHAPE),
    numero: number,
    edition: z.string(),
    format: z.string(),
    donnees: z.string(),
    fautes: z.array(z.string()),
    changements: z
      .object({
        depuis: number,
        modifiees: z.array(z.object({ page: number, avant: number, mots: z.string() })),
        ajoutees: z.array(number),
        retirees: z.array(number),
        decalees: z.array(z.object({ de: number, a: number, avant: number })),
      })
      .nullable(),
    pages: z.array(z.object({ dessin: z.string(), matiere: z.string(), texte: z.string() })),
  }),
});

type Written = z.infer<typeof shape>['epreuve'];

/** The memory in the report of a proof, or in a French sentence why it is none of this book's. */
export function readMemory(
  text: string,
  file: string,
  { annee, format }: ProofOf,
): { readonly memory: ProofMemory } | { readonly problem: string } {
  const { value, faults } = readDocument(text, file, shape);
  if (value === null) {
    const { line, columnName, problem, expected } = faults[0]!;
    const what = [problem, columnName && `« ${columnName} »`].filter(Boolean).join(' ');
    return { problem: `ligne ${line} : ${[what, `attendu : ${expected}`].filter(Boolean).join(' ; ')}` };
  }
  const { epreuve } = value;
  if (epreuve.edition !== annee || epreuve.format !== format) {
    return { problem: `il garde l’épreuve d’un autre livre : édition ${epreuve.edition}, ${epreuve.format}` };
  }
  return { memory: fromWritten(epreuve) };
}

/** The memory as it is written in the report of a proof. */
export function writeMemory({ annee, format }: ProofOf, memory: ProofMemory): { readonly epreuve: Written } {
  const { number: numero, changes, faults, date, pages } = memory;
  return {
    epreuve: {
      forme: SHAPE,
      numero,
      edition: annee,
      format,
      donnees: date,
      fautes: [...faults],
      changements: changes ? writeChanges(changes) : null,
      pages: pages.map(({ look, substance, text }) => ({ dessin: look, matiere: substance, texte: text })),
    },
  };
}

function writeChanges({ since, changed, added, removed, shifted }: Changes): NonNullable<Written['changements']> {
  return {
    depuis: since,
    modifiees: changed.map(({ page, was, words }) => ({ page, avant: was, mots: words })),
    ajoutees: [...added],
    retirees: [...removed],
    decalees: shifted.map(({ from, to, was }) => ({ de: from, a: to, avant: was })),
  };
}

function fromWritten({ numero, changements, fautes, donnees, pages }: Written): ProofMemory {
  return {
    number: numero,
    changes: changements
      ? {
          since: changements.depuis,
          changed: changements.modifiees.map(({ page, avant, mots }) => ({ page, was: avant, words: mots })),
          added: changements.ajoutees,
          removed: changements.retirees,
          shifted: changements.decalees.map(({ de, a, avant }) => ({ from: de, to: a, was: avant })),
        }
      : undefined,
    faults: fautes,
    date: donnees,
    pages: pages.map(({ dessin, matiere, texte }) => ({ look: dessin, substance: matiere, text: texte })),
  };
}
