import { geoPath } from 'd3';
import { mesh } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import type { Geo, Ground, Loupe } from '../model/drawing.ts';
import { type Area, type Areas, arcsOf, areasOf, collectionOf, mergeAreas, withCode } from './areas.ts';
import { layLoupe } from './lay-loupe.ts';
import { projectAreas, projectLimits } from './project-areas.ts';
import { containsPoint, pointsAlong, projectRings } from './rings.ts';
import { shorten } from './shorten.ts';
import { simplifyTopology } from './simplify.ts';
import { thinPath } from './thin-path.ts';
import { fitView, magnify, moveView, unitsPerPixel, type View } from './view.ts';

/** What is projected: how, and the names written on the map (a `Geography` fits as it is). */
interface Places {
  readonly projection: 'conique' | 'plan';
  readonly villes: readonly {
    readonly nom: string;
    readonly latitude: number;
    readonly longitude: number;
    readonly rang: 1 | 2 | 3;
  }[];
  readonly mers?: readonly { readonly nom: string; readonly latitude: number; readonly longitude: number }[];
  /** The spot that a loupe enlarges, its radius in km. */
  readonly loupe?: { readonly latitude: number; readonly longitude: number; readonly rayon: number } | undefined;
}

/** What a map shows, and how wide: the whole region, or one of its territories by its code. */
interface Ask {
  readonly width: number;
  readonly territoire: string | undefined;
  readonly loupe: boolean;
}

/**
 * Points nearer than this many px to a straight line are left out: of each arc, then of whole outlines; more of them
 * beyond the region, and in lines of dashes.
 */
const TOLERANCE = { region: 0.9, beyond: 1.6, outline: 0.9, line: 1.4 } as const;
/** Maps narrower than this say less. */
const NARROW = 480;
/** Kilometres in a degree of latitude. */
const DEGREE = 111.195;

const cache = new WeakMap<Topology, Map<string, Geo>>();

/**
 * Projects the contours into a box `width` px wide, once per width: the region whole in the middle, or the territory of
 * that code with the rest of the region faint around it; neighbours are clipped to the box. 'conique' is the look of
 * Lambert-93; 'plan' draws the coordinates as they are, north up.
 */
export function projectGeo(topology: Topology, places: Places, width: number, territoire?: string): Geo {
  const all = collectionOf(topology, 'territoires');
  const isDrawn = territoire !== undefined && withCode(all, territoire).geometries.length > 0;
  return projectOnce(topology, places, { width, territoire: isDrawn ? territoire : undefined, loupe: false });
}

function projectOnce(topology: Topology, places: Places, ask: Ask): Geo {
  const known = cache.get(topology) ?? new Map<string, Geo>();
  cache.set(topology, known);
  const { projection, villes, mers, loupe } = places;
  const key = JSON.stringify([ask, projection, villes, mers, loupe]);
  const geo = known.get(key) ?? project(topology, places, ask);
  known.set(key, geo);
  return geo;
}

function project(topology: Topology, places: Places, ask: Ask): Geo {
  const view = fitView(
    { type: 'FeatureCollection', features: areasOf(topology, shownOf(topology, ask), places.projection) },
    places.projection,
    ask.width,
  );
  return (ask.loupe && addLoupe(topology, places, ask, view)) || drawView(topology, places, ask, view);
}

/** The territories that a map is about: all of them, or the one that was asked for. */
function shownOf(topology: Topology, { territoire }: Ask): Areas {
  const all = collectionOf(topology, 'territoires');
  return territoire === undefined ? all : withCode(all, territoire);
}

/** The map with the spot that the settings name enlarged beside it; nothing where there is none, or no use for it. */
function addLoupe(topology: Topology, places: Places, ask: Ask, view: View): Geo | undefined {
  if (!places.loupe) return undefined;
  const outline = mergeAreas(topology, shownOf(topology, ask).geometries, places.projection);
  const { longitude, latitude, rayon } = places.loupe;
  const spot = projectIn(view)(longitude, latitude);
  const radius = spot[1] - projectIn(view)(longitude, latitude + rayon / DEGREE)[1];
  const { width, height } = view;
  const shore = pointsAlong(projectRings(outline, projectIn(view)), 4);
  const laid = layLoupe({ width, height, shore, spot, radius });
  if (!laid) return undefined;
  const moved = moveView(view, laid.factor, laid.move);
  const geo = drawView(topology, places, ask, magnify(moved, laid.source, laid.seat.width), 'close');
  return drawView(topology, places, ask, moved, { source: laid.source, seat: laid.seat, geo });
}

/**
 * What a view shows, drawn when it is first looked at: a chart that wants the loupe never looks at the map without it.
 * In the loupe the towns of rank 3 are there, and no name of an area.
 */
function drawView(whole: Topology, places: Places, ask: Ask, view: View, loupe?: Loupe | 'close'): Geo {
  const { width, height } = view;
  let drawn: Drawn | undefined;
  const look = () => {
    drawn ??= drawShapes(whole, places, ask, view, loupe === 'close');
    return drawn;
  };
  return {
    width,
    height,
    get layers() {
      return look().layers;
    },
    get towns() {
      return look().towns;
    },
    get labels() {
      return look().labels;
    },
    ...(loupe && loupe !== 'close' ? { loupe } : {}),
    project: projectIn(view),
    groundAt: (x, y) => look().groundAt(x, y),
    areas: (object) => projectAreas(whole, object, view),
    atWidth: (other) => projectOnce(whole, places, { ...ask, width: other }),
    withLoupe: () => projectOnce(whole, places, { ...ask, loupe: true }),
  };
}

