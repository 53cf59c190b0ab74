import { describe, expect, test } from 'vitest';
import type { Fault } from '../../src/csv/fault.ts';
import { checkScdl, subventionsScdl } from '../../src/datasets/subventions.ts';
import { bytesOf, readReal } from './real-file.ts';

const HEADER = Object.keys(subventionsScdl.columns).join(',');
const SIRET = '21060004500392';

/** A line that the standard accepts, but for what a test changes. */
function lineOf(changes: Record<string, string> = {}): string {
  const valid: Record<string, string> = {
    nomAttribuant: 'Collectivité A',
    idAttribuant: SIRET,
    dateConvention: '2017-06-27',
    referenceDecision: '2017-03-103',
    nomBeneficiaire: 'Association B',
    idBeneficiaire: '52499120500013',
    rnaBeneficiaire: 'W333216789',
    objet: 'Fonctionnement',
    montant: '47800.20',
    nature: 'aide en numéraire',
    conditionsVersement: 'unique',
    datesPeriodeVersement: '2017-03-14/2018-03-14',
    idRAE: '12345',
    notificationUE: 'non',
    pourcentageSubvention: '0.45',
    dispositifAide: '',
  };
  return Object.keys(subventionsScdl.columns)
    .map((id) => `"${changes[id] ?? valid[id]}"`)
    .join(',');
}

function check(...lines: readonly string[]) {
  return checkScdl(bytesOf(...lines), 'subventions.csv');
}

/** A fault in the words of scdl-corrige.tsv. */
function ruleOf({ columnName, value, problem = '', expected }: Fault): string {
  if (problem === 'colonne obligatoire absente') return 'colonne absente (obligatoire)';
  if (problem.startsWith('colonne absente')) return 'colonne absente (facultative)';
  if (problem.startsWith('colonne inconnue')) return 'colonne inconnue';
  if (problem.startsWith('ordre des colonnes')) return 'ordre des colonnes différent (sans conséquence)';
  if (problem.startsWith('période à rebours')) return 'avertissement : période à rebours';
  if (problem.startsWith('date impossible')) return 'avertissement : date impossible';
  if (expected.includes('SIRET') && columnName?.startsWith('id')) {
    if (expected.includes('ou un numéro RNA')) return 'un SIRET ou un RNA';
    return /^\d{14}$/.test(value ?? '') ? 'SIRET : clé de Luhn' : 'SIRET : 14 chiffres';
  }
  if (problem === 'cellule vide') return 'obligatoire';
  if (expected.includes('RNA')) return 'W et 9 chiffres';
  if (expected.includes('nombre de 0.01 à 1')) return 'nombre de 0.01 à 1';
  if (expected.includes('montant en euros')) return 'nombre, point décimal';
  if (expected.includes('période AAAA')) return 'AAAA-MM-JJ ou AAAA-MM-JJ/AAAA-MM-JJ';
  if (expected.includes('AAAA-MM-JJ')) return 'date AAAA-MM-JJ';
  if (expected === '« oui » ou « non »') return 'oui ou non';
  if (expected.startsWith('« aide en')) return 'valeur admise';
  return `règle sans nom : ${problem} ${expected}`;
}

describe('les exemples de la norme nationale', () => {
  test.for([
    'scdl-subventions-valide.csv',
    'scdl-subventions-cellules-invalides.csv',
    'scdl-subventions-colonnes-invalides.csv',
  ])('%s : les fautes du corrigé, ni plus ni moins', (file, context) => {
    const corrige = new TextDecoder().decode(readReal('scdl-corrige.tsv', context));
    const expected = corrige
      .split(/\r?\n/)
      .slice(1)
      .filter((line) => line.startsWith(`${file}\t`))
      .map((line) => line.split('\t').slice(1).join(' | '));
    const faults = checkScdl(readReal(file, context), file);
    const found = faults.map((fault) =>
      [fault.record, fault.columnName ?? '', ruleOf(fault), nameValue(fault)].join(' | '),
    );
    expect(expected.length).toBeGreaterThan(3);
    expect(found.toSorted()).toEqual(expected.toSorted());
  });

  test('seuls les avertissements du corrigé laissent le fichier valide', (context) => {
    const faults = checkScdl(readReal('scdl-subventions-valide.csv', context), 'valide.csv');
    expect(faults.map(({ level }) => level)).toEqual([
      'avertissement',
      'avertissement',
      'avertissement',
      'avertissement',
    ]);
  });
});

