import { describe, expect, test } from 'vitest';
import type { Cell, DeclaredSum, PublishedTable, TableColumn } from '../../src/model/table.ts';
import { publish } from '../../src/secrecy/publish.ts';
import type { Submission } from '../../src/secrecy/submission.ts';
import { breakIn, gateOfCells, THRESHOLDS, wholeGate } from './break-in.ts';

/** Counts of places that no other cell shares, in one column, and what adds up. */
function submit(
  address: string,
  cells: readonly Cell[],
  sums: readonly (readonly [number, ...number[]])[] = [],
): Submission {
  return {
    address,
    gated: true,
    table: {
      columns: [
        { id: 'rang', title: 'Rang', role: 'key' },
        { id: 'lieux', title: 'Lieux', role: 'measure' },
      ],
      rows: cells.map((lieux, index) => ({ key: { rang: String(index) }, cells: { lieux } })),
      sums: sums.map(
        ([total, ...parts]): DeclaredSum => ({ total: [total, 'lieux'], parts: parts.map((part) => [part, 'lieux']) }),
      ),
      champ: 'lieux répondants',
      sources: [],
    },
  };
}

function count(...units: readonly string[]): Cell {
  return {
    kind: 'count',
    value: units.length,
    n: units.length,
    base: 40,
    contributions: units.map((unit) => [unit, 1]),
  };
}

/** The same counts told as shares, in a column that bears another name. */
function asShares({ table, ...submission }: Submission): Submission {
  const [rank, measure] = table.columns as [TableColumn, TableColumn];
  const rows = table.rows.map(({ key, cells: { lieux } }) => ({
    key,
    cells: { part: { ...lieux!, kind: 'share' as const, value: (lieux!.value! / 40) * 100 } },
  }));
  return { ...submission, table: { ...table, columns: [rank, { ...measure, id: 'part' }], rows } };
}

/** The same rows with a second measure: jobs, two for each place. */
function withJobs({ table, ...submission }: Submission): Submission {
  const rows = table.rows.map(({ key, cells }) => {
    const units = Object.values(cells).flatMap(({ contributions = [] }) => contributions);
    const emplois: Cell = {
      kind: 'sum',
      value: units.length * 2,
      n: units.length,
      base: 40,
      contributions: units.map(([unit]) => [unit, 2]),
    };
    return { key, cells: { ...cells, emplois } };
  });
  const columns: readonly TableColumn[] = [...table.columns, { id: 'emplois', title: 'Emplois', role: 'measure' }];
  return { ...submission, table: { ...table, columns, rows } };
}

/** The same rows, telling first how many of the places are new: one fewer. */
function withNew({ table, ...submission }: Submission): Submission {
  const rows = table.rows.map(({ key, cells }) => {
    const units = Object.values(cells).flatMap(({ contributions = [] }) => contributions.map(([unit]) => unit));
    return { key, cells: { nouveaux: count(...units.slice(1)), ...cells } };
  });
  const columns: readonly TableColumn[] = [{ id: 'nouveaux', title: 'Nouveaux', role: 'measure' }, ...table.columns];
  return { ...submission, table: { ...table, columns, rows } };
}

function places(name: string, size: number): readonly string[] {
  return Array.from({ length: size }, (_, index) => `${name}${index}`);
}

/** Counts of the sizes given, then their total. */
function withTotal(...sizes: readonly number[]): Submission {
  const parts = sizes.map((size, index) => places(`r${index}-`, size));
  return submit(
    'a',
    [...parts, parts.flat()].map((units) => count(...units)),
    [[sizes.length, ...sizes.keys()]],
  );
}

/** Rows of counts with the margins of both dimensions. */
function crossed(...sizes: readonly (readonly number[])[]): Submission {
  const width = sizes[0]!.length;
  const parts = sizes.flatMap((row, y) => row.map((size, x) => places(`r${y}c${x}-`, size)));
  const rows = sizes.map((_, y) => sizes[y]!.map((_, x) => y * width + x));
  const columns = sizes[0]!.map((_, x) => sizes.map((_, y) => y * width + x));
  const lines = [...rows, ...columns];
  const margins = lines.map((line) => line.flatMap((at) => parts[at]!));
  return submit(
    'a',
    [...parts, ...margins].map((units) => count(...units)),
    lines.map((line, index) => [parts.length + index, ...line]),
  );
}

function maskedIn(published: ReadonlyMap<string, PublishedTable>): number {
  const cells = [...published.values()].flatMap(({ rows }) => rows.flatMap((row) => Object.values(row.cells)));
  return cells.filter(({ sign }) => sign === 's').length;
}

