import { describe, expect, test } from 'vitest';
import { hasErrors } from '../../src/csv/fault.ts';
import { readCsv } from '../../src/csv/read.ts';
import { subventions } from '../../src/datasets/subventions.ts';
import { importFile } from './import-file.ts';
import { bytesOf, latinBytesOf, readReal } from './real-file.ts';
import { rowsOf, writeCells } from './write-cells.ts';

const HEADER =
  'nomattribuant;idattribuant;dateconvention;nombeneficiaire;idbeneficiaire;rnabeneficiaire;objet;montant;nature;conditionsversement;datesperiodeversement;pourcentagesubvention';

/** A line as portals write it, but for what a test changes. */
function lineOf(changes: Record<string, string> = {}): string {
  const usual: Record<string, string> = {
    nomattribuant: 'Département',
    idattribuant: '210 600 045 00392',
    dateconvention: '30/01/2018',
    nombeneficiaire: 'Association B',
    idbeneficiaire: '52499120500013',
    rnabeneficiaire: '',
    objet: 'Fonctionnement',
    montant: '137 825,00 €',
    nature: 'Aide en numéraire',
    conditionsversement: 'échelonné',
    datesperiodeversement: '2018/01/30_2022/01/29',
    pourcentagesubvention: '45 %',
  };
  return HEADER.split(';')
    .map((id) => `"${changes[id] ?? usual[id]}"`)
    .join(';');
}

function convert(...lines: readonly string[]) {
  const { format, imported, faults } = importFile(bytesOf(...lines), 'export.csv');
  expect(format?.id).toBe('scdl-subventions');
  return { rows: rowsOf(imported) as readonly Record<string, unknown>[], imported: imported!, faults };
}

describe('le fichier réel de la Somme', () => {
  test('devient 11 lignes justes, et chaque retouche est dite', (context) => {
    const bytes = readReal('scdl-departement-somme-2018-03-30.csv', context);
    const { format, imported, faults } = importFile(bytes, 'nom-sans-rapport.csv');
    expect(format?.id).toBe('scdl-subventions');
    expect(rowsOf(imported)).toHaveLength(11);
    expect(hasErrors(faults)).toBe(false);
    expect(imported?.dropped).toEqual(['type']);
    expect(rowsOf(imported)[0]).toMatchObject({
      nomAttribuant: 'Département de la Somme',
      dateConvention: '2018-01-30',
      montant: 13_782_500,
      nature: ['numéraire'],
      datesPeriodeVersement: '2018-01-30/2022-01-29',
      notificationUE: null,
      pourcentageSubvention: 1,
    });
    const told = Map.groupBy(faults, ({ columnName }) => columnName ?? 'fichier');
    expect(Object.fromEntries([...told].map(([column, { length }]) => [column, length]))).toEqual({
      fichier: 1,
      rnaBeneficiaire: 1,
      idRAE: 1,
      notificationUE: 1,
      dispositifAide: 1,
      type: 1,
      dateConvention: 11,
      montant: 11,
      conditionsVersement: 11,
      datesperiodeversement: 12,
    });
    expect(faults.find(({ columnName }) => columnName === 'montant')).toMatchObject({
      value: '137 825,00',
      mended: '137825.00',
      record: 2,
    });
  });

  test.for([
    ['scdl-departement-somme-2018-03-30.csv', 11],
    ['scdl-subventions-valide.csv', 29],
  ] as const)(
    'aucune structure n’y est prise pour une personne, ce qui l’écarterait : %s',
    ([file, lines], context) => {
      const { imported, faults } = importFile(readReal(file, context), file);
      expect(rowsOf(imported)).toHaveLength(lines);
      expect(faults.map(({ problem }) => problem)).not.toContainEqual(expect.stringContaining('personne physique'));
    },
  );

  test('ses lignes, écrites en CSV, se relisent à l’identique', (context) => {
    const { imported } = importFile(readReal('scdl-departement-somme-2018-03-30.csv', context), 'somme.csv');
    const reading = readCsv(writeCells(imported!.lines), { file: 'nous.csv', columns: subventions.columns });
    expect(reading.faults).toEqual([]);
    expect(reading.rows).toEqual(rowsOf(imported));
  });
});

