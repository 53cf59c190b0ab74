import type { Position } from 'geojson';
import { formatNumber } from '../../src/text/number.ts';
import { buildContours } from '../contours/build-contours.ts';
import { readCommuneContours } from '../contours/read-commune-contours.ts';
import { type BenchRow, median } from './table.ts';

/** Communes along each side of the region that is measured: as many as a large region has. */
const SIDE = 60;
/** Points along each side of a commune, between its corners. */
const POINTS = 12;
/** Bytes of the file at most, those of `npm run contours`. */
const LIMIT = 250_000;
const RUNS = 3;

/** Dissolving, simplifying and fitting a region's communes, beside only reading their file as JSON. */
export function benchContours(): readonly BenchRow[] {
  const text = makeCommunes();
  const [reading, building]: [number[], number[]] = [[], []];
  for (let run = 0; run <= RUNS; run++) {
    const start = performance.now();
    JSON.parse(text);
    const middle = performance.now();
    buildAll(text);
    const end = performance.now();
    // The first run warms the engine up.
    if (run === 0) continue;
    reading.push(middle - start);
    building.push(end - middle);
  }
  const ratio = formatNumber(median(building.map((one, i) => one / reading[i]!)), { decimals: 0 });
  return [
    {
      name: `${formatNumber(SIDE * SIDE)} communes, ${formatNumber(text.length / 1e6, { decimals: 1 })} Mo (rapport à leur lecture en JSON : ${ratio})`,
      value: `${formatNumber(median(building) / 1000, { decimals: 1 })} s`,
    },
  ];
}

function buildAll(text: string): void {
  const contours = Map.groupBy(readCommuneContours(text, 'communes.geojson').contours, ({ code }) => code);
  const codes = [...contours.keys()];
  // Five territories of many intercommunalités, in bands.
  const bands = (count: number) =>
    Array.from({ length: count }, (_, band) => ({
      code: String(band),
      nom: `Bande ${band}`,
      communes: codes.filter((_code, i) => Math.floor((i * count) / codes.length) === band),
    }));
  buildContours({
    contours,
    territoires: bands(5),
    epci: bands(90),
    neighbours: undefined,
    order: codes.map((code) => ({ code })),
    limit: LIMIT,
  });
}

/** A region of squares whose sides wave, each side the same for both of its communes. */
function makeCommunes(): string {
  const features = Array.from({ length: SIDE * SIDE }, (_, i) => {
    const [x, y] = [i % SIDE, Math.floor(i / SIDE)];
    const corners: Position[] = [
      [x, y],
      [x + 1, y],
      [x + 1, y + 1],
      [x, y + 1],
    ];
    const ring = corners.flatMap((corner, side) => sideBetween(corner, corners[(side + 1) % 4]!));
    return {
      type: 'Feature',
      properties: { code: String(10_000 + i), nom: `Commune ${i}` },
      geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]!].map(place)] },
    };
  });
  return JSON.stringify({ type: 'FeatureCollection', features });
}

/** The points from a corner to just before the next, in steps of the grid; what waves depends on the place alone. */
function sideBetween([x = 0, y = 0]: Position, [toX = 0, toY = 0]: Position): Position[] {
  return Array.from({ length: POINTS }, (_, i) => {
    const [atX, atY] = [x + ((toX - x) * i) / POINTS, y + ((toY - y) * i) / POINTS];
    const wave = i === 0 ? 0 : 0.12 * Math.sin(7 * (atX + atY) * Math.PI);
    return toX === x ? [atX + wave, atY] : [atX, atY + wave];
  });
}

/** Degrees, about where France is; a commune is some three kilometres wide. */
function place([x = 0, y = 0]: Position): Position {
  return [x * 0.04 + 1, y * 0.03 + 49].map((degrees) => Math.round(degrees * 1e5) / 1e5);
}
