import { describe, expect, it } from 'vitest';
import { readFlow } from '../../src/charts/flow.ts';
import { fitScale, layRibbons, seatStops } from '../../src/charts/flow-seats.ts';
import { stopsOf } from '../../src/charts/flow-stops.ts';
import { sankey } from '../../src/charts/sankey.ts';
import { frameOf, tableOf } from './examples.ts';

type Nodes = readonly (readonly [id: string, amount: number | null, column?: number])[];

function flowOf(nodes: Nodes, links: readonly (readonly [string, number | null])[]) {
  const cell = (value: number | null) => ({ montant: value === null ? { sign: 's' as const } : value });
  return {
    noeuds: tableOf(
      ['noeud'],
      '€',
      nodes.map(
        ([id, value, colonne]) =>
          [id, cell(value), { label: id, ...(colonne === undefined ? {} : { colonne }) }] as const,
      ),
    ),
    liens: tableOf(
      ['de', 'vers'],
      '€',
      links.map(([key, value]) => [key, cell(value)] as const),
    ),
  };
}

describe('readFlow', () => {
  it.each([
    ['a node nobody knows', flowOf([['a', 1, 0]], [['a|b', 1]]), 'Flow from "a" to "b": no such node'],
    [
      'two nodes of one name',
      flowOf(
        [
          ['a', 1, 0],
          ['a', 1, 0],
        ],
        [],
      ),
      'Flow with two nodes "a"',
    ],
    [
      'a loop',
      flowOf(
        [
          ['a', 1],
          ['b', 1],
        ],
        [
          ['a|b', 1],
          ['b|a', 1],
        ],
      ),
      'Flow goes round in a loop through "a"',
    ],
    [
      'a way back',
      flowOf(
        [
          ['a', 1, 1],
          ['b', 1, 0],
        ],
        [['a|b', 1]],
      ),
      'Flow from "a" to "b" does not go to a later column',
    ],
    [
      'a negative amount',
      flowOf(
        [
          ['a', 1, 0],
          ['b', 1, 1],
        ],
        [['a|b', -5]],
      ),
      'Flow from "a" to "b" is negative',
    ],
  ])('refuses %s', (_, tables, message) => {
    expect(() => readFlow(tables)).toThrow(message);
  });

  it('finds the columns where the table does not say', () => {
    const flow = readFlow(
      flowOf(
        [
          ['c', 1],
          ['a', 1],
          ['b', 1],
        ],
        [
          ['a|b', 1],
          ['b|c', 1],
          ['a|c', 1],
        ],
      ),
    );
    expect(flow.columns.map((column) => column.map(({ id }) => id))).toEqual([['a'], ['b'], ['c']]);
  });

  it('leaves the tables as they were', () => {
    const tables = flowOf(
      [
        ['a', 3, 0],
        ['b', 3, 1],
      ],
      [['a|b', 3]],
    );
    const before = JSON.stringify(tables);
    sankey(tables, {}, frameOf(640));
    expect(JSON.stringify(tables)).toBe(before);
  });
});

