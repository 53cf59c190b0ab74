import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Topology } from 'topojson-specification';
import { bars } from '../../src/charts/bars.ts';
import { choropleth } from '../../src/charts/choropleth.ts';
import { columns } from '../../src/charts/columns.ts';
import { dumbbell } from '../../src/charts/dumbbell.ts';
import { flowDifference } from '../../src/charts/flow-difference.ts';
import { lines } from '../../src/charts/lines.ts';
import { numbers } from '../../src/charts/numbers.ts';
import { ranges } from '../../src/charts/ranges.ts';
import { ruler } from '../../src/charts/ruler.ts';
import { sankey } from '../../src/charts/sankey.ts';
import { sankeyYears } from '../../src/charts/sankey-years.ts';
import { smallMaps } from '../../src/charts/small-maps.ts';
import { smallMultiples } from '../../src/charts/small-multiples.ts';
import { squares } from '../../src/charts/squares.ts';
import { stackedBars } from '../../src/charts/stacked-bars.ts';
import { symbolMap } from '../../src/charts/symbol-map.ts';
import { waffle } from '../../src/charts/waffle.ts';
import { projectGeo } from '../../src/geo/project.ts';
import type { Drawing, Frame } from '../../src/model/drawing.ts';
import type { PublishedCell } from '../../src/model/table.ts';
import type { Unit } from '../../src/model/unit.ts';
import { flowOfSize, flowOptions } from './flow-examples.ts';
import { tableOf } from './table-of.ts';

export { frameOf, tableOf } from './table-of.ts';

const lieux: Unit = { one: 'lieu', many: 'lieux' };

const activites = tableOf(
  ['activite'],
  '%',
  [
    ['coworking', { valeur: { value: 56, n: 56, base: 100 }, france: 55 }],
    ['culture', { valeur: { value: 34, n: 34, base: 100 }, france: 31 }],
    ['fablab', { valeur: { value: 27, n: 27, base: 100 }, france: 28 }],
    ['ateliers', { valeur: { value: 20, n: 20, base: 100 }, france: 16 }],
  ],
  {
    activite: {
      coworking: 'Coworking',
      culture: 'Culture',
      fablab: 'Fablab',
      ateliers: 'Ateliers artisanaux partagés',
    },
  },
);

const signes = tableOf(['activite'], '€', [
  ['Subventions publiques', 4_500_000_00],
  ['Ventes de prestations', { value: 1_200_000_00, sign: 'p' }],
  ['Locations d’espaces', { value: 980_000_00, precision: 'environ' }],
  ['Adhésions et participations des usagères et usagers', { value: 320_000_00, precision: 'plus de' }],
  ['Mécénat', { value: 210_000_00, precision: 'près de' }],
  ['Dons', { sign: 's' }],
  ['Autres', { sign: 'nd' }],
]);

const groupes = tableOf(['ressource', 'type'], lieux, [
  ['Imprimante 3D|Fabrication', 42],
  ['Découpe laser|Fabrication', 31],
  ['Machine à coudre|Fabrication', 12],
  ['Salle de réunion|Accueil', 77],
  ['Bureaux partagés|Accueil', 56],
]);

const ressources = tableOf(
  ['territoire', 'ressource'],
  '%',
  [
    ...(['Territoire 1', 'Territoire 2', 'Territoire 3', 'Territoire 4'] as const).flatMap((territoire, i) =>
      (
        [
          ['ventes', 38 - 3 * i],
          ['subventions', 30 + 2 * i],
          ['adhesions', 14],
          ['dons', 4 + i],
          ['autres', 14],
        ] as const
      ).map(
        ([ressource, value]) =>
          [`${territoire}|${ressource}`, i === 3 && ressource === 'dons' ? { sign: 's' as const } : value] as const,
      ),
    ),
  ],
  {
    ressource: {
      ventes: 'Ventes et locations',
      subventions: 'Subventions',
      adhesions: 'Adhésions',
      dons: 'Dons et mécénat',
      autres: 'Autres',
    },
  },
);

const implantation = tableOf(
  ['classe'],
  '%',
  [
    ['metropole', 47],
    ['ville', 31],
    ['rural', 22],
  ],
  {
    classe: { metropole: 'en métropole', ville: 'dans les villes moyennes', rural: 'en milieu rural' },
  },
);

