import { describe, expect, test } from 'vitest';
import type { Data } from '../../src/datasets/data.ts';
import type { Lieu } from '../../src/datasets/lieux.ts';
import type { OpenFlow } from '../../src/datasets/open-ledger.ts';
import { subventions as dataset, type Subvention } from '../../src/datasets/subventions.ts';
import { figure } from '../../src/figures/subventions-flux.ts';
import { importFile } from '../import/import-file.ts';
import { readReal } from '../import/real-file.ts';
import { rowsOf } from '../import/write-cells.ts';
import { dataOf, publishTables } from './survey-data.ts';

const EMPTY = Object.fromEntries(Object.entries(dataset.columns).map(([id, { empty }]) => [id, empty]));

/** What one beneficiary gets by a decision of 1 000 €, but for what a test changes. */
function subsidy(changes: Partial<Subvention>): Subvention {
  return {
    ...EMPTY,
    nomAttribuant: 'Département',
    idAttribuant: '22800001400016',
    dateConvention: '2024-05-02',
    referenceDecision: 'D1',
    nomBeneficiaire: 'Association A',
    objet: 'Fonctionnement',
    montant: 100_000,
    nature: ['numéraire'],
    pourcentageSubvention: 1,
    millesime: '2024',
    ...changes,
  } as Subvention;
}

const tablesOf = (rows: readonly Subvention[], known: Partial<Data> = {}) =>
  publishTables(
    figure.rows({ ...dataOf([]), ...known, subventions: rows }, { millesime: '2024', territoire: 'region' }),
  );
const column = (rows: readonly Subvention[], index: number) =>
  tablesOf(rows).noeuds!.rows.filter(({ attributes }) => attributes?.colonne === index);
const amounts = (rows: readonly Subvention[], index: number) =>
  column(rows, index).map(({ attributes, cells }) => [attributes?.label, cells.montant?.value]);
const sum = (numbers: readonly (number | null | undefined)[]) =>
  numbers.reduce<number>((all, one) => all + (one ?? 0), 0);

const THREE = [0.45, 0.3, 0.25].map((pourcentageSubvention, index) =>
  subsidy({ pourcentageSubvention, nomBeneficiaire: `Association ${'ABC'[index]}` }),
);

describe('d’un fichier de subventions à l’image', () => {
  test('un montant partagé n’est compté qu’une fois, à tous les étages', () => {
    expect(amounts(THREE, 0)).toEqual([['Département', 100_000]]);
    expect(amounts(THREE, 1)).toEqual([['Aide en numéraire', 100_000]]);
    expect(amounts(THREE, 2)).toEqual([
      ['Association A', 45_000],
      ['Association B', 30_000],
      ['Association C', 25_000],
    ]);
  });

  test('ce qui est repris se retranche, et ce dont rien ne reste n’est pas dessiné', () => {
    const rows = [
      ...THREE,
      subsidy({ montant: -5_000, objet: 'Reprise' }),
      subsidy({ montant: -1, objet: 'X', nomBeneficiaire: 'Z' }),
    ];
    expect(amounts(rows, 0)).toEqual([['Département', 95_000]]);
    expect(amounts(rows, 2)).toContainEqual(['Association A', 40_000]);
    expect(amounts(rows, 2)).toHaveLength(3);
  });

  test('le dispositif, ou à défaut la nature', () => {
    const rows = [
      subsidy({ dispositifAide: 'Appel à projets', objet: 'Un' }),
      subsidy({ nature: ['numéraire', 'nature'], objet: 'Deux', montant: 5_000 }),
    ];
    expect(amounts(rows, 1)).toEqual([
      ['Appel à projets', 100_000],
      ['Aide en numéraire et en nature', 5_000],
    ]);
  });

  test('au-delà de vingt, les plus petits sont réunis, et leur contenu reste dans un tableau', () => {
    const rows = Array.from({ length: 45 }, (_, index) =>
      subsidy({ nomBeneficiaire: `Association ${index}`, objet: `Projet ${index}`, montant: 1_000 * (index + 1) }),
    );
    const { noeuds, autres } = tablesOf(rows);
    const payees = noeuds!.rows.filter(({ attributes }) => attributes?.colonne === 2);
    expect(payees).toHaveLength(20);
    expect(payees.at(-1)!.attributes?.label).toBe('Autres bénéficiaires');
    expect(autres!.rows).toHaveLength(26);
    expect(sum(autres!.rows.map(({ cells }) => cells.montant?.value))).toBe(payees.at(-1)!.cells.montant!.value);
    expect(sum(payees.map(({ cells }) => cells.montant?.value))).toBe(sum(rows.map(({ montant }) => montant)));
  });
});

