import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { Fault } from '../../src/csv/fault.ts';
import { enumerate } from '../../src/text/list.ts';
import { plural } from '../../src/text/plural.ts';

/** A commune as a file of contours holds it: its code of that file's year, and its area in degrees. */
export interface CommuneContour {
  readonly code: string;
  readonly nom: string;
  readonly geometry: Polygon | MultiPolygon;
}

/** Names under which IGN, Etalab and the portals keep a commune's code and name; case does not count. */
const CODE = ['code', 'insee_com', 'code_insee', 'insee', 'codgeo', 'com_code', 'code_com', 'com'];
const NAME = ['nom', 'nom_com', 'nom_officiel', 'libgeo', 'com_name', 'nom_commune', 'libelle', 'nom_m'];

/** Codes listed where many are alike. */
const LISTED = 8;

const WANTED = 'un fichier GeoJSON : une « FeatureCollection » de communes';

interface Reading {
  readonly contours: readonly CommuneContour[];
  readonly faults: readonly Fault[];
}

/** The communes of a GeoJSON file of the IGN or of Etalab; what cannot be one is told, and the whole file where it is another kind. */
export function readCommuneContours(text: string, file: string): Reading {
  const refuse = (problem: string, expected: string, value?: string): Reading => ({
    contours: [],
    faults: [{ level: 'erreur', file, problem, expected, ...(value ? { value } : {}) }],
  });
  const features = readFeatures(text);
  if (typeof features === 'string') return refuse(features, WANTED);
  if (features.length === 0) return refuse('aucun contour', WANTED);

  const named = features.map(readNames);
  if (named.every(({ code }) => code === undefined)) {
    const known = enumerate(CODE.slice(0, 4).map(quote), 'ou');
    return refuse('aucun code INSEE', `une propriété ${known}`, namesOf(features[0]));
  }
  const areas = features.map(readArea);
  const misplaced = explainPlace(areas.flatMap((area) => area ?? []));
  if (misplaced) return refuse(...misplaced);

  const found = named.map(({ code, nom }, index) => ({ code, nom: nom ?? code ?? '', geometry: areas[index] }));
  const uncoded = found.filter(({ code }) => code === undefined).length;
  const empty = found.flatMap(({ code, geometry }) => (code !== undefined && !geometry ? [code] : []));
  const whole = found.filter((one): one is CommuneContour => one.code !== undefined && one.geometry !== undefined);
  const { contours, copies, rivals } = settleDoubles(whole);
  const warn = (problem: string, expected: string, codes: readonly string[] = []): Fault => {
    return { level: 'avertissement', file, problem, expected, ...(codes.length > 0 ? { value: list(codes) } : {}) };
  };
  const faults: Fault[] = [
    ...(uncoded ? [warn(`${plural(uncoded, 'contour', 'contours')} sans code INSEE`, 'un code pour chacun')] : []),
    ...(empty.length
      ? [
          warn(
            `${plural(empty.length, 'commune', 'communes')} sans contour qui se dessine`,
            'une surface, « Polygon » ou « MultiPolygon »',
            empty,
          ),
        ]
      : []),
    ...(copies.length
      ? [warn(`${plural(copies.length, 'commune écrite', 'communes écrites')} deux fois`, 'une seule fois', copies)]
      : []),
    ...(rivals.length
      ? [
          {
            ...warn('une commune a deux contours différents', 'un seul contour par commune', rivals),
            level: 'erreur' as const,
          },
        ]
      : []),
  ];
  return { contours, faults };
}

/** The features of a collection, or what the text is instead. */
function readFeatures(text: string): readonly unknown[] | string {
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    if (text.startsWith('PK')) return 'c’est une archive : sortez-en le fichier .geojson';
    return /^\s*</.test(text) ? 'c’est une page ou du XML' : 'ce n’est pas du JSON, ou il est coupé';
  }
  const { type, features } = (content ?? {}) as { type?: unknown; features?: unknown };
  if (type === 'Topology') return 'c’est du TopoJSON';
  return type === 'FeatureCollection' && Array.isArray(features) ? features : 'ce n’est pas une liste de contours';
}

function propertiesOf(feature: unknown): Readonly<Record<string, unknown>> {
  const { properties } = (feature ?? {}) as { properties?: unknown };
  return properties !== null && typeof properties === 'object' ? (properties as Record<string, unknown>) : {};
}

