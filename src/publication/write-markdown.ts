import { typo } from '../text/typography.ts';
import type { Change } from './change.ts';
import type { Comparison, ObservatoryComparison } from './compare.ts';
import { shortenBoth } from './difference.ts';
import {
  isNothing,
  NOTHING,
  type ToldCell,
  type ToldChange,
  tellChange,
  tellObservatory,
  UNSHOWN,
} from './tell-change.ts';
import { proposeEntries, UNEXPLAINED } from './unexplained.ts';

/** So many numbers of one change are told; the HTML form tells all. */
const MOST_CELLS = 20;
/** So many changes are unfolded before the reader asks. */
const MOST_OPEN = 3;
/** What forges accept in a comment is 65,536 characters. */
const LONGEST = 60_000;

/** The comparison as a comment on a proposal: tables, what is long folded; nothing that comes from a file is read as Markdown or HTML. */
export function writeMarkdown(comparison: Comparison): string {
  if (isNothing(comparison)) return `${NOTHING}\n`;
  const parts = [
    `## Ce qui change pour les lecteurs depuis ${plain(comparison.reference)}`,
    ...tellUnexplained(proposeEntries(comparison)),
    ...comparison.observatories.flatMap(tellOne),
    ...comparison.notes.map(plain),
  ];
  return `${shorten(parts).join('\n\n')}\n`;
}

function tellUnexplained(entries: readonly string[]): readonly string[] {
  if (entries.length === 0) return [];
  return [`**${UNEXPLAINED}.** Écrivez-le dans \`content/journal.yaml\` :`, ['```yaml', ...entries, '```'].join('\n')];
}

function tellOne(observatory: ObservatoryComparison): readonly string[] {
  const { name, demonstration, changes } = observatory;
  const details = demonstration ? listNames(changes) : changes.map(layOut);
  return [`### ${plain(name)}`, plain(tellObservatory(observatory)), ...details];
}

/** Nobody has to judge a fictional number: what changes is named, and the HTML form shows it. */
function listNames(changes: readonly Change[]): readonly string[] {
  if (changes.length === 0) return [];
  const names = changes.map(tellChange).map(({ kind, title }) => `- ${plain(`${kind} « ${title} »`)}`);
  return [
    '<details><summary>Ce qui change dans la démonstration</summary>',
    names.join('\n'),
    '« --format html » en montre le détail.',
    '</details>',
  ];
}

function layOut(change: Change, index: number): string {
  const told = tellChange(change);
  const { kind, title, id, verdicts, notes, words, cells } = told;
  const isOpen = index < MOST_OPEN || verdicts.some(({ isAlert }) => isAlert);
  const sentences = [
    ...verdicts.map(({ label, text }) => (text === undefined ? `**${label}.**` : `**${label}** : ${plain(text)}`)),
    ...notes.map(plain),
  ];
  const hidden = cells.length - MOST_CELLS;
  const rows = [
    ...words.map(({ what, before, after }) => [what, ...shortenBoth(before, after), '']),
    ...cells.slice(0, MOST_CELLS).map(rowOfCell),
    ...(hidden > 0 ? [[`et ${hidden} autres nombres`, '', '', '']] : []),
  ];
  return [
    `<details${isOpen ? ' open' : ''}><summary>${plain(`${kind} « ${title} »${id === undefined ? '' : ` (${id})`}`)}</summary>`,
    ...(sentences.length > 0 ? [sentences.map((sentence) => `- ${sentence}`).join('\n')] : []),
    ...(rows.length > 0 ? [tableOf(rows)] : []),
    listShowings(told),
    '</details>',
  ].join('\n\n');
}

function rowOfCell({ name, before, after, difference, jump }: ToldCell): readonly string[] {
  return [name, before, after, [difference, jump ? 'saut' : undefined].filter(Boolean).join(', ')];
}

function tableOf(rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(['', 'Avant', 'Après', 'Écart']),
    '| --- | --- | --- | --- |',
    ...rows.map((cells) => line(cells.map(plain))),
  ].join('\n');
}

function listShowings({ showings }: ToldChange): string {
  if (showings.length === 0) return `- ${UNSHOWN}`;
  return showings.map(({ title, names }) => `- ${title} : ${names.map(plain).join(' · ')}`).join('\n');
}

/** Text that Markdown, HTML and forges leave as it is: no tag, no picture, no formula, no mention of a person or of an issue. */
function plain(text: string): string {
  return typo(text)
    .toWellFormed()
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, ' ')
    .replace(/[&<>`*_~|\\[\]$@#]/g, (sign) => `&#${sign.codePointAt(0)};`)
    .replace(/&#(64|35);/g, '&#$1;\u2060');
}

/** The longest list that a forge takes; what is left out is said. */
function shorten(parts: readonly string[]): readonly string[] {
  const kept: string[] = [];
  let length = 0;
  for (const part of parts) {
    length += part.length + 2;
    if (length > LONGEST)
      return [...kept, `… et ${parts.length - kept.length} autres parties : « --format html » les montre toutes.`];
    kept.push(part);
  }
  return kept;
}
