import { makePrintable } from '../csv/printable.ts';
import { typo } from '../text/typography.ts';
import { wrap } from '../text/wrap.ts';
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
    ...tellUnexplained(proposeEntries(comparison)),
    ...comparison.observatories.flatMap(tellOne),
    ...comparison.notes.flatMap((note) => [...fold(note), '']),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function tellUnexplained(entries: readonly string[]): readonly string[] {
  if (entries.length === 0) return [];
  return [
    ...fold(`${UNEXPLAINED}. Écrivez-le dans content/journal.yaml :`),
    '',
    ...entries.map((line) => `  ${line}`),
    '',
  ];
}

function tellOne(observatory: ObservatoryComparison): readonly string[] {
  const { name, changes } = observatory;
  const head = [...fold(name), '─'.repeat(Math.min(name.length, WIDTH)), ...fold(tellObservatory(observatory)), ''];
  return [...head, ...changes.flatMap(layOut)];
}

function layOut(change: Change): readonly string[] {
  const told = tellChange(change);
  const { kind, title, id, verdicts, notes, words, cells } = told;
  const hidden = cells.length - MOST_CELLS;
  return [
    ...fold(`${kind} « ${title} »${id === undefined ? '' : ` [${id}]`}`, 0, 2),
    ...verdicts.flatMap(({ label, text }) => fold(text === undefined ? label : `${label} : ${text}`, 2, 4)),
    ...notes.flatMap((note) => fold(note, 2, 4)),
    ...words.flatMap(layOutWords),
    ...cells.slice(0, MOST_CELLS).flatMap(layOutCell),
    ...(hidden > 0 ? [`  … et ${hidden} autres nombres : « --format html » les montre tous`] : []),
    ...layOutShowings(told),
    '',
  ];
}

function layOutWords({ what, before, after }: ToldChange['words'][number]): readonly string[] {
  const [old, now] = shortenBoth(before, after);
  return [...fold(what, 2), ...fold(`avant : ${old}`, 4, 6), ...fold(`après : ${now}`, 4, 6)];
}

function layOutCell({ name, before, after, difference, jump }: ToldCell): readonly string[] {
  const values = before || after ? [`${before} → ${after}`] : [];
  const moved = [difference, jump ? 'SAUT' : undefined].filter(Boolean).join(', ');
  return fold(`${name} : ${[...values, ...(moved ? [moved] : [])].join(' ; ')}`, 2, 4);
}

function layOutShowings({ showings }: ToldChange): readonly string[] {
  if (showings.length === 0) return [`  ${UNSHOWN}`];
  return showings.flatMap(({ title, names }) => {
    const more = title === 'fichiers' ? names.length - MOST_FILES : 0;
    const named = more > 0 ? [...names.slice(0, MOST_FILES), `et ${more} autres`] : names;
    return fold(`${title} : ${named.join(' · ')}`, 2, 4);
  });
}

/** Lines no wider than the terminal; nothing that comes from a file breaks or commands them. */
function fold(text: string, indent = 0, hang = indent): readonly string[] {
  const printable = makePrintable(typo(text.replace(/\s*\n\s*/g, ' ')), text.length);
  return wrap(' '.repeat(indent) + printable, WIDTH, ' '.repeat(hang));
}
