import { describe, expect, it } from 'vitest';
import { areYears, codesOf, lengthsOf, markKey, sayCell, unitOf } from '../../src/charts/rows.ts';
import { tableOf } from './examples.ts';

const table = tableOf(['activite'], '%', [
  ['culture', { value: 34, n: 34, base: 100 }],
  ['autre', { sign: 's' }],
  ['cafe', 56],
]);

describe('lengthsOf', () => {
  it('leaves out what is not known', () => {
    expect(lengthsOf(table.rows.map(({ cells }) => cells.valeur!))).toEqual([34, 56]);
  });
  it('refuses what cannot be drawn from zero', () => {
    expect(() => lengthsOf([{ kind: 'sum', value: -1 }])).toThrow('A length cannot be negative: -1');
  });
});

describe('codesOf', () => {
  it('follows the labels where there are some, then the rows', () => {
    const labels = { cafe: 'Café', culture: 'Culture' };
    const labelled = { ...table, columns: table.columns.map((column) => ({ ...column, labels })) };
    expect(codesOf(labelled, 'activite')).toEqual(['cafe', 'culture', 'autre']);
  });
});

it('reads a share aloud with how many answered, a hidden one as a secret', () => {
  const [culture, other] = table.rows.map(({ cells }) => sayCell(cells.valeur!, unitOf(table, 'valeur')));
  expect(culture).toBe('34\u00a0% (34 sur 100)');
  expect(other).toBe('secret statistique');
});

it('takes years as years only where all of them are', () => {
  expect([areYears(['2023', '2025']), areYears(['2023', '2024-2026'])]).toEqual([true, false]);
});

it('names a mark by all its keys', () => {
  expect(markKey(tableOf(['de', 'vers'], '€', [['a|b', 1]]).rows[0]!)).toBe('a/b');
});