test('ce que l’image dit en mots', () => {
  const tables = tablesOf(THREE);
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
  expect(plain(figure.subtitle(tables))).toBe(
    'En euros, subventions attribuées, conventions de 2024 ; 1 000 € en tout',
  );
  expect(plain(figure.reading(tables))).toBe('l’épaisseur d’un ruban dit un montant : « Association A » reçoit 450 €');
  expect(plain(figure.summary(tables))).toBe(
    'Subventions de 1 attribuant à 3 bénéficiaires. Les premiers de la liste : Association A, 450 €, Association B, 300 € et Association C, 250 €.',
  );
});

test('une aide en nature a son prix dans la même colonne : le champ le dit', () => {
  const both = [
    subsidy({}),
    subsidy({ nomBeneficiaire: 'Association B', objet: 'Prêt d’un local', nature: ['nature'] }),
  ];
  expect(tablesOf(both).main.champ).toBe('subventions attribuées en numéraire et en nature, conventions de 2024');
});

describe('le rapprochement avec l’annuaire', () => {
  const lieux = [
    { id: 'lieu-a', nom: 'Le Lieu-A' },
    { id: 'lieu-b', nom: 'Lieu B' },
    { id: 'jumeau-1', nom: 'Jumeau' },
    { id: 'jumeau-2', nom: 'Jumeau' },
  ] as unknown as readonly Lieu[];
  const flux = [{ siret: '32774369600012', lieu: 'lieu-b', contributions: [] }] as unknown as readonly OpenFlow[];
  const rows = [
    subsidy({ nomBeneficiaire: 'LE LIEU A', objet: '1' }),
    subsidy({ nomBeneficiaire: 'Raison sociale B', idBeneficiaire: '32774369600012', objet: '2' }),
    subsidy({ nomBeneficiaire: 'Jumeau', objet: '3' }),
    subsidy({ nomBeneficiaire: 'Ailleurs', objet: '4' }),
  ];

  test('par le SIRET, ou par un nom que porte un seul lieu ; le tableau dit lequel', () => {
    const { noeuds } = tablesOf(rows, { lieux, flux });
    const said = Object.fromEntries(
      noeuds!.rows.map(({ attributes }) => [attributes?.label, attributes?.rapprochement]),
    );
    expect(said).toMatchObject({
      'LE LIEU A': 'Le Lieu-A, rapproché par le nom',
      'Raison sociale B': 'Lieu B, rapproché par le SIRET',
      Jumeau: null,
      Ailleurs: null,
    });
    expect(noeuds!.columns.map(({ title }) => title)).toContain('Dans l’annuaire');
  });

  test('sans lieu reconnu, le tableau n’a pas de colonne vide', () => {
    expect(tablesOf(rows).noeuds!.columns.map(({ title }) => title)).not.toContain('Dans l’annuaire');
  });
});

describe('un fichier réel', () => {
  test('celui de la Somme : chaque euro attribué est dans l’image, une fois', (context) => {
    const bytes = readReal('scdl-departement-somme-2018-03-30.csv', context);
    const { imported } = importFile(bytes, 'export.csv');
    const rows = (rowsOf(imported) as readonly Subvention[]).map((row) => ({ ...row, millesime: '2018' }));
    const total = sum(rows.map(({ montant }) => montant));
    expect(rows).toHaveLength(11);
    for (const index of [0, 1, 2])
      expect(sum(column(rows, index).map(({ cells }) => cells.montant?.value))).toBe(total);
    expect(sum(tablesOf(rows).main.rows.map(({ cells }) => cells.montant?.value))).toBe(2 * total);
  });
});
