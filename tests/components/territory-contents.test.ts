import { describe, expect, test } from 'vitest';
import { knownCommunes } from '../../src/components/known-communes.ts';
import { nearbyCommunes } from '../../src/components/nearby-communes.ts';
import { territoryGroups, titleTerritory } from '../../src/components/territories.ts';
import { territoryContents } from '../../src/components/territory-contents.ts';
import type { Lieu } from '../../src/datasets/lieux.ts';
import type { Territoire } from '../../src/datasets/settings.ts';
import type { FigureView, Observatory } from '../../src/observatory/index.ts';
import { directoryOf, place } from './small-directory.ts';

const UN: Territoire = {
  id: 'territoire-1',
  nom: 'Territoire 1',
  en: 'dans le Territoire 1',
  type: 'departement',
  code: 'T1',
};
const CERCLE: Territoire = { id: 'cercle-a', nom: 'A', type: 'cercle' };

interface Given {
  readonly lieux?: readonly Lieu[];
  /** Figures of the territory. */
  readonly figures?: readonly Partial<FigureView>[];
  /** Published answers by territory; without, there is no survey. */
  readonly answers?: Readonly<Record<string, number | null>>;
  readonly subventions?: readonly unknown[];
}

function observatoryOf({ lieux = [], figures = [], answers, subventions = [] }: Given): Observatory {
  const rows = Object.entries(answers ?? {}).map(([territoire, value]) => ({
    key: { territoire },
    cells: { lieux: { kind: 'count', value } },
  }));
  return {
    ...directoryOf(lieux, { effectifMinimum: 20 }),
    subventions,
    figure: (id: string) => (id === 'enquete-carte' && answers ? { tables: { main: { rows } } } : undefined),
    figuresOf: () => figures,
  } as unknown as Observatory;
}
const surveyOf = (territoire: Territoire, given: Given) => territoryContents(territoire, observatoryOf(given)).survey;

describe('ce que l’enquête dit d’un territoire', () => {
  test('des figures publiées', () => {
    const figures = [{ id: 'enquete-x', theme: 'quoi', survey: true }] as const;
    expect(surveyOf(UN, { figures, answers: { 'territoire-1': 25 } })).toEqual({ state: 'publiée' });
  });

  test('trop peu de réponses : combien il en manque, d’après le nombre publié', () => {
    const answers = { 'territoire-1': 9 };
    expect(surveyOf(UN, { answers })).toEqual({ state: 'trop peu', needed: 20, missing: 11 });
  });

  test.each([
    ['masqué', { 'territoire-1': null }],
    ['absent', {}],
    ['suffisant, quand la porte a tout fermé', { 'territoire-1': 21 }],
  ])('un nombre %s n’est pas deviné', (_, answers) => {
    expect(surveyOf(UN, { answers })).toEqual({ state: 'trop peu', needed: 20, missing: undefined });
  });

  test('aucune réponse dans tout l’observatoire', () => {
    expect(surveyOf(UN, {})).toEqual({ state: 'sans enquête', needed: 20 });
  });

  test('un cercle n’est pas du découpage : rien n’y est promis', () => {
    expect(surveyOf(CERCLE, { answers: { 'territoire-1': 25 } })).toEqual({ state: 'autre découpage' });
  });
});