const comptages = tableOf(['compte'], lieux, [
  ['2021', 153, { quoi: 'presse régionale', plein: 1 }],
  ['2018', 165, { quoi: 'métropole seule', plein: 0 }],
  ['2024', { value: 200, precision: 'environ' }, { quoi: 'projet du réseau', plein: 1 }],
  ['2021 bis', 265, { quoi: 'campagne pour l’emploi et le climat, périmètre non précisé par la source', plein: 0 }],
  ['2023', { value: 280, precision: 'plus de' }, { quoi: '8 % des 3 500 lieux de France', plein: 1 }],
  ['2026', { value: 300, precision: 'environ' }, { quoi: 'avant recensement', plein: 0 }],
]);

const vagues = tableOf(
  ['activite', 'vague'],
  '%',
  [
    ['Coworking|N', 52],
    ['Coworking|N+2', 56],
    ['Culture|N', 41],
    ['Culture|N+2', 34],
    ['Fablab|N', 27],
    ['Fablab|N+2', 27],
    ['Alimentation et restauration|N', 8],
    ['Alimentation et restauration|N+2', 21],
    ['Formation|N', { sign: 'nd' }],
    ['Formation|N+2', 33],
    ['Médiation numérique|N', 3],
    ['Médiation numérique|N+2', { sign: 's' }],
  ],
  { vague: { N: 'Vague N', 'N+2': 'Vague N+2' } },
);

const facettes = tableOf(
  ['territoire', 'activite'],
  '%',
  ['Territoire 1', 'Territoire 2', 'Territoire 3', 'Territoire 4', 'Territoire 5'].flatMap((territoire, i) =>
    (['Coworking', 'Culture', 'Fablab', 'Formation'] as const).map(
      (activite, j) =>
        [
          `${territoire}|${activite}`,
          i === 4 && j === 3 ? { sign: 's' as const } : 62 - 11 * j + ((i * 13 + j * 7) % 17),
        ] as const,
    ),
  ),
);

const annees = tableOf(
  ['annee', 'comptage'],
  lieux,
  [
    ['2018|A', 1800],
    ['2021|A', 2500],
    ['2023|A', 3500],
    ['2019|B', 1500],
    ['2023|B', { value: 3500, precision: 'environ' }],
  ],
  { comptage: { A: 'Recensements du réseau national', B: 'Rapport au gouvernement' } },
);

const etendues = tableOf(['dispositif'], '€', [
  ['Fabriques de territoire', { bas: 75_000_00, haut: 150_000_00, milieu: 100_000_00 }],
  ['Manufactures de proximité', { bas: 20_000_00, haut: 250_000_00, milieu: 180_000_00 }],
  ['Appel à projets de la métropole', { bas: 1_000_00, haut: 25_000_00, milieu: 21_000_00 }],
  ['Dispositif secret', { bas: { sign: 's' }, haut: { sign: 's' }, milieu: { sign: 's' } }],
]);

const tailles = tableOf(
  ['taille'],
  lieux,
  [
    ['0', 12],
    ['1-2', 31],
    ['3-5', 27],
    ['6-9', 14],
    ['10+', { sign: 's' }],
  ],
  {
    taille: {
      '0': 'Aucun emploi',
      '1-2': '1 ou 2 emplois',
      '3-5': '3 à 5 emplois',
      '6-9': '6 à 9 emplois',
      '10+': '10 emplois et plus',
    },
  },
);

const chiffres = tableOf(['chiffre'], lieux, [
  ['lieux ont répondu', 100, { detail: 'recensement 2023' }],
  ['structures hébergées', { value: 1000, precision: 'plus de' }, { detail: 'dont 38 % dans la fabrication locale' }],
  ['emplois directs chez les répondants', 800, { detail: '69 % occupés par des femmes' }],
  ['adhérentes et adhérents', 30000, { detail: 'dont 5 000 contribuent' }],
]);

