import { measureDistance } from '../geo/distance.ts';
import type { ListedCommune } from './find-communes.ts';

/** A known place, as the page lists it. */
export interface KnownPlace {
  /** Code of its commune. */
  readonly commune: string;
  readonly latitude?: number;
  readonly longitude?: number;
}

/** The known places of a commune, and others around it: by distance where it can be measured, else in the same area. */
export interface NearPlaces<Place> {
  readonly here: readonly Place[];
  readonly around: readonly { readonly place: Place; readonly km?: number }[];
  readonly how: 'distance' | 'epci' | 'territoire' | 'nulle part';
}

/** The known places near a commune; around it at most `most`, or all of its intercommunalité: their order says nothing of how near they are. */
export function nearPlaces<Place extends KnownPlace>(
  commune: ListedCommune,
  communes: ReadonlyMap<string, ListedCommune>,
  places: readonly Place[],
  most = 6,
): NearPlaces<Place> {
  const [code, , , territoire, epci, , latitude, longitude] = commune;
  const here = places.filter((place) => place.commune === code);
  const others = places.filter((place) => place.commune !== code);
  if (latitude !== undefined && longitude !== undefined) {
    const measured = others.flatMap((place) =>
      place.latitude === undefined || place.longitude === undefined
        ? []
        : [
            {
              place,
              km: measureDistance({ latitude, longitude }, { latitude: place.latitude, longitude: place.longitude }),
            },
          ],
    );
    const around = measured.sort((a, b) => a.km - b.km).slice(0, most);
    if (around.length > 0) return { here, around, how: 'distance' };
  }
  const sharing = (rank: 3 | 4, own: number) =>
    own < 0 ? [] : others.filter((place) => communes.get(place.commune)?.[rank] === own);
  for (const [how, rank, own, shown] of [
    ['epci', 4, epci, others.length],
    ['territoire', 3, territoire, most],
  ] as const) {
    const around = sharing(rank, own).slice(0, shown);
    if (around.length > 0) return { here, around: around.map((place) => ({ place })), how };
  }
  return { here, around: [], how: 'nulle part' };
}
