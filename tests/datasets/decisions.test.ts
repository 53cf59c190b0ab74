import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv } from '../../src/csv/read.ts';
import { decisionsOf, type SplitRow, shareDecision } from '../../src/datasets/decisions.ts';
import { subventions } from '../../src/datasets/subventions.ts';
import { bytesOf } from '../import/real-file.ts';

/** A row of a decision of 1 000 €, but for what a test changes. */
function row(changes: Partial<SplitRow>): SplitRow {
  return {
    idAttribuant: '00000000000000',
    dateConvention: '2024-05-02',
    referenceDecision: 'D1',
    objet: 'Fonctionnement',
    montant: 100_000,
    pourcentageSubvention: 1,
    dispositifAide: null,
    idBeneficiaire: null,
    rnaBeneficiaire: null,
    nomBeneficiaire: 'Association A',
    ...changes,
  };
}

const splitIn = (montant: number, parts: readonly number[]) =>
  parts.map((pourcentageSubvention, index) =>
    row({ montant, pourcentageSubvention, nomBeneficiaire: `Association ${index}` }),
  );
const sharesOf = (rows: readonly SplitRow[]) =>
  decisionsOf(rows).flatMap((decision) => shareDecision(decision).map(({ montant }) => montant));
const sum = (amounts: readonly number[]) => amounts.reduce((all, one) => all + one, 0);

describe('les parts d’une décision', () => {
  test.each([
    ['45 % et 55 %', 13_782_501, [0.45, 0.55], [6_202_125, 7_580_376]],
    ['trois tiers écrits 0.33', 10_000, [0.33, 0.33, 0.33], [3_334, 3_333, 3_333]],
    ['trois tiers écrits 0.333333', 100, [0.333333, 0.333333, 0.333334], [33, 33, 34]],
    ['un seul bénéficiaire', 99, [1], [99]],
    [
      'un montant au-delà de ce qu’un nombre décimal garde',
      900_000_000_000_001,
      [0.5, 0.5],
      [450_000_000_000_001, 450_000_000_000_000],
    ],
  ])('%s', (_, montant, parts, expected) => {
    const [decision] = decisionsOf(splitIn(montant, parts));
    expect(decision!.total).toBe(1);
    expect(shareDecision(decision!).map((share) => share.montant)).toEqual(expected);
    expect(sum(expected)).toBe(montant);
  });

  test('d’un montant repris se partagent comme celles d’un montant donné', () => {
    expect(sharesOf(splitIn(-100, [0.333333, 0.333333, 0.333334]))).toEqual([-33, -33, -34]);
  });

  test('qui ne font pas le tout ne sont pas complétées', () => {
    expect(sharesOf(splitIn(100_000, [0.45]))).toEqual([45_000]);
    expect(sharesOf(splitIn(100_000, [0.5, 0.3]))).toEqual([50_000, 30_000]);
  });

  test('quelles qu’elles soient, aucun centime n’est perdu ni ajouté', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e12 }),
        fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 12 }),
        (montant, weights) => {
          const whole = sum(weights);
          const parts = weights.map((weight) => Math.max(0.01, Math.round((weight / whole) * 1e4) / 1e4));
          const [decision] = decisionsOf(splitIn(montant, parts));
          const shares = shareDecision(decision!).map((share) => share.montant);
          expect(sum(shares)).toBe(Math.round(montant * decision!.total));
          for (const [index, share] of shares.entries())
            expect(Math.abs(share - (sum(shares) * parts[index]!) / sum(parts))).toBeLessThan(1.001);
        },
      ),
    );
  });
});

describe('une décision n’est comptée qu’une fois', () => {
  test('son montant est répété sur chaque ligne', () => {
    expect(sum(sharesOf(splitIn(100_000, [0.5, 0.25, 0.25])))).toBe(100_000);
  });

  test('deux bénéficiaires entiers du même jour ont chacun la leur', () => {
    expect(sharesOf([row({}), row({ nomBeneficiaire: 'Association B' })])).toEqual([100_000, 100_000]);
  });

  test('deux objets d’une même décision sont deux subventions', () => {
    expect(sharesOf([row({}), row({ objet: 'Travaux' })])).toEqual([100_000, 100_000]);
  });

  test('la même ligne deux fois est une subvention', () => {
    expect(sharesOf([row({}), row({})])).toEqual([100_000]);
  });
});

describe('verifier', () => {
  const HEADER = Object.keys(subventions.columns).join(';');
  const line = (name: string, share: string) =>
    `Département;22800001400016;2024-05-02;D1;${name};;W595000${name.length}00;Fonctionnement;1000;aide en numéraire;unique;2024-05-02;;non;${share};`;
  const told = (...lines: readonly string[]) => {
    const { rows, faultAt, faults } = readCsv(bytesOf(HEADER, ...lines), {
      file: 's.csv',
      columns: subventions.columns,
    });
    expect(faults).toEqual([]);
    return (subventions.checks ?? [])
      .flatMap((check) =>
        check(
          rows.map((one) => ({ ...one, millesime: '2024' })),
          (own, column, refusal) =>
            faultAt(rows.find((one) => one.nomBeneficiaire === own.nomBeneficiaire)!, column, refusal),
        ),
      )
      .map(({ level, line: at, columnName, problem }) => [level, at, columnName, problem]);
  };

  test('dit ce que font des parts qui ne font pas le tout', () => {
    expect(told(line('A', '0.45'), line('BB', '0.35'))).toEqual([
      ['avertissement', 2, 'pourcentageSubvention', 'les parts de cette décision font ensemble 0,8'],
    ]);
  });

  test('ne dit rien de parts arrondies', () => {
    expect(told(line('A', '0.33'), line('BB', '0.33'), line('CCC', '0.33'))).toEqual([]);
  });

  test('dit une ligne en double', () => {
    expect(told(line('A', '1'), line('A', '1'))).toEqual([
      ['avertissement', 2, 'montant', 'subvention déjà comptée à une autre ligne'],
    ]);
  });
});
