import { join } from 'node:path';
import { z } from 'zod';
import type { Fault } from '../csv/fault.ts';
import { isNamed, nameFile, readSuppliedText } from '../datasets/files.ts';
import { readDocument } from '../datasets/read-document.ts';
import { words } from '../datasets/text-schemas.ts';
import { nameEntry } from './name-entry.ts';

/** The word of an erratum that is about all cells of a figure. */
export const ALL_CELLS = 'toutes';

const entry = z
  .strictObject({
    date: z.iso.date('un jour, AAAA-MM-JJ'),
    figure: words,
    millesime: z.union([words, z.int().transform(String)]).optional(),
    cellule: words.optional(),
    raison: words.optional(),
    avant: words.optional(),
    apres: words.optional(),
    etat: words.optional(),
    devient: words.optional(),
    retrait: z.literal(true, 'un « true », ou rien').optional(),
  })
  .superRefine((written, context) => {
    const keys = keysOf(written);
    for (const key of keys.needed) {
      if (written[key] === undefined) context.addIssue({ code: 'custom', path: [key], message: MEANINGS[key] });
    }
    for (const key of OPTIONAL) {
      if (written[key] === undefined || keys.needed.includes(key) || keys.allowed.includes(key)) continue;
      context.addIssue({ code: 'custom', path: [key], message: `rien : cette clé n’est pas d’${keys.kind}` });
    }
  });

type Written = z.infer<typeof entry>;

const OPTIONAL = ['millesime', 'cellule', 'raison', 'avant', 'apres', 'etat', 'devient', 'retrait'] as const;

const MEANINGS: Readonly<Record<(typeof OPTIONAL)[number], string>> = {
  millesime: 'le millésime figé',
  cellule: `la cellule, comme la commande la nomme, ou « ${ALL_CELLS} »`,
  raison: 'ce qui était faux, en une phrase',
  avant: 'le nombre publié, comme on le lit',
  apres: 'le nombre corrigé, comme on le lit',
  etat: 'l’état que donne la commande',
  devient: 'l’identifiant d’une autre figure',
  retrait: 'un « true »',
};

/** What an entry of each kind must and may say. */
function keysOf({ cellule, retrait }: Pick<Written, 'cellule' | 'retrait'>): Keys {
  if (retrait) return { kind: 'un retrait', needed: ['millesime', 'retrait'], allowed: [] };
  if (cellule === undefined)
    return { kind: 'une figure qui n’est plus publiée', needed: ['raison'], allowed: ['devient'] };
  const shared = ['millesime', 'cellule', 'raison'] as const;
  return cellule === ALL_CELLS
    ? { kind: 'un erratum de toutes les cellules', needed: [...shared, 'etat'], allowed: ['avant', 'apres'] }
    : { kind: 'un erratum', needed: [...shared, 'avant', 'apres'], allowed: [] };
}

interface Keys {
  readonly kind: string;
  readonly needed: readonly (typeof OPTIONAL)[number][];
  readonly allowed: readonly (typeof OPTIONAL)[number][];
}

/** A number of a frozen year that was wrong: which, why, what stands in the frozen pages, and what is true. */
export interface Erratum {
  readonly date: string;
  readonly millesime: string;
  /** A figure's id, or an indicator's. */
  readonly figure: string;
  /** As readers name it; `ALL_CELLS` for all of them. */
  readonly cellule: string;
  readonly raison: string;
  readonly avant?: string;
  readonly apres?: string;
  /** The state of today's numbers that it explains, where it is about all of them. */
  readonly etat?: string;
}

/** A figure that is no longer published, why, and the one that took its place. */
export interface Gone {
  readonly date: string;
  readonly figure: string;
  readonly raison: string;
  readonly devient?: string;
}

/** A frozen figure that somebody named in it asked to be taken away; it says nobody's name. */
export interface Withdrawal {
  readonly date: string;
  readonly millesime: string;
  readonly figure: string;
}

/** What errata.yaml says, by kind, newest first. */
export interface Errata {
  readonly corrections: readonly Erratum[];
  readonly gone: readonly Gone[];
  readonly withdrawals: readonly Withdrawal[];
}

/** The name of the file in which the team explains what changed in frozen years. */
export const ERRATA = 'errata.yaml';

/** The errata of a content folder, none where there is no file, and its faults. */
export function readErrata(content: string): { readonly errata: Errata; readonly faults: readonly Fault[] } {
  const path = join(content, ERRATA);
  if (!isNamed(path)) return { errata: sortOut([]), faults: [] };
  const text = readSuppliedText(path, 'les errata');
  if (typeof text !== 'string') return { errata: sortOut([]), faults: [text] };
  const { value, faults } = readDocument(text, nameFile(path), z.array(entry).nullable());
  return { errata: sortOut(value ?? []), faults: faults.map(nameEntry) };
}

function sortOut(entries: readonly Written[]): Errata {
  const sorted = entries.toSorted((a, b) => b.date.localeCompare(a.date));
  return {
    corrections: sorted.filter(({ cellule }) => cellule !== undefined) as readonly Erratum[],
    gone: newestOfEach(sorted.filter(({ cellule, retrait }) => cellule === undefined && !retrait) as readonly Gone[]),
    withdrawals: sorted.filter(({ retrait }) => retrait) as readonly Withdrawal[],
  };
}

/** A figure has one page, which says what was said last. */
function newestOfEach(gone: readonly Gone[]): readonly Gone[] {
  return gone.filter(({ figure }, index) => gone.findIndex((other) => other.figure === figure) === index);
}
