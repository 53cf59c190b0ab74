import { makePrintable } from '../csv/printable.ts';
import { formatDate } from '../text/date.ts';
import { typo } from '../text/typography.ts';
import type { CellChange, Change, WordChange } from './change.ts';
import type { Comparison, ObservatoryComparison } from './compare.ts';
import { shortenBoth } from './difference.ts';
import {
  ABSENT,
  breaksOf,
  isNothing,
  NOTHING,
  nameCell,
  nameKind,
  nameShowing,
  orderCells,
  proposeEntry,
  sortShowings,
  tellObservatory,
  unexplainedIds,
} from './tell-change.ts';

/** So many numbers of one change are told; the HTML form tells all. */
const MOST_CELLS = 8;
/** So many files of one change are named. */
const MOST_FILES = 6;
/** Columns of a terminal. */
const WIDTH = 80;

/** The comparison for a terminal: lines of 80 columns at most, save addresses. */
export function writeText(comparison: Comparison): string {
  if (isNothing(comparison)) return `${NOTHING}\n`;
  const lines = [
    ...fold(`Ce qui change pour les lecteurs depuis ${comparison.reference}`),
    '',
    ...tellUnexplained(unexplainedIds(comparison)),
    ...comparison.observatories.flatMap(tellOne),
    ...comparison.notes.flatMap((note) => [...fold(note), '']),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function tellUnexplained(ids: readonly string[]): readonly string[] {
  if (ids.length === 0) return [];
  return [
    ...fold('Des nombres ont fait un saut, et rien ne dit pourquoi. Écrivez-le dans content/journal.yaml :'),
    '',
    ...proposeEntry(ids).map((line) => `  ${line}`),
    '',
  ];
}

function tellOne(observatory: ObservatoryComparison): readonly string[] {
  const { name, changes } = observatory;
  const head = [...fold(name), '─'.repeat(Math.min(name.length, WIDTH)), ...fold(tellObservatory(observatory)), ''];
  return [...head, ...changes.flatMap(tellChange)];
}

function tellChange(change: Change): readonly string[] {
  const { thing, title, words, cells, notes, explanations, isUnexplained } = change;
  const shown = orderCells(cells);
  const hidden = shown.length - MOST_CELLS;
  return [
    ...fold(typo(`${nameKind(change)} « ${title} »`) + (thing.kind === 'reglages' ? '' : ` [${thing.id}]`), 0, 2),
    ...(isUnexplained ? ['  Saut sans explication'] : []),
    ...explanations.flatMap(({ date, explication }) =>
      fold(`Saut expliqué, ${formatDate(date)} : ${explication}`, 2, 4),
    ),
    ...breaksOf(change).flatMap((one) => fold(`Rupture de série : ${one}`, 2, 4)),
    ...notes.flatMap((note) => fold(note, 2, 4)),
    ...words.flatMap(tellWords),
    ...shown.slice(0, MOST_CELLS).flatMap(tellCell),
    ...(hidden > 0 ? [`  … et ${hidden} autres nombres : « --format html » les montre tous`] : []),
    ...tellShowings(change),
    '',
  ];
}

function tellWords({ what, before, after }: WordChange): readonly string[] {
  const [old, now] = shortenBoth(before ?? ABSENT, after ?? ABSENT);
  return [...fold(what, 2), ...fold(`avant : ${old}`, 4, 6), ...fold(`après : ${now}`, 4, 6)];
}

function tellCell(cell: CellChange): readonly string[] {
  const { before, after, difference, jump } = cell;
  if (before === undefined && after === undefined) return fold(`${nameCell(cell)} : saut`, 2, 4);
  const moved = [difference, jump ? 'SAUT' : undefined].filter(Boolean).join(', ');
  return fold(`${nameCell(cell)} : ${before ?? ABSENT} → ${after ?? ABSENT}${moved && ` ; ${moved}`}`, 2, 4);
}

function tellShowings({ showings }: Change): readonly string[] {
  if (showings.length === 0) return ['  aucune page ne le montre'];
  const { pages, embeds, files } = sortShowings(showings);
  const named = files.slice(0, MOST_FILES).map(nameShowing);
  const more = files.length - named.length;
  const list = (title: string, names: readonly string[]) =>
    names.length === 0 ? [] : fold(`${title} : ${names.join(' · ')}`, 2, 4);
  return [
    ...list('pages', pages.map(nameShowing)),
    ...list('à intégrer', embeds.map(nameShowing)),
    ...list('fichiers', more > 0 ? [...named, `et ${more} autres`] : named),
  ];
}

/** Lines no wider than the terminal, broken at ordinary spaces. */
function fold(text: string, indent = 0, hang = indent): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of makePrintable(typo(text.replace(/\s*\n\s*/g, ' ')), text.length).split(' ')) {
    const margin = lines.length === 0 ? indent : hang;
    if (line !== '' && margin + line.length + 1 + word.length > WIDTH) {
      lines.push(' '.repeat(margin) + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, ' '.repeat(lines.length === 0 ? indent : hang) + line];
}
