import { knownCommunes } from '../components/known-communes.ts';
import { nearbyCommunes } from '../components/nearby-communes.ts';
import { territoryContents } from '../components/territory-contents.ts';
import type { Lieu } from '../datasets/lieux.ts';
import type { Territoire } from '../datasets/settings.ts';
import { liesIn } from '../datasets/territories.ts';
import type { Observatory } from '../observatory/view.ts';
import type { PartsOf } from './figure-parts.ts';
import type { Side } from './side.ts';
import { partsOfText } from './text-parts.ts';
import type { Part } from './thing.ts';

/** What the page of a territory shows: its texts, its figures, its places, and where the survey stands. */
export function partsOfTerritory(territoire: Territoire, side: Side, partsOf: PartsOf): readonly Part[] {
  const { observatory } = side;
  const { title, texts, map, chapters, places, survey, withoutSubsidies } = territoryContents(territoire, observatory);
  const figures = [...(map ? [map] : []), ...chapters.flatMap((chapter) => chapter.figures)];
  return [
    ...texts.flatMap((name) => partsOfText(name, side, partsOf, territoire.id)),
    ...figures.map((figure): Part => ({ thing: { kind: 'figure', id: figure.id }, shown: partsOf(figure).whole })),
    ...places.map((lieu) => partOf(lieu, [lieu.nom, lieu.commune, lieu.types])),
    { thing: { kind: 'figure', id: 'enquete-carte' }, shown: JSON.stringify(survey) },
    { thing: { kind: 'fichier', id: 'subventions' }, shown: JSON.stringify(withoutSubsidies ?? null) },
    settingsOf(observatory, [title, observatory.cards.some(({ demonstration }) => demonstration)]),
    ...partsOfTerritories(observatory),
  ];
}

/** What the index of the territories shows: each of them, and how many places lie there. */
export function partsOfTerritories(observatory: Observatory): readonly Part[] {
  const { territoires } = observatory.settings;
  return [
    settingsOf(observatory, territoires),
    ...observatory.lieux.map((lieu) =>
      partOf(
        lieu,
        territoires.filter((territoire) => liesIn(territoire, lieu, observatory)).map(({ id }) => id),
      ),
    ),
  ];
}

/** What the page that finds a commune shows: every known place by commune, and whom to write to. */
export function partsOfNearby(observatory: Observatory): readonly Part[] {
  const { settings } = observatory;
  return [
    ...knownCommunes(observatory).flatMap(({ territoire, communes }) =>
      communes.flatMap(({ nom, places }) =>
        places.map((lieu) => {
          const { code_insee, latitude, longitude, cercle } = lieu;
          return partOf(lieu, [territoire?.id, nom, lieu.nom, code_insee, latitude, longitude, cercle]);
        }),
      ),
    ),
    settingsOf(observatory, [settings.territoires, settings.reseau, settings.mentions.contact]),
  ];
}

/** What the list of communes that the browser asks for holds. */
export function partsOfCommunes(observatory: Observatory): readonly Part[] {
  return [settingsOf(observatory, nearbyCommunes(observatory))];
}

function settingsOf({ settings }: Observatory, shown: unknown): Part {
  return {
    thing: { kind: 'reglages', id: 'observatoire' },
    shown: JSON.stringify([shown, settings.partition, settings.contribuer.url]),
  };
}

function partOf({ id }: Lieu, shown: readonly unknown[]): Part {
  return { thing: { kind: 'lieu', id }, shown: JSON.stringify(shown) };
}
