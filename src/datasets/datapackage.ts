import { z } from 'zod';
import type { Source } from '../model/table.ts';
import type { DatasetId } from './data.ts';
import { slug, url, words } from './text-schemas.ts';

/** Inside the data folder: relative, no way up. */
const path = z
  .string()
  .regex(
    /^(?!.*(?:^|\/)\.\.?(?:\/|$))[^/\\:]+(?:\/[^/\\:]+)*\.csv$/,
    'un chemin vers un fichier .csv, relatif au dossier des données',
  );

const license = z.object({ name: words, title: words.optional(), path: url.optional() });

const euros = z.number().nonnegative().optional();

const resource = z.object({
  /** The dataset's id, followed by the millésime where it has millésimes: `enquete-3001`. */
  name: slug,
  title: words,
  path: z.union([path, z.tuple([path])]).transform((given) => (typeof given === 'string' ? given : given[0])),
  description: words.optional(),
  sources: z.array(z.object({ title: words, path: url.optional() })).min(1, 'au moins une source'),
  licenses: z.array(license).min(1, 'au moins une licence'),
  /** Of the data, not of the file: 'AAAA', 'AAAA-MM' or 'AAAA-MM-JJ'. */
  date: z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, 'une date AAAA, AAAA-MM ou AAAA-MM-JJ'),
  /** Whom the answers come from, as a noun phrase. */
  base: words,
  /** How many units exist, answers or not; null when the source does not say. */
  univers: z.int().positive().nullable(),
  exhaustif: z.boolean(),
  access: z.enum(['public', 'aggregates']),
  statut: words,
  declaratif: z.boolean(),
  /** What funders give in a ledger, in euros of money, by status: compared with its lines. */
  totaux: z.strictObject({ demande: euros, notifie: euros, verse: euros }).optional(),
});

/** What data/datapackage.json says (Frictionless Data Package, and our own words for each resource). */
export const datapackageSchema = z.object({
  name: words,
  title: words,
  licenses: z.array(license).optional(),
  resources: z.array(resource),
});

/** A data file as datapackage.json describes it. */
export type DescribedFile = z.infer<typeof resource>;

/** A data file of ours: what datapackage.json says of it, which dataset and millésime it is, and how figures cite it. */
export interface Resource extends DescribedFile {
  readonly dataset: DatasetId;
  readonly millesime: string | null;
  readonly source: Source;
}

/** How a figure cites a data file: "Données déclaratives" is said wherever they are. */
export function citeFile({ sources, licenses, declaratif }: DescribedFile, millesime: string | null): Source {
  const url = sources.length === 1 ? sources[0]!.path : undefined;
  return {
    label: sources.map(({ title }) => title).join(', '),
    ...(url ? { url } : {}),
    ...(millesime ? { millesime } : {}),
    licence: licenses.map(({ title, name }) => title ?? name).join(', '),
    ...(declaratif ? { note: 'Données déclaratives' } : {}),
  };
}
