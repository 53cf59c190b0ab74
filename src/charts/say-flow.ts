import type { PublishedCell } from '../model/table.ts';
import { enumerate } from '../text/list.ts';
import { formatNumber, NO_BREAK } from '../text/number.ts';
import { speakCell } from '../text/value.ts';
import { type FlowLink, type FlowNode, sumOf } from './flow.ts';
import type { FlowInk } from './flow-ink.ts';
import { sayCell } from './rows.ts';

/** Neighbours that a sentence names; beyond, the largest ones only: the list names them all. */
const MOST = 4;

/** "45 000 €, 12 % du total". */
export function sayNodeAmount(ink: FlowInk, node: FlowNode): string {
  const { flow, unit, total } = ink;
  const isAlone = flow.columns.some((column) => column.length === 1 && column[0] === node);
  const share = total && !isAlone && node.cell.value !== null ? `, ${sayShare(node.value / total)} du total` : '';
  return `${sayCell(cellOfNode(node), unit)}${share}`;
}

/** "Dispositif B : 45 000 €, 12 % du total, venant de Financeur A (30 k€) et de Financeur C (15 k€), allant à Action D (45 k€)". */
export function sayNode(ink: FlowInk, node: FlowNode): string {
  const { incoming, outgoing, label } = node;
  return [
    `${ink.before}${label} : ${sayNodeAmount(ink, node)}`,
    saySide(ink, node, incoming, 'venant', ({ from }) => ofName(from.label)),
    saySide(ink, node, outgoing, 'allant', ({ to }) => `à ${to.label}`),
  ]
    .filter(Boolean)
    .join(', ');
}

/** "De Financeur A à Dispositif B : 30 000 €, soit 25 % de ce qui part du premier et 67 % de ce qui arrive au second". */
export function sayLink(ink: FlowInk, { from, to, cell }: FlowLink): string {
  const way = ofName(from.label);
  const said = `${way.charAt(0).toUpperCase()}${way.slice(1)} à ${to.label} : ${sayCell(cell, ink.unit)}`;
  const isKnown = cell.value !== null && from.cell.value !== null && to.cell.value !== null;
  const [sent, got] = [sumOf(from.outgoing), sumOf(to.incoming)];
  if (!isKnown || !sent || !got) return `${ink.before}${said}`;
  const [left, arrived] = [sayShare((cell.value ?? 0) / sent), sayShare((cell.value ?? 0) / got)];
  return `${ink.before}${said}, soit ${left} de ce qui part du premier et ${arrived} de ce qui arrive au second`;
}

/** What flows on one side of a node; the sum is said where it is not the node's own amount. */
function saySide(
  { unit }: FlowInk,
  node: FlowNode,
  links: readonly FlowLink[],
  verb: string,
  name: (link: FlowLink) => string,
): string {
  if (links.length === 0) return '';
  const amount = (cell: PublishedCell) => speakCell(cell, unit, { short: true, bare: true });
  const named =
    links.length <= MOST ? links : links.filter((link) => [...links].sort(byAmount).indexOf(link) < MOST - 1);
  const rest = links.length - named.length;
  const words = named.map((link) => `${name(link)} (${amount(link.cell)})`);
  if (rest > 0) words.push(`${verb === 'venant' ? 'de' : 'à'} ${rest} autres`);
  const isWhole = links.every(({ cell }) => cell.value !== null) && node.cell.value !== null;
  const sum = sumOf(links);
  const part = isWhole && sum !== node.value ? `${sayCell({ kind: 'sum', value: sum }, unit)} ` : '';
  return `${part}${verb} ${enumerate(words)}`;
}

const byAmount = (a: FlowLink, b: FlowLink): number => (b.cell.value ?? -1) - (a.cell.value ?? -1);

function sayShare(share: number): string {
  const percent = share * 100;
  if (percent > 0 && percent < 0.5) return `moins de 1${NO_BREAK}%`;
  return `${formatNumber(percent, { decimals: 0 })}${NO_BREAK}%`;
}

/** "de Financeur A", "d’Europe". */
function ofName(name: string): string {
  return /^[aeiouàâéèêëîïôöùûü]/i.test(name) ? `d’${name}` : `de ${name}`;
}

const cellOfNode = (node: FlowNode): PublishedCell =>
  node.cell.value === null && !node.cell.sign ? { kind: 'sum', value: node.value } : node.cell;
