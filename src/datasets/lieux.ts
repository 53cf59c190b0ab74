import { communeCode, date, latitude, longitude, oneOf, severalOf, slug, text, url } from '../csv/kinds.ts';
import { type Check, defineDataset, type RowOf, type RowOfShape } from './define.ts';
import { TYPES } from './enquete-options.ts';

/** How precisely a place is located: at its address, or at the middle of its commune. */
export const POSITIONS = { exacte: 'exacte', commune: 'à la commune' } as const;

/** Legal forms as a public page names them; a survey knows more (Scic, SAS…). */
const FORMES_CITEES = {
  association: 'association',
  cooperative: 'coopérative',
  societe: 'société privée',
  'etablissement-public': 'établissement public',
  commune: 'commune',
} as const;

const columns = {
  id: slug({
    title: 'id',
    description: 'Identifiant du lieu, dans l’adresse de sa page : il ne change jamais.',
    required: true,
    unique: true,
  }),
  nom: text({ title: 'nom', description: 'Nom d’usage du lieu.', required: true, max: 120 }),
  commune: text({ title: 'commune', description: 'Nom de la commune.', max: 80 }),
  code_insee: communeCode({
    title: 'code_insee',
    description: 'Code officiel géographique de la commune.',
    mayLieElsewhere: true,
  }),
  latitude: latitude({ title: 'latitude', description: 'Latitude en degrés (WGS 84).' }),
  longitude: longitude({ title: 'longitude', description: 'Longitude en degrés (WGS 84).' }),
  position: oneOf(POSITIONS, {
    title: 'position',
    description: '« à la commune » quand le point est le centre de la commune et non l’adresse du lieu.',
  }),
  types: severalOf(TYPES, {
    title: 'types',
    description: 'Les types du lieu, quand l’activité citée par la source y correspond ; sinon vide.',
  }),
  forme_juridique: oneOf(FORMES_CITEES, {
    title: 'forme_juridique',
    description: 'Qui porte le lieu, seulement quand la source le dit.',
  }),
  cercle: slug({
    title: 'cercle',
    description: 'Identifiant du cercle auquel le lieu dit appartenir ; jamais déduit de la commune.',
  }),
  site_web: url({ title: 'site_web', description: 'Site du lieu.' }),
  activite_citee: text({ title: 'activite_citee', description: 'Activité dans les mots de la source.', max: 200 }),
  cite_comme: text({ title: 'cite_comme', description: 'Ce que la source dit du lieu.', required: true, max: 80 }),
  cite_le: date({ title: 'cite_le', description: 'Date de la source ; vide quand elle n’en a pas.' }),
  source: url({ title: 'source', description: 'La page qui cite le lieu.', required: true }),
  verifie_le: date({
    title: 'verifie_le',
    description: 'Dernière fois que l’équipe s’est assurée que le lieu existe ; vide s’il n’est pas vérifié.',
  }),
  retire_le: date({
    title: 'retire_le',
    description:
      'Jour où le lieu a demandé à ne plus figurer : sa fiche devient un avis, et il disparaît de tout le reste.',
  }),
};

type Row = RowOfShape<typeof columns>;

const checkPositions: Check<Row> = (rows, fault) =>
  rows.flatMap((row) => {
    const located = row.latitude !== null && row.longitude !== null;
    if (!located && (row.latitude !== null || row.longitude !== null))
      return [
        fault(row, row.latitude === null ? 'latitude' : 'longitude', { expected: 'les deux coordonnées ou aucune' }),
      ];
    if (located && row.position === null)
      return [fault(row, 'position', { expected: '« exacte » ou « à la commune », puisque le lieu est placé' })];
    return [];
  });

/** Only what a source calls a tiers-lieu enters the directory: an "acteur" or a host is not one for that. */
const checkCitations: Check<Row> = (rows, fault) =>
  rows
    .filter(({ cite_comme }) => cite_comme !== 'tiers-lieu')
    .map((row) =>
      fault(row, 'cite_comme', { expected: '« tiers-lieu » : l’annuaire ne prend que les lieux ainsi nommés' }),
    );

const checkDoubles: Check<Row> = (rows, fault) => {
  const known = new Map<string, string>();
  return rows.flatMap((row) => {
    const key = `${row.nom.toLocaleLowerCase('fr')}|${row.code_insee ?? row.commune}`;
    const first = known.get(key);
    known.set(key, first ?? row.id);
    return first
      ? [
          fault(row, 'nom', {
            level: 'avertissement',
            problem: `même nom et même commune que « ${first} »`,
            expected: 'un lieu une seule fois',
          }),
        ]
      : [];
  });
};

/** The directory: places that a public source calls tiers-lieux; nothing says that they are still open. */
export const lieux = defineDataset({
  id: 'lieux',
  title: 'Annuaire des lieux',
  description: 'Les lieux qu’une source publique nomme tiers-lieux, avec ce que cette source en dit et sa date.',
  access: 'public',
  millesimes: false,
  columns,
  key: ['id'],
  team: ['cercle', 'verifie_le', 'retire_le'],
  withdrawal: 'retire_le',
  checks: [checkPositions, checkCitations, checkDoubles],
});

/** One place of the directory. */
export type Lieu = RowOf<typeof lieux>;