describe('les variantes des fichiers réels', () => {
  test('dates, montants, parts, SIRET, périodes et noms de colonnes sont lus, et dits', () => {
    const { rows, faults } = convert(HEADER, lineOf());
    expect(rows).toEqual([
      expect.objectContaining({
        idAttribuant: '21060004500392',
        dateConvention: '2018-01-30',
        montant: 13_782_500,
        nature: ['numéraire'],
        datesPeriodeVersement: '2018-01-30/2022-01-29',
        notificationUE: null,
        pourcentageSubvention: 0.45,
      }),
    ]);
    expect(
      Object.fromEntries(faults.flatMap(({ value, mended }) => (value && mended ? [[value, mended]] : []))),
    ).toEqual({
      '210 600 045 00392': '21060004500392',
      '30/01/2018': '2018-01-30',
      '137 825,00 €': '137825.00',
      'Aide en numéraire': 'aide en numéraire',
      '2018/01/30_2022/01/29': '2018-01-30/2022-01-29',
      '45 %': '0.45',
    });
  });

  test.each([
    ['espace ordinaire', '137 825,00'],
    ['espace insécable', '137\u00a0825,00'],
    ['espace fine insécable', '137\u202f825,00'],
    ['point et sans espace', '137825.00'],
  ])('montant avec %s', (_, montant) => {
    expect(convert(HEADER, lineOf({ montant })).rows[0]?.montant).toBe(13_782_500);
  });

  test.each([
    ['aide en numéraire,aide en nature', ['numéraire', 'nature']],
    ['Aide en nature ; aide en numeraire', ['numéraire', 'nature']],
    ['aide en numéraire et en nature', ['numéraire', 'nature']],
    ['aide en nature', ['nature']],
  ])('nature « %s »', (nature, value) => {
    expect(convert(HEADER, lineOf({ nature })).rows[0]?.nature).toEqual(value);
  });

  test('windows-1252, avec ou sans marque UTF-8, et fins de ligne CRLF', () => {
    const plain = latinBytesOf(HEADER, lineOf({ montant: '137 825,00' }));
    const marked = Uint8Array.from([0xef, 0xbb, 0xbf, ...plain]);
    for (const bytes of [plain, marked]) {
      const { imported } = importFile(bytes, 'export.csv');
      expect(rowsOf(imported)).toMatchObject([{ nomAttribuant: 'Département', conditionsVersement: 'échelonné' }]);
    }
  });

  test('lignes vides à la fin, en-tête répété, cellule sur plusieurs lignes', () => {
    const blank = ';'.repeat(HEADER.split(';').length - 1);
    const lines = [HEADER, lineOf({ objet: 'Deux\nlignes' }), HEADER, lineOf({ montant: 'mille' })];
    const { rows, faults } = convert(...lines, ...Array(21).fill(blank));
    expect(rows).toHaveLength(1);
    expect(rows[0]?.objet).toBe('Deux\nlignes');
    expect(faults.filter(({ problem }) => problem?.startsWith('ligne d’en-tête'))).toMatchObject([
      { line: 4, record: 3 },
    ]);
    expect(faults.filter(({ level }) => level === 'erreur')).toMatchObject([
      { line: 5, record: 4, columnLetter: 'H', columnName: 'montant', value: 'mille' },
    ]);
  });

  test('« NC » vide une cellule facultative seulement', () => {
    const optional = convert(HEADER, lineOf({ rnabeneficiaire: 'NC' }));
    expect(optional.rows[0]?.rnaBeneficiaire).toBe(null);
    expect(optional.faults).toContainEqual(
      expect.objectContaining({ value: 'NC', problem: 'réponse inconnue : lue comme une cellule vide' }),
    );
    expect(convert(HEADER, lineOf({ montant: 'NC' })).rows).toEqual([]);
  });

  test.each([
    ['idbeneficiaire', '45032466000000.0', 'SIRET arrondi par un tableur : les derniers chiffres sont perdus'],
    ['idbeneficiaire', '4,50325E+13', 'SIRET arrondi par un tableur : les derniers chiffres sont perdus'],
    ['idbeneficiaire', '450324660', 'SIREN (9 chiffres) au lieu d’un SIRET'],
    ['pourcentagesubvention', '45', 'sans doute en pour cent : « 80 % » s’écrit « 0.8 »'],
    ['pourcentagesubvention', '0 %', undefined],
    ['datesperiodeversement', 'au fil de l’eau', undefined],
  ])('%s : « %s » ne se devine pas', (column, value, problem) => {
    const { rows, faults } = convert(HEADER, lineOf({ [column]: value }));
    expect(rows).toEqual([]);
    const errors = faults.filter(({ level }) => level === 'erreur');
    expect(errors).toMatchObject([{ columnName: column, value }]);
    expect(errors[0]?.problem).toBe(problem);
  });

  test('une colonne obligatoire absente est dite une fois et rien n’est importé', () => {
    const header = HEADER.replace('datesperiodeversement', 'commentaire');
    const { rows, faults, imported } = convert(header, lineOf(), lineOf());
    expect(rows).toEqual([]);
    expect(imported.dropped).toEqual(['commentaire']);
    expect(faults.filter(({ level }) => level === 'erreur')).toMatchObject([
      { columnName: 'datesPeriodeVersement', problem: 'colonne obligatoire absente' },
    ]);
  });

  test('plusieurs bénéficiaires d’une décision gardent le montant entier et leur part', () => {
    const { rows } = convert(
      HEADER,
      lineOf({ montant: '27 501,00', pourcentagesubvention: '0,8' }),
      lineOf({ montant: '27 501,00', pourcentagesubvention: '0,2', nombeneficiaire: 'Association C' }),
    );
    expect(rows.map(({ montant, pourcentageSubvention }) => [montant, pourcentageSubvention])).toEqual([
      [2_750_100, 0.8],
      [2_750_100, 0.2],
    ]);
  });
});
