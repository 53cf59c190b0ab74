import { beforeAll, describe, expect, test } from 'vitest';
import type { Comparison, ObservatoryComparison } from '../../src/publication/compare.ts';
import { compareObservatory } from '../../src/publication/compare.ts';
import type { Side } from '../../src/publication/side.ts';
import { openSide } from '../../src/publication/side.ts';
import { writeText } from '../../src/publication/write-text.ts';

/** The demonstration, and the same before its last wave came in. */
let after: Side;
let comparison: ObservatoryComparison;
const NOTHING = { answers: new Map(), flows: [] };

beforeAll(async () => {
  const folders = { data: 'data/demonstration', content: 'content/demonstration', demonstration: true };
  const { side } = await openSide(folders, { demonstrationIsBuilt: true });
  after = side!;
  const figures = after.observatory.figures.map((figure) =>
    figure.millesime ? { ...figure, millesime: 'N' } : figure,
  );
  const before: Side = {
    ...after,
    published: after.published.filter(({ scope }) => scope.millesime !== '3003'),
    observatory: { ...after.observatory, figures, figure: (id) => figures.find((figure) => figure.id === id) },
  };
  comparison = compareObservatory(
    { before, after, kept: [NOTHING, NOTHING] },
    { bases: ['/', '/'], isInternal: false },
  );
});

describe('une nouvelle vague', () => {
  test('est une rupture, et ne se soustrait pas de la précédente', () => {
    const figure = comparison.changes.find(({ thing }) => thing.id === 'enquete-vocations')!;
    expect(figure.breaks).toEqual(['la figure montrait N, elle montre N+2', 'un millésime apparaît : N+2']);
    expect(figure.cells).toEqual([]);
    expect(comparison.changes.some(({ isUnexplained }) => isUnexplained)).toBe(false);
  });

  test('se dit dans les deux observatoires séparément, la démonstration sous son adresse', () => {
    const whole: Comparison = { reference: 'HEAD', observatories: [comparison], notes: [] };
    const text = writeText(whole);
    expect(text).toContain('Rupture de série\u00a0: un millésime apparaît\u00a0: N+2');
    for (const { address } of comparison.changes.flatMap(({ showings }) => showings))
      expect(address).toMatch(/^\/demonstration\//);
  });
});
