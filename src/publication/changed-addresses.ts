import type { SiteContents } from './site-contents.ts';
import { keyOf, type Part, type Thing } from './thing.ts';

/** An address whose bytes differ between the two sides, and the things that make it differ. */
export interface ChangedAddress {
  readonly address: string;
  readonly state: 'nouvelle' | 'disparue' | 'changée';
  readonly causes: readonly Part[];
}

/** The addresses that do not show the same thing before and after, in the order of the site. */
export function changedAddresses(before: SiteContents, after: SiteContents): readonly ChangedAddress[] {
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((address): readonly ChangedAddress[] => {
    const [old, now] = [before.get(address), after.get(address)];
    if (!old) return [{ address, state: 'nouvelle', causes: now!.slice(0, 1) }];
    if (!now) return [{ address, state: 'disparue', causes: old.slice(0, 1) }];
    const causes = causesOf(address, old, now);
    return causes.length > 0 ? [{ address, state: 'changée', causes }] : [];
  });
}

/** The things shown otherwise, one part each; the page itself where all are the same in another order. */
function causesOf(address: string, before: readonly Part[], after: readonly Part[]): readonly Part[] {
  const [old, now] = [byThing(before), byThing(after)];
  const moved = [...new Set([...now.keys(), ...old.keys()])].filter(
    (key) => shownBy(old.get(key)) !== shownBy(now.get(key)),
  );
  if (moved.length > 0) return moved.flatMap((key) => [...distinctPlaces(now.get(key) ?? old.get(key) ?? [])]);
  const order = (parts: readonly Part[]) => parts.map(({ thing }) => keyOf(thing)).join('\n');
  const page: Thing = { kind: 'page', id: address };
  return order(before) === order(after) ? [] : [{ thing: page, shown: '' }];
}

function byThing(parts: readonly Part[]): ReadonlyMap<string, readonly Part[]> {
  return Map.groupBy(parts, ({ thing }) => keyOf(thing));
}

function shownBy(parts: readonly Part[] = []): string {
  return JSON.stringify(parts.map(({ shown }) => shown));
}

/** A thing may stand several times on a page: in a chapter, in a text. */
function distinctPlaces(parts: readonly Part[]): Iterable<Part> {
  return new Map(parts.map((part) => [`${part.file ?? ''} ${part.chapter ?? ''}`, part])).values();
}
