import { lieux as dataset, type Lieu, POSITIONS } from '../datasets/lieux.ts';
import type { Territoire } from '../datasets/settings.ts';
import { kindOf, partitionOf, territoryOf } from '../datasets/territories.ts';
import type { Observatory } from '../observatory/index.ts';
import { orderNames } from '../text/order-names.ts';
import { upperFirst } from '../text/sentence.ts';
import { typo } from '../text/typography.ts';

/** What the directory is made from. */
type Known = Pick<Observatory, 'lieux' | 'settings' | 'geography'>;

/** A part of the region and its places, by name. */
export interface PlaceGroup {
  /** The territory's id, or `ailleurs`. */
  readonly id: string;
  readonly nom: string;
  /** Where it is, in a sentence: "dans le Territoire 1". */
  readonly en: string;
  /** None for the places that no territory of the partition holds. */
  readonly territoire: Territoire | undefined;
  readonly lieux: readonly Lieu[];
}

/** One of the lists to choose from; `name` is its word in the address of the page. */
export interface PlaceFilter {
  readonly name: string;
  readonly title: string;
  /** The choice that keeps every place. */
  readonly all: string;
  /** What a place is called that no code of this filter is known of: "sans type connu". */
  readonly unknown?: string;
  readonly options: readonly (readonly [code: string, label: string])[];
}

/** The part of the places that no territory of the partition holds. */
const ELSEWHERE = {
  id: 'ailleurs',
  nom: 'Ailleurs, ou commune inconnue',
  en: 'hors de la région',
  territoire: undefined,
} as const;

const known = new WeakMap<readonly Lieu[], readonly PlaceGroup[]>();

/** The whole directory by territory of the partition, in the settings' order, those without a place included; then the rest. */
export function groupPlaces(observatory: Known): readonly PlaceGroup[] {
  const groups = known.get(observatory.lieux) ?? makeGroups(observatory);
  known.set(observatory.lieux, groups);
  return groups;
}

function makeGroups(observatory: Known): readonly PlaceGroup[] {
  const byTerritory = Map.groupBy(observatory.lieux, (lieu) => territoryOf(lieu, observatory)?.id ?? ELSEWHERE.id);
  const territories = partitionOf(observatory).map((territoire) => {
    const { id, nom, en } = territoire;
    return { id, nom, en: en ?? `: ${nom}`, territoire };
  });
  const groups = [...territories, ELSEWHERE].map((part) => ({
    ...part,
    lieux: (byTerritory.get(part.id) ?? []).toSorted(compareNames),
  }));
  return groups.filter(({ id, lieux }) => id !== ELSEWHERE.id || lieux.length > 0);
}

/** What readers may filter by, beside words: only what some place says of itself. */
export function placeFilters(observatory: Known): readonly PlaceFilter[] {
  const { lieux, settings } = observatory;
  const types = Object.entries(dataset.columns.types.options ?? {});
  const cercles = settings.territoires.filter(({ type }) => type === 'cercle' && type !== settings.partition);
  const filters: readonly PlaceFilter[] = [
    {
      name: 'type',
      title: 'Type',
      all: 'Tous les types',
      unknown: 'sans type connu',
      options: types.filter(([code]) => lieux.some((lieu) => lieu.types.includes(code as never))),
    },
    {
      name: settings.partition,
      title: upperFirst(kindOf({ type: settings.partition })),
      all: 'Toute la région',
      options: groupPlaces(observatory).map(({ id, nom }) => [id, nom]),
    },
    {
      name: 'cercle',
      title: 'Cercle',
      all: 'Tous les cercles',
      unknown: 'sans cercle connu',
      options: lieux.some(({ cercle }) => cercle) ? cercles.map(({ id, nom }) => [id, nom]) : [],
    },
  ];
  return filters.filter(({ options }) => options.length > 0);
}

/** What also finds a place: the postal codes of its commune, and the names of the communes that are now parts of it. */
export function hiddenWords({ code_insee }: Lieu, { geography }: Pick<Known, 'geography'>): string {
  const commune = geography.communes.get(code_insee ?? '');
  return [...(commune?.codesPostaux ?? []), ...(commune?.anciensNoms ?? [])].join(' ');
}

/** How the list says where a point stands; nothing where it stands as all others do, which is said of the map. */
export function sayPosition({ position }: Lieu, { lieux }: Pick<Known, 'lieux'>): string {
  if (position === null) return 'sans position, donc pas sur la carte';
  return position === 'commune' && lieux.some((lieu) => lieu.position === 'exacte') ? `placé ${POSITIONS.commune}` : '';
}

/** Other places that the page of a place leads to. */
export interface Neighbours {
  /** "Dans la même commune", "Ailleurs dans le Territoire 1". */
  readonly title: string;
  /** Whether their commune goes without saying. */
  readonly isSameCommune: boolean;
  readonly lieux: readonly Lieu[];
}

/** At most so many places of the commune, and of the rest of its territory. */
const MOST = { commune: 24, territory: 6 } as const;

/** Other places of the same commune, then of the same territory: those that come next by name, round and round. */
export function neighboursOf(lieu: Lieu, observatory: Known): readonly Neighbours[] {
  const group = groupPlaces(observatory).find(({ lieux }) => lieux.includes(lieu));
  if (!group) return [];
  const at = group.lieux.indexOf(lieu);
  const others = [...group.lieux.slice(at + 1), ...group.lieux.slice(0, at)];
  const isNext = ({ code_insee }: Lieu) => code_insee !== null && code_insee === lieu.code_insee;
  const groups: readonly Neighbours[] = [
    {
      title: 'Dans la même commune',
      isSameCommune: true,
      lieux: others.filter(isNext).slice(0, MOST.commune),
    },
    {
      title: typo(`Ailleurs ${group.en}`),
      isSameCommune: false,
      lieux: others.filter((other) => !isNext(other)).slice(0, MOST.territory),
    },
  ];
  return groups.filter(({ lieux }) => lieux.length > 0);
}

function compareNames(a: Lieu, b: Lieu): number {
  return orderNames(a.nom, b.nom) || a.id.localeCompare(b.id);
}
