import { describe, expect, test } from 'vitest';
import type { Dataset } from '../../src/datasets/define.ts';
import { datasets } from '../../src/datasets/index.ts';
import { isPersonal } from '../../src/import/dropped-columns.ts';
import { findFormat } from '../../src/import/find-format.ts';
import { formats } from '../../src/import/index.ts';
import { describeFaults } from '../../src/report/terminal.ts';
import { plain } from '../plain.ts';
import { importFile } from './import-file.ts';
import { bytesOf, readReal } from './real-file.ts';

const PRECISE = formats.filter(({ id }) => id !== 'place-list' && !id.startsWith('colonnes-'));
const titlesOf = ({ columns }: Dataset) => Object.values(columns).map(({ meta }) => meta.title);
const idsOf = ({ columns }: Dataset) => Object.keys(columns);

describe('un format se reconnaît à son en-tête', () => {
  test.each<readonly [header: readonly string[], id: string | undefined]>([
    [['nomAttribuant', 'idAttribuant', 'nomBeneficiaire', 'objet', 'montant'], 'scdl-subventions'],
    [['NOM_ATTRIBUANT', 'nom bénéficiaire', 'Objet', 'MONTANT'], 'scdl-subventions'],
    [idsOf(datasets.subventions), 'scdl-subventions'],
    [['ID', 'NOM_TL', 'COMINIT', 'INSEECOM', 'TYPO', 'LAT', 'LONG', 'PRECISION'], 'cget-2019'],
    [['geo_point_2d', 'nom', 'type', 'commune'], 'opendatasoft-tiers-lieux'],
    [['Geo Point', 'Nom du lieu', 'Typologie', 'Ville'], 'opendatasoft-tiers-lieux'],
    [['name', 'description', 'Latitude', 'Longitude'], 'umap'],
    [['id', 'pivot', 'nom', 'commune', 'code_postal', 'adresse', 'typologie', 'date_maj'], 'mediation-numerique'],
    [['id', 'pivot', 'nom', 'commune', 'code_postal', 'adresse', 'date_maj', 'geo_point_2d'], 'mediation-numerique'],
    [['ID_UNIQUE', ...titlesOf(datasets.enquete)], 'bdftl'],
    [['submitdate', 'lastpage', ...idsOf(datasets.enquete)], 'limesurvey'],
    [['Horodateur', ...titlesOf(datasets.enquete)], 'google-forms'],
    [titlesOf(datasets.enquete), 'colonnes-enquete'],
    [['Commune', ...idsOf(datasets.enquete).filter((id) => id !== 'code_insee')], 'colonnes-enquete'],
    [titlesOf(datasets.lieux), 'colonnes-lieux'],
    [['NOM', 'Commune', 'Cite comme', 'Source', 'TYPES', 'Code INSEE'], 'colonnes-lieux'],
    [titlesOf(datasets.reperes), 'colonnes-reperes'],
    [titlesOf(datasets.flux), 'colonnes-flux'],
    [idsOf(datasets.flux), 'colonnes-flux'],
    [['nom', 'commune', 'code_insee'], 'place-list'],
    [['Nom', 'Adresse', 'Code postal', 'Commune', 'Type', 'Site internet', 'Courriel', 'Téléphone'], 'place-list'],
    [['Dénomination', 'CP', 'Prénom du contact'], undefined],
    [['Nom', 'Prénom', 'Ville'], undefined],
    [['Nom du lieu', 'Ville', 'Prénom du contact'], 'place-list'],
    [titlesOf(datasets.enquete).slice(1), undefined],
    [['Nom du lieu', 'Commune', 'Activités', 'Surface bâtie', 'Loyer annuel', 'Travaux prévus'], undefined],
    [titlesOf(datasets.flux).slice(0, 4), undefined],
    [['id', 'nom', 'source'], undefined],
    [[], undefined],
  ])('%j', (header, id) => {
    expect(findFormat(header, formats)?.id).toBe(id);
    expect(PRECISE.filter(({ recognise }) => recognise(header)).length).toBeLessThanOrEqual(1);
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
    const { faults } = importFile(bytesOf('titre;ville', 'A;B;C', 'D'), 'lieux.csv');
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
    const { faults } = importFile(bytesOf('endroit;type;commune', 'A;B;C'), 'lieux.csv');
    expect(plain(describeFaults(faults))).toBe(`lieux.csv : 1 erreur

  Erreur, ligne 1 : aucun format connu n’a cet en-tête
    lu : « endroit ; type ; commune »
    attendu : pour le format le plus proche, « Liste de lieux d’un tableur », il manque « nom »
    pour corriger : si ces colonnes portent d’autres noms, dites lesquels dans un fichier donné par --colonnes (data/LISEZMOI.md)`);
  });

  test.each([
    ['Nom;Prénom;Ville', '« Liste de lieux d’un tableur », il manque « nom du lieu »'],
    ['Dénomination;Genre', '« Liste de lieux d’un tableur », il manque « commune »'],
    ['name;Latitude;Lieu-dit', '« Carte uMap exportée en CSV », il manque « Longitude »'],
    [
      [titlesOf(datasets.flux)[0], ...titlesOf(datasets.flux).slice(3)].join(';'),
      '« Fichier aux colonnes de l’observatoire : Flux financiers », il manque « Payeur » et « Niveau du payeur »',
    ],
    ['a;b', undefined],
  ])('« %s » : au plus près, %s', (header, nearest) => {
    const { faults } = importFile(bytesOf(header, header.replace(/[^;]+/g, 'x')), 'liste.csv');
    const expected = nearest && `pour le format le plus proche, ${nearest}`;
    const list = `un fichier de l’un des ${formats.length} formats que liste « npm run importer -- --aide »`;
    expect(plain(faults.at(-1)?.expected)).toBe(expected ?? list);
  });

  test('une enquête d’un outil inconnu : ce qui lui manque pour être la nôtre, et un en-tête jamais coupé au milieu', () => {
    const [, ...others] = titlesOf(datasets.enquete);
    const { faults } = importFile(bytesOf(others.join(';'), others.map(() => '').join(';')), 'reponses.csv');
    expect(plain(describeFaults(faults)).split('\n').slice(3, 5)).toEqual([
      `    lu : « Accord de publication ; Date d’ouverture et ${others.length - 2} autres »`,
      '    attendu : pour le format le plus proche, « Fichier aux colonnes de l’observatoire : Recensement des tiers-lieux », il manque « Identifiant du lieu »',
    ]);
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
