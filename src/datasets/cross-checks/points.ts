import type { MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection } from 'topojson-specification';
import { distanceToArea } from '../../geo/area.ts';
import { measureDistance } from '../../geo/distance.ts';
import { formatNumber } from '../../text/number.ts';
import type { Geography } from '../geography.ts';
import type { Lieu } from '../lieux.ts';
import type { CrossCheck } from './rule.ts';

/** Kilometres out of an area that its contour, drawn for a map, may be wrong by. */
const CONTOUR_MARGIN = { commune: 1, territoire: 5 };
/** Kilometres from the point that stands for a commune to its farthest houses. */
const COMMUNE_RADIUS = 15;

interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** Where a place ought to be: how far a point is from there, and how far is still near enough. */
interface Ground {
  readonly name: string;
  readonly margin: number;
  distance(point: Point): number;
}

/**
 * The point of a place lies in its commune, as nearly as the geography tells: in the commune's contour, near the point
 * that stands for it, or else in its territory. A point that would be right the other way round was swapped.
 */
export const checkPoints: CrossCheck = ({ lieux: { rows, fault } }, _, geography) => {
  const findGround = makeFinder(geography);
  return rows.flatMap((row) => {
    const { latitude, longitude } = row;
    if (latitude === null || longitude === null) return [];
    const ground = findGround(row);
    const distance = ground?.distance({ latitude, longitude }) ?? 0;
    if (!ground || distance <= ground.margin) return [];
    if (ground.distance({ latitude: longitude, longitude: latitude }) <= ground.margin) {
      const nearest = `${write(longitude)} et ${write(latitude)}`;
      const problem = 'latitude et longitude échangées';
      return [fault(row, 'latitude', { problem, expected: 'la latitude, puis la longitude', nearest })];
    }
    return [
      fault(row, 'latitude', {
        level: 'avertissement',
        problem: `le point est à ${formatNumber(distance, { decimals: 0 })} km de « ${ground.name} »`,
        expected: `un point à ${ground.margin} km au plus`,
      }),
    ];
  });
};

/** Contours are read once for all rows. */
function makeFinder(geography: Geography): (row: Lieu) => Ground | undefined {
  const communes = areasOf(geography, 'communes');
  const territoires = areasOf(geography, 'territoires');
  return ({ code_insee }) => {
    if (code_insee === null) return undefined;
    const commune = geography.communes.get(code_insee);
    if (!commune) return undefined;
    const { nom, latitude, longitude, departement, epci } = commune;
    const own = communes.get(code_insee);
    if (own) return groundOf(nom, own, CONTOUR_MARGIN.commune);
    if (latitude !== null && longitude !== null) {
      return {
        name: nom,
        margin: COMMUNE_RADIUS,
        distance: (point) => measureDistance(point, { latitude, longitude }),
      };
    }
    const code = [departement, epci].find((one) => one !== null && territoires.has(one));
    const territoire = code && geography.territoires.find((one) => one.code === code);
    return territoire ? groundOf(territoire.nom, territoires.get(code!)!, CONTOUR_MARGIN.territoire) : undefined;
  };
}

function groundOf(name: string, area: Polygon | MultiPolygon, margin: number): Ground {
  return { name, margin, distance: (point) => distanceToArea(point, area) };
}

/** The areas of one object of the contours, by code; none where the map does not draw them. */
function areasOf({ contours }: Geography, name: string): ReadonlyMap<string, Polygon | MultiPolygon> {
  const object = contours?.objects[name];
  if (!contours || object?.type !== 'GeometryCollection') return new Map();
  const { features } = feature(contours, object as GeometryCollection<{ readonly code?: string }>);
  return new Map(
    features.flatMap(({ geometry, properties }) =>
      properties?.code && (geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon')
        ? [[properties.code, geometry] as const]
        : [],
    ),
  );
}

/** A coordinate as French spreadsheets write it. */
function write(degrees: number): string {
  return String(degrees).replace('.', ',');
}
