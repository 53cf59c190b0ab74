import { describe, expect, test } from 'vitest';
import { readCsv } from '../../src/csv/read.ts';
import { lieux } from '../../src/datasets/lieux.ts';
import { importFile } from './import-file.ts';
import { importPlaces, told } from './import-places.ts';
import { bytesOf } from './real-file.ts';
import { writeCells } from './write-cells.ts';

const LABELS =
  'Geo Point;Nom du lieu;Adresse;Ville;Code INSEE;Code postal;Typologie;Site internet;Date de mise à jour;Téléphone';
const IDS = 'geo_point_2d,geo_shape,nom,commune,code_insee,code_postal,type,url,date_maj';
const HEADLESS = 'lieu-a;Lieu A;Commune A1;Fab lab;2024-03-02T23:30:00+01:00;50.6,3.05';

describe('la lecture d’une liste Opendatasoft', () => {
  test('des libellés, un point dans une cellule, une adresse sur deux lignes, une date avec son heure', () => {
    const line =
      '"50.629044, 3.058288";Lieu A;"1 rue du Test\nBâtiment B";Commune A1;99001;99000;Fab lab;https://example.org/a;2024-03-02T23:30:00+01:00;0000000000';
    const { format, rows, dropped, said } = importPlaces([`\ufeff${LABELS}`, line]);
    expect(format).toBe('opendatasoft-tiers-lieux');
    expect(rows).toEqual([
      {
        id: 'lieu-a',
        nom: 'Lieu A',
        commune: 'Commune A1',
        code_insee: '99001',
        latitude: 50.629044,
        longitude: 3.058288,
        position: 'exacte',
        types: ['fablab'],
        forme_juridique: null,
        cercle: null,
        site_web: 'https://example.org/a',
        activite_citee: null,
        cite_comme: 'tiers-lieu',
        cite_le: '2024-03-02',
        source: 'https://example.org/tiers-lieux',
        verifie_le: null,
        retire_le: null,
      },
    ]);
    expect(dropped).toEqual(['Adresse', 'Téléphone']);
    expect(said).toEqual([
      'A 1 Adresse : colonne sans place dans notre schéma, laissée de côté',
      'A 1 Téléphone : données personnelles : colonne laissée de côté',
    ]);
  });

  test('des identifiants, des virgules, un point en GeoJSON, une commune par son nom et son code postal', () => {
    const { rows, said } = importPlaces([
      IDS,
      ',"{""type"":""Point"",""coordinates"":[3.05,50.6]}",Lieu B,St Exemple s/ Test,,99200,Coworking,www.example.org/b,45231',
    ]);
    expect(rows).toMatchObject([
      {
        commune: 'Saint-Exemple-sur-Test',
        code_insee: '99002',
        latitude: 50.6,
        longitude: 3.05,
        types: ['coworking'],
        site_web: 'https://www.example.org/b',
        cite_le: '2023-11-01',
      },
    ]);
    expect(said).toEqual([
      'A 2 url « www.example.org/b » : début de l’adresse absent → https://www.example.org/b',
      'A 2 date_maj « 45231 » : date devenue un nombre dans un tableur → 2023-11-01',
      'A 2 commune « St Exemple s/ Test » : code INSEE absent, trouvé par le nom et le code postal → 99002',
      'A 2 commune « St Exemple s/ Test » : commune écrite autrement → Saint-Exemple-sur-Test',
    ]);
  });

  test.each([
    ['50.6,3.05', 50.6, 3.05],
    ['50.6, 3.05', 50.6, 3.05],
    ['50,6; 3,05', 50.6, 3.05],
    ['{""lon"":3.05,""lat"":50.6}', 50.6, 3.05],
    ['0.0, 0.0', null, null],
    ['', null, null],
  ])('le point « %s »', (point, latitude, longitude) => {
    const { rows } = importPlaces([
      'geo_point_2d;nom;commune;code_insee;type',
      `"${point}";Lieu A;Commune A1;99001;Fab lab`,
    ]);
    expect(rows).toMatchObject([{ latitude, longitude, position: latitude === null ? null : 'exacte' }]);
  });

  test('un point illisible est refusé à sa place', () => {
    const { rows, said } = importPlaces(['geo_point_2d;nom;code_insee;type', 'ici;Lieu A;99001;Fab lab']);
    expect(rows).toEqual([]);
    expect(said).toEqual(['E 2 geo_point_2d « ici » : point illisible']);
  });

  test.each([
    ['Télétravail et coworking', ['coworking'], null],
    ['lieu culturel-commerce-café', ['culture'], null],
    ['Fab Lab | Atelier partagé', ['fablab', 'atelier'], null],
    ['Accompagnement, Médiation numérique', ['accompagnement', 'mediation-numerique'], null],
    ['Living Lab ; Épicerie', ['living-lab'], 'Living Lab ; Épicerie'],
    ['', [], null],
  ])('les types « %s »', (types, codes, activity) => {
    const header = 'geo_point_2d;nom;code_insee;type';
    const { rows, said } = importPlaces([
      header,
      `50.6,3.05;Lieu A;99001;"${types}"`,
      '50.6,3.05;Lieu B;99002;Fab lab',
    ]);
    expect(rows[0]).toMatchObject({ types: codes, activite_citee: activity });
    expect(said).toEqual(
      activity === null ? [] : [`A 2 type « ${types} » : type inconnu de l’annuaire : gardé comme activité citée`],
    );
  });

  test('une commune ambiguë est demandée, jamais choisie', () => {
    const { rows, faults } = importPlaces(['geo_point_2d;nom;ville;type', '50.6,3.05;Lieu A;Commune A1;Fab lab']);
    expect(rows).toEqual([]);
    expect(faults).toEqual([
      {
        level: 'erreur',
        file: 'liste.csv',
        line: 2,
        record: 2,
        columnLetter: 'C',
        columnName: 'ville',
        value: 'Commune A1',
        problem: 'ambigu : écrivez le code INSEE',
        expected: 'l’une de ces communes : 99001 Commune A1 (99), 98001 Commune A1 (98)',
        nearest: undefined,
        mended: undefined,
      },
    ]);
  });

  test('les lieux fermés et ceux d’ailleurs sont laissés de côté ; deux lieux du même nom ont deux identifiants', () => {
    const { rows, said } = importPlaces([
      'geo_point_2d;nom;commune;code_insee;type',
      '50.6,3.05;Lieu A (fermé);Commune A1;99001;Fab lab',
      '48.8,2.3;Lieu A;Paris;75056;Fab lab',
      '50.6,3.05;Lieu A - en projet;Commune A1;99001;Fab lab',
      '50.7,3.05;Lieu A;Saint-Exemple-sur-Test;99002;Fab lab',
    ]);
    expect(rows.map(({ id, nom }) => [id, nom])).toEqual([
      ['lieu-a', 'Lieu A'],
      ['lieu-a-saint-exemple-sur-test', 'Lieu A'],
    ]);
    expect(said).toEqual([
      'A  : 1 lieu hors du territoire, laissé de côté',
      'A 2 nom « Lieu A (fermé) » : lieu dit fermé (« fermé ») : ligne laissée de côté',
      'A 4 nom « Lieu A - en projet » : état écrit dans le nom : « en projet » → Lieu A',
    ]);
  });

  test('des lignes importées se relisent comme des lieux', () => {
    const file = bytesOf(
      IDS,
      '"50.6, 3.05",,Lieu A,Commune A1,99001,,"Fab lab; Living lab",,2024-03-02T23:30:00+01:00',
    );
    const { imported } = importFile(file, 'liste.csv', told);
    const reading = readCsv(writeCells(imported!.lines), {
      file: 'lieux.csv',
      columns: lieux.columns,
      references: told.references,
    });
    expect(reading.faults.filter(({ level }) => level === 'erreur')).toEqual([]);
    expect(reading.rows).toEqual(imported!.lines.map(({ row }) => row));
  });
});

