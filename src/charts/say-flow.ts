import type { PublishedCell } from '../model/table.ts';
import { enumerate } from '../text/list.ts';
import { formatNumber, NO_BREAK } from '../text/number.ts';
import { upperFirst } from '../text/sentence.ts';
import { speakCell } from '../text/value.ts';
import { type FlowLink, type FlowNode, sumOf } from './flow.ts';
import { cellOfNode, type FlowInk } from './flow-ink.ts';
import { sayCell } from './rows.ts';

/** Neighbours that a sentence names; beyond, the largest ones only: the list names them all. */
const MOST = 4;

/** What the mark of a node says: "Dispositif B : 45 000 €". */
export const sayNode = ({ before, unit }: FlowInk, node: FlowNode): string =>
  `${before}${node.label} : ${sayCell(cellOfNode(node), unit)}`;

/** What the mark of a link says: "De Financeur A à Dispositif B : 30 000 €". */
export const sayLink = ({ before, unit }: FlowInk, { from, to, cell }: FlowLink): string =>
  upperFirst(`${before}${ofName(from.label)} à ${to.label} : ${sayCell(cell, unit)}`);

/** Said after a node's amount: ", 12 % du total"; nothing where it is alone in its column or the total is not known. */
export function shareNode({ flow, total }: FlowInk, node: FlowNode): string {
  const isAlone = flow.columns.some((column) => column.length === 1 && column[0] === node);
  return total && !isAlone && node.cell.value !== null ? `, ${sayShare(node.value / total)} du total` : '';
}

/** Said after that: ", venant de Financeur A (30 k€) et de Financeur C (15 k€), allant à Action D (45 k€)". */
export function traceNode(ink: FlowInk, node: FlowNode): string {
  return (
    saySide(ink, node, node.incoming, 'venant', ({ from }) => ofName(from.label)) +
    saySide(ink, node, node.outgoing, 'allant', ({ to }) => `à ${to.label}`)
  );
}

/** Said after a link's amount: ", soit 25 % de ce qui part du premier et 67 % de ce qui arrive au second"; nothing where an end is hidden. */
export function shareLink({ from, to, cell }: FlowLink): string {
  const isKnown = cell.value !== null && from.cell.value !== null && to.cell.value !== null;
  const [sent, got] = [wholeOf(from, from.outgoing), wholeOf(to, to.incoming)];
  if (!isKnown || !sent || !got) return '';
  const [left, arrived] = [sayShare((cell.value ?? 0) / sent), sayShare((cell.value ?? 0) / got)];
  return `, soit ${left} de ce qui part du premier et ${arrived} de ce qui arrive au second`;
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
  const largest = links.length <= MOST ? links : [...links].sort(byAmount).slice(0, MOST - 1);
  const named = links.filter((link) => largest.includes(link));
  const rest = links.length - named.length;
  const words = named.map((link) => `${name(link)} (${amount(link.cell)})`);
  if (rest > 0) words.push(`${verb === 'venant' ? 'de' : 'à'} ${rest} autres`);
  const isWhole = links.every(({ cell }) => cell.value !== null) && node.cell.value !== null;
  const sum = sumOf(links);
  const part = isWhole && sum !== node.value ? `${sayCell({ kind: 'sum', value: sum }, unit)} ` : '';
  return `, ${part}${verb} ${enumerate(words)}`;
}

/** What flows on one side of a node; where some of it is hidden, what the node holds. */
const wholeOf = (node: FlowNode, links: readonly FlowLink[]): number =>
  links.every(({ cell }) => cell.value !== null) ? sumOf(links) : node.value;

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
