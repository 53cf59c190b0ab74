import { schemes } from '../../src/charts/palette.ts';
import { sankey } from '../../src/charts/sankey.ts';
import type { PublishedTable } from '../../src/model/table.ts';
import { formatNumber } from '../../src/text/number.ts';
import { type BenchRow, median } from './table.ts';

const COLUMNS = 4;

/** The time of large drawings, wide and narrow, beside that of copying their tables and their SVG through JSON. */
export function benchFlows(): readonly BenchRow[] {
  return [measure(60, 150, 600, '≤ 10 ms'), measure(60, 150, 310, '≤ 10 ms'), measure(120, 2400, 600, '≤ 150 ms')];
}

function measure(nodes: number, links: number, width: number, aim: string): BenchRow {
  const tables = makeFlow(nodes, links);
  const frame = { id: 'mesure', width, medium: 'file', palette: schemes.light, demonstration: false } as const;
  const options = { colonnes: ['Financeurs', 'Dispositifs', 'Actions', 'Emplois'] };
  const [drawing, copying]: [number[], number[]] = [[], []];
  for (let run = 0; run < 21; run++) {
    const start = performance.now();
    const { svg } = sankey(tables, options, frame);
    const middle = performance.now();
    JSON.parse(JSON.stringify({ svg, tables }));
    const end = performance.now();
    // The first runs warm the engine up.
    if (run < 6) continue;
    drawing.push(middle - start);
    copying.push(end - middle);
  }
  const ratio = formatNumber(median(drawing.map((one, i) => one / copying[i]!)), { decimals: 1 });
  return {
    name: `${nodes} nœuds, ${formatNumber(links)} flux, ${width} px (rapport à leur copie en JSON : ${ratio})`,
    value: `${formatNumber(median(drawing), { decimals: 1 })} ms`,
    aim,
  };
}

/** Nodes in four columns, neighbouring columns linked evenly; one link in ten skips a column. */
function makeFlow(count: number, links: number): { liens: PublishedTable; noeuds: PublishedTable } {
  const each = count / COLUMNS;
  const nodes = Array.from({ length: count }, (_, i) => ({ column: Math.floor(i / each), rank: i % each }));
  const pairs = Array.from({ length: links }, (_, i) => {
    const column = i % (COLUMNS - 1);
    const turn = Math.floor(i / (COLUMNS - 1));
    const from = turn % each;
    const step = i % 10 === 0 && column + 2 < COLUMNS ? 2 : 1;
    return { column, from, step, to: (from + Math.floor(turn / each)) % each };
  });
  const id = (column: number, rank: number) => `n${column}-${rank}`;
  const amount = { id: 'montant', title: 'Montant', role: 'measure', unit: '€' };
  const cell = (value: number) => ({ montant: { kind: 'sum', value } });
  const said = { sums: [], champ: 'Flux du banc d’essai', sources: [] };
  const rows = pairs.map(({ column, from, step, to }, i) => ({
    key: { de: id(column, from), vers: id(column + step, to) },
    cells: cell(1_000_00 * (1 + (i % 17))),
  }));
  return {
    liens: {
      ...said,
      columns: [{ id: 'de', title: 'De', role: 'key' }, { id: 'vers', title: 'Vers', role: 'key' }, amount],
      rows,
    },
    noeuds: {
      ...said,
      columns: [{ id: 'noeud', title: 'Nœud', role: 'key' }, amount],
      rows: nodes.map(({ column, rank }) => {
        const of = (side: 'de' | 'vers') => rows.filter(({ key }) => key[side] === id(column, rank));
        const sum = (some: typeof rows) => some.reduce((total, { cells }) => total + cells.montant.value, 0);
        return {
          key: { noeud: id(column, rank) },
          attributes: {
            label: `Poste ${column}.${rank + 1}`,
            colonne: column,
            type: column === 0 ? `t${rank % 6}` : null,
          },
          cells: cell(Math.max(sum(of('de')), sum(of('vers')))),
        };
      }),
    },
  } as unknown as { liens: PublishedTable; noeuds: PublishedTable };
}
