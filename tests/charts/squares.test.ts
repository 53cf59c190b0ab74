import { describe, expect, test } from 'vitest';
import { squares } from '../../src/charts/squares.ts';
import { scatter } from '../../src/client/scatter.ts';
import { frameOf, tableOf } from './table-of.ts';

const options = {
  category: 'reponse',
  value: 'valeur',
  question: 'bloc',
  titleOf: () => 'Milieu',
  groupOf: () => 'Groupe',
};

type Given = readonly [code: string, share: number | { value: number | null; sign?: 's' }, bloc: string];

function sortingsOf(rows: readonly Given[]) {
  const table = tableOf(
    ['reponse'],
    '%',
    rows.map(([code, share, bloc]) => [code, share, { bloc }] as const),
  );
  return squares(table, options, frameOf(600)).sortings!;
}

describe('cent carrés', () => {
  test('les réponses d’un choix se partagent le bloc, une réponse parmi plusieurs laisse les autres creuses', () => {
    const [milieu, fablab] = sortingsOf([
      ['ville', 47, 'milieu'],
      ['bourg', 31, 'milieu'],
      ['village', 22, 'milieu'],
      ['fablab', 27, 'fablab'],
    ]);
    expect(milieu!.title).toBe('Milieu');
    expect(milieu!.piles.map(({ count }) => count)).toEqual([47, 31, 22]);
    expect(fablab!.title).toBe('fablab');
    expect(fablab!.piles.map(({ label, count, tone }) => [label, count, tone])).toEqual([['fablab', 27, 'own']]);
    expect(fablab!.rest).toBe('Les autres réponses');
  });

  test('il n’y en a jamais plus de cent, quoi que fassent les arrondis et le secret', () => {
    for (const rows of [
      [
        ['a', 33.4, 'm'],
        ['b', 33.3, 'm'],
        ['c', 33.3, 'm'],
      ],
      [
        ['a', 33.5, 'm'],
        ['b', 33.5, 'm'],
        ['c', 33.5, 'm'],
      ],
      [['a', 100, 'm']],
      [['a', 0, 'm']],
      [
        ['a', 40, 'm'],
        ['b', { value: null, sign: 's' }, 'm'],
      ],
    ] satisfies readonly (readonly Given[])[]) {
      const [sorting] = sortingsOf(rows);
      expect(sorting!.piles.reduce((sum, { count }) => sum + count, 0)).toBeLessThanOrEqual(100);
    }
  });

  test('ce que l’arrondi perd et ce que le secret tait portent leur nom', () => {
    expect(
      sortingsOf([
        ['a', 33, 'm'],
        ['b', 33, 'm'],
        ['c', 33, 'm'],
      ])[0]!.rest,
    ).toBe('Perdu dans les arrondis');
    expect(sortingsOf([['a', { value: null, sign: 's' }, 'm']])[0]!.rest).toBe('Part non publiée');
  });
});

describe('d’une question à l’autre', () => {
  test('chaque carré a une place, et pas la même : il n’est pas la même réponse', () => {
    const turns = [0, 1, 2, 3].map((turn) => scatter(100, turn));
    for (const seats of turns)
      expect([...seats].sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i));
    expect(turns[1]!.filter((seat, i) => seat === turns[0]![i]).length).toBeLessThan(10);
    expect(scatter(100, 2)).toEqual(turns[2]);
  });
});
