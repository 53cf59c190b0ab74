import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import papaparse from 'papaparse';

/** A page that shows flows, and what its CSV files say of them. */
export interface FlowPage {
  readonly id: string;
  readonly path: string;
  /** Keys of nodes in the file's order. */
  readonly nodes: readonly string[];
  /** Links with an amount in the file's order; those without stand in the list, not in the picture. */
  readonly links: readonly {
    readonly key: string;
    readonly from: string;
    readonly to: string;
    readonly shown: boolean;
  }[];
}

/** Every page of a figure with a list of flows in the demonstration, read from the files that it offers. */
export function flowPages(dist: string): FlowPage[] {
  const folder = join(dist, 'demonstration/graphiques');
  return readdirSync(folder)
    .filter((id) => existsSync(join(folder, id, 'index.html')))
    .filter((id) => readFileSync(join(folder, id, 'index.html'), 'utf8').includes('class="flows"'))
    .map((id) => {
      const nodesFile = ['noeuds', 'totaux'].map((name) => join(folder, `${id}-${name}.csv`)).find(existsSync);
      const nodes = readRows(nodesFile!).filter(({ amount }) => amount !== '0');
      const known = new Set(nodes.map(({ codes }) => codes.join('/')));
      const links = readRows(join(folder, `${id}.csv`))
        .filter(({ amount }) => amount !== '0')
        .map(({ codes, amount }) => {
          const [before, ends] = [codes.slice(0, -2), codes.slice(-2)];
          const [from, to] = ends.map((end) => [...before, end].join('/'));
          return { key: codes.join('/'), from: from!, to: to!, shown: amount !== '' };
        })
        .filter(({ from, to }) => known.has(from) && known.has(to));
      return { id, path: `/demonstration/graphiques/${id}/`, nodes: [...known], links };
    });
}

function readRows(file: string): { codes: string[]; amount: string }[] {
  const { data } = papaparse.parse<Record<string, string>>(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''), {
    header: true,
    delimiter: ';',
    skipEmptyLines: true,
  });
  return data.map((row) => ({
    codes: Object.keys(row)
      .filter((title) => title.endsWith(' (code)'))
      .map((title) => row[title]!),
    amount: row.Montant!,
  }));
}

/** Keys of all that feeds a mark and that it feeds, with itself: from the links alone, until nothing is added. */
export function fedWith({ links }: FlowPage, key: string): string[] {
  const own = links.find((link) => link.key === key);
  const grow = (start: string, near: 'from' | 'to', far: 'from' | 'to') => {
    const nodes = new Set([start]);
    const through = new Set<string>();
    for (let size = -1; size !== nodes.size + through.size; ) {
      size = nodes.size + through.size;
      for (const link of links) {
        if (!nodes.has(link[near])) continue;
        through.add(link.key);
        nodes.add(link[far]);
      }
    }
    return [...nodes, ...through];
  };
  const all = new Set([key, ...grow(own?.to ?? key, 'from', 'to'), ...grow(own?.from ?? key, 'to', 'from')]);
  const hidden = new Set(links.filter(({ shown }) => !shown).map((link) => link.key));
  return [...all].filter((one) => !hidden.has(one)).sort();
}
