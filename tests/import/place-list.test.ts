import { describe, expect, test } from 'vitest';
import { readNaming } from '../../src/import/read-naming.ts';
import { importFile } from './import-file.ts';
import { importPlaces, references, told } from './import-places.ts';
import { bytesOf } from './real-file.ts';

const HEADER = 'Nom;Adresse;Code postal;Commune;Type;Site internet;Courriel;Téléphone';

describe('une liste de lieux tenue dans un tableur', () => {
  test('entre avec sa commune, ses types et son site ; le reste est dit et laissé', () => {
    const { format, rows, dropped, said } = importPlaces([
      HEADER,
      'Lieu A;1 rue A;99000;COMMUNE A1;Fab lab;www.example.org;a@example.org;',
      'Lieu B;;99200;;Coworking;https://example.org/b;;',
      'Lieu C (fermé);;99000;Commune A1;Café;;;',
      'Lieu D;;99000;Commune A1;Recyclerie;;;',
    ]);
    expect(format).toBe('place-list');
    expect(dropped).toEqual(['Adresse', 'Courriel', 'Téléphone']);
    expect(rows).toMatchObject([
      {
        id: 'lieu-a',
        commune: 'Commune A1',
        code_insee: '99001',
        types: ['fablab'],
        site_web: 'https://www.example.org/',
      },
      { id: 'lieu-b', commune: 'Saint-Exemple-sur-Test', types: ['coworking'], site_web: 'https://example.org/b' },
      { id: 'lieu-d', types: [], activite_citee: 'Recyclerie', latitude: null, position: null, source: told.source },
    ]);
    expect(said).toEqual([
      'A 1 Adresse : colonne sans place dans notre schéma, laissée de côté',
      'A 1 Courriel : données personnelles : colonne laissée de côté',
      'A 1 Téléphone : données personnelles : colonne laissée de côté',
      'A 2 Site internet « www.example.org » : début de l’adresse absent → https://www.example.org',
      'A 2 Commune « COMMUNE A1 » : code INSEE absent, trouvé par le nom et le code postal → 99001',
      'A 2 Commune « COMMUNE A1 » : commune écrite autrement → Commune A1',
      'A 3 Code postal « 99200 » : code INSEE absent, trouvé par le code postal → 99002',
      'A 4 Nom « Lieu C (fermé) » : lieu dit fermé (« fermé ») : ligne laissée de côté',
      'A 5 Commune « Commune A1 » : code INSEE absent, trouvé par le nom et le code postal → 99001',
      'A 5 Type « Recyclerie » : type inconnu de l’annuaire : gardé comme activité citée',
    ]);
  });

  test('demande la page qui cite ces lieux et sa date, et n’invente ni l’une ni l’autre', () => {
    const { rows, faults } = importPlaces([HEADER, 'Lieu A;;99000;Commune A1;;;;'], { references });
    expect(rows).toEqual([]);
    expect(faults.filter(({ level }) => level === 'erreur').map(({ expected }) => expected)).toEqual([
      'l’adresse de cette page : --source ADRESSE',
      'une date AAAA, AAAA-MM ou AAAA-MM-JJ : --date DATE',
    ]);
  });

  test.each([
    ['50,6;3,1', { latitude: 50.6, longitude: 3.1, position: 'exacte' }],
    ['0;0', { latitude: null, longitude: null, position: null }],
    ['7059000;704000', { latitude: null, longitude: null, position: null }],
    ['7 059 000,5;704 000,25', { latitude: null, longitude: null, position: null }],
  ])('un point « %s » est lu en degrés, ou laissé de côté', (point, place) => {
    for (const names of ['latitude;longitude', 'Lat;Lon', 'Y;X']) {
      expect(importPlaces([`nom;insee;${names}`, `Lieu A;99001;${point}`]).rows).toMatchObject([place]);
    }
  });

  test('une présentation n’est pas une activité ; de plusieurs sites, le premier', () => {
    const { rows, said } = importPlaces([
      'nom;insee;activité;site',
      `Lieu A;99001;${'mot '.repeat(60)};"https://example.org/a ; https://example.org/b"`,
    ]);
    expect(rows).toMatchObject([{ activite_citee: null, site_web: 'https://example.org/a' }]);
    expect(said.map((line) => line.replace(/«.*»/s, '…'))).toEqual([
      'A 2 site … : plusieurs adresses : la première est gardée → https://example.org/a',
      'A 2 activité … : texte trop long pour une activité : laissé de côté',
    ]);
  });
});

