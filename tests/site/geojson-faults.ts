import type { Position } from 'geojson';

/** What a file says that calls itself GeoJSON: anything, until it is judged. */
type Unjudged = Readonly<Record<string, unknown>>;

/** West, south, east, north, in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/**
 * What is wrong with a file of maps: the rules of RFC 7946 (its sections between brackets), and everything inside a box
 * that is known beforehand.
 */
export function geojsonFaults(file: unknown, within: Box): readonly string[] {
  if (!isObject(file)) return ['ce n’est pas un objet'];
  const faults: string[] = [];
  if (file.type !== 'FeatureCollection') faults.push('[3.3] type autre que FeatureCollection');
  if ('crs' in file) faults.push('[4] un autre repère que WGS 84');
  if (['coordinates', 'geometries', 'geometry', 'properties'].some((name) => name in file))
    faults.push('[7.1] un nom réservé');
  if (!Array.isArray(file.features)) return [...faults, '[3.3] pas de liste features'];
  const ids = file.features.map((feature) => (isObject(feature) ? feature.id : undefined));
  if (new Set(ids).size !== ids.length) faults.push('un identifiant deux fois');
  const positions: Position[] = [];
  for (const feature of file.features) faults.push(...featureFaults(feature, positions));
  return [...faults, ...boxFaults(file.bbox, positions), ...placeFaults(positions, within)];
}

function featureFaults(feature: unknown, positions: Position[]): readonly string[] {
  if (!isObject(feature) || feature.type !== 'Feature') return ['[3.2] type autre que Feature'];
  const { id, properties, geometry } = feature;
  return [
    ...('id' in feature && !['string', 'number'].includes(typeof id)
      ? ['[3.2] un identifiant qui n’en est pas un']
      : []),
    ...(properties === null || isObject(properties) ? [] : ['[3.2] pas de properties']),
    ...('coordinates' in feature || 'features' in feature ? ['[7.1] un nom réservé'] : []),
    ...(geometry === null ? [] : isObject(geometry) ? geometryFaults(geometry, positions) : ['[3.2] pas de geometry']),
  ];
}

function geometryFaults({ type, coordinates }: Unjudged, positions: Position[]): readonly string[] {
  if (type === 'Point') return positionFaults(coordinates, positions);
  if (type === 'Polygon') return polygonFaults(coordinates, positions);
  if (type !== 'MultiPolygon') return [`[1.4] géométrie inattendue : ${type}`];
  return Array.isArray(coordinates) && coordinates.length > 0
    ? coordinates.flatMap((polygon) => polygonFaults(polygon, positions))
    : ['[3.1.7] pas de polygone'];
}

function polygonFaults(rings: unknown, positions: Position[]): readonly string[] {
  if (!Array.isArray(rings) || rings.length === 0) return ['[3.1.6] pas d’anneau'];
  return rings.flatMap((ring, index) => {
    if (!Array.isArray(ring) || ring.length < 4) return ['[3.1.6] un anneau de moins de quatre positions'];
    const faults = ring.flatMap((position) => positionFaults(position, positions));
    if (faults.length > 0) return faults;
    if (String(ring[0]) !== String(ring.at(-1))) return ['[3.1.6] un anneau ouvert'];
    const turn = turnOf(ring);
    if (turn === 0) return ['[3.1.6] un anneau sans surface'];
    return turn > 0 === (index === 0) ? [] : ['[3.1.6] un anneau qui tourne à l’envers'];
  });
}

function positionFaults(position: unknown, positions: Position[]): readonly string[] {
  const isPosition =
    Array.isArray(position) && [2, 3].includes(position.length) && position.every((value) => Number.isFinite(value));
  if (!isPosition) return ['[3.1.1] une position qui n’est pas faite de nombres'];
  positions.push(position);
  const [longitude, latitude] = position;
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 ? [] : ['[4] des degrés hors de la Terre'];
}

function boxFaults(bbox: unknown, positions: readonly Position[]): readonly string[] {
  const known = boxOf(positions);
  return String(bbox) === String(known) ? [] : ['[5] une boîte qui n’est pas celle du contenu'];
}

function placeFaults(positions: readonly Position[], [west, south, east, north]: Box): readonly string[] {
  const isOut = ([x = 0, y = 0]: Position) => x < west || x > east || y < south || y > north;
  return positions.some(isOut) ? ['une position hors de la région'] : [];
}

/** The smallest box around positions. */
export function boxOf(positions: readonly Position[]): Box {
  const [longitudes, latitudes] = [positions.map(([x]) => x!), positions.map(([, y]) => y!)];
  return [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)];
}

/** Twice the signed area of a ring: positive where it is wound counterclockwise. */
function turnOf(ring: readonly Position[]): number {
  return ring.slice(1).reduce((sum, [x, y], index) => sum + ring[index]![0]! * y! - x! * ring[index]![1]!, 0);
}

function isObject(value: unknown): value is Unjudged {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
