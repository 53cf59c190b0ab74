import { describe, expect, test } from 'vitest';
import type { Refusal } from '../../src/csv/column.ts';
import { crossChecks } from '../../src/datasets/cross-checks.ts';
import type { Reponse } from '../../src/datasets/enquete.ts';
import { territoryOf } from '../../src/datasets/territories.ts';
import { answer, dataOf } from '../figures/survey-data.ts';
import { describeFile, lieux, loadWith, SOUND } from './folders.ts';

/** The faults of the survey's answers, each with the column and the wave it stands in. */
function check(...rows: Reponse[]) {
  const { settings, geography } = dataOf(rows);
  const real = { ...settings, demonstration: false };
  const fault = (row: object, columnName: string, refusal: Refusal) => ({
    level: 'erreur' as const,
    file: 'millesime' in row ? String(row.millesime) : '',
    line: (rows as readonly object[]).indexOf(row) + 2,
    columnName,
    ...refusal,
  });
  const none = { rows: [], fault, isWhole: true };
  const loaded = { reperes: none, lieux: none, enquete: { rows, fault, isWhole: true }, subventions: none, flux: none };
  return crossChecks.flatMap((rule) => rule(loaded, real, geography));
}

test('un lieu qui change de commune d’une vague à l’autre est signalé', () => {
  expect(check(answer(1, { millesime: '3001' }), answer(1, { millesime: '3003', code_insee: 'ZB001' }))).toMatchObject([
    {
      level: 'avertissement',
      file: '3003',
      columnName: 'code_insee',
      problem: 'le lieu « u1 » était dans la commune ZA001 au millésime 3001',
    },
  ]);
});

test('rester, ou être un autre lieu, n’est pas un déménagement', () => {
  expect(check(answer(1, { millesime: '3001' }), answer(1), answer(2, { code_insee: 'ZB001' }))).toEqual([]);
});

test('un cercle doit être nommé par les réglages', () => {
  expect(check(answer(1, { cercle: 'rond' }))).toMatchObject([{ level: 'erreur', columnName: 'cercle' }]);
});

describe('les nombres loin des autres', () => {
  /** Places of one wave, the one of the given number answering something else. */
  const wave = (millesime: string, values: readonly number[]) =>
    values.map((surface, index) => answer(index, { millesime, surface }));
  const usual = Array.from({ length: 12 }, (_, index) => 100 + 10 * index);
  const told = (...rows: Reponse[]) => check(...rows).map(({ problem, line }) => `${line} ${problem}`);

  test('un lieu qui répond dix fois plus qu’à la vague précédente', () => {
    expect(told(...wave('3001', usual), ...wave('3003', usual.with(3, 1300)))).toEqual([
      '17 environ 10 fois plus qu’en 3001, où ce lieu répondait 130',
    ]);
  });

  test('une croissance, même forte, n’est pas une faute', () => {
    expect(
      told(
        ...wave('3001', usual),
        ...wave(
          '3003',
          usual.map((surface) => surface * 4),
        ),
      ),
    ).toEqual([]);
    const jobs = (millesime: string, emplois_total: number) => answer(1, { millesime, emplois_total });
    expect(told(jobs('3001', 1), jobs('3003', 15))).toEqual([]);
  });

  test('une unité changée pour tous est dite une fois, à toutes ses lignes', () => {
    const faults = check(
      ...wave('3001', usual),
      ...wave(
        '3003',
        usual.map((surface) => surface * 1000),
      ),
    );
    expect(faults).toMatchObject([
      {
        line: 14,
        columnName: 'surface',
        problem: 'pour la plupart des lieux, environ 1\u202f000 fois plus qu’en 3001',
      },
    ]);
    expect(faults[0]!.also).toHaveLength(11);
  });

  test('une réponse que rien n’approche dans la colonne', () => {
    const many = [...usual, ...usual, 150_000];
    expect(told(...wave('3003', many))).toEqual(['26 environ 937 fois plus que la réponse médiane, 160']);
    expect(told(...wave('3003', [...usual, ...usual, 1500]))).toEqual([]);
  });
});