const noeuds = tableOf(['noeud'], '€', [
  ['fa', { montant: 150_000_00 }, { label: 'Financeur A', colonne: 0 }],
  ['fb', { montant: 84_000_00 }, { label: 'Financeur B', colonne: 0 }],
  ['fc', { montant: 58_000_00 }, { label: 'Financeur C', colonne: 0 }],
  ['fd', { montant: 22_000_00 }, { label: 'Financeur D', colonne: 0 }],
  ['fe', { montant: 20_000_00 }, { label: 'Financeur E', colonne: 0 }],
  ['rp', { montant: 28_000_00 }, { label: 'Recettes propres', colonne: 0 }],
  ['a1', { montant: 162_000_00 }, { label: 'Action 1', colonne: 1 }],
  ['a2', { montant: 76_000_00 }, { label: 'Action 2', colonne: 1 }],
  ['a3', { montant: 92_000_00 }, { label: 'Action 3', colonne: 1 }],
  ['a4', { montant: 32_000_00 }, { label: 'Action 4', colonne: 1 }],
  ['ct', { montant: 104_000_00 }, { label: 'Cercles territoriaux', colonne: 2 }],
  ['eq', { montant: 148_000_00 }, { label: 'Équipe', colonne: 2 }],
  ['ef', { montant: 48_000_00 }, { label: 'Experts et formations', colonne: 2 }],
  ['cth', { montant: 48_000_00 }, { label: 'Cercles thématiques', colonne: 2 }],
  ['ed', { montant: 14_000_00 }, { label: 'Édition et événement', colonne: 2 }],
]);
const liens = tableOf(['de', 'vers'], '€', [
  ['fa|a1', { montant: 95_000_00 }],
  ['fa|a2', { montant: 55_000_00 }],
  ['fb|a1', { montant: 49_000_00 }],
  ['fb|a3', { montant: 35_000_00 }],
  ['fc|a3', { montant: 40_000_00 }],
  ['fc|a1', { montant: 18_000_00 }],
  ['fd|a2', { sign: 's' }],
  ['fd|a4', { sign: 's' }],
  ['fe|a4', { montant: 20_000_00 }],
  ['rp|a3', { montant: 17_000_00 }],
  ['rp|a4', { montant: 11_000_00 }],
  ['a1|ct', { montant: 104_000_00 }],
  ['a1|eq', { montant: 58_000_00 }],
  ['a2|eq', { montant: 40_000_00 }],
  ['a2|ef', { montant: 10_000_00 }],
  ['a2|cth', { montant: 26_000_00 }],
  ['a3|eq', { montant: 50_000_00 }],
  ['a3|ef', { montant: 38_000_00 }],
  ['a3|ed', { montant: 4_000_00 }],
  ['a4|cth', { montant: 22_000_00 }],
  ['a4|ed', { montant: 10_000_00 }],
] as never);

const contours = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../data/territoires/contours.topojson'), 'utf8'),
) as Topology;
const villes = [
  ['Lille', 50.63, 3.05, 1],
  ['Amiens', 49.89, 2.3, 1],
  ['Dunkerque', 51.03, 2.38, 1],
  ['Calais', 50.95, 1.86, 2],
  ['Boulogne-sur-Mer', 50.73, 1.61, 2],
  ['Arras', 50.29, 2.78, 2],
  ['Lens', 50.43, 2.83, 2],
  ['Valenciennes', 50.36, 3.52, 1],
  ['Saint-Quentin', 49.85, 3.29, 1],
  ['Laon', 49.56, 3.62, 2],
  ['Soissons', 49.38, 3.33, 2],
  ['Beauvais', 49.43, 2.08, 1],
  ['Compiègne', 49.42, 2.83, 2],
  ['Maubeuge', 50.28, 3.97, 2],
].map(([nom, latitude, longitude, rang]) => ({ nom, latitude, longitude, rang })) as {
  nom: string;
  latitude: number;
  longitude: number;
  rang: 1 | 2;
}[];
/** The real region's contours, in a box of a width. */
export const geoOf = (width: number) => projectGeo(contours, { projection: 'conique', villes }, width);

const DEPARTEMENTS = ['02', '59', '60', '62', '80'];

/** A rate in each département but one, which the table leaves out: a secret, a zero, two classes. */
const carteTaux = tableOf(
  ['departement'],
  { one: 'lieu pour 100 000 habitants', many: 'lieux pour 100 000 habitants' },
  [
    ['59', { kind: 'mean', value: 12.4 }],
    ['62', { kind: 'mean', value: 7.3 }],
    ['80', { sign: 's' }],
    ['60', { kind: 'mean', value: 0 }],
  ],
  { departement: { '59': 'Nord', '60': 'Oise', '62': 'Pas-de-Calais', '80': 'Somme' } },
);