type Drawn = Pick<Geo, 'layers' | 'towns' | 'labels' | 'groundAt'>;

function drawShapes(whole: Topology, places: Places, ask: Ask, view: View, isLoupe: boolean): Drawn {
  const { projection: surface, villes, mers = [] } = places;
  const { width, height } = view;
  const unit = unitsPerPixel(view);
  const own = arcsOf(shownOf(whole, ask).geometries);
  const topology = simplifyTopology(whole, (arc) => unit * (own.has(arc) ? TOLERANCE.region : TOLERANCE.beyond));
  const territoires = collectionOf(topology, 'territoires');
  const shown = shownOf(topology, ask);
  const voisins = topology.objects.voisins ? collectionOf(topology, 'voisins') : { ...shown, geometries: [] };
  const land = mergeAreas(topology, [...voisins.geometries, ...territoires.geometries], surface);
  const region = mergeAreas(topology, territoires.geometries, surface);
  const centre = ask.territoire === undefined ? region : mergeAreas(topology, shown.geometries, surface);

  const project = projectIn(view);
  const groundAt = readGround(project, { region: centre, rest: region, neighbour: land });
  const path = geoPath(view.projection).digits(1);
  type Shape = Parameters<typeof path>[0];
  // What is no outline of the region bears whole px.
  const draw = (shape: Shape) => shorten(thinPath(path(shape) ?? '', TOLERANCE.line), 1);
  const drawOutline = (shape: Shape) => shorten(thinPath(path(shape) ?? '', TOLERANCE.outline));
  // Where neighbours and region come from one file, land without the borders between them is the lighter of both.
  const alone = mergeAreas(topology, voisins.geometries, surface);
  const grounds = (ask.territoire === undefined ? [land, alone] : [land]).map(draw);
  const ground = grounds.toSorted((a, b) => a.length - b.length)[0]!;
  const nameAreas = (areas: Areas): Geo['labels'] =>
    areasOf(topology, areas, surface).flatMap((area) => {
      const { code, nom } = area.properties;
      const [x, y] = path.centroid(area);
      if (!nom || !Number.isFinite(x)) return [];
      const isAside = areas === voisins || (ask.territoire !== undefined && code !== ask.territoire);
      const rings = projectRings(area, project);
      const holds = (px: number, py: number) => containsPoint(rings, px, py);
      return [{ role: isAside ? 'neighbour' : 'territory', label: nom, x, y, holds }];
    });
  const nameSea = ({ nom, x, y }: { nom: string; x: number; y: number }): Geo['labels'][number] => {
    return { role: 'sea', label: nom, x, y, holds: (px, py) => groundAt(px, py) === 'sea' };
  };
  const isClose = isLoupe || ask.territoire !== undefined;
  return {
    layers: [
      { role: 'sea' as const, d: `M-1-1H${width + 1}V${height + 1}H-1z` },
      { role: 'neighbour' as const, d: ground },
      ...(ask.territoire === undefined ? [] : [{ role: 'rest' as const, d: draw(region) }]),
      {
        role: 'border' as const,
        d: draw(bordersBeyond(topology, shown, [...voisins.geometries, ...territoires.geometries])),
      },
      { role: 'region' as const, d: drawOutline(centre) },
      // On the map of the whole region, and on a phone's, they would weigh, and stand between the dots.
      {
        role: 'limit' as const,
        d:
          isClose && ask.width >= NARROW
            ? projectLimits(whole, isLoupe && whole.objects.communes ? 'communes' : 'epci', view)
            : '',
      },
      ...(ask.territoire === undefined
        ? [{ role: 'territory' as const, d: draw(mesh(topology, territoires, (a, b) => a !== b)) }]
        : []),
    ].filter(({ d }) => d),
    towns: placed(villes, view)
      .filter(({ rang, x, y }) => rang === 1 || (rang === 2 && !isClose) || (isClose && groundAt(x, y) === 'region'))
      .map(({ nom, x, y, rang }) => ({ label: nom, x, y, rank: rang })),
    labels: isLoupe ? [] : [...nameAreas(territoires), ...nameAreas(voisins), ...placed(mers, view).map(nameSea)],
    groundAt,
  };
}

function projectIn({ projection }: View): Geo['project'] {
  return (longitude, latitude) => projection([longitude, latitude]) ?? [-1, -1];
}

/** The places that a view shows, with where they are in it. */
function placed<P extends { readonly latitude: number; readonly longitude: number }>(places: readonly P[], view: View) {
  return places.flatMap((place) => {
    const [x, y] = projectIn(view)(place.longitude, place.latitude);
    return x >= 0 && x <= view.width && y >= 0 && y <= view.height ? [{ ...place, x, y }] : [];
  });
}

/** Coasts and borders, less those of what the map shows. */
function bordersBeyond(topology: Topology, shown: Areas, geometries: Areas['geometries']) {
  const own = new Set<unknown>(shown.geometries);
  return mesh(topology, { ...shown, geometries }, (a, b) => !own.has(a) && !own.has(b));
}

/** Tells what lies under a point: the first of the areas that holds it, else the sea. */
function readGround(project: Geo['project'], areas: Readonly<Record<Exclude<Ground, 'sea'>, Area>>): Geo['groundAt'] {
  const rings = (['region', 'rest', 'neighbour'] as const).map((ground) => ({
    ground,
    polygons: projectRings(areas[ground], project),
  }));
  return (x, y) => rings.find(({ polygons }) => containsPoint(polygons, x, y))?.ground ?? 'sea';
}
