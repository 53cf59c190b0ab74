import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gatherFlows, smallNodes } from '../../src/charts/gather-flows.ts';

interface Node {
  readonly id: string;
  readonly colonne: number;
  readonly montant: number;
  /** Who is behind the amount, as the gate must still see it. */
  readonly parts: readonly string[];
}
interface Link {
  readonly de: string;
  readonly vers: string;
  readonly montant: number;
}

const sum = (some: readonly { readonly montant: number }[]) => some.reduce((total, { montant }) => total + montant, 0);
const node = (id: string, colonne: number, montant: number): Node => ({ id, colonne, montant, parts: [id] });

const isKept = ({ id }: Node) => id.startsWith('reste');
const gather = (nodes: readonly Node[], links: readonly Link[], most = 20, least = 5) =>
  gatherFlows(nodes, links, {
    small: smallNodes(nodes, { most, least, isKept }),
    isKept,
    gather: (small, colonne): Node => ({
      id: `autres-${colonne}`,
      colonne,
      montant: sum(small),
      parts: small.flatMap(({ parts }) => parts),
    }),
    merge: (same, de, vers): Link => ({ de, vers, montant: sum(same) }),
  });

it('réunit les petits à la fin de leur colonne, avant le reste, et dit ce qui est dedans', () => {
  const nodes = [
    node('a', 0, 1),
    node('b', 0, 90),
    node('c', 0, 2),
    node('d', 0, 7),
    node('reste', 0, 1),
    node('z', 1, 101),
  ];
  const links = nodes.slice(0, 5).map(({ id, montant }) => ({ de: id, vers: 'z', montant }));
  const { nodes: drawn, links: joined, content } = gather(nodes, links);
  expect(drawn.map(({ id, montant }) => [id, montant])).toEqual([
    ['b', 90],
    ['d', 7],
    ['autres-0', 3],
    ['reste', 1],
    ['z', 101],
  ]);
  expect(joined).toEqual([
    { de: 'autres-0', vers: 'z', montant: 3 },
    { de: 'b', vers: 'z', montant: 90 },
    { de: 'd', vers: 'z', montant: 7 },
    { de: 'reste', vers: 'z', montant: 1 },
  ]);
  expect(content.map(({ autre, nodes: small }) => [autre.parts, small.map(({ id }) => id)])).toEqual([
    [
      ['a', 'c'],
      ['a', 'c'],
    ],
  ]);
});

it('ne réunit jamais un seul nœud', () => {
  const { nodes, content } = gather([node('a', 0, 1), node('b', 0, 99)], []);
  expect(nodes.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(content).toEqual([]);
});

it('garde chaque centime, l’ordre de l’auteur et la place de chacun, quels que soient les montants', () => {
  const amounts = fc.array(fc.integer({ min: 0, max: 1_000_000_00 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(
      amounts,
      amounts,
      fc.integer({ min: 2, max: 25 }),
      fc.integer({ min: 0, max: 10 }),
      (left, right, most, least) => {
        const nodes = [
          ...left.map((montant, i) => node(`g${i}`, 0, montant)),
          ...right.map((montant, i) => node(`d${i}`, 1, montant)),
          node('reste', 1, 5),
        ];
        const links = left.flatMap((montant, i) => [
          { de: `g${i}`, vers: `d${i % right.length}`, montant },
          { de: `g${i}`, vers: 'reste', montant: i },
        ]);
        const result = gather(nodes, links, most, least);
        for (const colonne of [0, 1]) {
          const [before, after] = [nodes, result.nodes].map((some) =>
            some.filter((one) => one.colonne === colonne),
          ) as [Node[], Node[]];
          expect(sum(after)).toBe(sum(before));
          expect(after.filter(({ id }) => id !== 'reste').length).toBeLessThanOrEqual(most);
          expect(after.flatMap(({ parts }) => parts).sort()).toEqual(before.map(({ id }) => id).sort());
          const alone = after.filter(({ id }) => !id.startsWith('autres'));
          expect(before.filter(({ id }) => alone.some((one) => one.id === id))).toEqual(alone);
        }
        expect(sum(result.links)).toBe(sum(links));
        const known = new Set(result.nodes.map(({ id }) => id));
        expect(result.links.every(({ de, vers }) => known.has(de) && known.has(vers))).toBe(true);
        expect(new Set(result.links.map(({ de, vers }) => `${de} ${vers}`)).size).toBe(result.links.length);
      },
    ),
  );
});
