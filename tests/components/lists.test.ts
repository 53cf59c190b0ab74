import { describe, expect, test } from 'vitest';
import { chooseFindings } from '../../src/components/choose-findings.ts';
import { inRows } from '../../src/components/in-rows.ts';
import { thumbnailOf } from '../../src/components/thumbnail.ts';
import type { FigureView } from '../../src/observatory/figure-view.ts';

function view(id: string, given: Partial<FigureView> & { height?: number; svg?: string } = {}): FigureView {
  const { height = 200, svg = '', ...rest } = given;
  return {
    id,
    theme: 'combien',
    finding: 'Constat',
    draw: () => ({ svg, width: 600, height, marks: [] }),
    ...rest,
  } as unknown as FigureView;
}

const ids = (figures: readonly FigureView[]) => figures.map(({ id }) => id).join(' ');

describe('inRows', () => {
  const rowsOf = (heights: readonly number[], opening?: string) =>
    inRows(
      heights.map((height, i) => view(`f${i}`, { height })),
      opening,
    ).map(ids);

  test('puts tall pictures alone and the others by two, in their order', () => {
    expect(rowsOf([200, 500, 210, 220, 230])).toEqual(['f0 f2', 'f1', 'f3 f4']);
  });

  test('gives an odd one out a row: the tallest, never a low block of numbers if a tall one can join it', () => {
    expect(rowsOf([200, 300, 210])).toEqual(['f0 f2', 'f1']);
    expect(rowsOf([100, 500])).toEqual(['f0 f1']);
    expect(rowsOf([100])).toEqual(['f0']);
  });

  test('lets the figure that opens stand alone', () => {
    expect(rowsOf([200, 210, 220], 'f0')).toEqual(['f0', 'f1 f2']);
  });
});

test('chooseFindings takes the first of each theme, then the next ones, without the one shown', () => {
  const figures = [view('a'), view('b'), view('c'), view('d', { theme: 'où' }), view('e', { finding: undefined })];
  expect(ids(chooseFindings(figures, 2, 'a'))).toBe('b d');
  expect(ids(chooseFindings(figures, 9, 'a'))).toBe('b c d');
});

describe('thumbnailOf', () => {
  const head = '<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 310 900" width="310" height="900">';

  test('keeps shapes and drops words, keys and sentences, hidden from assistive tools', () => {
    const svg = `${head}<path fill="red" d="M0 4h12v12h-12z"/><g data-mark="x"><title>Phrase</title><path d="M0 0h9"/><text font-size="15">mot</text></g></svg>`;
    expect(thumbnailOf(view('f', { svg, height: 900 }))).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" aria-hidden="true" class="thumbnail" viewBox="0 0 310 232"><g><path d="M0 0h9"/></g></svg>',
    );
  });

  test('shows the first number of a block at its own size, with its precision', () => {
    const svg = `${head}<text font-size="15">plus de</text><text font-size="36">1 000</text><text>structures</text></svg>`;
    const drawn = thumbnailOf(view('f', { svg }));
    expect(drawn).toContain('plus de</text><text font-size="36">1 000');
    expect(drawn).not.toContain('structures');
    expect(drawn).toContain('viewBox="0 0 155 60"');
  });
});
