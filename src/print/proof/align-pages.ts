import type { PageLook } from './see-pages.ts';

/** A page of the new version: its place in the old one, from 0, where it had one; whether it is to be read again. */
export interface AlignedPage {
  readonly was: number | undefined;
  readonly changed: boolean;
}

/** Cost of a page that stands in one version only; a page is at most replaced by another, which costs as much as both. */
const ALONE = 0.5;
/** Cost of any change, so that what did not change is preferred. */
const CHANGED = 0.1;
/** Share of words in common from which a page that was taken elsewhere is still known. */
const KNOWN = 0.8;

/**
 * Finds each page of a new version in the old one: in the order of the book at the least cost, then what was taken elsewhere.
 * No page of the old version is found twice.
 */
export function alignPages(before: readonly PageLook[], now: readonly PageLook[]): readonly AlignedPage[] {
  const [bagsBefore, bagsNow] = [before.map(bagOf), now.map(bagOf)];
  const costOf = (i: number, j: number) =>
    isSame(before[i]!, i, now[j]!, j)
      ? 0
      : CHANGED + (2 * ALONE - CHANGED) * (1 - shareOf(bagsBefore[i]!, bagsNow[j]!));
  const aligned = inOrder(before.length, now.length, costOf);
  const left = new Set(before.keys());
  for (const i of aligned) if (i !== undefined) left.delete(i);
  for (const [j, page] of now.entries()) {
    if (aligned[j] !== undefined || page.text === '') continue;
    const from =
      [...left].find((i) => isSame(before[i]!, i, page, j)) ??
      [...left].find((i) => before[i]!.text !== '' && shareOf(bagsBefore[i]!, bagsNow[j]!) >= KNOWN);
    if (from === undefined) continue;
    aligned[j] = from;
    left.delete(from);
  }
  return aligned.map((was, j) => ({ was, changed: was === undefined || !isSame(before[was]!, was, now[j]!, j) }));
}

/** Margins change sides from a left page to a right one: places are then another's, what is drawn is not. */
function isSame(before: PageLook, i: number, now: PageLook, j: number): boolean {
  return (
    before.look === now.look || ((i - j) % 2 !== 0 && before.substance === now.substance && before.text === now.text)
  );
}

/** For each new page its old one, both in order: the way through the table of all pairs that costs least. */
function inOrder(before: number, now: number, costOf: (i: number, j: number) => number): (number | undefined)[] {
  const least = Array.from({ length: before + 1 }, () => new Float64Array(now + 1));
  const pair = Array.from({ length: before }, () => new Float64Array(now));
  for (let i = before; i >= 0; i--) {
    for (let j = now; j >= 0; j--) {
      if (i === before || j === now) {
        least[i]![j] = ALONE * (before - i + now - j);
        continue;
      }
      pair[i]![j] = costOf(i, j);
      least[i]![j] = Math.min(
        pair[i]![j]! + least[i + 1]![j + 1]!,
        ALONE + Math.min(least[i + 1]![j]!, least[i]![j + 1]!),
      );
    }
  }
  const found: (number | undefined)[] = [];
  for (let i = 0, j = 0; j < now; ) {
    if (i < before && least[i]![j] === pair[i]![j]! + least[i + 1]![j + 1]!) {
      found.push(i++);
      j++;
    } else if (i < before && least[i]![j] === ALONE + least[i + 1]![j]!) i++;
    else {
      found.push(undefined);
      j++;
    }
  }
  return found;
}

type Bag = ReadonlyMap<string, number>;

function bagOf({ text }: PageLook): Bag {
  const bag = new Map<string, number>();
  for (const word of text.split(' ')) bag.set(word, (bag.get(word) ?? 0) + 1);
  return bag;
}

/** Share of the words of both that they have in common, from 0 to 1. */
function shareOf(a: Bag, b: Bag): number {
  let [common, all] = [0, 0];
  for (const [word, count] of a) {
    common += 2 * Math.min(count, b.get(word) ?? 0);
    all += count;
  }
  for (const count of b.values()) all += count;
  return common / all;
}
