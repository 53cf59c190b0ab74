import { enumerate } from '../text/list.ts';
import { type Flow, type FlowLink, type FlowNode, sumOf } from './flow.ts';
import { type BandColumn, drawBand } from './flow-band.ts';
import { amountOf, type FlowInk, type Label, labelOf, nodeMark } from './flow-ink.ts';
import { drawTotal } from './flow-scale.ts';
import { join, type Stop, stopAt } from './flow-stops.ts';
import { printCell } from './rows.ts';
import type { LaidFlow } from './sankey-downwards.ts';
import { type DrawnMark, isNarrow, SIZE } from './svg.ts';

/** One step of the money: who gives, who gets, by which links. */
interface Stage {
  /** Place among the columns of those who give. */
  readonly column: number;
  readonly givers: readonly FlowNode[];
  readonly getters: readonly FlowNode[];
  readonly links: readonly FlowLink[];
}

/** Px between two stages. */
const APART = 22;

/**
 * For narrow frames: one step of the money under the other, those who give at the left, those who get at the right, on
 * one scale; who gets and gives stands in two steps. Where there are several flows, each step shows them one after the
 * other, under their moment.
 */
export function drawStages(
  inks: readonly (FlowInk & { readonly moment?: string })[],
  colonnes: readonly string[],
  scale: number,
  y: number,
): LaidFlow {
  const stages = inks.map((ink) => stagesOf(ink.flow));
  const steps = [...new Set(stages.flat().map(({ column }) => column))].sort((a, b) => a - b);
  const ribbons: DrawnMark[] = [];
  const pieces = inks.map(() => new Map<FlowNode, string>());
  let under = '';
  let next = y;
  for (const step of steps) {
    for (const [i, ink] of inks.entries()) {
      const stage = stages[i]!.find(({ column }) => column === step);
      if (!stage) continue;
      if (ink.moment) {
        const said = drawTotal(ink, ink.moment, 0, next);
        under += said.svg;
        next += said.height;
      }
      const drawn = drawStage(ink, stage, colonnes, scale, next);
      ribbons.push(...drawn.ribbons);
      under += drawn.titles;
      for (const [node, svg] of drawn.nodes) pieces[i]!.set(node, (pieces[i]!.get(node) ?? '') + svg);
      next += drawn.height + APART;
    }
  }
  const nodes = inks.flatMap((ink, i) => [...pieces[i]!].map(([node, svg]) => nodeMark(ink, node, svg)));
  return { marks: [...ribbons, ...nodes], under, height: next - APART - y, scale };
}

function drawStage(
  ink: FlowInk,
  { column, givers, getters, links }: Stage,
  colonnes: readonly string[],
  scale: number,
  y: number,
) {
  const [left, right] = stopsOfStage(givers, getters, links);
  const size = isNarrow(ink.frame) ? SIZE.note : SIZE.label;
  const columnOf = ({ column }: FlowNode) => column;
  const write =
    (amountFor: (node: FlowNode) => string) =>
    (node: FlowNode, width: number): Label =>
      labelOf(node.short, amountFor(node), width, { size });
  const columnFor = (stops: readonly Stop[], title: string, label: BandColumn['label']): BandColumn => {
    const measured = stops.flatMap(({ node }) => (node ? [(room: number) => label(node, room)] : []));
    return { stops, title, label, measured };
  };
  return drawBand(ink, {
    columns: [
      columnFor(
        left,
        nameColumns([column], colonnes),
        write((node) => amountOf(ink, node)),
      ),
      columnFor(
        right,
        nameColumns(getters.map(columnOf), colonnes),
        write((node) => partOf(ink, node, links)),
      ),
    ].filter(({ stops }) => stops.length > 0),
    x: 0,
    y,
    width: ink.frame.width,
    scale,
    isHere: (link) => links.includes(link),
    breaks: true,
  })!;
}

/** "Dispositifs et actions"; commas alone where a name has its own "et". */
function nameColumns(columns: readonly number[], colonnes: readonly string[]): string {
  const names = [...new Set(columns)].flatMap((i) => colonnes[i] || []);
  const joined = names.map((name, i) => (i === 0 ? name : name.charAt(0).toLocaleLowerCase('fr') + name.slice(1)));
  return joined.some((name) => name.includes(' et ')) ? joined.join(', ') : enumerate(joined);
}

/** What a node gets in one step, out of what it holds where that is more. */
function partOf(ink: FlowInk, node: FlowNode, links: readonly FlowLink[]): string {
  const inside = node.incoming.filter((link) => links.includes(link));
  if (inside.length === node.incoming.length) return amountOf(ink, node);
  const part = inside.some(({ cell }) => cell.value === null)
    ? inside.find(({ cell }) => cell.value === null)!.cell
    : ({ kind: 'sum', value: sumOf(inside) } as const);
  return `${printCell(part, ink.unit)} sur ${printCell(node.cell, ink.unit)}`;
}

/** Steps in the order of the columns that give; a node without links stands with those of its column that give. */
function stagesOf({ columns, links }: Flow): Stage[] {
  const order = columns.flat();
  const isAlone = (node: FlowNode) => node.incoming.length === 0 && node.outgoing.length === 0;
  const stages = columns.flatMap((column, i): Stage[] => {
    const leaving = links.filter(({ from }) => column.includes(from));
    const getters = new Set(leaving.map(({ to }) => to));
    const givers = column.filter((node) => node.outgoing.length > 0 || (isAlone(node) && i < columns.length - 1));
    if (givers.length === 0) return [];
    return [{ column: column[0]!.column, givers, getters: order.filter((node) => getters.has(node)), links: leaving }];
  });
  const lost = columns.at(-1)!.filter(isAlone);
  if (lost.length === 0) return stages;
  const final = stages.at(-1);
  if (!final) return [{ column: columns.at(-1)![0]!.column, givers: lost, getters: [], links: [] }];
  return [
    ...stages.slice(0, -1),
    { ...final, getters: order.filter((node) => final.getters.includes(node) || lost.includes(node)) },
  ];
}

/** The two columns of a step; who gets stands there with what it gets in this step. */
function stopsOfStage(
  givers: readonly FlowNode[],
  getters: readonly FlowNode[],
  links: readonly FlowLink[],
): [Stop[], Stop[]] {
  const left = new Map(givers.map((node) => [node, stopAt(node, node.value)]));
  const right = new Map(
    getters.map((node) => {
      const inside = node.incoming.filter((link) => links.includes(link));
      const whole = inside.length === node.incoming.length;
      return [node, stopAt(node, whole ? node.value : sumOf(inside))] as const;
    }),
  );
  for (const link of links) {
    const value = link.cell.value ?? 0;
    if (value > 0) join(link, left.get(link.from)!, right.get(link.to)!, value);
  }
  return [[...left.values()], [...right.values()]];
}
