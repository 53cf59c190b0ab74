import type { Drawing, Frame } from '../model/drawing.ts';
import { type FlowTables, readFlow } from './flow.ts';
import { type FlowInk, hiddenNote, paintFlows, totalOf } from './flow-ink.ts';
import { drawFlowKey, drawTotal } from './flow-scale.ts';
import { splitYears } from './flow-years.ts';
import { outlineFlows } from './outline-flows.ts';
import { unitOf } from './rows.ts';
import { drawSideways, type SankeyOptions, scaleOf } from './sankey.ts';
import type { LaidFlow } from './sankey-downwards.ts';
import { drawStages } from './sankey-stages.ts';
import { drawNothing, finish, isNarrow } from './svg.ts';

/** Px between two pictures. */
const BESIDE = 40;
const BELOW = 30;

type Ink = FlowInk & { readonly moment: string };

/**
 * The same flows in several exercices (tables with a further key, `exercice`), in one order, on one scale and with the
 * same colours: side by side where there is room, one under the other, or step by step on narrow frames.
 */
export function sankeyYears(tables: FlowTables, options: Omit<SankeyOptions, 'moment'>, frame: Frame): Drawing {
  if (tables.noeuds.rows.length === 0) return drawNothing(frame);
  const unit = unitOf(tables.liens, 'montant');
  const years = splitYears(tables);
  const flows = years.map((year) => readFlow(year.tables, options.isRemainder));
  const paints = paintFlows(flows, frame, options.types);
  const inks = years.map(({ label }, i): Ink => {
    const flow = flows[i]!;
    const before = `${label}, `;
    return { flow, unit, frame, paintOf: paints.of, total: totalOf(flow), before, moment: label };
  });
  const laid = besideEachOther(inks, options) ?? belowEachOther(inks, options) ?? stepByStep(inks, options);
  const key = drawFlowKey(inks[0]!, unit, paints, laid.scale, laid.height + 12);
  return finish(frame, {
    height: laid.height + (key.height ? 12 + key.height : 0),
    marks: laid.marks,
    flow: outlineFlows(inks, options.colonnes ?? [], false),
    under: laid.under + key.svg,
    cells: flows.flatMap(({ links, columns }) => [...links, ...columns.flat()].map(({ cell }) => cell)),
    notes: hiddenNote(flows),
  });
}

/** Pictures in one row, each as wide as it would need alone; undefined where names leave no room. */
function besideEachOther(inks: readonly Ink[], { colonnes = [], sommet }: SankeyOptions): LaidFlow | undefined {
  const whole = inks[0]!.frame;
  const width = Math.floor((whole.width - BESIDE * (inks.length - 1)) / inks.length);
  if (isNarrow({ width })) return undefined;
  const scale = scaleOf(flowsOf(inks), width, sommet);
  const panels = inks.map((ink, i) => drawPanel(ink, inks, colonnes, { x: i * (width + BESIDE), y: 0, width, scale }));
  if (!panels.every((panel) => panel !== undefined)) return undefined;
  return { ...together(panels), height: Math.max(...panels.map(({ height }) => height)), scale };
}

/** Pictures as wide as the frame, the first exercice on top; undefined where names leave no room. */
function belowEachOther(inks: readonly Ink[], { colonnes = [], sommet }: SankeyOptions): LaidFlow | undefined {
  const { width } = inks[0]!.frame;
  if (isNarrow({ width })) return undefined;
  const scale = scaleOf(flowsOf(inks), width, sommet);
  const panels: LaidFlow[] = [];
  let y = 0;
  for (const ink of inks) {
    const panel = drawPanel(ink, inks, colonnes, { x: 0, y, width, scale });
    if (!panel) return undefined;
    panels.push(panel);
    y += panel.height + BELOW;
  }
  return { ...together(panels), height: y - BELOW, scale };
}

function stepByStep(inks: readonly Ink[], { colonnes = [], sommet }: SankeyOptions): LaidFlow {
  return drawStages(inks, colonnes, scaleOf(flowsOf(inks), inks[0]!.frame.width, sommet), 0);
}

const flowsOf = (inks: readonly Ink[]) => inks.map(({ flow }) => flow);

function drawPanel(
  ink: Ink,
  inks: readonly Ink[],
  colonnes: readonly string[],
  { x, y, width, scale }: { x: number; y: number; width: number; scale: number },
): LaidFlow | undefined {
  const head = drawTotal(ink, ink.moment, x, y);
  const laid = drawSideways(ink, colonnes, { x, y: y + head.height, width, scale }, inks);
  return laid && { ...laid, under: head.svg + laid.under, height: head.height + laid.height };
}

const together = (panels: readonly LaidFlow[]): Pick<LaidFlow, 'marks' | 'under'> => ({
  marks: panels.flatMap(({ marks }) => marks),
  under: panels.map(({ under }) => under).join(''),
});
