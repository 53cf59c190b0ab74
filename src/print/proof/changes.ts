import { enumerate } from '../../text/list.ts';
import { quote } from '../preflight.ts';
import { alignPages } from './align-pages.ts';
import type { PageLook } from './see-pages.ts';

/** What changed from one proof to the next; all pages are counted from 1. */
export interface Changes {
  /** The number of the proof that this is told from. */
  readonly since: number;
  readonly changed: readonly ChangedPage[];
  readonly added: readonly number[];
  /** As they were numbered. */
  readonly removed: readonly number[];
  readonly shifted: readonly Shift[];
}

/** A page to read again: its number, the one it had, and where its words begin to differ; nothing where only its drawing does. */
export interface ChangedPage {
  readonly page: number;
  readonly was: number;
  readonly words: string;
}

/** Pages in a row, and the number that the first of them had. */
export interface Shift {
  readonly from: number;
  readonly to: number;
  readonly was: number;
}

/** So many words lead to a change, and so many begin it. */
const [LEADING, BEGINNING] = [2, 6];

/** What changed between the pages of a proof and those of a book. */
export function findChanges(since: number, before: readonly PageLook[], now: readonly PageLook[]): Changes {
  const aligned = alignPages(before, now);
  const found = new Set(aligned.map(({ was }) => was));
  return {
    since,
    changed: aligned.flatMap(({ was, changed }, j) =>
      changed && was !== undefined
        ? [{ page: j + 1, was: was + 1, words: firstDifference(before[was]!.text, now[j]!.text) }]
        : [],
    ),
    added: aligned.flatMap(({ was }, j) => (was === undefined ? [j + 1] : [])),
    removed: before.flatMap((_, i) => (found.has(i) ? [] : [i + 1])),
    shifted: findShifts(aligned.map(({ was }) => was)),
  };
}

/** True where no page is to be read again. */
export function isUnchanged({ changed, added, removed, shifted }: Changes): boolean {
  return [changed, added, removed, shifted].every(({ length }) => length === 0);
}

/** The words of a page from the first that is not as it was, after two that lead to them. */
function firstDifference(before: string, now: string): string {
  if (before === now) return '';
  const [old, words] = [before.split(' '), now.split(' ')];
  const first = words.findIndex((word, i) => word !== old[i]);
  const at = first < 0 ? words.length : first;
  return words.slice(Math.max(0, at - LEADING), at + BEGINNING).join(' ');
}

function findShifts(places: readonly (number | undefined)[]): readonly Shift[] {
  const shifts: { from: number; to: number; was: number }[] = [];
  for (const [j, was] of places.entries()) {
    if (was === undefined || was === j) continue;
    const last = shifts.at(-1);
    if (last?.to === j && was - j === last.was - last.from) last.to = j + 1;
    else shifts.push({ from: j + 1, to: j + 1, was: was + 1 });
  }
  return shifts;
}

/** The changes in a few sentences: which pages are modified, added, taken away, numbered otherwise. */
export function summarize({ changed, added, removed, shifted }: Changes): readonly string[] {
  return [
    ...said(
      'page modifiée',
      'pages modifiées',
      changed.map(({ page }) => page),
    ),
    ...said('page ajoutée', 'pages ajoutées', added),
    ...(removed.length === 0
      ? []
      : [`${removed.length > 1 ? 'retirées : les anciennes' : 'retirée : l’ancienne'} ${enumerate(runsOf(removed))}`]),
    ...shifted.map(({ from, to, was }) =>
      from === to
        ? `la page ${from} était la page ${was}`
        : `les pages ${runOf(from, to)} étaient les pages ${runOf(was, was + to - from)}`,
    ),
  ];
}

/** Where to look on a changed page. */
export function tellWhere({ page, was, words }: ChangedPage): string {
  const number = was === page ? `page ${page}` : `page ${page}, avant ${was}`;
  return `${number} : ${words === '' ? 'mêmes mots ; un dessin, une image ou la mise en page' : `à partir de ${quote(words)}`}`;
}

function said(one: string, many: string, pages: readonly number[]): readonly string[] {
  return pages.length === 0 ? [] : [`${pages.length === 1 ? one : many} : ${enumerate(runsOf(pages))}`];
}

/** 1, 2, 3, 5 → "1 à 3", "5". */
function runsOf(pages: readonly number[]): readonly string[] {
  const runs: { from: number; to: number }[] = [];
  for (const page of pages) {
    const last = runs.at(-1);
    if (last?.to === page - 1) last.to = page;
    else runs.push({ from: page, to: page });
  }
  return runs.flatMap(({ from, to }) =>
    to === from ? [`${from}`] : to === from + 1 ? [`${from}`, `${to}`] : [runOf(from, to)],
  );
}

const runOf = (from: number, to: number): string => (to === from + 1 ? `${from} et ${to}` : `${from} à ${to}`);
