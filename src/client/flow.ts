/** Flows read from the list beside the picture: nodes by stage and links, keys of marks in the list's order. */
export interface Flow {
  /** Id of the line of each mark: its address in the page. */
  readonly ids: ReadonlyMap<string, string>;
  /** What the list says of each mark after its sentence. */
  readonly more: ReadonlyMap<string, string>;
  readonly stages: readonly (readonly string[])[];
  readonly links: readonly Link[];
}

interface Link {
  readonly key: string;
  readonly from: string;
  readonly to: string;
}

/** Reads the list of flows. */
export function readFlow(list: Element): Flow {
  const ids = new Map<string, string>();
  const more = new Map<string, string>();
  const stages: string[][] = [];
  const links: Link[] = [];
  let from = '';
  for (const line of list.querySelectorAll<HTMLElement>('[data-key]')) {
    const { key = '', to } = line.dataset;
    ids.set(key, line.id);
    more.set(key, line.dataset.more ?? '');
    if (to) {
      links.push({ key, from, to });
      continue;
    }
    from = key;
    const place = Number(line.closest<HTMLElement>('[data-place]')?.dataset.place);
    stages[place] ??= [];
    stages[place].push(key);
  }
  return { ids, more, stages: stages.filter(Boolean), links };
}

/** All that feeds a node or a link and all that it feeds, itself included. */
export function trace({ links }: Flow, key: string): ReadonlySet<string> {
  const lit = new Set([key]);
  const link = links.find((one) => one.key === key);
  const follow = (node: string, near: 'from' | 'to', far: 'from' | 'to') => {
    lit.add(node);
    for (const one of links) {
      if (one[near] !== node || lit.has(one.key)) continue;
      lit.add(one.key);
      follow(one[far], near, far);
    }
  };
  follow(link?.to ?? key, 'from', 'to');
  follow(link?.from ?? key, 'to', 'from');
  return lit;
}

/** A way through flows: along them or across, to one side or the other, or to an end of what stands side by side. */
export type Step = 'onwards' | 'back' | 'next' | 'previous' | 'first' | 'last';

/**
 * The mark where a step leads; undefined where it leads nowhere. Links stand between two stages: entered from their
 * beginning they follow each other by the nodes they leave, entered from their end (`wasBack`) by those where they go.
 */
export function stepFrom({ stages, links }: Flow, key: string, step: Step, wasBack: boolean): string | undefined {
  const order = stages.flat();
  const link = links.find((one) => one.key === key);
  const [near, far] = step === 'back' ? (['to', 'from'] as const) : (['from', 'to'] as const);
  const stageOf = (node: string) => stages.findIndex((stage) => stage.includes(node));
  const rank = (node: string) => order.indexOf(node);
  const sorted = (by: 'from' | 'to') =>
    by === 'from' ? links : [...links].sort((a, b) => rank(a.to) - rank(b.to) || rank(a.from) - rank(b.from));
  if (step === 'onwards' || step === 'back') {
    if (link) return link[far];
    const beyond = stages[stageOf(key) + (step === 'back' ? -1 : 1)];
    return sorted(near).find((one) => one[near] === key)?.key ?? beyond?.[0];
  }
  const side = wasBack ? 'to' : 'from';
  const row = link
    ? sorted(side)
        .filter((one) => stageOf(one[side]) === stageOf(link[side]))
        .map((one) => one.key)
    : (stages[stageOf(key)] ?? []);
  const index = { first: 0, last: row.length - 1, next: row.indexOf(key) + 1, previous: row.indexOf(key) - 1 }[step];
  return row[index];
}