describe('une liste qui ne peut pas entrer', () => {
  test('chaque colonne obligatoire qui manque est dite par ses noms', () => {
    const { rows, faults } = importPlaces(['geo_point_2d;titre;commune', '50.6,3.05;Lieu A;Commune A1']);
    expect(rows).toEqual([]);
    expect(faults.filter(({ level }) => level === 'erreur')).toEqual([
      {
        level: 'erreur',
        file: 'liste.csv',
        line: 1,
        record: 1,
        columnName: 'nom',
        problem: 'colonne obligatoire absente',
        expected:
          'une colonne nommée « nom », « nom_du_lieu », « nom_lieu », « nom_usuel », « nom_du_tiers_lieu » ou « nom_tiers_lieu », ou celle que nomme un fichier donné par --colonnes',
        nearest: undefined,
      },
      {
        level: 'erreur',
        file: 'liste.csv',
        line: 1,
        record: 1,
        columnName: 'type',
        problem: 'colonne obligatoire absente',
        expected:
          'une colonne nommée « type », « typologie », « type_de_lieu », « type_de_tiers_lieu », « types » ou « categorie », ou celle que nomme un fichier donné par --colonnes',
        nearest: undefined,
      },
    ]);
  });

  test('une colonne en double : la première est lue', () => {
    const { rows, dropped, said } = importPlaces([
      'geo_point_2d;nom;Nom;code_insee;type',
      '50.6,3.05;Lieu A;Autre nom;99001;Fab lab',
    ]);
    expect(rows).toMatchObject([{ nom: 'Lieu A' }]);
    expect(dropped).toEqual(['Nom']);
    expect(said).toEqual(['A 1 Nom : colonne en double, laissée de côté : c’est la colonne B qui est lue']);
  });

  test('une liste d’autre chose, aux mêmes colonnes', () => {
    const { rows, said } = importPlaces([
      'identifiant;nom;commune;type;geo;date_maj',
      '43;STATION A;COMMUNE A1;AVEC TPE;50.6,3.05;2022-01-24T21:15:20+01:00',
    ]);
    expect(rows).toEqual([]);
    expect(said).toEqual([
      'E 1 type « AVEC TPE » : aucune ligne n’a un type de tiers-lieu : cette liste parle d’autre chose',
    ]);
  });

  test('sans ligne d’en-tête', () => {
    const { format, said } = importPlaces([HEADLESS, HEADLESS.replaceAll('a;', 'b;')]);
    expect(format).toBeUndefined();
    expect(said).toEqual([
      `E 1 « ${HEADLESS.replaceAll(';', ' ; ')} » : pas de ligne d’en-tête : la première ligne est une ligne de données`,
    ]);
  });

  test('la page qui nomme ces lieux tiers-lieux et sa date sont demandées, une fois ; le reste est dit aussi', () => {
    const { rows, faults } = importPlaces(
      ['geo_point_2d;nom;code_insee;type', '50.6,3.05;Lieu A;99001;Fab lab', '50.6,3.05;;99001;Fab lab'],
      { references: told.references },
    );
    expect(rows).toEqual([]);
    expect(faults.map(({ line, problem, expected }) => [line, problem, expected])).toEqual([
      [
        undefined,
        'la page qui nomme ces lieux tiers-lieux n’est pas connue',
        'l’adresse de cette page : --source ADRESSE',
      ],
      [undefined, 'la date de cette liste n’est pas connue', 'une date AAAA, AAAA-MM ou AAAA-MM-JJ : --date DATE'],
      [3, 'cellule vide', 'un texte d’au plus 120 caractères'],
    ]);
  });

  test.each([
    [{ source: 'example.org' }, 'la page qui nomme ces lieux tiers-lieux n’est pas connue'],
    [{ date: 'hier' }, 'la date de cette liste n’est pas connue'],
  ])('une réponse que l’annuaire refuserait : %o', (answer, problem) => {
    const lines = ['geo_point_2d;nom;code_insee;type', '50.6,3.05;Lieu A;99001;Fab lab'];
    const { rows, faults } = importPlaces(lines, { ...told, ...answer });
    expect(rows).toEqual([]);
    expect(faults).toMatchObject([{ level: 'erreur', value: Object.values(answer)[0], problem }]);
  });
});