describe('l’attaque sur des tableaux dont on connaît la réponse', () => {
  const cases: readonly (readonly [string, readonly Submission[], readonly string[]])[] = [
    ['le total moins les autres', [withTotal(5, 2, 6)], ['a/1/lieux: 2, between 2 and 2']],
    ['une case d’un tableau croisé, par sa ligne', [crossed([2, 5], [6, 7])], ['a/0/lieux: 2, between 2 and 2']],
    [
      'trois cases masquées qui font trois',
      [withTotal(1, 1, 1, 8)],
      [0, 1, 2].map((row) => `a/${row}/lieux: 1, between 1 and 1`),
    ],
    [
      'un indicateur qui est la somme de deux lignes d’une figure',
      [
        submit('a', [count(...places('x', 5)), count(...places('y', 2))]),
        submit('b', [count(...places('x', 5), ...places('y', 2))]),
      ],
      ['a/1/lieux: 2, between 2 and 2'],
    ],
    [
      'deux lieux d’un territoire, par la région',
      [
        submit('a', [count(...places('x', 5), ...places('y', 2))]),
        { ...submit('b', [count(...places('x', 5))]), whole: 'a' },
        { ...submit('c', [count(...places('y', 2))]), whole: 'a' },
      ],
      ['c/0/lieux: 2, between 2 and 2'],
    ],
    [
      'deux lieux d’un territoire, par la région dite en parts et un voisin dit en nombres',
      [
        asShares(submit('a', [count(...places('x', 5), ...places('y', 2), ...places('z', 9))])),
        { ...submit('b', [count(...places('x', 5))]), whole: 'a' },
        { ...submit('c', [count(...places('y', 2))]), whole: 'a', withheld: true },
        { ...asShares(submit('d', [count(...places('z', 9))])), whole: 'a' },
      ],
      ['c/0/lieux: 2, between 2 and 2'],
    ],
    [
      'les mêmes, quand chaque ligne dit aussi des emplois',
      [
        withJobs(asShares(submit('a', [count(...places('x', 5), ...places('y', 2), ...places('z', 9))]))),
        withJobs({ ...submit('b', [count(...places('x', 5))]), whole: 'a' }),
        withJobs({ ...submit('c', [count(...places('y', 2))]), whole: 'a', withheld: true }),
        withJobs({ ...asShares(submit('d', [count(...places('z', 9))])), whole: 'a' }),
      ],
      ['c/0/emplois: 4, between 4 and 4', 'c/0/lieux: 2, between 2 and 2'],
    ],
    [
      'les mêmes, quand un voisin dit deux nombres dont un seul est celui de la région',
      [
        asShares(submit('a', [count(...places('x', 5), ...places('y', 2), ...places('z', 9))])),
        withNew({ ...submit('b', [count(...places('x', 5))]), whole: 'a' }),
        { ...submit('c', [count(...places('y', 2))]), whole: 'a', withheld: true },
        withNew({ ...submit('d', [count(...places('z', 9))]), whole: 'a' }),
      ],
      ['c/0/lieux: 2, between 2 and 2'],
    ],
  ];

  test.each(cases)(
    '%s : trouvé si seules les petites cases sont masquées, jamais derrière la porte',
    (_name, submissions, expected) => {
      expect(breakIn(submissions, gateOfCells)).toEqual(expected);
      expect(breakIn(submissions, wholeGate)).toEqual([]);
    },
  );

  test('une case se cache derrière ses deux totaux ou trois autres cases : la porte n’en masque pas plus', () => {
    const submissions = [crossed([2, 5, 9], [6, 7, 9], [9, 9, 9])];
    expect(maskedIn(wholeGate(submissions))).toBeLessThanOrEqual(4);
    expect(breakIn(submissions)).toEqual([]);
  });

  test('quatre cases en carré qui ne peuvent être que des uns ne se protègent pas', () => {
    const submissions = [crossed([1, 1, 9], [1, 1, 9], [9, 9, 9])];
    expect(breakIn(submissions, gateOfCells)).toHaveLength(4);
    expect(breakIn(submissions)).toEqual([]);
  });

  test('une part publiée donne le montant d’une somme masquée', () => {
    const amounts: Cell = {
      kind: 'sum',
      value: 100,
      n: 3,
      base: 9,
      contributions: [
        ['a', 90],
        ['b', 6],
        ['c', 4],
      ],
    };
    const [sum, share] = [submit('a', [amounts]), submit('b', [{ ...amounts, kind: 'share', value: 20 }])];
    const blind = () =>
      new Map([...publish([sum], THRESHOLDS), ...publish([share], { minimumUnits: 1, maximumShare: 1 })]);
    expect(breakIn([sum, share], blind)).toEqual(['a/0/lieux: 100, between 100 and 100']);
    expect(breakIn([sum, share])).toEqual([]);
  });

  test('un montant masqué se lit à un dixième près si les bornes des autres le serrent', () => {
    const amount = (...contributions: readonly (readonly [string, number])[]): Cell => ({
      kind: 'sum',
      value: contributions.reduce((sum, [, one]) => sum + one, 0),
      n: contributions.length,
      base: 40,
      contributions,
    });
    const [large, small, tiny] = [
      [
        ['a', 900],
        ['b', 100],
      ],
      [
        ['c', 50],
        ['d', 20],
      ],
      [
        ['e', 6],
        ['f', 4],
      ],
    ] as const;
    const cells = [large, small, tiny, [...large, ...small], [...small, ...tiny]].map((parts) => amount(...parts));
    const submissions = [
      submit('a', cells, [
        [3, 0, 1],
        [4, 1, 2],
      ]),
    ];
    expect(breakIn(submissions, gateOfCells)).toEqual(['a/0/lieux: 1000, between 990 and 1070']);
    expect(breakIn(submissions)).toEqual([]);
  });
});
