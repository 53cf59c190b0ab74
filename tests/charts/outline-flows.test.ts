import { describe, expect, it } from 'vitest';
import { sankey } from '../../src/charts/sankey.ts';
import type { Drawing } from '../../src/model/drawing.ts';
import { plain } from '../plain.ts';
import { frameOf, tableOf } from './examples.ts';

const NODES = [
  ['a', 120_000_00, 'Financeur A', 0],
  ['e', 15_000_00, 'Europe fictive', 0],
  ['b', 45_000_00, 'Dispositif B', 1],
  ['d', 90_000_00, 'Dispositif D', 1],
  ['h', null, 'Dispositif H', 1],
  ['x', 45_000_00, 'Action X', 2],
  ['y', 89_999_00, 'Action Y', 2],
  ['r', 1_00, 'Report', 2],
] as const;

const LINKS = [
  ['a|d', 90_000_00],
  ['a|b', 30_000_00],
  ['a|h', null],
  ['e|b', 15_000_00],
  ['b|x', 45_000_00],
  ['d|r', 1_00],
  ['d|y', 89_999_00],
] as const;

const cellOf = (value: number | null) => ({ montant: value === null ? { sign: 's' as const } : value });
const tables = {
  noeuds: tableOf(
    ['noeud'],
    '€',
    NODES.map(([id, value, label, colonne]) => [id, cellOf(value), { label, colonne }] as const),
  ),
  liens: tableOf(
    ['de', 'vers'],
    '€',
    LINKS.map(([key, value]) => [key, cellOf(value)] as const),
  ),
};
const COLUMNS = { colonnes: ['Financeurs', 'Dispositifs', 'Actions'] };

/** What is read of each mark: its sentence, and what the list adds to it. */
function sayAll({ marks, flow }: Drawing): Record<string, string> {
  const lines = flow!.columns.flatMap(({ nodes }) => nodes.flatMap((node) => [node, ...node.links]));
  return Object.fromEntries(
    marks.map(({ key, sentence }) => [key, plain(sentence + lines.find((line) => line.key === key)!.more)]),
  );
}

describe('les phrases d’un Sankey', () => {
  const said = sayAll(sankey(tables, COLUMNS, frameOf(700)));

  it.each([
    [
      'b',
      'Dispositif B : 45 000 €, 33 % du total, venant de Financeur A (30 k€) et d’Europe fictive (15 k€), allant à Action X (45 k€)',
    ],
    ['e', 'Europe fictive : 15 000 €, 11 % du total, allant à Dispositif B (15 k€)'],
    [
      'a',
      'Financeur A : 120 000 €, 89 % du total, allant à Dispositif D (90 k€), à Dispositif B (30 k€) et à Dispositif H (secret statistique)',
    ],
    ['h', 'Dispositif H : secret statistique, venant de Financeur A (secret statistique)'],
    ['r', 'Report : 1 €, moins de 1 % du total, venant de Dispositif D (1 €)'],
    [
      'a/b',
      'De Financeur A à Dispositif B : 30 000 €, soit 25 % de ce qui part du premier et 67 % de ce qui arrive au second',
    ],
    [
      'e/b',
      'D’Europe fictive à Dispositif B : 15 000 €, soit 100 % de ce qui part du premier et 33 % de ce qui arrive au second',
    ],
  ])('%s', (key, sentence) => {
    expect(said[key]).toBe(sentence);
  });
});

it('au-delà de quatre voisins, une phrase nomme les trois plus grands, dans l’ordre de l’auteur', () => {
  const payees = [5, 1, 9, 7, 3].map(
    (value, i) => [`p${i}`, value * 1_000_00, { label: `Lieu ${i}`, colonne: 1 }] as const,
  );
  const drawing = sankey(
    {
      noeuds: tableOf(
        ['noeud'],
        '€',
        [['f', 25_000_00, { label: 'Financeur F', colonne: 0 }], ...payees].map(
          ([id, value, attributes]) =>
            [id as string, cellOf(value as number), attributes as { label: string; colonne: number }] as const,
        ),
      ),
      liens: tableOf(
        ['de', 'vers'],
        '€',
        payees.map(([id, value]) => [`f|${id}`, cellOf(value)] as const),
      ),
    },
    {},
    frameOf(700),
  );
  expect(sayAll(drawing).f).toBe(
    'Financeur F : 25 000 €, allant à Lieu 0 (5 k€), à Lieu 2 (9 k€), à Lieu 3 (7 k€) et à 2 autres',
  );
});

describe('le plan d’un Sankey', () => {
  it('suit l’image : colonnes et nœuds dans l’ordre de l’auteur, liens dans celui des nœuds où ils vont', () => {
    const { flow } = sankey(tables, COLUMNS, frameOf(700));
    expect(
      flow?.columns.map(({ title, place, nodes }) => [
        title,
        place,
        ...nodes.map(({ key, links }) => [key, ...links.map((link) => link.to)].join(' ')),
      ]),
    ).toEqual([
      ['Financeurs', 0, 'a b d h', 'e b'],
      ['Dispositifs', 1, 'b x', 'd y r', 'h'],
      ['Actions', 2, 'x', 'y', 'r'],
    ]);
    const [funder] = flow!.columns[0]!.nodes;
    expect(plain(`${funder!.label} ${funder!.amount} → ${funder!.links[0]!.label} ${funder!.links[0]!.amount}`)).toBe(
      'Financeur A 120 000 €, 89 % du total → Dispositif B 30 000 €',
    );
  });

  it('dit quand les colonnes sont dessinées en rangées', () => {
    expect(sankey(tables, COLUMNS, frameOf(700)).flow?.turned).toBe(false);
    const narrow = sankey(tables, COLUMNS, frameOf(310));
    expect(narrow.flow?.turned).toBe(/De haut en bas/.test(narrow.svg));
  });
});
