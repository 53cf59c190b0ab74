import { expect, test } from 'vitest';
import { quoteRow } from '../../src/figures/quote-row.ts';
import type { PublishedTable } from '../../src/model/table.ts';

const rowOf = (value: number | null) => ({
  key: { repere: 'a' },
  attributes: { champ: 'lieux de France', source: 'Source A', millesime: '2023' },
  cells: { part: { kind: 'share' as const, value } },
});

const table = {
  columns: [],
  rows: [rowOf(12)],
  sums: [],
  champ: 'tous les lieux',
  sources: [{ label: 'Source A' }, { label: 'Source B' }],
} as unknown as PublishedTable;

test('une ligne se cite avec son champ, sa source et son année ; sans nombre, elle ne se cite pas', () => {
  const say = () => '12 %';
  expect(quoteRow(table, table.rows[0], say)).toEqual({
    text: '12 %',
    champ: 'lieux de France',
    sources: [{ label: 'Source A', millesime: '2023' }],
  });
  expect(quoteRow(table, rowOf(null), say)).toBeUndefined();
  expect(quoteRow(table, undefined, say)).toBeUndefined();
});
