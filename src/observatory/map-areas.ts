import type { MultiPolygon, Polygon } from 'geojson';
import type { Geography } from '../datasets/geography.ts';
import { areasOf, collectionOf } from '../geo/areas.ts';

/** The areas of the contours that bear a name ("epci"), by their code, as the file holds them; undefined where it has none. */
export function mapAreas(
  { contours }: Pick<Geography, 'contours'>,
  name: string,
): ReadonlyMap<string, Polygon | MultiPolygon> | undefined {
  if (!contours?.objects[name]) return undefined;
  return new Map(
    areasOf(contours, collectionOf(contours, name), 'plan').flatMap(({ properties: { code }, geometry }) =>
      code === undefined ? [] : [[code, geometry] as const],
    ),
  );
}

/** The codes of those areas; their borders, which take long to follow, are left alone. Nothing where there are none. */
export function mapCodes({ contours }: Pick<Geography, 'contours'>, name: string): ReadonlySet<string> {
  if (!contours?.objects[name]) return new Set();
  const drawn = collectionOf(contours, name).geometries.filter(({ type }) => type !== null);
  return new Set(
    drawn.flatMap(({ properties = {} }) =>
      'code' in properties && typeof properties.code === 'string' ? [properties.code] : [],
    ),
  );
}
