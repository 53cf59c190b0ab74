import type { Data } from '../datasets/data.ts';
import type { Resource } from '../datasets/datapackage.ts';
import { partitionOf } from '../datasets/territories.ts';
import { pluralNoun } from '../text/plural.ts';
import { lowerFirst } from '../text/sentence.ts';

/** What a rate waits for: the words of its card, where the directory has places but may lack others. */
export const REGISTER_WAITED = 'un annuaire que sa fiche dit exhaustif';

/** Areas that places may be set against, by the contours that draw them. */
export const MAILLES = {
  epci: { title: 'Intercommunalité', by: 'par intercommunalité', a: 'Une intercommunalité', many: 'intercommunalités' },
  territoires: { title: 'Territoire', by: 'par territoire', a: 'Un territoire', many: 'territoires' },
} as const;

/** A part of the region whose inhabitants are known, and the places that lie in it. */
export interface PeopledArea {
  readonly code: string;
  readonly nom: string;
  readonly habitants: number;
  readonly lieux: number;
}

/** The directory's file where its description says that it lacks no place: without it no rate can be made. */
export function registerOf({ resources }: Pick<Data, 'resources'>): Resource | undefined {
  return resources.find(({ dataset, exhaustif }) => dataset === 'lieux' && exhaustif);
}

/** What the register holds, and how many of its places lie in no known commune: no area and no share counts these. */
export function describeRegister(register: Resource, { lieux, geography }: Pick<Data, 'lieux' | 'geography'>): string {
  const base = lowerFirst(register.base);
  const lost = lieux.filter(({ code_insee }) => !geography.communes.has(code_insee ?? '')).length;
  return lost === 0
    ? base
    : `${base}, dont ${lost} sans commune connue, ${pluralNoun(lost, 'laissé', 'laissés')} de côté`;
}

/** The finest areas that the contours draw and whose inhabitants are known: intercommunalités, else territories. */
export function peopleAreas({ geography, lieux, settings }: Pick<Data, 'geography' | 'lieux' | 'settings'>): {
  readonly maille: keyof typeof MAILLES;
  readonly areas: readonly PeopledArea[];
} {
  const { communes, epci, contours } = geography;
  const count = (code: string, nom: string, members: readonly string[]): PeopledArea[] => {
    const habitants = countPeople(members, geography);
    const own = new Set(members);
    return habitants
      ? [{ code, nom, habitants, lieux: lieux.filter((lieu) => own.has(lieu.code_insee ?? '')).length }]
      : [];
  };
  if (contours?.objects.epci) {
    return { maille: 'epci', areas: [...epci.values()].flatMap((one) => count(one.code, one.nom, one.communes)) };
  }
  const drawn = contours ? partitionOf({ settings }) : [];
  const areas = drawn.flatMap(({ code, nom, type }) => {
    const members = [...communes.values()].filter((one) => one[type === 'epci' ? 'epci' : 'departement'] === code);
    return code === undefined
      ? []
      : count(
          code,
          nom,
          members.map((one) => one.code),
        );
  });
  return { maille: 'territoires', areas };
}

/** The inhabitants of communes; 0 where those of one of them are not known. */
export function countPeople(members: readonly string[], { communes }: Pick<Data['geography'], 'communes'>): number {
  const counts = members.map((code) => communes.get(code)?.population ?? null);
  return counts.every((count) => count !== null) ? counts.reduce((sum, count) => sum + count, 0) : 0;
}
