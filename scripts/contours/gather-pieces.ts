import type { Data } from '../../src/datasets/data.ts';
import { partitionOf } from '../../src/datasets/territories.ts';
import type { Pieces } from './build-contours.ts';
import type { Settled } from './settle-communes.ts';
import { tuckNeighbours } from './tuck-neighbours.ts';

/** What an observatory's map is made of: its territories and intercommunalités by communes, and its neighbours as they are drawn today. */
export function gatherPieces({ contours }: Settled, { settings, geography, lieux }: Data): Omit<Pieces, 'limit'> {
  const communes = [...geography.communes.values()];
  const places = new Set(lieux.map(({ code_insee }) => code_insee));
  return {
    contours,
    territoires: partitionOf({ settings }).flatMap(({ code, nom, type }) =>
      code === undefined
        ? []
        : [
            {
              code,
              nom,
              communes: communes
                .filter((commune) => commune[type === 'epci' ? 'epci' : 'departement'] === code)
                .map((commune) => commune.code),
            },
          ],
    ),
    epci: [...geography.epci.values()],
    neighbours: tuckNeighbours(geography.contours),
    order: communes.toSorted(
      (a, b) =>
        Number(places.has(b.code)) - Number(places.has(a.code)) ||
        (b.population ?? 0) - (a.population ?? 0) ||
        a.code.localeCompare(b.code),
    ),
  };
}
