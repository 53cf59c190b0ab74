import { describe, expect, it } from 'vitest';
import { layRibbons, readFlow, seatNodes } from '../../src/charts/flow.ts';
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

describe('seatNodes', () => {
  const flow = readFlow(
    flowOf(
      [
        ['z', 30, 0],
        ['a', 10, 0],
        ['m', 25, 1],
        ['b', 15, 1],
      ],
      [
        ['z|b', 15],
        ['z|m', 15],
        ['a|m', 10],
      ],
    ),
  );
  const seated = seatNodes(flow, 200, 10, () => ({ least: 0, before: 0 }))!;

  it("keeps the author's order and one scale", () => {
    for (const column of flow.columns) {
      const [first, second] = column.map((node) => seated.seats.get(node)!);
      expect(first!.start + first!.length + 10).toBeLessThanOrEqual(second!.start + 1e-6);
    }
    for (const [node, { length }] of seated.seats) expect(length).toBeCloseTo(node.value * seated.scale);
  });

  it('lays ribbons inside their nodes, as thick as what they carry', () => {
    for (const { link, from, to, thickness } of layRibbons(flow, seated.seats, seated.scale)) {
      const [source, target] = [seated.seats.get(link.from)!, seated.seats.get(link.to)!];
      expect(thickness).toBeCloseTo(link.cell.value! * seated.scale);
      expect(from - thickness / 2).toBeGreaterThanOrEqual(source.start - 1e-6);
      expect(from + thickness / 2).toBeLessThanOrEqual(source.start + source.length + 1e-6);
      expect(to + thickness / 2).toBeLessThanOrEqual(target.start + target.length + 1e-6);
    }
  });

  it('says when labels leave no room', () => {
    expect(seatNodes(flow, 200, 10, () => ({ least: 150, before: 0 }))).toBeUndefined();
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

  it('links a node with all it feeds and is fed by', () => {
    const { marks } = sankey(
      flowOf(
        [
          ['a', 1, 0],
          ['b', 1, 1],
          ['c', 1, 2],
          ['d', 1, 2],
        ],
        [
          ['a|b', 1],
          ['b|c', 1],
        ],
      ),
      {},
      frameOf(640),
    );
    expect(marks.find(({ key }) => key === 'b')?.links).toEqual(['a/b', 'a', 'b/c', 'c']);
    expect(marks.find(({ key }) => key === 'd')?.links).toEqual([]);
  });

  it('turns into bars where a narrow picture cannot name the nodes', () => {
    const ids = Array.from({ length: 14 }, (_, i) => `Poste ${i}`);
    const wide = flowOf(
      [...ids.map((id) => [id, 1, 0] as const), ['fin', 14, 1]],
      ids.map((id) => [`${id}|fin`, 1] as const),
    );
    const { svg } = sankey(wide, {}, frameOf(340));
    expect(svg).not.toContain('stroke-opacity');
    for (const id of ids) expect(svg).toContain(`>${id}</text>`);
  });
});
