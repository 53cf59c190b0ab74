import type { Drawing, Frame } from '../model/drawing.ts';
import { type Flow, type FlowNode, type FlowTables, type IsRemainder, readFlow } from './flow.ts';
import { drawBand } from './flow-band.ts';
import { amountOf, type FlowInk, hiddenNote, labelOf, nodeMark, paintFlows, totalOf } from './flow-ink.ts';
import { drawFlowKey, drawTotal } from './flow-scale.ts';
import { stopsOf } from './flow-stops.ts';
import { outlineFlows } from './outline-flows.ts';
import { unitOf } from './rows.ts';
import { drawDownwards, type LaidFlow } from './sankey-downwards.ts';
import { drawStages } from './sankey-stages.ts';
import { drawNothing, finish, isNarrow } from './svg.ts';

/** What a figure says of its Sankey beside the tables. */
export interface SankeyOptions {
  /** Names of the columns by their number (attribute `colonne`): one that no node is in is not written. */
  readonly colonnes?: readonly string[];
  /** Written before the total: "Exercice 2025, versé". */
  readonly moment?: string;
  /** The largest total of all the pictures that share one scale, in the measure's unit. */
  readonly sommet?: number;
  /** All types that may occur, code → words: their order gives the colours, in this picture as in the others. */
  readonly types?: Readonly<Record<string, string>>;
  /** Which nodes are named remainders. */
  readonly isRemainder?: IsRemainder;
}

/** Width in px from which names are written at length. */
const SPACIOUS = 700;

/** Flows between ordered columns of nodes, in the author's order: sideways when wide, downwards when narrow. */
export function sankey(tables: FlowTables, options: SankeyOptions, frame: Frame): Drawing {
  if (tables.noeuds.rows.length === 0) return drawNothing(frame);
  const flow = readFlow(tables, options.isRemainder);
  const unit = unitOf(tables.liens, 'montant');
  const paints = paintFlows([flow], frame, options.types);
  const ink: FlowInk = { flow, unit, frame, paintOf: paints.of, total: totalOf(flow), before: '' };
  const head = drawTotal(ink, options.moment, 0, 0);
  const laid = layOut(ink, options, head.height);
  const key = drawFlowKey(ink, unit, paints, laid.scale, head.height + laid.height + 12);
  return finish(frame, {
    height: head.height + laid.height + (key.height ? 12 + key.height : 0),
    marks: laid.marks,
    flow: outlineFlows([ink], options.colonnes ?? [], laid.turned ?? false),
    under: head.svg + laid.under + key.svg,
    cells: [...flow.links.map(({ cell }) => cell), ...flow.columns.flat().map(({ cell }) => cell)],
    notes: hiddenNote([flow]),
  });
}

function layOut(ink: FlowInk, { colonnes = [], sommet }: SankeyOptions, y: number): LaidFlow {
  const scale = scaleOf([ink.flow], ink.frame.width, sommet);
  if (!isNarrow(ink.frame)) {
    const wide = drawSideways(ink, colonnes, { x: 0, y, width: ink.frame.width, scale });
    if (wide) return wide;
  } else if (sommet === undefined) {
    const tall = drawDownwards(ink, colonnes, y);
    if (tall) return tall;
  }
  return drawStages([ink], colonnes, scale, y);
}

/** Px for one unit of value: by the width alone where pictures share a scale, else longer where nodes are many. */
export function scaleOf(flows: readonly Flow[], width: number, sommet?: number): number {
  const base = isNarrow({ width }) ? 190 : Math.max(240, Math.min(420, width * 0.42));
  if (sommet !== undefined) return sommet > 0 ? base / sommet : 0;
  const crowd = Math.max(...flows.flatMap(({ columns }) => columns.map(({ length }) => length)));
  const most = Math.max(
    ...flows.flatMap(({ columns }) => columns.map((column) => column.reduce((sum, { value }) => sum + value, 0))),
  );
  return most > 0 ? Math.max(base, crowd * 22) / most : 0;
}

/**
 * All columns in one band from left to right, as wide as the names of its fellows (the same flows in other exercices)
 * ask too, so that columns stand in line; undefined where names leave no room between them.
 */
export function drawSideways(
  ink: FlowInk,
  colonnes: readonly string[],
  { x, y, width, scale }: { x: number; y: number; width: number; scale: number },
  fellows: readonly FlowInk[] = [ink],
): LaidFlow | undefined {
  const nameOf = (node: FlowNode) => (width < SPACIOUS ? node.short : node.label);
  const labelIn = (one: FlowInk) => (node: FlowNode, room: number) => labelOf(nameOf(node), amountOf(one, node), room);
  const columns = stopsOf(ink.flow).map((stops, i) => {
    const { column } = ink.flow.columns[i]![0]!;
    const measured = fellows.flatMap((one) =>
      one.flow.columns
        .flat()
        .filter((node) => node.column === column)
        .map((node) => (room: number) => labelIn(one)(node, room)),
    );
    return { stops, title: colonnes[column] ?? '', label: labelIn(ink), measured };
  });
  const band = drawBand(ink, { columns, x, y, width, scale });
  if (!band) return undefined;
  const nodes = ink.flow.columns.flat().map((node) => nodeMark(ink, node, band.nodes.get(node)!));
  return { marks: [...band.ribbons, ...nodes], under: band.titles, height: band.height, scale };
}