describe('seatStops', () => {
  const flow = readFlow(
    flowOf(
      [
        ['z', 30, 0],
        ['a', 20, 0],
        ['m', 25, 1],
        ['b', 15, 1],
        ['f', 50, 2],
      ],
      [
        ['z|b', 15],
        ['z|m', 15],
        ['a|m', 10],
        ['a|f', 10],
        ['m|f', 25],
        ['b|f', 15],
      ],
    ),
  );
  const columns = stopsOf(flow);
  const room = { gap: 10, leastOf: () => 0 };
  const scale = fitScale(columns, room, 200)!;
  const seats = seatStops(columns, scale, room, 200);

  it("keeps the author's order and one scale; a link that skips a column has its own lane there", () => {
    expect(columns.map((column) => column.map(({ node }) => node?.id ?? '·'))).toEqual([
      ['z', 'a'],
      ['m', '·', 'b'],
      ['f'],
    ]);
    for (const column of columns) {
      column.slice(1).forEach((stop, i) => {
        const before = seats.get(column[i]!)!;
        expect(before.start + before.length + 10).toBeLessThanOrEqual(seats.get(stop)!.start + 1e-6);
      });
    }
    for (const [stop, { length }] of seats) expect(length).toBeCloseTo(stop.value * scale);
  });

  it('lays ribbons inside their stops, as thick as what they carry: what comes in fills a node, what goes out too', () => {
    const ribbons = [...layRibbons(columns, seats, scale).values()].flat();
    for (const { from, to, start, end, value, thickness } of ribbons) {
      const [source, target] = [seats.get(from)!, seats.get(to)!];
      expect(thickness).toBeCloseTo(value * scale);
      expect(start - thickness / 2).toBeGreaterThanOrEqual(source.start - 1e-6);
      expect(start + thickness / 2).toBeLessThanOrEqual(source.start + source.length + 1e-6);
      expect(end + thickness / 2).toBeLessThanOrEqual(target.start + target.length + 1e-6);
    }
    for (const stop of columns.flat()) {
      for (const side of ['from', 'to'] as const) {
        const parts = ribbons.filter((ribbon) => ribbon[side] === stop);
        if (parts.length === 0) continue;
        expect(parts.reduce((sum, { thickness }) => sum + thickness, 0)).toBeCloseTo(stop.value * scale);
      }
    }
  });

  it('says when labels leave no room', () => {
    expect(fitScale(columns, { gap: 10, leastOf: () => 150 }, 200)).toBeUndefined();
  });
});

describe('sankey', () => {
  const tables = flowOf(
    [
      ['a', 10, 0],
      ['b', 4, 0],
      ['c', 14, 1],
    ],
    [
      ['a|c', 10],
      ['b|c', null],
    ],
  );

  it.each([640, 340])(
    'hatches the part of a node whose links are masked, and draws no ribbon for them (%i px)',
    (width) => {
      const { svg, marks } = sankey(tables, {}, frameOf(width));
      expect(svg.match(/stroke-opacity/g)).toHaveLength(1);
      expect(svg.match(/<path fill="url\(#essai-h\)"/g)).toHaveLength(2);
      expect(svg).toContain('Hachures\u00a0: flux couverts par le secret');
      expect(marks.map(({ key }) => key)).toEqual(['a/c', 'a', 'b', 'c']);
    },
  );

  it('hatches what is masked in the step where it flows only', () => {
    const masked = flowOf(
      [
        ['a', 10, 0],
        ['b', 5, 1],
        ['c', 15, 2],
      ],
      [
        ['a|b', 5],
        ['a|c', null],
        ['b|c', 5],
      ],
    );
    const { svg } = sankey(masked, { sommet: 20 }, frameOf(340));
    const steps = svg.split('data-mark="c"')[1]!;
    expect(svg.match(/<path fill="url\(#essai-h\)"/g)).toHaveLength(2);
    expect(steps.match(/<path fill="url\(#essai-h\)"/g)).toHaveLength(1);
    expect(steps).toContain('>s sur 0\u00a0€<');
    expect(steps).toContain('>0\u00a0€ sur 0\u00a0€<');
  });

  it('takes one step of the money after the other where a narrow picture cannot name all nodes at once', () => {
    const ids = Array.from({ length: 14 }, (_, i) => `Poste ${i}`);
    const wide = flowOf(
      [...ids.map((id) => [id, 1, 0] as const), ['milieu', 14, 1], ['fin', 14, 2]],
      [...ids.map((id) => [`${id}|milieu`, 1] as const), ['milieu|fin', 14]],
    );
    const { svg, marks } = sankey(wide, { colonnes: ['Ressources', 'Actions', 'Emplois'] }, frameOf(340));
    for (const id of ids) expect(svg).toContain(`>${id}</text>`);
    expect(svg.match(/>milieu<\/text>/g)).toHaveLength(2);
    expect(marks.filter(({ key }) => key === 'milieu')).toHaveLength(1);
  });
});
