import { join } from 'node:path';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { NamedCommune } from '../csv/column.ts';
import { type Fault, hasErrors } from '../csv/fault.ts';
import { nameFile, readSupplied } from './files.ts';
import { readListedCommunes } from './listed-communes.ts';
import { readOfficialCommunes } from './official-communes.ts';
import type { Settings, Territoire, Ville } from './settings.ts';

/** A commune of the observatory; `epci` is the SIREN of its intercommunality, where known. */
export interface Commune extends NamedCommune {
  readonly code: string;
  readonly departement: string;
  readonly epci: string | null;
  readonly population: number | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** An intercommunality and those of its members that belong to the observatory. */
export interface Epci {
  readonly code: string;
  readonly nom: string;
  readonly population: number | null;
  readonly communes: readonly string[];
}

/** Where things are: the official lists, and what maps are drawn from. */
export interface Geography {
  readonly communes: ReadonlyMap<string, Commune>;
  /** Codes no longer in use, with the code that replaced them. */
  readonly formerCommunes: ReadonlyMap<string, string>;
  /** Communes of the country that are not the observatory's; none where it has its own list. */
  readonly elsewhere: ReadonlyMap<string, NamedCommune>;
  readonly epci: ReadonlyMap<string, Epci>;
  /** Objects `territoires` and `voisins`; null where the observatory has no map. */
  readonly contours: Topology | null;
  readonly projection: Settings['projection'];
  readonly territoires: readonly Territoire[];
  readonly villes: readonly Ville[];
}

/** Reads what an observatory's settings say of its geography; null when communes or contours cannot be read. */
export async function readGeography(
  settings: Settings,
  dataFolder: string,
  settingsFile: string,
): Promise<{ readonly geography: Geography | null; readonly faults: readonly Fault[] }> {
  const lists = await readCommunes(settings, dataFolder, settingsFile);
  const map = await readContours(settings, dataFolder);
  const faults = [...lists.faults, ...map.faults];
  if (hasErrors(faults)) return { geography: null, faults };
  const { projection, territoires, villes } = settings;
  const { communes, formerCommunes, elsewhere, epci } = lists;
  return {
    geography: { communes, formerCommunes, elsewhere, epci, contours: map.contours, projection, territoires, villes },
    faults,
  };
}

interface Lists extends Pick<Geography, 'communes' | 'formerCommunes' | 'elsewhere' | 'epci'> {
  readonly faults: readonly Fault[];
}

async function readCommunes(settings: Settings, dataFolder: string, settingsFile: string): Promise<Lists> {
  const none = { communes: new Map(), formerCommunes: new Map(), elsewhere: new Map(), epci: new Map() };
  if (settings.communes !== 'officiel') {
    const path = join(dataFolder, settings.communes);
    const bytes = await readSupplied(path, 'la liste des communes, nommée par observatoire.yaml');
    return bytes instanceof Uint8Array
      ? { ...none, ...readListedCommunes(bytes, nameFile(path)) }
      : { ...none, faults: [bytes] };
  }
  const departements = settings.territoires
    .filter(({ type }) => type === 'departement')
    .flatMap(({ code }) => code ?? []);
  const lists = await readOfficialCommunes(new Set(departements));
  if (lists.communes.size > 0) return { ...lists, faults: [] };
  const expected = 'des territoires de type « departement » avec leur code, puisque « communes » est « officiel »';
  return { ...none, faults: [{ level: 'erreur', file: settingsFile, columnName: 'territoires', expected }] };
}

async function readContours({ contours, territoires, partition }: Settings, dataFolder: string) {
  if (contours === null) return { contours: null, faults: [] };
  const path = join(dataFolder, contours);
  const bytes = await readSupplied(path, 'le fond de carte, nommé par observatoire.yaml');
  if (!(bytes instanceof Uint8Array)) return { contours: null, faults: [bytes] };
  const fault = { level: 'erreur', file: nameFile(path) } as const;
  const topology = parseTopology(new TextDecoder().decode(bytes));
  if (!topology)
    return { contours: null, faults: [{ ...fault, expected: 'un fichier TopoJSON avec l’objet « territoires »' }] };
  const drawn = codesIn(topology);
  const faults: Fault[] = territoires
    .filter(({ type, code }) => type === partition && code !== undefined && !drawn.has(code))
    .map(({ code, nom }) => ({
      ...fault,
      value: code!,
      problem: `pas de contour pour « ${nom} »`,
      expected: 'un contour dont « code » est celui du territoire',
    }));
  return { contours: topology, faults };
}

function parseTopology(text: string): Topology | undefined {
  try {
    const topology = JSON.parse(text) as Topology;
    const isComplete = topology.type === 'Topology' && topology.objects.territoires?.type === 'GeometryCollection';
    return isComplete && isDrawable(topology) ? topology : undefined;
  } catch {
    return undefined;
  }
}

/** True when every line that an object names is there, and made of numbers; throws for what is no topology at all. */
function isDrawable(topology: Topology): boolean {
  const isPlaced = topology.arcs.every((arc) => arc.every((place) => place.length > 1 && place.every(Number.isFinite)));
  for (const object of Object.values(topology.objects)) feature(topology, object);
  return isPlaced;
}

function codesIn({ objects }: Topology): ReadonlySet<string> {
  const { geometries } = objects.territoires as GeometryCollection<{ readonly code?: string }>;
  return new Set(
    geometries.flatMap(({ properties }) => (properties && 'code' in properties ? (properties.code ?? []) : [])),
  );
}