const carte = tableOf(
  ['lieu'],
  lieux,
  [
    ...Array.from(
      { length: 32 },
      (_, i) =>
        [
          `lille-${i}`,
          {},
          {
            lat: 50.63 + ((i * 7) % 11) * 0.006,
            lon: 3.05 + ((i * 5) % 13) * 0.008,
            label: `Lieu ${i}`,
            type: i % 3 ? 'coworking' : 'fablab',
          },
        ] as const,
    ),
    ...villes.flatMap(({ nom, latitude, longitude }, i) => [
      [
        `${nom}-a`,
        {},
        { lat: latitude, lon: longitude, label: `Lieu de ${nom}`, type: i % 2 ? 'coworking' : 'culture' },
      ] as const,
      [
        `${nom}-b`,
        {},
        { lat: latitude + 0.01, lon: longitude, label: `Autre lieu de ${nom}`, type: 'fablab' },
      ] as const,
    ]),
  ],
  { type: { coworking: 'à dominante coworking', fablab: 'à dominante fablab', culture: 'à dominante culturelle' } },
);

const carteTaille = tableOf(
  ['ville'],
  lieux,
  villes.map(
    ({ nom, latitude, longitude }, i) =>
      [
        nom,
        { valeur: [76, 12, 9, 5, 6, 7, 11, 14, 8, 3, 4, 5, 6, 2][i]! },
        { lat: latitude, lon: longitude, label: nom },
      ] as const,
  ),
);

const cercles = tableOf(
  ['cercle', 'lieu'],
  lieux,
  villes.map(
    ({ nom, latitude, longitude }, i) =>
      [
        `${['nord', 'sud', 'ouest'][i % 3]}|${nom}`,
        {},
        { lat: latitude, lon: longitude, label: `Lieu de ${nom}`, position: i % 2 ? 'commune' : 'exacte' },
      ] as const,
  ),
  { cercle: { nord: 'Nord', sud: 'Sud', ouest: 'Ouest', est: 'Est' } },
);

const grandNoeuds = tableOf(
  ['noeud'],
  '€',
  [20, 16, 24].flatMap((count, colonne) =>
    Array.from(
      { length: count },
      (_, i) => [`n${colonne}-${i}`, { montant: 0 }, { label: `Poste ${colonne}.${i + 1}`, colonne }] as const,
    ),
  ),
);
const grandLiens = tableOf(
  ['de', 'vers'],
  '€',
  [20, 16].flatMap((count, colonne) =>
    Array.from({ length: count }, (_, i) =>
      [0, 5].map(
        (step) =>
          [
            `n${colonne}-${i}|n${colonne + 1}-${(i * 3 + step) % [16, 24][colonne]!}`,
            { montant: 1_000_00 * (1 + ((i * 7 + step) % 11)) },
          ] as const,
      ),
    ).flat(),
  ),
);

const deuxExercices = flowOfSize(7, { exercices: ['Exercice N', 'Exercice N+2'] });

