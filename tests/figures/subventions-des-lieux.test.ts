import { describe, expect, test } from 'vitest';
import type { Data } from '../../src/datasets/data.ts';
import type { Lieu } from '../../src/datasets/lieux.ts';
import { subventions as dataset, type Subvention } from '../../src/datasets/subventions.ts';
import { figure } from '../../src/figures/subventions-des-lieux.ts';
import { dataIn } from '../../src/observatory/scopes.ts';
import { plain } from '../plain.ts';
import { dataOf, publishTables } from './survey-data.ts';

const EMPTY = Object.fromEntries(Object.entries(dataset.columns).map(([id, { empty }]) => [id, empty]));

const subsidy = (changes: Partial<Subvention>) =>
  ({
    ...EMPTY,
    nomAttribuant: 'Financeur A',
    idAttribuant: '22800001400016',
    dateConvention: '2024-05-02',
    referenceDecision: 'D1',
    nomBeneficiaire: 'Lieu A',
    objet: 'Fonctionnement',
    montant: 100_000,
    nature: ['numéraire'],
    pourcentageSubvention: 1,
    millesime: '2024',
    ...changes,
  }) as Subvention;

const place = (id: string, nom: string, code_insee: string, cercle: string | null = null) =>
  ({ id, nom, code_insee, cercle }) as Lieu;

const LIEUX = [place('a', 'Lieu A', 'ZA001'), place('b', 'Lieu B', 'ZB001', 'rond')];

function shown(rows: readonly Subvention[], territoire = 'region', lieux: readonly Lieu[] = LIEUX) {
  const scope = { millesime: '2024', territoire };
  const whole = { ...dataOf([]), lieux, subventions: rows } as Data;
  const rond = { id: 'rond', nom: 'Rond', type: 'cercle' };
  const data = { ...whole, settings: { ...whole.settings, territoires: [...whole.settings.territoires, rond] } };
  return publishTables(figure.rows(dataIn(data, scope), scope)).main;
}
const amounts = (...given: Parameters<typeof shown>) =>
  shown(...given).rows.map(({ attributes, cells }) => [attributes?.label, cells.montant?.value]);

describe('les subventions, lieu par lieu', () => {
  const rows = [
    subsidy({}),
    subsidy({ nomBeneficiaire: 'LIEU B', objet: 'Travaux', montant: 300_000 }),
    subsidy({ nomBeneficiaire: 'Lieu B', objet: 'Reprise', montant: -50_000 }),
    subsidy({ nomBeneficiaire: 'Association inconnue', objet: 'Autre' }),
  ];

  test('un lieu reçoit la somme de ce qui le nomme ; ce qui ne nomme aucun lieu n’y est pas', () => {
    expect(amounts(rows)).toEqual([
      ['Lieu B', 250_000],
      ['Lieu A', 100_000],
    ]);
  });

  test('l’image garde les vingt premiers, et le dit ; le tableau garde tous les lieux', () => {
    const many = (count: number) => {
      const names = Array.from({ length: count }, (_, i) => `Lieu ${String.fromCharCode(65 + i)}`);
      return shown(
        names.map((nomBeneficiaire, i) =>
          subsidy({ nomBeneficiaire, objet: nomBeneficiaire, montant: 1000 * (i + 1) }),
        ),
        'region',
        names.map((nom, i) => place(`l${i}`, nom, 'ZA001')),
      );
    };
    expect(many(21).rows).toHaveLength(21);
    expect(plain(figure.subtitle?.({ main: many(21) }))).toBe(
      'En euros : les 20 premiers des 21 lieux de l’annuaire qu’une subvention nomme',
    );
    expect(plain(figure.subtitle?.({ main: many(20) }))).toBe(
      'En euros : 20 lieux de l’annuaire qu’une subvention nomme',
    );
  });

  test('un territoire n’a que ses lieux, un cercle que ceux qui s’en disent', () => {
    expect(amounts(rows, 'un')).toEqual([['Lieu A', 100_000]]);
    expect(amounts(rows, 'rond')).toEqual([['Lieu B', 250_000]]);
    expect(shown(rows, 'rond').champ).toBe(
      'lieux de l’annuaire (cercle Rond) nommés par une subvention publiée, conventions de 2024 ; une subvention que rien ne rapproche d’un lieu n’y est pas',
    );
  });

  test('une part d’une subvention partagée reste une part, même là où les autres ne se voient pas', () => {
    const shared = [
      subsidy({ pourcentageSubvention: 0.45 }),
      subsidy({ pourcentageSubvention: 0.55, nomBeneficiaire: 'Lieu B' }),
    ];
    expect(amounts(shared, 'un')).toEqual([['Lieu A', 45_000]]);
  });

  test('un nom que deux lieux portent n’est celui d’aucun, même vu d’un territoire où il n’y en a qu’un', () => {
    const twice = [place('a', 'Lieu A', 'ZA001'), place('c', 'Lieu A', 'ZB001')];
    expect(amounts([subsidy({})], 'region', twice)).toEqual([]);
    expect(amounts([subsidy({})], 'un', twice)).toEqual([]);
  });
});
