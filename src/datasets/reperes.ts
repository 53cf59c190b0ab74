import { decimal, integer, oneOf, slug, text, url } from '../csv/kinds.ts';
import type { Unit } from '../model/unit.ts';
import { type Check, defineDataset, type RowOf, type RowOfShape } from './define.ts';

/** What a published number speaks of: the country (the region included), the region, its metropolis, or the network itself. */
export const PERIMETRES = { france: 'France', region: 'région', metropole: 'métropole', reseau: 'réseau' } as const;

/** How sure the source is of its number. */
const PRECISIONS = { exact: 'exact', environ: 'environ', 'plus de': 'plus de', 'près de': 'près de' } as const;

/** What the number was when it was published; a draft, a vote and a payment are three things. */
export const STATUTS = {
  constate: 'constaté',
  declare: 'déclaré',
  annonce: 'annoncé',
  objectif: 'objectif',
  propose: 'proposé',
  attribue: 'attribué',
  vote: 'voté',
  depense: 'dépensé',
  paye: 'payé',
} as const;

/** The unit of each code of the column `unite`. */
export const UNITES = {
  '%': '%',
  '€': '€',
  'm²': 'm²',
  lieux: { one: 'lieu', many: 'lieux' },
  emplois: { one: 'emploi', many: 'emplois' },
  structures: { one: 'structure', many: 'structures' },
  personnes: { one: 'personne', many: 'personnes' },
  cercles: { one: 'cercle', many: 'cercles' },
  axes: { one: 'axe', many: 'axes' },
  minutes: { one: 'minute', many: 'minutes' },
} as const satisfies Record<string, Unit>;

const UNITE_LABELS = {
  '%': '%',
  '€': '€',
  'm²': 'm²',
  lieux: 'lieux',
  emplois: 'emplois',
  structures: 'structures',
  personnes: 'personnes',
  cercles: 'cercles',
  axes: 'axes',
  minutes: 'minutes',
} as const satisfies Record<keyof typeof UNITES, string>;

const columns = {
  id: slug({
    title: 'id',
    description: 'Identifiant du repère : il sert à le citer dans un texte et ne change jamais.',
    required: true,
    unique: true,
  }),
  serie: slug({
    title: 'serie',
    description: 'Ce que le nombre mesure ; une figure montre une série.',
    required: true,
  }),
  rang: integer({
    title: 'rang',
    description: 'Ordre dans la série, à partir de 1.',
    required: true,
    min: 1,
    max: 999,
  }),
  modalite: slug({
    title: 'modalite',
    description: 'Catégorie dans la série ; la même d’un territoire à l’autre pour que les deux se lisent ensemble.',
  }),
  libelle: text({ title: 'libelle', description: 'Nom court, écrit dans les figures.', required: true, max: 80 }),
  territoire: oneOf(PERIMETRES, { title: 'territoire', description: 'De quoi le nombre parle.', required: true }),
  millesime: text({
    title: 'millesime',
    description: 'Année du nombre : AAAA, AAAA-MM ou AAAA-AAAA ; vide quand la source ne le date pas.',
    max: 9,
  }),
  valeur: decimal({
    title: 'valeur',
    description: 'Le nombre tel que publié : pour un pourcentage de 0 à 100, pour un montant en euros.',
    required: true,
    min: 0,
  }),
  unite: oneOf(UNITE_LABELS, { title: 'unite', description: 'Ce que le nombre compte.', required: true }),
  precision: oneOf(PRECISIONS, {
    title: 'precision',
    description: 'Les mots de la source devant le nombre.',
    required: true,
  }),
  statut: oneOf(STATUTS, {
    title: 'statut',
    description: 'Un crédit proposé, voté ou dépensé, une part déclarée, un objectif… ne s’additionnent pas.',
    required: true,
  }),
  champ: text({ title: 'champ', description: 'Qui ou quoi est compté.', required: true, max: 200 }),
  base: integer({
    title: 'base',
    description: 'Nombre de lieux sur lesquels le nombre repose, s’il est publié.',
    min: 1,
  }),
  base_precision: oneOf(PRECISIONS, { title: 'base_precision', description: 'Précision de la base.' }),
  source: text({ title: 'source', description: 'Qui publie le nombre.', required: true, max: 200 }),
  url: url({ title: 'url', description: 'La page qui publie le nombre.' }),
  reference: text({ title: 'reference', description: 'À défaut de page : délibération, document, journal.', max: 200 }),
  note: text({ title: 'note', description: 'Ce qu’il faut savoir pour ne pas mal lire le nombre.', max: 500 }),
};

type Row = RowOfShape<typeof columns>;

/** "2023", "2025-11" or "2017-2021", the last year not before the first. */
function isMillesime(millesime: string): boolean {
  const [, first, month, last] = /^(\d{4})(?:-(\d{2})|[–-](\d{4}))?$/.exec(millesime) ?? [];
  if (!first) return false;
  return month ? Number(month) >= 1 && Number(month) <= 12 : !last || last > first;
}

const checkMillesimes: Check<Row> = (rows, fault) =>
  rows
    .filter(({ millesime }) => millesime !== null && !isMillesime(millesime))
    .map((row) =>
      fault(row, 'millesime', { expected: 'une année AAAA, un mois AAAA-MM, une période AAAA-AAAA, ou rien' }),
    );

const checkSources: Check<Row> = (rows, fault) =>
  rows
    .filter(({ url, reference }) => url === null && reference === null)
    .map((row) =>
      fault(row, 'url', { problem: 'repère sans source', expected: 'une adresse ou, à défaut, une référence' }),
    );

const checkPercentages: Check<Row> = (rows, fault) =>
  rows
    .filter(({ unite, valeur, serie }) => unite === '%' && valeur > 100 && serie !== 'croissance')
    .map((row) => fault(row, 'valeur', { expected: 'un pourcentage entre 0 et 100' }));

const checkBases: Check<Row> = (rows, fault) =>
  rows
    .filter(({ base, base_precision }) => (base === null) !== (base_precision === null))
    .map((row) =>
      fault(row, 'base_precision', { expected: row.base === null ? 'rien, faute de base' : 'la précision de la base' }),
    );

/** Numbers published elsewhere, contradictions included: each with its source, year, base and status. */
export const reperes = defineDataset({
  id: 'reperes',
  title: 'Repères',
  description: 'Les nombres publiés sur les tiers-lieux, chacun avec sa source, son année, sa base et son statut.',
  access: 'public',
  millesimes: false,
  stands: true,
  columns,
  key: ['id'],
  checks: [checkMillesimes, checkSources, checkPercentages, checkBases],
});

/** One published number. */
export type Repere = RowOf<typeof reperes>;
