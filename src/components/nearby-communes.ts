import { geoPath } from 'd3';
import { feature } from 'topojson-client';
import type { GeometryCollection } from 'topojson-specification';
import type { CommuneList, ListedCommune } from '../client/find-communes.ts';
import type { Commune, Geography } from '../datasets/geography.ts';
import { partitionOf, territoryOf } from '../datasets/territories.ts';
import type { Observatory } from '../observatory/index.ts';

/** All communes of an observatory for the page that finds one, written as short as can be; most inhabitants first. */
export function nearbyCommunes(observatory: Pick<Observatory, 'geography' | 'settings'>): CommuneList {
  const { geography, settings } = observatory;
  const communes = [...geography.communes.values()].sort(
    (a, b) => (b.population ?? 0) - (a.population ?? 0) || (a.code < b.code ? -1 : 1),
  );
  const territoires = partitionOf({ settings });
  const epci = [...geography.epci.values()];
  const rankOfEpci = new Map(epci.map(({ code }, rank) => [code, rank]));
  const middles = middlesOf(geography);
  return {
    territoires: territoires.map(({ id, nom }) => [id, nom]),
    epci: epci.map(({ nom }) => nom),
    communes: communes.map((commune): ListedCommune => {
      const territoire = territoryOf({ code_insee: commune.code }, observatory);
      const line = [
        commune.code,
        commune.nom,
        (commune.codesPostaux ?? []).join(' '),
        territoire ? territoires.indexOf(territoire) : -1,
        rankOfEpci.get(commune.epci ?? '') ?? -1,
      ] as const;
      const former = commune.anciensNoms ?? [];
      const middle = middleOf(commune, middles);
      if (middle) return [...line, former, ...middle];
      return former.length > 0 ? [...line, former] : line;
    }),
  };
}

type Middle = readonly [latitude: number, longitude: number];

/** To a hundredth of a degree, about a kilometre: distances are told in whole kilometres. */
const round = (degrees: number) => Math.round(degrees * 100) / 100;

function middleOf({ code, latitude, longitude }: Commune, middles: ReadonlyMap<string, Middle>): Middle | undefined {
  if (latitude !== null && longitude !== null) return [round(latitude), round(longitude)];
  return middles.get(code);
}

const planar = geoPath();

/** The middle of each commune whose outline the contours hold, by code. */
function middlesOf({ contours }: Geography): ReadonlyMap<string, Middle> {
  const object = contours?.objects.communes;
  if (!contours || object?.type !== 'GeometryCollection') return new Map();
  const { features } = feature(contours, object as GeometryCollection<{ code?: string }>);
  return new Map(
    features.flatMap((area): [string, Middle][] => {
      // On the plane: on the sphere a ring wound the other way is the rest of the world.
      const [longitude, latitude] = planar.centroid(area);
      const { code } = area.properties;
      return code && Number.isFinite(latitude) ? [[code, [round(latitude), round(longitude)]]] : [];
    }),
  );
}