describe('les lieux d’un territoire', () => {
  const lieux = [
    place('b', { nom: 'Lieu 10', types: ['fablab', 'coworking'] }),
    place('a', { nom: 'Lieu 2', types: ['fablab'] }),
    place('c', { commune: 'Commune A2', code_insee: 'ZA002' }),
    place('d', { commune: 'Commune B1', code_insee: 'ZB001', cercle: 'cercle-a' }),
    place('e', { commune: null, code_insee: null }),
  ];
  const contents = (territoire: Territoire) => territoryContents(territoire, observatoryOf({ lieux }));
  const ids = (places: readonly Lieu[]) => places.map(({ id }) => id);

  test('par commune, puis par nom, les nombres rangés comme des nombres', () => {
    expect(contents(UN).communes.map(({ nom, places }) => [nom, ...ids(places)])).toEqual([
      ['Commune A1', 'a', 'b'],
      ['Commune A2', 'c'],
    ]);
  });

  test('un cercle n’a que ceux qui s’en disent', () => {
    expect(ids(contents(CERCLE).places)).toEqual(['d']);
  });

  test('combien de chaque type, et combien dont la source n’en dit aucun', () => {
    const { types, untyped } = contents(UN);
    expect(types.map(({ count }) => count)).toEqual([2, 1]);
    expect(untyped).toBe(1);
  });

  test('la carte à part, le reste par chapitre', () => {
    const figures = [
      { id: 'carte-des-lieux', theme: 'où' },
      { id: 'subventions-des-lieux', theme: 'moyens' },
      { id: 'enquete-x', theme: 'quoi' },
    ] as const;
    const { map, chapters, withoutSubsidies } = territoryContents(UN, observatoryOf({ figures }));
    expect(map?.id).toBe('carte-des-lieux');
    expect(chapters.map(({ theme }) => theme)).toEqual(['quoi', 'moyens']);
    expect(withoutSubsidies).toBeUndefined();
  });

  test('l’absence de subventions se dit de deux façons', () => {
    expect(contents(UN).withoutSubsidies).toBe('aucune');
    expect(territoryContents(UN, observatoryOf({ subventions: [{}] })).withoutSubsidies).toBe('aucune ici');
  });

  test('l’index compte les lieux connus de chacun', () => {
    expect(
      territoryGroups(observatoryOf({ lieux })).map(({ title, territories }) => [
        title,
        ...territories.map(({ nom, known }) => `${nom} ${known}`),
      ]),
    ).toEqual([
      ['Départements', 'Territoire 1 3', 'Territoire 2 1'],
      ['Cercles', 'A 1', 'B 0'],
    ]);
  });

  test('sans script : par département, ce qui est ailleurs à la fin', () => {
    expect(
      knownCommunes(observatoryOf({ lieux })).map(({ territoire, communes }) => [
        territoire?.nom,
        ...communes.map(({ nom, places }) => `${nom} ${places.length}`),
      ]),
    ).toEqual([
      ['Territoire 1', 'Commune A1 2', 'Commune A2 1'],
      ['Territoire 2', 'Commune B1 1'],
      [undefined, ' 1'],
    ]);
  });
});

test('un territoire se nomme comme les réglages le disent, sinon par sa sorte et son nom', () => {
  const observatory = observatoryOf({});
  expect(titleTerritory(UN, observatory)).toBe('Les tiers-lieux dans le Territoire 1');
  expect(titleTerritory({ ...UN, en: undefined }, observatory)).toBe('Territoire 1');
  expect(titleTerritory(CERCLE, observatory)).toBe('Cercle A');
});

describe('la liste des communes que reçoit le navigateur', () => {
  const { geography: known, settings } = directoryOf([]);
  const nowhere = { latitude: null, longitude: null };
  const communes = [...known.communes].map(([code, commune]) => [code, { ...commune, ...nowhere }] as const);
  const geography = { ...known, epci: new Map(), communes: new Map(communes) };
  const square = (code: string, west: number) => ({
    type: 'Polygon' as const,
    properties: { code },
    arcs: [[west]],
  });
  const list = (given: object) => nearbyCommunes({ settings, geography: { ...geography, ...given } as never });

  test('dit le territoire par son rang, et ce qu’on ignore par −1', () => {
    const { territoires, communes: listed } = list({});
    expect(territoires).toEqual([
      ['territoire-1', 'Territoire 1'],
      ['territoire-2', 'Territoire 2'],
    ]);
    expect(listed[2]).toEqual(['ZB001', 'Commune B1', '00100 00110', 1, -1, ['Commune B1-le-Vieux']]);
  });

  test('les milieux viennent des contours des communes, quand ils y sont', () => {
    const contours = {
      type: 'Topology',
      arcs: [
        [
          [3, 50],
          [3, 51],
          [4, 51],
          [4, 50],
          [3, 50],
        ],
      ],
      objects: { communes: { type: 'GeometryCollection', geometries: [square('ZA001', 0)] } },
    };
    expect(list({ contours }).communes.map((commune) => commune.slice(6))).toEqual([[50.5, 3.5], [], []]);
  });
});
