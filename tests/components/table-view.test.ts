import { describe, expect, test } from 'vitest';
import { tableRecords } from '../../src/components/table-csv.ts';
import { viewTable } from '../../src/components/table-view.ts';
import type { Cell, Table } from '../../src/model/table.ts';
import { publish } from '../../src/secrecy/publish.ts';

const share = (value: number | null, base: number): Cell => ({ kind: 'share', value, n: null, base });

const table: Table = {
  columns: [
    { id: 'activite', title: 'Activité', role: 'key', labels: { cafe: 'Café', atelier: 'Atelier' } },
    { id: 'source', title: 'Source', role: 'attribute' },
    { id: 'url', title: 'Adresse', role: 'attribute' },
    { id: 'vide', title: 'Jamais dit', role: 'attribute' },
    { id: 'part', title: 'Part', role: 'measure', unit: '%' },
    { id: 'montant', title: 'Montant', role: 'measure', unit: '€' },
  ],
  rows: [
    {
      key: { activite: 'cafe' },
      attributes: { source: 'Recensement', url: 'https://exemple.org/', vide: null },
      cells: { part: share(56, 100), montant: { kind: 'sum', value: 123_456, n: 4, base: 100, precision: 'environ' } },
    },
    {
      key: { activite: 'atelier' },
      attributes: { source: '=1+1', url: 'javascript:alert(1)', vide: null },
      cells: { part: share(null, 90), montant: { kind: 'sum', value: null, n: null, base: null } },
    },
  ],
  sums: [],
  champ: 'lieux répondants',
  sources: [],
};

const thresholds = { minimumUnits: 3, maximumShare: 0.85 };
const published = publish([{ address: 'essai', gated: false, table }], thresholds).get('essai')!;

describe('un tableau pour les gens', () => {
  const { head, rows, signs } = viewTable(published);

  test('les nombres suivent ce qu’ils comptent, la base vient quand elle varie, la source ferme la ligne', () => {
    expect(head.map(({ title }) => title)).toEqual(['Activité', 'Part', 'Montant', 'Base', 'Source']);
    expect(rows[0]?.map(({ text }) => text)).toEqual([
      'Café',
      '56\u00a0%',
      'environ\u00a01\u202f235\u00a0€',
      '100',
      'Recensement',
    ]);
  });

  test('la source porte son adresse, jamais une adresse qui exécute', () => {
    expect(rows[0]?.[4]?.url).toBe('https://exemple.org/');
    expect(rows[1]?.[4]?.url).toBeUndefined();
  });

  test('les signes employés sont expliqués, et eux seuls', () => {
    expect(rows[1]?.[1]?.text).toBe('nd');
    expect(signs).toContain('non disponible');
    expect(signs).not.toContain('secret');
  });
});

describe('le même pour un tableur', () => {
  const [titles, first, second] = tableRecords(published);

  test('unité, signe, précision et base suivent chaque mesure ; les centimes deviennent des euros', () => {
    expect(titles?.slice(-5)).toEqual([
      'Montant',
      'Montant : unité',
      'Montant : signe',
      'Montant : précision',
      'Montant : base',
    ]);
    expect(first?.slice(-5)).toEqual([1234.56, '€', null, 'environ', 100]);
    expect(second?.slice(-5)).toEqual([null, '€', 'nd', null, null]);
  });

  test('une mesure nommée comme ce qu’elle compte prend un autre titre : deux colonnes n’ont pas le même', () => {
    const columns = table.columns.map((column) => (column.id === 'part' ? { ...column, title: 'Activité' } : column));
    const named = publish([{ address: 'essai', gated: false, table: { ...table, columns } }], thresholds);
    const [own] = tableRecords(named.get('essai')!);
    expect(own).toContain('Activité (nombre)');
    expect(new Set(own).size).toBe(own!.length);
  });

  test('le code reste à côté du libellé', () => {
    expect(titles?.slice(0, 2)).toEqual(['Activité', 'Activité (code)']);
    expect(first?.slice(0, 2)).toEqual(['Café', 'cafe']);
  });

  test('une date se lit en français et garde sa forme pour le tri', () => {
    const dated: Table = {
      ...table,
      columns: [
        { id: 'activite', title: 'Activité', role: 'key' },
        { id: 'cite', title: 'Cité le', role: 'attribute' },
      ],
      rows: ['2023-10', '2018'].map((cite) => ({ key: { activite: cite }, attributes: { cite }, cells: {} })),
    };
    const cells = viewTable(
      publish([{ address: 'dates', gated: false, table: dated }], thresholds).get('dates')!,
    ).rows.map(([, cell]) => cell);
    expect(cells.map((cell) => cell?.text.replace('\u00a0', ' '))).toEqual(['octobre 2023', '2018']);
    expect(cells.map((cell) => cell?.date)).toEqual(['2023-10', undefined]);
  });
});

test('une ligne sans nombre dans une colonne y laisse une case vide, triée avant les nombres', () => {
  const sparse: Table = {
    ...table,
    rows: table.rows.map((row, i) => (i === 0 ? { ...row, cells: {} } : row)),
    sums: [],
  };
  const view = viewTable(publish([{ address: 'creux', gated: false, table: sparse }], thresholds).get('creux')!);
  expect(view.head[1]?.title).toBe('Part');
  expect(view.rows[0]?.[1]).toEqual({ text: '', order: -1 });
});

test('un lieu mène à sa page, là où la colonne dit qu’il en a une', () => {
  const places: Table = {
    ...table,
    columns: [{ id: 'lieu', title: 'Lieu', role: 'key', labels: { 'lieu-a': 'Lieu A' }, pages: '/lieux/' }],
    rows: [{ key: { lieu: 'lieu-a' }, cells: {} }],
  };
  const view = viewTable(publish([{ address: 'essai', gated: false, table: places }], thresholds).get('essai')!);
  expect(view.rows).toEqual([[{ text: 'Lieu A', page: '/lieux/lieu-a/' }]]);
});