/** Every chart on tiny rows, by name: what the snapshots show. */
export const examples: Record<string, (frame: Frame) => Drawing> = {
  bars: (frame) =>
    bars(activites, { category: 'activite', value: 'valeur', compare: { measure: 'france', label: 'France' } }, frame),
  'bars-signes': (frame) =>
    bars(
      signes,
      {
        category: 'activite',
        value: 'valeur',
        detail: (row) => (row.key.activite === 'Dons' ? 'moins de trois lieux' : undefined),
      },
      frame,
    ),
  'bars-groupes': (frame) => bars(groupes, { category: 'ressource', value: 'valeur', group: 'type' }, frame),
  stackedBars: (frame) =>
    stackedBars(ressources, { category: 'territoire', series: 'ressource', value: 'valeur', normalise: true }, frame),
  waffle: (frame) => waffle(implantation, { category: 'classe', value: 'valeur' }, frame),
  squares: (frame) =>
    squares(
      implantation,
      { category: 'classe', value: 'valeur', question: 'classe', titleOf: () => 'Milieu', groupOf: () => 'Où' },
      frame,
    ),
  ruler: (frame) =>
    ruler(
      comptages,
      {
        label: (row) => row.key.compte!,
        detail: (row) => String(row.attributes?.quoi),
        value: 'valeur',
        filled: (row) => row.attributes?.plein === 1,
      },
      frame,
    ),
  dumbbell: (frame) => dumbbell(vagues, { category: 'activite', series: 'vague', value: 'valeur' }, frame),
  smallMultiples: (frame) =>
    smallMultiples(facettes, { facet: 'territoire', category: 'activite', value: 'valeur' }, frame),
  lines: (frame) => lines(annees, { x: 'annee', value: 'valeur', series: 'comptage' }, frame),
  ranges: (frame) => ranges(etendues, { category: 'dispositif', low: 'bas', high: 'haut', value: 'milieu' }, frame),
  columns: (frame) => columns(tailles, { category: 'taille', value: 'valeur' }, frame),
  numbers: (frame) => numbers(chiffres, { category: 'chiffre', value: 'valeur', detail: 'detail' }, frame),
  sankey: (frame) => sankey({ liens, noeuds }, { colonnes: ['Financeurs', 'Actions', 'Dépenses'] }, frame),
  'sankey-60': (frame) =>
    sankey({ liens: grandLiens, noeuds: grandNoeuds }, { colonnes: ['Ressources', 'Actions', 'Dépenses'] }, frame),
  'sankey-types': (frame) => sankey(flowOfSize(20), flowOptions, frame),
  sankeyYears: (frame) => sankeyYears(deuxExercices, flowOptions, frame),
  flowDifference: (frame) => flowDifference(deuxExercices, flowOptions, frame),
  symbolMap: (frame) => symbolMap(carte, { group: 'type' }, { ...frame, geo: geoOf(frame.width) }),
  smallMaps: (frame) =>
    smallMaps(
      cercles,
      {
        facet: 'cercle',
        place: 'lieu',
        hollow: { attribute: 'position', code: 'commune', label: 'à la commune', solid: 'à l’adresse' },
        detail: 'position',
        noun: { one: 'lieu', many: 'lieux' },
      },
      { ...frame, geo: geoOf(frame.width) },
    ),
  choropleth: (frame) =>
    choropleth(
      carteTaux,
      {
        area: 'departement',
        object: 'territoires',
        value: 'valeur',
        title: 'Lieux pour 100 000 habitants',
        detail: () => 'un détail',
      },
      { ...frame, geo: geoOf(frame.width) },
    ),
  'symbolMap-taille': (frame) => symbolMap(carteTaille, { value: 'valeur' }, { ...frame, geo: geoOf(frame.width) }),
};

interface Given {
  readonly label: string;
  readonly cell: number | Partial<PublishedCell>;
}

const long = 'Accompagnement à la création d’activités culturelles, artisanales et de loisirs';

/** Rows that charts must survive. */
export const rowCounts: Record<string, readonly Given[]> = {
  'aucune ligne': [],
  'une ligne': [{ label: 'Coworking', cell: 56 }],
  'trois lignes': [
    { label: 'Coworking', cell: 56 },
    { label: 'Culture', cell: 34 },
    { label: 'Fablab', cell: 10 },
  ],
  'rien que des secrets': ['Coworking', 'Culture', 'Fablab'].map((label) => ({ label, cell: { sign: 's' as const } })),
  'rien que des zéros': ['Coworking', 'Culture', 'Fablab'].map((label) => ({ label, cell: 0 })),
  '25 lignes': Array.from({ length: 25 }, (_, i) => ({ label: `Activité ${i + 1}`, cell: 4 })),
  'des libellés de 80 signes': [56, 30, 14].map((cell, i) => ({ label: `${i + 1}. ${long}`, cell })),
  'des valeurs incertaines': [
    { label: 'Environ', cell: { value: 40, precision: 'environ' as const } },
    { label: 'Plus de', cell: { value: 35, precision: 'plus de' as const } },
    { label: 'Près de', cell: { value: 25, precision: 'près de' as const, sign: 'p' as const } },
  ],
};

type Chart = (rows: readonly Given[], frame: Frame) => Drawing;

const oneKey = (rows: readonly Given[]) =>
  tableOf(
    ['c'],
    '%',
    rows.map(({ cell }, i) => [String(i), { valeur: cell as number }] as const),
    {
      c: Object.fromEntries(rows.map(({ label }, i) => [String(i), label])),
    },
  );