describe('--colonnes nomme les colonnes d’une liste', () => {
  const NAMING = [
    'colonne du fichier;colonne de l’observatoire;réponse du fichier;réponse de l’observatoire',
    'Qui;nom;;',
    'Où;Commune;;',
    'Genre;types;Atelier de quartier;Fab lab',
    'Genre;types;Ne sait pas;',
    'Remarques;;;',
  ];
  const importNamed = (lines: readonly string[], naming: readonly string[] = NAMING) => {
    const { naming: say, faultsFor } = readNaming(bytesOf(...naming), 'colonnes.csv');
    const { columns, answers } = say('lieux');
    return { ...importPlaces(lines, { ...told, columns: columns!, answers: answers! }), misread: faultsFor };
  };

  test('un en-tête que rien ne disait est lu, ses réponses aussi', () => {
    const lines = ['Qui;Où;Genre;Remarques;Contact', 'Lieu A;Saint-Exemple-sur-Test;Atelier de quartier, Café;x;y'];
    expect(importPlaces(lines).format).toBeUndefined();
    const { format, rows, dropped, misread } = importNamed(lines);
    expect(format).toBe('place-list');
    expect(rows).toMatchObject([{ nom: 'Lieu A', code_insee: '99002', types: ['fablab', 'culture'] }]);
    expect(dropped).toEqual(['Contact', 'Remarques']);
    expect(misread(new Set(['lieux']))).toEqual([]);
  });

  test('un portail aux colonnes à lui', () => {
    const { format, rows } = importNamed(['geo_point_2d;Qui;Où;Genre', '"50.6, 3.1";Lieu A;Commune A1;ne sait pas']);
    expect([format, rows]).toEqual(['opendatasoft-tiers-lieux', []]);
    const found = importNamed([
      'geo_point_2d;Qui;Où;Genre',
      '"50.6, 3.1";Lieu A;Saint-Exemple-sur-Test;atelier de quartier',
    ]);
    expect(found.rows).toMatchObject([{ nom: 'Lieu A', latitude: 50.6, types: ['fablab'], activite_citee: null }]);
  });

  test('le nom que la personne donne l’emporte sur celui que le format connaît', () => {
    const naming = [NAMING[0]!, 'Enseigne;nom;;', 'nom;;;'];
    expect(importNamed(['nom;Enseigne;insee', 'Société A;Lieu A;99001'], naming).rows).toMatchObject([
      { nom: 'Lieu A' },
    ]);
  });

  test('ce qu’une liste ne dit pas, et une colonne absente', () => {
    const naming = [NAMING[0]!, 'Revu;verifie_le;;', 'Absente;nom;;'];
    expect(importNamed(['nom;insee;Revu', 'Lieu A;99001;2026'], naming).said.slice(0, 2)).toEqual([
      'E 1 Revu : « verifie_le » ne se reprend pas d’un tel fichier : colonne laissée de côté',
      'A 1 « absente » : colonne nommée dans le fichier de --colonnes, absente de ce fichier',
    ]);
  });

  test('les colonnes d’un autre jeu : subventions', () => {
    const naming = [NAMING[0]!, 'Payeur;nomAttribuant;;', 'Euros;montant;;'];
    const { naming: say } = readNaming(bytesOf(...naming), 'colonnes.csv');
    const header =
      'Payeur;idAttribuant;dateConvention;nomBeneficiaire;idBeneficiaire;objet;Euros;nature;conditionsVersement;datesPeriodeVersement;pourcentageSubvention';
    const line =
      'Ville A;21060004500392;2018-01-30;Association B;52499120500013;Fonctionnement;100,50;aide en numéraire;unique;2018-01-30;1';
    const { format, imported } = importFile(bytesOf(header, line), 'liste.csv', say('subventions'));
    expect(format?.id).toBe('scdl-subventions');
    expect(imported!.lines.map(({ row }) => row)).toMatchObject([{ nomAttribuant: 'Ville A', montant: 10_050 }]);
  });

  test('un mot que seul un jeu connaît n’est une faute que pour un autre', () => {
    const { faultsFor } = readNaming(bytesOf(NAMING[0]!, 'A;Loyer annuel;;', 'B;Commune;;'), 'colonnes.csv');
    expect(faultsFor(new Set(['enquete']))).toEqual([]);
    expect(faultsFor(new Set())).toEqual([]);
    expect(faultsFor(new Set(['lieux']))).toMatchObject([
      { level: 'erreur', line: 2, value: 'Loyer annuel', problem: 'colonne inconnue de l’observatoire' },
    ]);
  });
});
