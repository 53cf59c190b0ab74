import { describePlace } from '../components/describe-place.ts';
import { groupPlaces, hiddenWords, neighboursOf, sayPosition } from '../components/directory.ts';
import { findMap } from '../components/lead-figure.ts';
import { factsOf } from '../components/place-facts.ts';
import type { Lieu } from '../datasets/lieux.ts';
import { drawLocator } from '../observatory/locator.ts';
import type { Observatory } from '../observatory/view.ts';
import type { PartsOf } from './figure-parts.ts';
import type { Part } from './thing.ts';

/** What the directory shows: the map, every place with its line, the territories and where to write. */
export function partsOfDirectory(observatory: Observatory, partsOf: PartsOf): readonly Part[] {
  const map = findMap(observatory.figures);
  return [
    ...(map ? [{ thing: { kind: 'figure', id: map.id } as const, shown: partsOf(map).drawn }] : []),
    ...groupPlaces(observatory).flatMap((group) =>
      group.lieux.map((lieu) => {
        const { nom, commune, types, activite_citee, cercle } = lieu;
        const said = [hiddenWords(lieu, observatory), sayPosition(lieu, observatory)];
        return partOf(lieu, [nom, commune, types, activite_citee, cercle, group.id, ...said]);
      }),
    ),
    settingsOf(observatory),
  ];
}

/** What the page of a place shows: the place itself first, then the names of its neighbours. */
export function partsOfPlace(lieu: Lieu, observatory: Observatory): readonly Part[] {
  const described = describePlace(lieu, observatory, `/lieux/${lieu.id}/`);
  const locator = drawLocator(findMap(observatory.figures), lieu.id, observatory)?.svg;
  const shown = [lieu.nom, lieu.site_web, lieu.source, factsOf(lieu, observatory), described, locator];
  return [
    partOf(lieu, shown),
    ...neighboursOf(lieu, observatory).flatMap(({ title, isSameCommune, lieux }) =>
      lieux.map((other) => partOf(other, [title, other.nom, ...(isSameCommune ? [] : [other.commune])])),
    ),
    settingsOf(observatory),
  ];
}

/** Territories and how to write to the team, which both kinds of pages name. */
function settingsOf({ settings }: Observatory): Part {
  const { territoires, partition, mentions, contribuer } = settings;
  const shown = JSON.stringify([territoires, partition, mentions.contact, contribuer.url]);
  return { thing: { kind: 'reglages', id: 'observatoire' }, shown };
}

function partOf({ id }: Lieu, shown: readonly unknown[]): Part {
  return { thing: { kind: 'lieu', id }, shown: JSON.stringify(shown) };
}