const twoKeys = (rows: readonly Given[]) =>
  tableOf(
    ['f', 'c'],
    '%',
    rows.flatMap(({ cell }, i) => ['N', 'N+2'].map((wave) => [`${wave}|${i}`, { valeur: cell as number }] as const)),
    {
      c: Object.fromEntries(rows.map(({ label }, i) => [String(i), label])),
    },
  );

/** Every chart as a function of rows: what the extremes are tried on. */
export const extremes: Record<string, Chart> = {
  bars: (rows, frame) => bars(oneKey(rows), { category: 'c', value: 'valeur' }, frame),
  'bars comparées': (rows, frame) =>
    bars(
      oneKey(rows),
      { category: 'c', value: 'valeur', compare: { measure: 'valeur', label: 'France entière' }, detail: () => long },
      frame,
    ),
  columns: (rows, frame) => columns(oneKey(rows), { category: 'c', value: 'valeur' }, frame),
  waffle: (rows, frame) => waffle(oneKey(rows), { category: 'c', value: 'valeur' }, frame),
  squares: (rows, frame) =>
    squares(
      oneKey(rows),
      { category: 'c', value: 'valeur', question: 'c', titleOf: () => 'Question', groupOf: () => 'Groupe' },
      frame,
    ),
  numbers: (rows, frame) => numbers(oneKey(rows), { category: 'c', value: 'valeur' }, frame),
  ruler: (rows, frame) =>
    ruler(
      oneKey(rows),
      { label: (row) => rows[Number(row.key.c)]!.label, detail: () => 'détail', value: 'valeur', filled: () => true },
      frame,
    ),
  ranges: (rows, frame) =>
    ranges(oneKey(rows), { category: 'c', low: 'valeur', high: 'valeur', value: 'valeur' }, frame),
  lines: (rows, frame) => lines(oneKey(rows), { x: 'c', value: 'valeur' }, frame),
  stackedBars: (rows, frame) =>
    stackedBars(twoKeys(rows), { category: 'f', series: 'c', value: 'valeur', normalise: true }, frame),
  'stackedBars par catégorie': (rows, frame) =>
    stackedBars(twoKeys(rows), { category: 'c', series: 'f', value: 'valeur' }, frame),
  dumbbell: (rows, frame) => dumbbell(twoKeys(rows), { category: 'c', series: 'f', value: 'valeur' }, frame),
  smallMultiples: (rows, frame) => smallMultiples(twoKeys(rows), { facet: 'f', category: 'c', value: 'valeur' }, frame),
  sankey: (rows, frame) =>
    sankey(
      {
        liens: tableOf(
          ['de', 'vers'],
          '€',
          rows.map(({ cell }, i) => [`${i}|fin`, { montant: cell as number }] as const),
        ),
        noeuds: tableOf(['noeud'], '€', [
          ...rows.map(({ label, cell }, i) => [String(i), { montant: cell as number }, { label, colonne: 0 }] as const),
          ...(rows.length
            ? [['fin', { montant: { sign: 's' as const } }, { label: rows[0]!.label, colonne: 1 }] as const]
            : []),
        ]),
      },
      { colonnes: ['Ressources', 'Emplois'] },
      frame,
    ),
  choropleth: (rows, frame) =>
    choropleth(
      tableOf(
        ['c'],
        '%',
        rows.map(({ cell }, i) => [DEPARTEMENTS[i] ?? String(i), { valeur: cell as number }] as const),
        { c: Object.fromEntries(rows.map(({ label }, i) => [DEPARTEMENTS[i] ?? String(i), label])) },
      ),
      { area: 'c', object: 'territoires', value: 'valeur', title: 'Part' },
      { ...frame, geo: geoOf(frame.width) },
    ),
  symbolMap: (rows, frame) =>
    symbolMap(
      tableOf(
        ['c'],
        lieux,
        rows.map(
          ({ label, cell }, i) =>
            [String(i), { valeur: cell as number }, { label, lat: 50 + 0.003 * i, lon: 2.9 }] as const,
        ),
      ),
      { value: 'valeur' },
      { ...frame, geo: geoOf(frame.width) },
    ),
};
