import { type Change, type Finding, findingOf, saysSomething } from './change.ts';
import { type ChangedAddress, changedAddresses } from './changed-addresses.ts';
import { compareFigures } from './compare-figures.ts';
import { comparePlaces } from './compare-places.ts';
import { compareRest } from './compare-rest.ts';
import { compareValues } from './compare-values.ts';
import { explain, newEntries } from './explain.ts';
import { replaceNames } from './replace-names.ts';
import type { Side } from './side.ts';
import { siteContents } from './site-contents.ts';
import { keyOf, type Thing } from './thing.ts';
import { type Kept, veilsBetween } from './veils.ts';
import { withhold } from './withhold.ts';

/** Both states of one observatory; what stays inside is looked at only to know what must not be told. */
export interface Pair {
  readonly before: Side;
  readonly after: Side;
  readonly kept: readonly [before: Kept, after: Kept];
}

/** What changes for the readers of one observatory. */
export interface ObservatoryComparison {
  readonly name: string;
  readonly demonstration: boolean;
  /** Jumps without an explanation first, then breaks in series, then what moves most. */
  readonly changes: readonly Change[];
  /** Every address whose bytes differ, from the root of the site. */
  readonly addresses: readonly Pick<ChangedAddress, 'address' | 'state'>[];
}

/** What changes for readers between a reference and now; the only thing that the forms read. */
export interface Comparison {
  /** The reference as it is told: "HEAD (1f76dbb)". */
  readonly reference: string;
  readonly observatories: readonly ObservatoryComparison[];
  /** Observatories that only one of the two has: sentences with their final stop. */
  readonly notes: readonly string[];
}

interface Options {
  /** Path under which each side's site lies. */
  readonly bases: readonly [before: string, after: string];
  /** Shows also what would tell what a few places answered, or a few payees get: for the team's eyes. */
  readonly isInternal: boolean;
}

/** Compares what readers see of an observatory, before and after. */
export function compareObservatory(pair: Pair, { bases, isInternal }: Options): ObservatoryComparison {
  const { before, after, kept } = pair;
  const { settings, demonstration } = after.observatory;
  const addresses = changedAddresses(siteContents(before, bases[0]), siteContents(after, bases[1]));
  const byThing = groupByThing(addresses);
  const veils = isInternal || demonstration ? [] : veilsBetween(...kept, [before, after], settings.secret);
  const found = [
    ...compareFigures(before, after),
    ...compareValues(before, after),
    ...comparePlaces(before, after),
    ...compareRest(before, after),
  ];
  const told = found.map((finding) => veils.reduce(withhold, finding));
  const entries = newEntries(before.journal, after.journal);
  const prefix = demonstration ? '/demonstration' : '';
  const changes = [
    ...told.filter((finding) => saysSomething(finding) || byThing.has(keyOf(finding.thing))),
    ...strays(pair, told, byThing),
  ]
    .map(
      (finding): Change => ({
        ...finding,
        showings: (byThing.get(keyOf(finding.thing)) ?? []).map((showing) => ({
          ...showing,
          address: prefix + showing.address,
        })),
        ...explain(finding, entries, demonstration),
      }),
    )
    .toSorted((a, b) => rankOf(b) - rankOf(a));
  return replaceNames(
    {
      name: settings.nom,
      demonstration,
      changes,
      addresses: addresses.map(({ address, state }) => ({ address: prefix + address, state })),
    },
    withdrawnNames(before, after),
    'lieu retiré',
  );
}

type Places = ReadonlyMap<string, readonly Change['showings'][number][]>;

/** Where each thing is shown otherwise. */
function groupByThing(addresses: readonly ChangedAddress[]): Places {
  const shown = addresses.flatMap(({ address, causes }) =>
    causes.map(({ thing, chapter, file }) => ({
      key: keyOf(thing),
      showing: { address, ...(chapter ? { chapter } : {}), ...(file ? { file } : {}) },
    })),
  );
  return new Map(
    [...Map.groupBy(shown, ({ key }) => key)].map(([key, list]) => [key, list.map(({ showing }) => showing)]),
  );
}

/** Things that are shown otherwise, and in which nothing else differs: an open question, the order of a page. */
function strays({ before, after }: Pair, found: readonly Finding[], byThing: Places): readonly Finding[] {
  const known = new Set(found.map(({ thing }) => keyOf(thing)));
  return [...byThing.keys()]
    .filter((key) => !known.has(key))
    .map((key) => {
      const [kind, id] = key.split(' ') as [Thing['kind'], string];
      const note = kind === 'page' ? 'L’ordre de la page change.' : 'Sa présentation change.';
      const title = kind === 'figure' ? (after.observatory.card(id) ?? before.observatory.card(id))?.title : undefined;
      return findingOf({ kind, id }, title ?? id, { notes: [note] });
    });
}

/** How much a change asks to be read. */
function rankOf({ isUnexplained, explanations, breaks, cells, state }: Change): number {
  if (isUnexplained) return 1000;
  if (explanations.length > 0) return 500;
  if (breaks.length > 0 || cells.some((cell) => cell.breaks.length > 0)) return 100;
  return Math.min(Math.max(0, ...cells.map(({ weight }) => weight)), 50) + (state === 'changé' ? 0 : 10);
}

/** Places that asked to leave since the reference: what is written here may be read by anyone. */
function withdrawnNames(before: Side, after: Side): readonly string[] {
  const gone = new Set(after.observatory.retraits.map(({ id }) => id));
  return before.observatory.lieux.filter(({ id }) => gone.has(id)).map(({ nom }) => nom);
}
