import type { FlowTables } from '../../src/charts/flow.ts';
import { tableOf } from './table-of.ts';

const LEVELS = ['Financeur', 'Dispositif', 'Action', 'Emploi'] as const;

/** Names as authors write them: some too long for any line. */
const LONG = [
  'Programme européen de développement des campagnes et des bourgs',
  'Accompagnement à la création',
  'Intercommunalités associées',
];

const TYPES = { a: 'Union européenne', b: 'État', c: 'Région', d: 'Intercommunalité', e: 'Ressources propres' };

/** What names the columns of these flows, their types and their remainders. */
export const flowOptions = {
  colonnes: ['Financeurs', 'Dispositifs', 'Actions', 'Emplois'],
  types: TYPES,
  moment: 'Exercice N, versé',
  isRemainder: ({ attributes }: { readonly attributes?: Readonly<Record<string, unknown>> }) => attributes?.reste === 1,
};

/** A flow of so many nodes over four columns, balanced to the cent, with links that skip a column and a named remainder. */
export function flowOfSize(count: number, { links = Number.POSITIVE_INFINITY, exercices = [''] } = {}): FlowTables {
  const sizes = sizesOf(count);
  const lines = exercices.map((exercice, year) => ({ exercice, ...balancedFlow(sizes, links, year) }));
  const keys = exercices.length > 1 ? ['exercice'] : [];
  const before = (exercice: string) => (exercices.length > 1 ? `${exercice}|` : '');
  const labels = { exercice: Object.fromEntries(exercices.map((exercice) => [exercice, exercice])) };
  return {
    noeuds: tableOf(
      [...keys, 'noeud'],
      '€',
      lines.flatMap(({ exercice, nodes }) =>
        nodes.map(
          ({ id, montant, column, rank, isLast }) =>
            [
              `${before(exercice)}${id}`,
              { montant },
              {
                label: isLast ? 'Reste à répartir' : labelOf(column, rank),
                colonne: column,
                reste: isLast ? 1 : 0,
                type: column === 0 ? Object.keys(TYPES)[rank % 5]! : null,
                type_libelle: column === 0 ? Object.values(TYPES)[rank % 5]! : null,
              },
            ] as const,
        ),
      ),
      labels,
    ),
    liens: tableOf(
      [...keys, 'de', 'vers'],
      '€',
      lines.flatMap(({ exercice, flows }) =>
        [...flows].map(([key, montant]) => [`${before(exercice)}${key}`, { montant }] as const),
      ),
      labels,
    ),
  };
}

const labelOf = (column: number, rank: number) =>
  rank % 4 === 3 ? `${LONG[(rank + column) % 3]} ${rank}` : `${LEVELS[column]} ${rank + 1}`;

/** Nodes by column: five stand in three columns, more in four. */
function sizesOf(count: number): number[] {
  if (count < 8) return [2, 1, count - 3];
  const middle = Math.floor(count / 5);
  const first = Math.floor((count - 2 * middle) / 2);
  return [first, middle, middle, count - first - 2 * middle];
}

/** Money pushed from column to column, each node giving all it gets; ends do not differ by a cent. */
function balancedFlow(sizes: readonly number[], most: number, year: number) {
  const held = sizes.map((size, column) =>
    Array.from({ length: size }, (_, rank) => (column === 0 ? 1_234_567 * (1 + ((rank * 7 + year * 3) % 11)) : 0)),
  );
  const flows = new Map<string, number>();
  const each = Math.max(1, Math.min(3, Math.floor(most / Math.max(1, sum(sizes.slice(0, -1))))));
  for (let column = 0; column < sizes.length - 1; column++) {
    for (let rank = 0; rank < sizes[column]!; rank++) {
      let left = held[column]![rank]!;
      for (let part = 0; part < each && left > 0; part++) {
        const skips = part === each - 1 && rank % 5 === 4 && column < sizes.length - 2 ? 2 : 1;
        const target = column + skips;
        const to = (rank * 3 + part * 5 + year) % sizes[target]!;
        const amount = part === each - 1 ? left : Math.floor(left / (part + 2));
        left -= amount;
        const key = `n${column}-${rank}|n${target}-${to}`;
        flows.set(key, (flows.get(key) ?? 0) + amount);
        held[target]![to]! += amount;
      }
    }
  }
  const nodes = sizes.flatMap((size, column) =>
    Array.from({ length: size }, (_, rank) => ({
      id: `n${column}-${rank}`,
      montant: held[column]![rank]!,
      column,
      rank,
      isLast: column === sizes.length - 1 && rank === size - 1,
    })),
  );
  return { nodes: nodes.filter(({ montant }) => montant > 0), flows };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
