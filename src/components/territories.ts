import type { Lieu } from '../datasets/lieux.ts';
import type { Territoire } from '../datasets/settings.ts';
import { kindOf, liesIn, nameTerritory } from '../datasets/territories.ts';
import type { Observatory } from '../observatory/index.ts';
import { orderNames } from '../text/order-names.ts';
import { upperFirst } from '../text/sentence.ts';

/** The address of a territory's page, inside its observatory. */
export function territoryPath(id: string): string {
  return `/portrait/${id}/`;
}

/** The title of a territory's page: "Les tiers-lieux dans le Territoire 1" where the settings say how, else its name. */
export function titleTerritory(territoire: Territoire, observatory: Pick<Observatory, 'settings'>): string {
  return territoire.en ? `Les tiers-lieux ${territoire.en}` : upperFirst(nameTerritory(territoire, observatory));
}

/** The places of the directory that lie in a territory, or that say they belong to it: by commune, then by name. */
export function placesIn(
  territoire: Territoire,
  observatory: Pick<Observatory, 'lieux' | 'geography'>,
): readonly Lieu[] {
  return knownIn(territoire, observatory).toSorted(
    (a, b) => orderNames(a.commune ?? '', b.commune ?? '') || orderNames(a.nom, b.nom),
  );
}

function knownIn(territoire: Territoire, observatory: Pick<Observatory, 'lieux' | 'geography'>): readonly Lieu[] {
  return observatory.lieux.filter((lieu) => liesIn(territoire, lieu, observatory));
}

/** Territories of one kind, and how many known places each has. */
interface TerritoryGroup {
  readonly title: string;
  readonly territories: readonly { readonly id: string; readonly nom: string; readonly known: number }[];
}

/** The territories by kind, in the settings' order: what the portrait leads to. */
export function territoryGroups(
  observatory: Pick<Observatory, 'lieux' | 'geography' | 'settings'>,
): readonly TerritoryGroup[] {
  const { territoires } = observatory.settings;
  return [...Map.groupBy(territoires, kindOf)].map(([kind, own]) => ({
    title: `${upperFirst(kind)}s`,
    territories: own.map((territoire) => ({
      id: territoire.id,
      nom: territoire.nom,
      known: knownIn(territoire, observatory).length,
    })),
  }));
}
