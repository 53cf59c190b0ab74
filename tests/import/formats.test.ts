import { describe, expect, test } from 'vitest';
import { isPersonal } from '../../src/import/dropped-columns.ts';
import { formats, importFile } from '../../src/import/index.ts';
import { bytesOf, readReal } from './real-file.ts';

describe('un format se reconnaît à son en-tête', () => {
  test('chaque en-tête ne convient qu’à un format', () => {
    const headers = [
      ['nomAttribuant', 'idAttribuant', 'nomBeneficiaire', 'objet', 'montant'],
      ['NOM_ATTRIBUANT', 'nom bénéficiaire', 'Objet', 'MONTANT'],
      ['ID', 'NOM_TL', 'COMINIT', 'INSEECOM', 'TYPO', 'LAT', 'LONG', 'PRECISION'],
      ['geo_point_2d', 'nom', 'type', 'commune'],
      ['Geo Point', 'Nom du lieu', 'Typologie', 'Ville'],
      ['name', 'description', 'Latitude', 'Longitude'],
      ['id', 'pivot', 'nom', 'commune', 'code_postal', 'adresse', 'typologie', 'date_maj'],
      ['id', 'pivot', 'nom', 'commune', 'code_postal', 'adresse', 'typologie', 'date_maj', 'geo_point_2d'],
      ['nom', 'commune', 'code_insee'],
      [],
    ];
    const found = headers.map((header) => formats.filter(({ recognise }) => recognise(header)).map(({ id }) => id));
    expect(found).toEqual([
      ['scdl-subventions'],
      ['scdl-subventions'],
      ['cget-2019'],
      ['opendatasoft-tiers-lieux'],
      ['opendatasoft-tiers-lieux'],
      ['umap'],
      ['mediation-numerique'],
      ['mediation-numerique'],
      [],
      [],
    ]);
  });

  test('les identifiants et les titres sont uniques', () => {
    expect(new Set(formats.map(({ id }) => id)).size).toBe(formats.length);
    expect(new Set(formats.map(({ title }) => title)).size).toBe(formats.length);
  });

  test('un en-tête inconnu est dit, avec les formats connus', () => {
    const { imported, faults } = importFile(bytesOf('titre;endroit', 'A;B'), 'lieux.csv');
    expect(imported).toBeUndefined();
    expect(faults).toEqual([
      {
        level: 'erreur',
        file: 'lieux.csv',
        line: 1,
        record: 1,
        value: 'titre ; endroit',
        problem: 'aucun format connu n’a cet en-tête',
        expected: `un fichier de l’un des ${formats.length} formats que liste « npm run importer -- --aide »`,
      },
    ]);
  });

  test('des lignes décalées ne cachent pas que l’en-tête est inconnu', () => {
    const { faults } = importFile(bytesOf('nom;ville', 'A;B;C', 'D'), 'lieux.csv');
    expect(faults).toMatchObject([{ line: 1, problem: 'aucun format connu n’a cet en-tête' }]);
  });

  test('un fichier vide, un classeur : une seule faute, qui dit quoi', () => {
    expect(importFile(new Uint8Array(), 'vide.csv').faults).toMatchObject([{ problem: 'fichier vide' }]);
    const workbook = Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0, 0]);
    expect(importFile(workbook, 'classeur.csv').faults).toMatchObject([
      { problem: 'c’est un classeur (.xlsx ou .ods)' },
    ]);
  });

  test('un en-tête presque connu est dit, avec les colonnes qui manquent', () => {
    expect(importFile(bytesOf('nom;type;commune', 'A;B;C'), 'lieux.csv').faults.at(-1)?.expected).toBe(
      'pour le format le plus proche, « Liste de tiers-lieux d’un portail Opendatasoft », il manque « geo_point_2d »',
    );
  });

  test('un export réel sans en-tête n’est pris pour rien', (context) => {
    const { imported, faults } = importFile(readReal('ods-mel-vlille-sans-entete.csv', context), 'export.csv');
    expect(imported).toBeUndefined();
    expect(faults.at(-1)?.problem).toBe('pas de ligne d’en-tête : la première ligne est une ligne de données');
  });
});

test.each([
  ['MAIL', true],
  ['E-mail du référent', true],
  ['TELEPHONE', true],
  ['Tél.', true],
  ['Horodateur', true],
  ['nom_prenom', true],
  ['HOTEL', false],
  ['type', false],
  ['POPCOM', false],
])('« %s » annonce des données personnelles : %s', (header, personal) => {
  expect(isPersonal(header)).toBe(personal);
});
