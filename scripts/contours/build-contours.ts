import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { feature, mergeArcs, quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify } from 'topojson-simplify';
import type { GeometryCollection, Objects, Topology } from 'topojson-specification';
import type { Commune } from '../../src/datasets/geography.ts';
import { decodeArcs } from '../../src/geo/simplify.ts';
import { chooseCommunes } from './choose-communes.ts';
import type { CommuneContour } from './read-commune-contours.ts';
import { areaOf, polygonsOf, simplifyArcs, type WeighedArcs } from './simplify-arcs.ts';

/** An area made of communes. */
export interface Group {
  readonly code: string;
  readonly nom: string;
  readonly communes: readonly string[];
}

/** What contours are made from. */
export interface Pieces {
  readonly contours: ReadonlyMap<string, readonly CommuneContour[]>;
  readonly territoires: readonly Group[];
  readonly epci: readonly Group[];
  readonly neighbours: FeatureCollection<Polygon | MultiPolygon, { code: string; nom: string }> | undefined;
  /** Communes from the first to keep to the last. */
  readonly order: readonly Pick<Commune, 'code'>[];
  /** Bytes of the file at most; none where every commune is wanted, whatever it weighs. */
  readonly limit: number | undefined;
}

/** The contours as they are written, and the communes that found room in them. */
export interface Built {
  readonly text: string;
  readonly contours: Topology;
  readonly kept: ReadonlySet<string>;
  /** Bytes that every commune would take. */
  readonly whole: number;
}

type Areas = GeometryCollection<{ code: string; nom?: string }>;
type Pieced = Parameters<typeof mergeArcs>[1];

/** Steps of the first grid: borders that differ by a rounding become one line. */
const SNAP = 1e6;
/** Steps of the grid that is written, along each side of what is shown: some tens of metres for a region. */
const STEPS = 1e4;
/**
 * Square degrees: points that weigh less are dropped from borders of intercommunalités and territories, drawn on every
 * map, and from those between two communes, which only the closest maps show.
 */
const LEAST = { border: 1e-5, commune: 6e-5 } as const;
/** Square degrees (about 1,000 m²): a ring under it is a gap between two drawings, no land. */
const SLIVER = 1.3e-7;

/** One topology of territories, neighbours, intercommunalités and communes: dissolved from the communes, every shared border once. */
export function buildContours({ contours, territoires, epci, neighbours, order, limit }: Pieces): Built {
  const full = topology({ communes: gather(contours) }, SNAP);
  const parts = Map.groupBy(
    (full.objects.communes as Areas).geometries,
    ({ properties }) => (properties as { code: string }).code,
  );
  const arcs = decodeArcs(full);
  const merge = (codes: readonly string[]) => {
    const geometries = codes.flatMap((code) => parts.get(code) ?? []);
    return withoutSlivers(mergeArcs(full, geometries as Pieced), arcs);
  };
  const dissolve = (groups: readonly Group[]): Areas['geometries'] =>
    groups.flatMap(({ code, nom, communes }) => {
      const own = communes.filter((one) => parts.has(one));
      return own.length > 0 ? [{ ...merge(own), properties: { code, nom } }] : [];
    });
  const drawn = order.filter(({ code }) => parts.has(code));
  const areasOf = thin({
    ...full,
    objects: {
      territoires: collect(dissolve(territoires)),
      epci: collect(dissolve(epci)),
      communes: collect(drawn.map(({ code }) => ({ ...merge([code]), properties: { code } }))),
    } as unknown as Topology['objects'],
  });

  const write = (count: number) => {
    const communes = areasOf('communes').features.slice(0, count);
    const contours = drawAll({
      territoires: areasOf('territoires'),
      ...(neighbours && { voisins: neighbours }),
      ...(epci.length > 0 && { epci: areasOf('epci') }),
      ...(count > 0 && { communes: { type: 'FeatureCollection' as const, features: communes } }),
    });
    return { contours, text: `${JSON.stringify(contours)}\n` };
  };
  const everything = write(drawn.length);
  const whole = Buffer.byteLength(everything.text);
  const fits = limit === undefined || whole <= limit;
  const count = fits ? drawn.length : chooseCommunes(drawn.length - 1, limit, (n) => Buffer.byteLength(write(n).text));
  return {
    ...(fits ? everything : write(count)),
    kept: new Set(drawn.slice(0, count).map(({ code }) => code)),
    whole,
  };
}

/** The areas of every object, without the points that no map would show: so that trying several files is quick. */
function thin(contours: Topology): (name: string) => FeatureCollection {
  const weighed = presimplify(contours);
  const light = { ...weighed, arcs: flatten(simplifyArcs(weighed, () => LEAST.border / 4)) } as Topology;
  return (name) => feature(light, light.objects[name] as Areas) as FeatureCollection;
}

/** One topology of the areas that are written: lines run on where only areas that are left out would have met. */
function drawAll(objects: Readonly<Record<string, FeatureCollection>>): Topology {
  const weighed = presimplify(topology(objects, SNAP));
  const borders = Object.entries(weighed.objects).flatMap(([name, object]) =>
    name === 'communes' ? [] : (object as Areas).geometries.flatMap(arcsOf),
  );
  const isBorder = new Set(borders);
  const arcs = simplifyArcs(weighed, (arc) => (isBorder.has(arc) ? LEAST.border : LEAST.commune));
  return quantize({ ...weighed, arcs: flatten(arcs) } as Topology<Objects<object>>, STEPS);
}

/** Points without their weight. */
function flatten(arcs: WeighedArcs): number[][][] {
  return arcs.map((arc) => arc.map(([x = 0, y = 0]) => [x, y]));
}

function gather(contours: Pieces['contours']): FeatureCollection<Polygon | MultiPolygon, { code: string }> {
  const features = [...contours].flatMap(([code, drawn]) =>
    drawn.map(({ geometry }) => ({ type: 'Feature' as const, properties: { code }, geometry })),
  );
  return { type: 'FeatureCollection', features };
}

function collect(geometries: Areas['geometries']): Areas {
  return { type: 'GeometryCollection', geometries };
}

/** Communes drawn apart leave slits where they are melted. */
function withoutSlivers<G extends { type: 'MultiPolygon'; arcs: number[][][] }>(area: G, arcs: WeighedArcs): G {
  const polygons = area.arcs
    .map((rings) => rings.filter((ring) => Math.abs(areaOf(ring, arcs)) > SLIVER))
    .filter((rings) => rings.length > 0);
  return { ...area, arcs: polygons.length > 0 ? polygons : area.arcs };
}

function arcsOf(geometry: { readonly type: string | null }): readonly number[] {
  return polygonsOf(geometry)
    .flat(2)
    .map((arc) => (arc < 0 ? ~arc : arc));
}
