import type { Topology } from 'topojson-specification';
import { describe, expect, test } from 'vitest';
import type { Data } from '../../src/datasets/data.ts';
import type { Resource } from '../../src/datasets/datapackage.ts';
import type { Lieu } from '../../src/datasets/lieux.ts';
import { figure as habitantsAvecUnLieu } from '../../src/figures/habitants-avec-un-lieu.ts';
import { figure as lieuxParHabitant } from '../../src/figures/lieux-par-habitant.ts';
import type { Tables } from '../../src/model/figure.ts';
import type { PublishedTable, Table } from '../../src/model/table.ts';
import { cardOf } from '../../src/observatory/figure-view.ts';
import { publish } from '../../src/secrecy/publish.ts';
import { plain } from '../plain.ts';
import { dataOf } from './survey-data.ts';

const SCOPE = { millesime: 'tous', territoire: 'region' };

/** Open data pass the gate as they are. */
function publishTables(tables: Tables<Table>): Tables<PublishedTable> {
  const submissions = Object.entries<Table>(tables).map(([address, table]) => ({ address, gated: false, table }));
  return Object.fromEntries(publish(submissions, { minimumUnits: 3, maximumShare: 0.85 })) as Tables<PublishedTable>;
}

/** Three communes of two territories, in two intercommunalités; two places in the first. */
function dataWith(exhaustif: boolean, objects: readonly string[] = ['territoires', 'epci'], population = 20_000): Data {
  const empty = dataOf([]);
  const commune = (code: string, departement: string, epci: string, habitants: number | null) =>
    [code, { code, nom: code, departement, epci, population: habitants, latitude: null, longitude: null }] as const;
  const register = { dataset: 'lieux', exhaustif, base: 'les 2 lieux ouverts', source: { label: 'Annuaire' } };
  return {
    ...empty,
    lieux: ['a', 'b'].map((id) => ({ id, nom: id, code_insee: 'ZA001' }) as Lieu),
    resources: [register as Resource],
    geography: {
      ...empty.geography,
      communes: new Map([
        commune('ZA001', 'T1', 'e-1', population),
        commune('ZA002', 'T1', 'e-1', 30_000),
        commune('ZB001', 'T2', 'e-2', 50_000),
      ]),
      epci: new Map([
        ['e-1', { code: 'e-1', nom: 'Ensemble 1', population: 50_000, communes: ['ZA001', 'ZA002'] }],
        ['e-2', { code: 'e-2', nom: 'Ensemble 2', population: 50_000, communes: ['ZB001'] }],
      ]),
      contours: {
        type: 'Topology',
        arcs: [],
        objects: Object.fromEntries(objects.map((name) => [name, {}])),
      } as unknown as Topology,
    },
  };
}

describe('les lieux par habitant', () => {
  test('par intercommunalité quand les contours en ont, sinon par territoire', () => {
    const tables = publishTables(lieuxParHabitant.rows(dataWith(true), SCOPE));
    expect(
      tables.main.rows.map(({ key, cells }) => [key, cells.taux?.value, cells.lieux?.value, cells.habitants?.value]),
    ).toEqual([
      [{ epci: 'e-1' }, 4, 2, 50_000],
      [{ epci: 'e-2' }, 0, 0, 50_000],
    ]);
    expect(plain(lieuxParHabitant.finding?.(tables))).toBe('Une intercommunalité sur 2 n’a aucun lieu de l’annuaire');
    expect(plain(lieuxParHabitant.subtitle(tables))).toBe(
      'Lieux de l’annuaire pour 100 000 habitants, par intercommunalité ; 2 dans toute la région',
    );
    expect(plain(lieuxParHabitant.reading(tables))).toBe(
      'Ensemble 1 : 2 lieux, 50 000 habitants, soit 4 lieux pour 100 000 habitants',
    );
    expect(tables.main.sources.map(({ label }) => label)).toEqual(['Annuaire', 'Liste des communes']);

    const byTerritory = publishTables(lieuxParHabitant.rows(dataWith(true, ['territoires']), SCOPE));
    expect(byTerritory.main.rows.map(({ key }) => key)).toEqual([{ territoires: 'T1' }, { territoires: 'T2' }]);
  });

  test('jamais d’un annuaire qui n’est pas exhaustif : une question, qui dit ce qu’elle attend', () => {
    const data = dataWith(false);
    for (const figure of [lieuxParHabitant, habitantsAvecUnLieu]) {
      expect(figure.rows(data, SCOPE).main.rows).toEqual([]);
      expect(cardOf(figure, data, true)).toMatchObject({ waits: ['un annuaire que sa fiche dit exhaustif'] });
      expect(cardOf(figure, { ...data, lieux: [] }, true)?.waits).not.toContain(
        'un annuaire que sa fiche dit exhaustif',
      );
    }
  });

  test('un lieu sans commune connue n’est compté nulle part, et c’est dit', () => {
    const data = dataWith(true);
    const lieux = [...data.lieux, { id: 'c', nom: 'c', code_insee: null } as Lieu];
    const { main } = publishTables(lieuxParHabitant.rows({ ...data, lieux }, SCOPE));
    expect(main.rows.map(({ cells }) => cells.lieux?.value)).toEqual([2, 0]);
    expect(plain(main.champ)).toBe(
      'les 2 lieux ouverts, dont 1 sans commune connue, laissé de côté ; habitants des communes de la région',
    );
  });

  test('rien là où les habitants d’une commune ne sont pas connus', () => {
    const data = dataWith(true, undefined, null as unknown as number);
    expect(lieuxParHabitant.rows(data, SCOPE).main.rows.map(({ key }) => key)).toEqual([{ epci: 'e-2' }]);
  });
});

test('les habitants qui ont un lieu : dans leur commune, dans leur intercommunalité', () => {
  const tables = publishTables(habitantsAvecUnLieu.rows(dataWith(true), SCOPE));
  expect(tables.main.rows.map(({ key, cells }) => [...Object.values(key), cells.part?.value, cells.part?.n])).toEqual([
    ['ensemble', 'commune', 20, 20_000],
    ['ensemble', 'epci', 50, 50_000],
    ['un', 'commune', 40, 20_000],
    ['un', 'epci', 100, 50_000],
    ['deux', 'commune', 0, 0],
    ['deux', 'epci', 0, 0],
  ]);
  expect(plain(habitantsAvecUnLieu.finding?.(tables))).toBe(
    'Un habitant sur deux a un lieu de l’annuaire dans son intercommunalité',
  );
  expect(plain(habitantsAvecUnLieu.subtitle(tables))).toBe(
    'En % des 100 000 habitants de la région, puis de ceux de chaque territoire',
  );
  expect(plain(habitantsAvecUnLieu.reading(tables))).toBe(
    '50 % des habitants de la région ont un lieu de l’annuaire dans leur intercommunalité',
  );
});
