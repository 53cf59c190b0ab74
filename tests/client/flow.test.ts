import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Flow, stepFrom, trace } from '../../src/client/flow.ts';

/** Flows between two to five stages, some links over a stage, some nodes without any. */
const flows: fc.Arbitrary<Flow> = fc
  .array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 5 })
  .chain((sizes) => {
    const stages = sizes.map((size, i) => Array.from({ length: size }, (_, j) => `n${i}.${j}`));
    const possible = stages.flatMap((stage, i) =>
      stage.flatMap((from) =>
        stages.slice(i + 1).flatMap((later) => later.map((to) => ({ key: `${from}/${to}`, from, to }))),
      ),
    );
    return fc.subarray(possible).map((links): Flow => ({ ids: new Map(), more: new Map(), stages, links }));
  });

/** Walks as a reader would: down each column, along its first link, down the links beside it, along to the next column. */
function walkAll(flow: Flow): string[] {
  const seen: string[] = [];
  const down = (start: string, wasBack = false) => {
    let at: string | undefined = stepFrom(flow, start, 'first', wasBack);
    while (at !== undefined) {
      seen.push(at);
      at = stepFrom(flow, at, 'next', wasBack);
    }
  };
  flow.stages.forEach((stage) => {
    down(stage[0]!);
    const giver = stage.find((key) => flow.links.some(({ from }) => from === key));
    if (giver) down(stepFrom(flow, giver, 'onwards', false)!);
  });
  return seen;
}

describe('parcourir des flux', () => {
  test('colonne après colonne, chaque nœud et chaque lien est vu une fois', () => {
    fc.assert(
      fc.property(flows, (flow) => {
        expect(walkAll(flow).sort()).toEqual([...flow.stages.flat(), ...flow.links.map(({ key }) => key)].sort());
      }),
    );
  });

  test('à reculons aussi, chaque lien est vu une fois parmi ceux qui arrivent dans sa colonne', () => {
    fc.assert(
      fc.property(flows, (flow) => {
        const seen = flow.stages.flatMap((stage) => {
          const payee = stage.find((key) => flow.links.some(({ to }) => to === key));
          let at = payee && stepFrom(flow, stepFrom(flow, payee, 'back', false)!, 'first', true);
          const row: string[] = [];
          while (at !== undefined) {
            row.push(at);
            at = stepFrom(flow, at, 'next', true);
          }
          return row;
        });
        expect(seen.sort()).toEqual(flow.links.map(({ key }) => key).sort());
      }),
    );
  });

  test('d’un lien, un pas mène au nœud de chaque bout ; un nœud sans lien mène à la colonne voisine', () => {
    const flow: Flow = {
      ids: new Map(),
      more: new Map(),
      stages: [['a', 'b'], ['c'], ['d']],
      links: [
        { key: 'a/c', from: 'a', to: 'c' },
        { key: 'a/d', from: 'a', to: 'd' },
      ],
    };
    expect(stepFrom(flow, 'a', 'onwards', false)).toBe('a/c');
    expect(stepFrom(flow, 'a/d', 'onwards', false)).toBe('d');
    expect(stepFrom(flow, 'a/d', 'back', false)).toBe('a');
    expect(stepFrom(flow, 'd', 'back', false)).toBe('a/d');
    expect(stepFrom(flow, 'b', 'onwards', false)).toBe('c');
    expect(stepFrom(flow, 'd', 'onwards', false)).toBeUndefined();
    expect(stepFrom(flow, 'b', 'next', false)).toBeUndefined();
    expect(stepFrom(flow, 'b', 'first', false)).toBe('a');
    expect(stepFrom(flow, 'a', 'last', false)).toBe('b');
  });
});

describe('ce qui s’éclaire', () => {
  /** Nodes from which one can be reached, itself included: the closure by squaring, not by walking. */
  function reaches({ stages, links }: Flow): (from: string, to: string) => boolean {
    const nodes = stages.flat();
    const known = new Set(links.map(({ from, to }) => `${from}>${to}`));
    for (const middle of nodes)
      for (const from of nodes)
        for (const to of nodes)
          if (known.has(`${from}>${middle}`) && known.has(`${middle}>${to}`)) known.add(`${from}>${to}`);
    return (from, to) => from === to || known.has(`${from}>${to}`);
  }

  test('tout ce qui alimente et tout ce qui est alimenté, rien d’autre', () => {
    fc.assert(
      fc.property(flows, (flow) => {
        const leads = reaches(flow);
        for (const node of flow.stages.flat()) {
          const expected = [
            ...flow.stages.flat().filter((other) => leads(node, other) || leads(other, node)),
            ...flow.links.filter(({ from, to }) => leads(node, from) || leads(to, node)).map(({ key }) => key),
          ];
          expect([...trace(flow, node)].sort()).toEqual(expected.sort());
        }
        for (const { key, from, to } of flow.links) {
          const expected = [
            key,
            ...flow.stages.flat().filter((other) => leads(to, other) || leads(other, from)),
            ...flow.links.filter((other) => leads(to, other.from) || leads(other.to, from)).map((other) => other.key),
          ];
          expect([...trace(flow, key)].sort()).toEqual([...new Set(expected)].sort());
        }
      }),
      { numRuns: 50 },
    );
  });
});
