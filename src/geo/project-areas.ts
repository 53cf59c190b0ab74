import { geoPath } from 'd3';
import { mesh } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import type { GeoArea } from '../model/drawing.ts';
import { areasOf, collectionOf } from './areas.ts';
import { projectRings } from './rings.ts';
import { shorten } from './shorten.ts';
import { simplifyTopology } from './simplify.ts';
import { thinPath } from './thin-path.ts';
import { unitsPerPixel, type View } from './view.ts';

/** Points nearer than this many px to a straight line are left out. */
const TOLERANCE = 0.9;
/** Thin limits in the background bear less: whole px, and points within this many of a line left out. */
const LIMITS = 1.3;

/** The areas of one object of the contours as a view shows them; none where the contours do not hold that object. */
export function projectAreas(whole: Topology, name: string, view: View): readonly GeoArea[] {
  if (!whole.objects[name]) return [];
  const topology = simplifyTopology(whole, () => TOLERANCE * unitsPerPixel(view));
  const path = geoPath(view.projection).digits(1);
  return areasOf(topology, collectionOf(topology, name), view.kind).flatMap((area) => {
    const d = shorten(path(area) ?? '');
    const { code, nom } = area.properties;
    const project = (longitude: number, latitude: number): readonly [number, number] =>
      view.projection([longitude, latitude]) ?? [-1, -1];
    return d && code ? [{ code, label: nom ?? code, d, rings: projectRings(area, project) }] : [];
  });
}

/** The borders of the areas of one object, each once, less those of territories; empty where the contours do not hold it. */
export function projectLimits(whole: Topology, name: 'epci' | 'communes', view: View): string {
  if (!whole.objects[name]) return '';
  const topology = simplifyTopology(whole, () => LIMITS * unitsPerPixel(view));
  const path = geoPath(view.projection).digits(1);
  const territoires = collectionOf(topology, 'territoires').geometries;
  const outlines = new Set<unknown>(territoires);
  const all = {
    ...collectionOf(topology, name),
    geometries: [...collectionOf(topology, name).geometries, ...territoires],
  };
  const d = path(mesh(topology, all, (a, b) => !outlines.has(a) && !outlines.has(b))) ?? '';
  return shorten(thinPath(d, LIMITS), 1);
}
