import type { FeatureCollection, Polygon } from 'geojson';
import { buildContours } from '../contours/build-contours.ts';
import type { CommuneContour } from '../contours/read-commune-contours.ts';
import { breakLine } from './break-line.ts';
import { type DemonstrationCommune, settleCommunes } from './communes.ts';
import { NEIGHBOURS, outlineOf, type Point, TERRITORIES, toDegrees, toPlan } from './contours.ts';

type Ring = readonly Point[];

/** How a border between two communes strays. */
const STRAYING = { halvings: 4, stray: 0.09 };
/** Units of the plan: points nearer than this to a line lie on it. */
const NEAR = 1e-9;

/** The fictional region's contours, as `npm run contours` writes real ones: communes share each territory out among them. */
export function drawMap(): string {
  const communes = settleCommunes();
  const cells = communes.map((commune) => ({ commune, ring: cellOf(commune, communes) }));
  const corners = cells.flatMap(({ ring }) => ring);
  const borders = new Set(
    [...TERRITORIES, ...NEIGHBOURS].flatMap((area) => sidesOf(withCorners(outlineOf(area), corners)).map(keyOf)),
  );
  const contours = cells.map(({ commune: { code, nom }, ring }): [string, CommuneContour[]] => {
    const geometry = polygonOf(roughen(withCorners(ring, corners), borders));
    return [code, [{ code, nom, geometry }]];
  });
  return buildContours({
    contours: new Map(contours),
    territoires: TERRITORIES.map(({ code, nom }) => ({
      code,
      nom,
      communes: communes.filter(({ departement }) => departement === code).map((commune) => commune.code),
    })),
    epci: [...Map.groupBy(communes, ({ epci }) => epci)].map(([code, members]) => ({
      code,
      nom: members[0]!.nomEpci,
      communes: members.map((commune) => commune.code),
    })),
    neighbours: {
      type: 'FeatureCollection',
      features: NEIGHBOURS.map((area) => ({
        type: 'Feature' as const,
        properties: { code: area.code, nom: area.nom },
        geometry: polygonOf(withCorners(outlineOf(area), corners)),
      })),
    } satisfies FeatureCollection<Polygon, { code: string; nom: string }>,
    order: communes,
    limit: undefined,
  }).text;
}

/** The part of its territory that lies nearer to a commune than to any other of it. */
function cellOf(own: DemonstrationCommune, communes: readonly DemonstrationCommune[]): Ring {
  const territory = TERRITORIES.find(({ code }) => code === own.departement)!;
  const [x, y] = toPlan([own.longitude, own.latitude]);
  return communes
    .filter(({ departement, code }) => departement === own.departement && code !== own.code)
    .reduce<Ring>((ring, other) => {
      const [otherX, otherY] = toPlan([other.longitude, other.latitude]);
      const [dx, dy] = [otherX - x, otherY - y];
      const middle = dx * ((x + otherX) / 2) + dy * ((y + otherY) / 2);
      return cut(ring, (point) => point[0] * dx + point[1] * dy - middle);
    }, outlineOf(territory));
}

/** The part of a ring where `beyond` is not positive. */
function cut(ring: Ring, beyond: (point: Point) => number): Ring {
  return ring.flatMap((point, index) => {
    const previous = ring.at(index - 1)!;
    const [before, here] = [beyond(previous), beyond(point)];
    const share = before / (before - here);
    const crossing: Point[] =
      before < 0 !== here < 0
        ? [[previous[0] + share * (point[0] - previous[0]), previous[1] + share * (point[1] - previous[1])]]
        : [];
    return here < 0 ? [...crossing, point] : crossing;
  });
}

/** The ring with the corners that others have along it: a border drawn from both sides goes through the same points. */
function withCorners(ring: Ring, corners: Ring): Ring {
  return sidesOf(ring).flatMap(([from, to]) => {
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    const length = Math.hypot(dx, dy);
    const along = corners
      .map(([x, y]) => ({
        point: [x, y] as const,
        at: ((x - from[0]) * dx + (y - from[1]) * dy) / length,
        aside: Math.abs((x - from[0]) * dy - (y - from[1]) * dx) / length,
      }))
      .filter(({ at, aside }) => aside < NEAR && at > NEAR && at < length - NEAR)
      .sort((a, b) => a.at - b.at);
    return [from, ...along.map(({ point }) => point)];
  });
}

/** Borders between communes broken by chance, the same way from both sides; those of territories are already. */
function roughen(ring: Ring, borders: ReadonlySet<string>): Ring {
  return sidesOf(ring).flatMap((side) => {
    const key = keyOf(side);
    if (borders.has(key)) return [side[0]];
    const isTurned = key !== `${print(side[0])} ${print(side[1])}`;
    const line = breakLine(isTurned ? [side[1], side[0]] : side, `commune ${key}`, STRAYING);
    return (isTurned ? line.toReversed() : line).slice(0, -1);
  });
}

function sidesOf(ring: Ring): readonly (readonly [Point, Point])[] {
  return ring
    .map((from, index) => [from, ring[(index + 1) % ring.length]!] as const)
    .filter(([from, to]) => print(from) !== print(to));
}

/** A side by its two ends, whichever way it runs. */
function keyOf([from, to]: readonly [Point, Point]): string {
  return [print(from), print(to)].sort().join(' ');
}

function print([x, y]: Point): string {
  return `${x.toFixed(6)},${y.toFixed(6)}`;
}

function polygonOf(ring: Ring): Polygon {
  const points = ring.map(toDegrees).map(([x, y]) => [x, y]);
  return { type: 'Polygon', coordinates: [[...points, points[0]!]] };
}