/** The answer sheet says no value for a column that is wholly unknown or absent. */
function nameValue({ value = '', problem = '' }: Fault): string {
  return problem.startsWith('colonne') ? '' : value;
}

describe('la norme à la lettre', () => {
  test('un fichier juste ne dit rien', () => {
    expect(check(HEADER, lineOf())).toEqual([]);
  });

  test.each([
    ['montant', '137 825,00', 'un montant en euros, avec un point décimal et sans espace', '137825.00'],
    ['montant', '12.345', 'un montant en euros, avec un point décimal et sans espace', undefined],
    ['dateConvention', '2018/01/30', 'une date AAAA-MM-JJ', '2018-01-30'],
    ['dateConvention', '2018-01', 'une date AAAA-MM-JJ', undefined],
    ['pourcentageSubvention', '0,45', 'un nombre de 0.01 à 1, avec un point décimal', '0.45'],
    ['pourcentageSubvention', '0', 'un nombre de 0.01 à 1, avec un point décimal', undefined],
    ['idAttribuant', '210 600 045 00392', 'un SIRET de 14 chiffres dont la clé est juste', SIRET],
    ['rnaBeneficiaire', 'w333216789', 'un numéro RNA : « W » suivi de 9 chiffres', 'W333216789'],
    ['notificationUE', 'Oui', '« oui » ou « non »', 'oui'],
    ['idRAE', '123456', 'un texte d’au plus 5 caractères', undefined],
    ['conditionsVersement', 'x'.repeat(257), 'un texte d’au plus 256 caractères', undefined],
  ])('%s : « %s » est refusé', (column, value, expected, nearest) => {
    const faults = check(HEADER, lineOf({ [column]: value }));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ level: 'erreur', line: 2, columnName: column, value, expected });
    expect(faults[0]?.nearest).toBe(nearest);
  });

  test('La Poste a une clé à elle', () => {
    expect(check(HEADER, lineOf({ idBeneficiaire: '35600000049837' }))).toEqual([]);
    expect(check(HEADER, lineOf({ idBeneficiaire: '35600000049838' }))).toHaveLength(1);
  });

  test('un bénéficiaire a un SIRET ou un RNA ; un numéro refusé compte pour un numéro', () => {
    expect(check(HEADER, lineOf({ idBeneficiaire: '' }))).toEqual([]);
    expect(check(HEADER, lineOf({ rnaBeneficiaire: '' }))).toEqual([]);
    const none = check(HEADER, lineOf({ idBeneficiaire: '', rnaBeneficiaire: '', montant: '' }));
    expect(none.map(({ problem }) => problem)).toEqual(['cellule vide', 'bénéficiaire sans numéro']);
    const wrong = check(HEADER, lineOf({ idBeneficiaire: '', rnaBeneficiaire: 'W1' }));
    expect(wrong.map(({ columnName }) => columnName)).toEqual(['rnaBeneficiaire']);
  });

  test('une période à rebours ou impossible est dite sans être refusée', () => {
    for (const period of ['2018-03-14/2017-03-14', '2017-02-30', '2017-13-01/2018-01-01']) {
      const faults = check(HEADER, lineOf({ datesPeriodeVersement: period }));
      expect(faults.map(({ level }) => level)).toEqual(['avertissement']);
    }
  });

  test('deux natures dans une cellule, avec le point-virgule de la norme', () => {
    expect(check(HEADER, lineOf({ nature: 'aide en nature;aide en numéraire' }))).toEqual([]);
    expect(check(HEADER, lineOf({ nature: 'aide en numeraire' }))[0]?.nearest).toBe('aide en numéraire');
  });
});
