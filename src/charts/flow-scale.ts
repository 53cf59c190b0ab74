import type { Unit } from '../model/unit.ts';
import { lowerFirst } from '../text/sentence.ts';
import { formatValue } from '../text/value.ts';
import type { FlowInk, FlowPaints } from './flow-ink.ts';
import { drawKey } from './key.ts';
import { at, block, drawBlock, drawLine, SIZE } from './svg.ts';

/** Thickness in px that the scale's sample does not exceed. */
const THICKEST = 30;

/** A round amount (1, 2 or 5 and zeros) drawn at most 30 px thick, at least a third of that; undefined where nothing has a thickness. */
function roundSample(scale: number): number | undefined {
  if (!(scale > 0)) return undefined;
  const most = THICKEST / scale;
  const power = 10 ** Math.floor(Math.log10(most));
  return (most >= 5 * power ? 5 : most >= 2 * power ? 2 : 1) * power;
}

/** Written first in every picture of flows: when, the total that shares are of, and what of it was left from before. */
export function drawTotal(
  { frame, flow, total, unit }: FlowInk,
  moment: string | undefined,
  x: number,
  y: number,
): { svg: string; height: number } {
  const print = (value: number) => formatValue(value, unit, { short: true });
  const left = (flow.columns[0] ?? []).filter(({ remainder, cell }) => remainder && cell.value !== null);
  const parts = left.map(({ short, value }) => `, dont ${lowerFirst(short)} : ${print(value)}`);
  const said = [moment, total === undefined ? '' : `Total : ${print(total)}${parts.join('')}`].filter(Boolean);
  if (said.length === 0) return { svg: '', height: 0 };
  const set = block(said.join(' · '), frame.width, SIZE.label, 700);
  return { svg: drawBlock(frame, set, x, y), height: set.height + 6 };
}

/** What colours mean, and a sample of the scale: "▮ 50 k€". */
export function drawFlowKey(
  { frame }: FlowInk,
  unit: Unit,
  { entries }: FlowPaints,
  scale: number,
  y: number,
): { svg: string; height: number } {
  const key = drawKey(frame, entries, 0, y);
  const amount = roundSample(scale);
  if (amount === undefined) return key;
  const thickness = amount * scale;
  const top = y + key.height + (key.height ? 4 : 0);
  const height = Math.max(thickness, 18);
  const middle = top + height / 2;
  const bar = `<path fill="${frame.palette.grey}" d="M0 ${at(middle - thickness / 2)}h16v${at(thickness)}h-16z"/>`;
  const words = drawLine(
    frame,
    `Épaisseur de ${formatValue(amount, unit, { short: true, bare: true })}`,
    24,
    middle,
    SIZE.note,
    400,
    {
      fill: frame.palette.soft,
    },
  );
  return { svg: key.svg + bar + words, height: top + height + 6 - y };
}