function readNames(feature: unknown): { code: string | undefined; nom: string | undefined } {
  const properties = new Map(
    Object.entries(propertiesOf(feature)).map(([name, value]) => [name.toLowerCase(), value] as const),
  );
  const read = (names: readonly string[]) =>
    names.map((name) => asText(properties.get(name))).find((value) => value !== undefined);
  const code = CODE.map((name) => asText(properties.get(name))).find((value) => value && isCode(value));
  return { code: code?.toUpperCase().padStart(5, '0'), nom: read(NAME) };
}

/** Five characters; a number lost its zero on the way. An observatory's own codes may be longer. */
const isCode = (text: string): boolean => /^[0-9A-Za-z]{4,10}$/.test(text);

/** Portals of Opendatasoft keep a code in a list of one. */
function asText(value: unknown): string | undefined {
  const one = Array.isArray(value) && value.length === 1 ? value[0] : value;
  const text = typeof one === 'string' || typeof one === 'number' ? String(one).trim() : '';
  return text === '' ? undefined : text;
}

/** The area of a feature, its rings closed and made of numbers; undefined for anything else. */
function readArea(feature: unknown): Polygon | MultiPolygon | undefined {
  const { geometry } = (feature ?? {}) as { geometry?: { type?: unknown; coordinates?: unknown } | null };
  const polygons =
    geometry?.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry?.type === 'MultiPolygon' && Array.isArray(geometry.coordinates)
        ? geometry.coordinates
        : [];
  if (polygons.length === 0 || !polygons.every(isPolygon)) return undefined;
  return geometry?.type === 'Polygon'
    ? { type: 'Polygon', coordinates: polygons[0]! }
    : { type: 'MultiPolygon', coordinates: polygons };
}

function isPolygon(rings: unknown): rings is Position[][] {
  return Array.isArray(rings) && rings.length > 0 && rings.every(isRing);
}

function isRing(ring: unknown): ring is Position[] {
  if (!Array.isArray(ring) || ring.length < 4 || !ring.every(isPosition)) return false;
  const [first, last] = [ring[0]!, ring.at(-1)!];
  return first[0] === last[0] && first[1] === last[1];
}

function isPosition(position: unknown): position is Position {
  return Array.isArray(position) && Number.isFinite(position[0]) && Number.isFinite(position[1]);
}

/** Why the coordinates are no longitudes and latitudes, and what is wanted; nothing where they are. */
function explainPlace(areas: readonly (Polygon | MultiPolygon)[]): [string, string, string] | undefined {
  const points = areas.flatMap(({ type, coordinates }) => (type === 'Polygon' ? coordinates[0]! : coordinates[0]![0]!));
  const metres = points.find(([x = 0, y = 0]) => Math.abs(x) > 180 || Math.abs(y) > 90);
  if (metres) {
    const wanted = 'des degrés, longitude puis latitude (WGS 84, EPSG:4326) : QGIS convertit à l’export';
    return ['coordonnées en mètres, sans doute en Lambert-93', wanted, metres.slice(0, 2).join(' ')];
  }
  // No land of France lies east of 41° and south of 10°.
  const turned = points.every(([x = 0, y = 0]) => x > 41 && x < 52 && y > -6 && y < 10);
  return points.length > 0 && turned
    ? ['latitude et longitude échangées', 'la longitude, puis la latitude', points[0]!.slice(0, 2).join(' ')]
    : undefined;
}

/** Each commune once: the same contour twice is read once, two contours for one code cannot both be right. */
function settleDoubles(found: readonly CommuneContour[]) {
  const byCode = Map.groupBy(found, ({ code }) => code);
  const several = [...byCode].filter(([, contours]) => contours.length > 1);
  const isSame = (contours: readonly CommuneContour[]) =>
    new Set(contours.map(({ geometry }) => JSON.stringify(geometry.coordinates))).size === 1;
  return {
    contours: [...byCode.values()].map(([first]) => first!),
    copies: several.flatMap(([code, contours]) => (isSame(contours) ? [code] : [])),
    rivals: several.flatMap(([code, contours]) => (isSame(contours) ? [] : [code])),
  };
}

function namesOf(feature: unknown): string {
  return Object.keys(propertiesOf(feature)).slice(0, LISTED).join(', ') || 'aucune propriété';
}

function list(codes: readonly string[]): string {
  return codes.length > LISTED ? `${codes.slice(0, LISTED).join(', ')}…` : codes.join(', ');
}

function quote(word: string): string {
  return `« ${word} »`;
}
