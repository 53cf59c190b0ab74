import { describe, expect, test } from 'vitest';
import type { Repere } from '../../src/datasets/reperes.ts';
import {
  cellOfRepere,
  champOfReperes,
  selectReperes,
  sourcesOfReperes,
  tableOfComparedReperes,
  tableOfReperes,
} from '../../src/figures/reperes-table.ts';

const example: Repere = {
  id: 'part-a',
  serie: 'parts',
  rang: 1,
  modalite: 'a',
  libelle: 'A',
  territoire: 'region',
  millesime: '2023',
  valeur: 12.5,
  unite: '%',
  precision: 'environ',
  statut: 'declare',
  champ: 'lieux répondants',
  base: 100,
  base_precision: 'exact',
  source: 'Enquête',
  url: 'https://exemple.fr/',
  reference: null,
  note: null,
};

describe('a cell', () => {
  test('is a share in percent with its base and its precision', () => {
    expect(cellOfRepere(example)).toEqual({ kind: 'share', value: 12.5, n: null, base: 100, precision: 'environ' });
  });

  test('is a sum in whole cents', () => {
    expect(cellOfRepere({ ...example, unite: '€', valeur: 1234.56 })).toMatchObject({ kind: 'sum', value: 123_456 });
  });

  test('is a count for anything else', () => {
    expect(cellOfRepere({ ...example, unite: 'lieux', valeur: 3 })).toMatchObject({ kind: 'count', value: 3 });
  });

  test('is not available for a share of fewer than 30 answers, nor without a number', () => {
    expect(cellOfRepere({ ...example, base: 29 })).toMatchObject({ value: null, sign: 'nd' });
    expect(cellOfRepere({ ...example, base: 30 })).toMatchObject({ value: 12.5 });
    expect(cellOfRepere({ ...example, base: null })).toMatchObject({ value: 12.5 });
    expect(cellOfRepere(undefined)).toMatchObject({ value: null, sign: 'nd' });
  });
});

describe('a table', () => {
  test('has one measure a unit, each row under its own', () => {
    const { columns, rows } = tableOfReperes([example, { ...example, id: 'b', unite: '€', valeur: 2 }], {
      title: 'Mesure',
    });
    expect(columns.filter(({ role }) => role === 'measure').map(({ id, unit }) => [id, unit])).toEqual([
      ['part', '%'],
      ['montant', '€'],
    ]);
    expect(rows.map(({ cells }) => Object.keys(cells))).toEqual([['part'], ['montant']]);
  });

  test('shows only the words that some row has', () => {
    const ids = (rows: readonly Repere[]) =>
      tableOfReperes(rows, { title: 'Mesure' })
        .columns.filter(({ role }) => role === 'attribute')
        .map(({ id }) => id);
    expect(ids([example])).toEqual(['millesime', 'statut', 'champ', 'source', 'url']);
    expect(ids([{ ...example, url: null, millesime: null, note: 'À savoir.' }])).toEqual([
      'statut',
      'champ',
      'source',
      'note',
    ]);
  });

  test('puts two territories side by side by category, and leaves what one does not ask', () => {
    const { rows } = tableOfComparedReperes({
      title: 'Activité',
      own: [example],
      other: [
        { ...example, id: 'f-a', territoire: 'france', valeur: 10 },
        { ...example, id: 'f-b', territoire: 'france', modalite: 'b', libelle: 'B', valeur: 5 },
      ],
      titles: { own: 'Ici', other: 'France' },
    });
    expect(rows.map(({ key, cells }) => [key.modalite, cells.part?.value, cells.comparaison?.value])).toEqual([
      ['a', 12.5, 10],
      ['b', null, 5],
    ]);
  });
});

test('a selection follows the series’ order and takes nothing else', () => {
  const others = [
    { ...example, id: 'c', rang: 3 },
    { ...example, id: 'b', rang: 2 },
    { ...example, id: 'autre', serie: 'autre' },
    { ...example, id: 'france', territoire: 'france' as const },
    { ...example, id: 'euros', unite: '€' as const },
  ];
  const selected = selectReperes([...others, example], { serie: 'parts', territoire: 'region', unite: '%' });
  expect(selected.map(({ id }) => id)).toEqual(['part-a', 'b', 'c']);
});

test('who is counted bears the number of answers, once', () => {
  expect(champOfReperes([example, { ...example, id: 'b' }])).toBe('100 lieux répondants');
  expect(champOfReperes([{ ...example, base: 1700, base_precision: 'environ' }]).replace(/\s/g, ' ')).toBe(
    'environ 1 700 lieux répondants',
  );
  expect(champOfReperes([{ ...example, champ: 'emplois directs' }])).toBe('emplois directs');
});

test('a publication is named once, with its year when it has only one', () => {
  expect(sourcesOfReperes([example, { ...example, id: 'b' }])).toEqual([
    { label: 'Enquête', url: 'https://exemple.fr/', millesime: '2023', note: 'données déclaratives' },
  ]);
  expect(sourcesOfReperes([example, { ...example, millesime: '2024' }])[0]).not.toHaveProperty('millesime');
  expect(sourcesOfReperes([{ ...example, statut: 'vote', url: null, reference: 'délibération 12' }])).toEqual([
    { label: 'Enquête', millesime: '2023', note: 'délibération 12' },
  ]);
});