describe('les lieux absents de la vague suivante', () => {
  const rows = [1, 2, 3, 4].map((unit) => answer(unit, { millesime: '3001' }));

  test('un avertissement par vague, avec leur nombre, leur part et leurs lignes', () => {
    expect(check(...rows, answer(1), answer(3), answer(9))).toMatchObject([
      {
        level: 'avertissement',
        file: '3001',
        line: 3,
        also: [{ line: 5 }],
        columnName: 'id_unite',
        problem: '2\u00a0lieux de 3001 sur 4 (50 %) ne sont pas dans 3003',
      },
    ]);
  });

  test('rien quand tous répondent encore', () => {
    expect(check(...rows, ...[1, 2, 3, 4].map((unit) => answer(unit)))).toEqual([]);
  });
});

describe('ce qui ne peut pas s’être passé dans cet ordre', () => {
  test('des visites avant l’ouverture', () => {
    expect(check(answer(1, { millesime: '3003', ouverture: '3004', frequentation: 200 }))).toMatchObject([
      { level: 'avertissement', columnName: 'frequentation', problem: 'avant l’ouverture du lieu, en 3004' },
    ]);
    expect(check(answer(1, { millesime: '3003', ouverture: '3004', frequentation: 0 }))).toEqual([]);
  });

  test('un lieu qui ouvre après avoir répondu', () => {
    expect(
      check(answer(1, { millesime: '3001' }), answer(1, { millesime: '3003', ouverture: '3003-02' })),
    ).toMatchObject([{ file: '3003', columnName: 'ouverture', problem: 'le lieu répondait déjà en 3001' }]);
  });

  test('une subvention dans le fichier d’une autre année', async () => {
    const header =
      'nomAttribuant;idAttribuant;dateConvention;referenceDecision;nomBeneficiaire;idBeneficiaire;rnaBeneficiaire;objet;montant;nature;conditionsVersement;datesPeriodeVersement;idRAE;notificationUE;pourcentageSubvention;dispositifAide';
    const record = (day: string) =>
      `Collectivité A;99000000100018;${day};;Association A;;W000000001;Essai;100.00;aide en numéraire;unique;${day};;non;1;`;
    const { told } = await loadWith({
      'data/subventions/subventions-3001.csv': [header, record('3001-05-02'), record('3002-05-02')].join('\n'),
      'data/datapackage.json': JSON.stringify({
        ...JSON.parse(SOUND['data/datapackage.json']!),
        resources: [describeFile('subventions-3001', 'subventions/subventions-3001.csv')],
      }),
      'data/lieux/lieux.csv': null,
      'data/reperes/reperes.csv': null,
    });
    expect(told).toBe(`data/subventions/subventions-3001.csv : 1 avertissement

  Avertissement, cellule C3, colonne « dateConvention » : convention d’une autre année que celle du fichier, 3001
    lu : « 3002-05-02 »
    attendu : une date de 3001, ou la ligne dans le fichier de 3002
    pour corriger : corrigez la date, ou déplacez la ligne dans le fichier de cette année`);
  });
});

