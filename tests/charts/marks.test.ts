import { expect, test } from 'vitest';
import { waffle } from '../../src/charts/waffle.ts';
import { examples, frameOf, tableOf } from './examples.ts';

/** Squares of each class, and the note below. */
function drawn(shares: readonly number[]) {
  const table = tableOf(
    ['classe'],
    '%',
    shares.map((share, i) => [`c${i}`, { kind: 'share', value: share }] as const),
  );
  const { svg, marks } = waffle(table, { category: 'classe', value: 'valeur' }, frameOf(600));
  const squares = marks.map(({ key }) => {
    const group = svg.slice(svg.indexOf(`data-mark="${key}"`));
    return (/ d="([^"]*)"/.exec(group)?.[1]?.match(/m/gi) ?? []).length;
  });
  return { squares, note: /Parts arrondies[^<]*/.exec(svg)?.[0] };
}

test('a waffle has as many squares as the percentage it prints, and says what rounding lost', () => {
  expect(drawn([25.3, 46.4, 28.3])).toEqual({
    squares: [25, 46, 28],
    note: 'Parts arrondies\u00a0: leur somme fait 99\u00a0%.',
  });
  expect(drawn([47, 31, 22])).toEqual({ squares: [47, 31, 22], note: undefined });
  expect(drawn([69])).toEqual({ squares: [69], note: undefined });
});

test('a waffle never draws more than a hundred squares', () => {
  const { squares } = drawn([25.6, 46.6, 27.8]);
  expect(squares.reduce((sum, count) => sum + count, 0)).toBe(100);
});

test('a sized symbol bears its number, on the disc or beside it', () => {
  for (const width of [600, 310]) {
    const { svg, marks } = examples['symbolMap-taille']!(frameOf(width));
    expect(svg.match(/font-weight="700"/g)?.length ?? 0).toBe(marks.length);
  }
});
