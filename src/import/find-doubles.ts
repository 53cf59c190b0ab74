import { measureDistance } from '../geo/distance.ts';
import { foldName } from '../text/fold.ts';
import { compareNames, shareWord } from './compare-names.ts';

/** Farther apart, in kilometres, two names that are alike are two places. */
const NEAR_KM = 0.15;
/** Closer than this, in kilometres, two names may be one door; farther, a town centre would fill the list. */
const SAME_DOOR_KM = 0.03;
/** How much farther north or south a place within reach may lie, in degrees. */
const REACH_DEGREES = 0.0015;

/** A place of an import or of the file in place, as far as it tells places apart. */
export interface Candidate {
  readonly nom: string;
  readonly commune: string | null;
  readonly code: string | null;
  readonly point?: { readonly latitude: number; readonly longitude: number };
  /** False for a point that stands for a whole commune: it tells how far, never how near. */
  readonly isExact?: boolean;
  readonly file: string;
  readonly line: number;
  readonly record: number;
}

/** Two lines that may be one place; `metres` where both are located. */
export interface Double<C extends Candidate = Candidate> {
  readonly first: C;
  /** Always a line of the import: the one that could be left out. */
  readonly second: C;
  readonly reason: 'same-name' | 'near-name' | 'near-place' | 'same-door';
  readonly metres?: number;
}

/**
 * The pairs that are likely one place: alike names in one commune or within 150 m, and other names at one door, which may
 * be several places under one roof. Within the import, and between it and what is in place; never within the latter.
 */
export function findDoubles<C extends Candidate>(imported: readonly C[], inPlace: readonly C[]): readonly Double<C>[] {
  const all = [...inPlace, ...imported];
  const fresh = new Set(imported);
  const pairs = new Map<string, Double<C>>();
  for (const [one, other] of [...listNeighbours(all), ...listCompatriots(all)]) {
    const [at, to] = one < other ? [one, other] : [other, one];
    const first = all[at]!;
    const second = all[to]!;
    if (!fresh.has(second) || pairs.has(`${at} ${to}`)) continue;
    const double = judgePair(first, second);
    if (double) pairs.set(`${at} ${to}`, double);
  }
  return [...pairs.values()].toSorted(compareDoubles);
}

/** Why two places are likely one; undefined where they are not. */
export function judgePair<C extends Candidate>(first: C, second: C): Double<C> | undefined {
  const km = first.point && second.point ? measureDistance(first.point, second.point) : undefined;
  const apart = km === undefined ? {} : { metres: Math.round(km * 1000) };
  const common = `${first.commune ?? ''} ${second.commune ?? ''}`;
  const likeness = compareNames(first.nom, second.nom, common);
  if (likeness && isOneCommune(first, second))
    return { first, second, reason: likeness === 'same' ? 'same-name' : 'near-name', ...apart };
  if (km === undefined || km > NEAR_KM || !first.isExact || !second.isExact) return undefined;
  if (likeness || shareWord(first.nom, second.nom, common)) return { first, second, reason: 'near-place', ...apart };
  return km <= SAME_DOOR_KM ? { first, second, reason: 'same-door', ...apart } : undefined;
}

function isOneCommune(one: Candidate, other: Candidate): boolean {
  if (one.code && other.code) return one.code === other.code;
  return Boolean(one.commune && other.commune) && foldName(one.commune!) === foldName(other.commune!);
}

/** Pairs of places at about the same latitude, by their positions in the list. */
function listNeighbours(all: readonly Candidate[]): [number, number][] {
  const located = [...all.entries()].flatMap(([at, { point, isExact }]) =>
    point && isExact ? [{ at, latitude: point.latitude }] : [],
  );
  located.sort((a, b) => a.latitude - b.latitude);
  return located.flatMap(({ at, latitude }, index) => {
    const pairs: [number, number][] = [];
    for (let next = index + 1; next < located.length; next++) {
      if (located[next]!.latitude - latitude > REACH_DEGREES) break;
      pairs.push([at, located[next]!.at]);
    }
    return pairs;
  });
}

/** Pairs of places of one commune, by their positions in the list. */
function listCompatriots(all: readonly Candidate[]): [number, number][] {
  const groups = [({ code }: Candidate) => code, ({ commune }: Candidate) => commune && foldName(commune)].flatMap(
    (nameOf) => [...Map.groupBy(all.keys(), (at) => nameOf(all[at]!) || '').entries()],
  );
  return groups.flatMap(([name, members]) =>
    name === '' ? [] : members.flatMap((at, index) => members.slice(index + 1).map((to): [number, number] => [at, to])),
  );
}

const ORDER: readonly Double['reason'][] = ['same-name', 'near-name', 'near-place', 'same-door'];

function compareDoubles(one: Double, other: Double): number {
  return ORDER.indexOf(one.reason) - ORDER.indexOf(other.reason) || one.second.line - other.second.line;
}
