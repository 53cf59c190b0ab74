import type { Lieu } from '../datasets/lieux.ts';
import type { Observatory } from '../observatory/index.ts';
import { orderNames } from '../text/order-names.ts';
import { groupPlaces, type PlaceGroup } from './directory.ts';

/** A part of the region, and its communes that have known places. */
interface KnownGroup extends Pick<PlaceGroup, 'nom' | 'territoire'> {
  readonly communes: readonly { readonly nom: string; readonly places: readonly Lieu[] }[];
}

/** The communes that have known places, by territory of the partition: what the page says without a script. */
export function knownCommunes(
  observatory: Pick<Observatory, 'lieux' | 'geography' | 'settings'>,
): readonly KnownGroup[] {
  return groupPlaces(observatory)
    .filter(({ lieux }) => lieux.length > 0)
    .map(({ nom, territoire, lieux }) => {
      const byCommune = Map.groupBy(lieux, ({ commune, code_insee }) => `${commune ?? ''}/${code_insee ?? ''}`);
      const communes = [...byCommune.values()].map((places) => ({ nom: places[0]?.commune ?? '', places }));
      return {
        nom,
        territoire,
        communes: communes.sort((a, b) => orderNames(a.nom, b.nom)),
      };
    });
}