describe('le point d’un lieu', () => {
  const place = (latitude: string, longitude: string, commune = '99001') =>
    lieux(`a;Un;;${commune};${latitude};${longitude};exacte;;;;;;tiers-lieu;;https://exemple.fr;`);
  /** A square of one degree, west of the zero meridian, by the code of what it is the contour of. */
  const square = (object: string, code: string) => {
    const ring = [
      [-1, 50],
      [-1, 51],
      [0, 51],
      [0, 50],
      [-1, 50],
    ];
    const geometry = { type: 'Polygon', arcs: [[0]], properties: { code } };
    const drawn = { type: 'GeometryCollection', geometries: [geometry] };
    const territory = { type: 'GeometryCollection', geometries: [{ ...geometry, properties: { code: 'P1' } }] };
    return JSON.stringify({ type: 'Topology', arcs: [ring], objects: { territoires: territory, [object]: drawn } });
  };
  const load = (directory: string, contours: string, communes = SOUND['data/territoires/communes.csv']!) =>
    loadWith({
      'data/lieux/lieux.csv': directory,
      'data/territoires/communes.csv': communes,
      'data/territoires/contours.topojson': contours,
      'content/observatoire.yaml': `${SOUND['content/observatoire.yaml']}contours: territoires/contours.topojson\n`,
    });

  test('hors du contour de sa commune', async () => {
    const { told } = await load(place('50,5', '0,5'), square('communes', '99001'));
    expect(told).toBe(`data/lieux/lieux.csv : 1 avertissement

  Avertissement, cellule E2, colonne « latitude » : le point est à 35 km de « Saint-Un »
    lu : « 50,5 »
    attendu : un point à 1 km au plus
    pour corriger : vérifiez l’adresse, le code de la commune et le point`);
  });

  test('loin du point de sa commune, quand la liste en donne un', async () => {
    const communes = 'code;nom;departement;latitude;longitude\n99001;Saint-Un;P1;50,5;-0,5\n';
    expect((await load(place('50,7', '-0,5'), square('autre', 'x'), communes)).told).toContain(
      'le point est à 22 km de « Saint-Un »',
    );
    expect((await load(place('50,6', '-0,5'), square('autre', 'x'), communes)).told).toBe('');
  });

  test('hors de son territoire, faute de mieux, avec la marge d’un contour de carte', async () => {
    expect((await load(place('51,5', '-0,5'), square('autre', 'x'))).told).toContain(
      'le point est à 56 km de « Pays 1 »',
    );
    expect((await load(place('51,04', '-0,5'), square('autre', 'x'))).told).toBe('');
  });

  test('latitude et longitude échangées', async () => {
    const { told } = await load(place('-0,5', '50,5'), square('communes', '99001'));
    expect(told).toBe(`data/lieux/lieux.csv : 1 erreur

  Erreur, cellule E2, colonne « latitude » : latitude et longitude échangées
    lu : « -0,5 »
    attendu : la latitude, puis la longitude
    le plus proche : « 50,5 et -0,5 »
    pour corriger : échangez les deux cellules`);
  });
});

describe('une commune hors de la région', () => {
  const official = {
    'content/observatoire.yaml': SOUND['content/observatoire.yaml']!.replace('territoires/communes.csv', 'officiel')
      .replace('type: pays, code: P1', 'type: departement, code: "01"')
      .replace('partition: pays', 'partition: departement'),
    'data/territoires/communes.csv': null,
  };

  test('dans l’annuaire, elle est signalée, et le lieu reste sans territoire', async () => {
    const { data, told } = await loadWith({
      ...official,
      'data/lieux/lieux.csv': lieux('a;Un;Lyon;75056;;;;;;;;;tiers-lieu;;https://exemple.fr;'),
    });
    expect(told).toBe(`data/lieux/lieux.csv : 2 avertissements

  Avertissement, cellule C2, colonne « commune » : le code INSEE 75056 est celui d’une autre commune
    lu : « Lyon »
    attendu : le nom officiel de la commune
    le plus proche : « Paris »
    pour corriger : corrigez le nom ou le code : l’un des deux est faux

  Avertissement, cellule D2, colonne « code_insee » : commune hors de la région : Paris (75)
    lu : « 75056 »
    attendu : une commune de la région, sauf exception
    pour corriger : vérifiez le code ; un lieu d’une autre région n’entre dans aucun territoire`);
    expect(data!.lieux).toMatchObject([{ code_insee: '75056' }]);
    expect(territoryOf(data!.lieux[0]!, data!)).toBeUndefined();
  });

  test('un code que la France n’a pas reste une erreur', async () => {
    const { told } = await loadWith({
      ...official,
      'data/lieux/lieux.csv': lieux('a;Un;;01999;;;;;;;;;tiers-lieu;;https://exemple.fr;'),
    });
    expect(told).toContain('Erreur, cellule D2, colonne « code_insee » : commune inconnue');
  });

  test('dans l’enquête, c’est une erreur : la réponse se retrouverait par différence entre la région et ses territoires', async () => {
    const { told } = await loadWith({
      ...official,
      'data/enquete/enquete-2023.csv': 'id_unite;consentement;code_insee\nu1;agrege;75056\n',
      'data/datapackage.json': JSON.stringify({
        ...JSON.parse(SOUND['data/datapackage.json']!),
        resources: [describeFile('enquete-2023', 'enquete/enquete-2023.csv')],
      }),
      'data/lieux/lieux.csv': null,
      'data/reperes/reperes.csv': null,
    });
    expect(told).toContain('Erreur, cellule C2, colonne « code_insee » : commune hors de la région : Paris (75)');
  });
});
