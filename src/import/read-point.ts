import { type Coordinates, coordinates } from '../csv/kinds.ts';

const POINT = coordinates({ title: 'point', required: true });

/** What is expected of a point in one cell. */
export const EXPECTED_POINT = POINT.expected;

/** The point of a cell: "lat, lon" as portals write it, `{"lat":…,"lon":…}`, or a GeoJSON point, which is [lon, lat]; undefined for anything else. */
export function readPoint(text: string): Coordinates | undefined {
  const pair = text.trim().startsWith('{') ? readJson(text) : text;
  return pair === undefined ? undefined : POINT.schema.safeParse(pair).data;
}

/** "lat, lon" from an object, or from the geometry of a GeoJSON feature. */
function readJson(text: string): string | undefined {
  const written = parseObject(text);
  const { type, coordinates: numbers, lat, lon } = asObject(written?.geometry) ?? written ?? {};
  if (typeof lat === 'number' && typeof lon === 'number') return `${lat}, ${lon}`;
  return type === 'Point' && Array.isArray(numbers) ? `${numbers[1]}, ${numbers[0]}` : undefined;
}

type Json = Readonly<Record<string, unknown>>;

function parseObject(text: string): Json | undefined {
  try {
    return asObject(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function asObject(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null ? (value as Json) : undefined;
}
