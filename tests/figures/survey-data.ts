import type { Data } from '../../src/datasets/data.ts';
import { enquete, type Reponse } from '../../src/datasets/enquete.ts';
import { NO_ORDER } from '../../src/datasets/flow-order.ts';
import { settingsSchema } from '../../src/datasets/settings.ts';
import type { Tables } from '../../src/model/figure.ts';
import type { PublishedTable, Table } from '../../src/model/table.ts';
import { publish } from '../../src/secrecy/publish.ts';

const EMPTY = Object.fromEntries(Object.entries(enquete.columns).map(([id, { empty }]) => [id, empty]));

/** One place's answers; what is not given was not answered. */
export function answer(unit: number, answers: Partial<Reponse> = {}): Reponse {
  return { ...EMPTY, id_unite: `u${unit}`, code_insee: 'ZA001', millesime: '3003', ...answers } as Reponse;
}

/** As many answers as asked, numbered from `first`. */
export function answers(count: number, given: Partial<Reponse>, first = 1): readonly Reponse[] {
  return Array.from({ length: count }, (_, index) => answer(first + index, given));
}

/** An observatory of two territories that knows nothing but these answers. */
export function dataOf(rows: readonly Reponse[]): Data {
  const settings = settingsSchema.parse({
    nom: 'Essai',
    region: { id: 'region', nom: 'Région', en: 'en région', de: 'de la région' },
    reseau: { nom: 'Réseau' },
    demonstration: true,
    mentions: {},
    secret: { unitesMinimum: 3, partMaximale: 0.85 },
    effectifMinimum: 20,
    partition: 'departement',
    communes: 'communes.csv',
    territoires: [
      { id: 'un', nom: 'Territoire 1', type: 'departement', code: 'T1' },
      { id: 'deux', nom: 'Territoire 2', type: 'departement', code: 'T2' },
    ],
    millesimes: {
      '3001': { libelle: 'N', questionnaire: 2023 },
      '3003': { libelle: 'N+2', questionnaire: 2026 },
    },
    contribuer: { texte: 'Écrivez-nous.' },
  });
  const commune = { epci: null, population: null, latitude: null, longitude: null };
  return {
    settings,
    geography: {
      communes: new Map([
        ['ZA001', { ...commune, code: 'ZA001', nom: 'Commune A1', departement: 'T1' }],
        ['ZB001', { ...commune, code: 'ZB001', nom: 'Commune B1', departement: 'T2' }],
      ]),
      formerCommunes: new Map(),
      elsewhere: new Map(),
      epci: new Map(),
      population: { label: 'Liste des communes' },
      contours: null,
      projection: 'plan',
      territoires: settings.territoires,
      villes: [],
    },
    reperes: [],
    lieux: [],
    retraits: [],
    enquete: rows,
    subventions: [],
    flux: [],
    flowOrder: NO_ORDER,
    resources: [],
  };
}

/** The region's scope. */
export const REGION = { millesime: '3003', territoire: 'region' } as const;

/** The tables of a figure as they leave the gate. */
export function publishTables(tables: Tables<Table>): Tables<PublishedTable> {
  const submissions = Object.entries<Table>(tables).map(([address, table]) => ({ address, gated: true, table }));
  const published = publish(submissions, { minimumUnits: 3, maximumShare: 0.85 });
  return Object.fromEntries(published) as Tables<PublishedTable>;
}

/** The cell at a key; a missing row is a fault of the test. */
export function cellAt<C>(
  table: {
    readonly rows: readonly {
      readonly key: Readonly<Record<string, string>>;
      readonly cells: Readonly<Record<string, C>>;
    }[];
  },
  key: Readonly<Record<string, string>>,
): C {
  const row = table.rows.find((one) => Object.entries(key).every(([id, code]) => one.key[id] === code));
  const cell = row && Object.values(row.cells)[0];
  if (!cell) throw new Error(`No row at ${JSON.stringify(key)}`);
  return cell;
}
