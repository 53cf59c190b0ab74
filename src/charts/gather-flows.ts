/** What a node must say of itself to be gathered: where it stands, how much it holds. */
interface Gatherable {
  readonly id: string;
  readonly colonne: number;
  readonly montant: number;
}

/** What a link must say. */
interface Linking {
  readonly de: string;
  readonly vers: string;
}

interface SmallOptions<N> {
  /** Most nodes of a column, the one that gathers included, named remainders apart. */
  readonly most: number;
  /** Percent of its column under which a node is small. */
  readonly least: number;
  /** Nodes that stay by themselves whatever they hold: named remainders. */
  readonly isKept: (node: N) => boolean;
}

/**
 * Ids of the nodes that are too small to stand by themselves in their column: none, or two at least. Given the nodes of
 * all exercices, each with the most it ever held, all exercices then gather the same ones.
 */
export function smallNodes<N extends Gatherable>(
  nodes: readonly N[],
  { most, least, isKept }: SmallOptions<N>,
): ReadonlySet<string> {
  const columns = [...Map.groupBy(nodes, ({ colonne }) => colonne).values()];
  const small = columns.flatMap((column) => {
    const total = column.reduce((sum, { montant }) => sum + montant, 0);
    const others = column.filter((node) => !isKept(node)).sort((a, b) => b.montant - a.montant);
    const large = others.filter(({ montant }) => montant * 100 >= total * least).length;
    const shown = others.length > most || large < others.length ? Math.min(large, most - 1) : others.length;
    return others.length - shown < 2 ? [] : others.slice(shown);
  });
  return new Set(small.map(({ id }) => id));
}

interface GatherOptions<N, L> {
  /** Ids of the nodes to gather: see `smallNodes`. */
  readonly small: ReadonlySet<string>;
  /** Named remainders: they end their column, after what gathers. */
  readonly isKept: (node: N) => boolean;
  /** The node "Autres …" of a column, made of those it gathers: amounts are added by who knows what they are made of. */
  readonly gather: (nodes: readonly N[], colonne: number) => N;
  /** One link made of those that now have the same ends. */
  readonly merge: (links: readonly L[], de: string, vers: string) => L;
}

/** Flows with their small nodes gathered, and what each node "Autres …" holds, in the author's order. */
interface Gathered<N, L> {
  readonly nodes: readonly N[];
  readonly links: readonly L[];
  readonly content: readonly { readonly autre: N; readonly nodes: readonly N[] }[];
}

/**
 * Gathers the small nodes of each column in one, so that a picture keeps few rows and every cent. Order is the author's:
 * what gathers stands last, before named remainders. Works before the gate: `gather` and `merge` add cells with all
 * they are made of.
 */
export function gatherFlows<N extends Gatherable, L extends Linking>(
  nodes: readonly N[],
  links: readonly L[],
  { small, isKept, gather, merge }: GatherOptions<N, L>,
): Gathered<N, L> {
  const columns = [...Map.groupBy(nodes, ({ colonne }) => colonne)].sort(([a], [b]) => a - b);
  const content: { autre: N; nodes: readonly N[] }[] = [];
  const drawn = columns.flatMap(([colonne, column]) => {
    const inside = column.filter(({ id }) => small.has(id));
    const autre = inside.length > 0 ? [gather(inside, colonne)] : [];
    if (autre[0]) content.push({ autre: autre[0], nodes: inside });
    const alone = column.filter(({ id }) => !small.has(id));
    return [...alone.filter((node) => !isKept(node)), ...autre, ...alone.filter(isKept)];
  });
  const endOf = new Map(content.flatMap(({ autre, nodes: inside }) => inside.map(({ id }) => [id, autre.id] as const)));
  return { nodes: drawn, links: mergeLinks(links, (id) => endOf.get(id) ?? id, merge), content };
}

/** Links with their new ends, in the order in which each pair first comes; one alone stays as it was. */
function mergeLinks<L extends Linking>(
  links: readonly L[],
  endOf: (id: string) => string,
  merge: (links: readonly L[], de: string, vers: string) => L,
): L[] {
  const pairs = Map.groupBy(links, ({ de, vers }) => JSON.stringify([endOf(de), endOf(vers)]));
  return [...pairs.values()].map((same) => {
    const { de, vers } = same[0]!;
    const [from, to] = [endOf(de), endOf(vers)];
    return same.length === 1 && from === de && to === vers ? same[0]! : merge(same, from, to);
  });
}
