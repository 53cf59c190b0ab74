import { join } from 'node:path';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Fault } from '../csv/fault.ts';
import { plural } from '../text/plural.ts';
import { nameFile, readSupplied } from './files.ts';
import type { Geography } from './geography.ts';
import type { Settings } from './settings.ts';

type Areas = GeometryCollection;

/** Codes listed where many are alike. */
const LISTED = 8;

/** The areas that contours may hold besides the territories, how they are called, and the list that knows their codes. */
const OPTIONAL = {
  epci: { one: 'intercommunalité', many: 'intercommunalités', list: 'epci', isWhole: true },
  // A file of contours that has no room for every commune holds those that maps and checks need most.
  communes: { one: 'commune', many: 'communes', list: 'communes', isWhole: false },
} as const;

/** The contours that the settings name, and what is wrong in them; null where there are none, or none that can be drawn. */
export async function readContours(
  { contours, territoires, partition }: Settings,
  dataFolder: string,
  lists: Pick<Geography, 'communes' | 'epci'>,
): Promise<{ readonly contours: Topology | null; readonly faults: readonly Fault[] }> {
  if (contours === null) return { contours: null, faults: [] };
  const path = join(dataFolder, contours);
  const bytes = await readSupplied(path, 'le fond de carte, nommé par observatoire.yaml');
  if (!(bytes instanceof Uint8Array)) return { contours: null, faults: [bytes] };
  const fault = { level: 'erreur', file: nameFile(path) } as const;
  const topology = parseTopology(new TextDecoder().decode(bytes));
  if (!topology)
    return { contours: null, faults: [{ ...fault, expected: 'un fichier TopoJSON avec l’objet « territoires »' }] };
  const drawn = new Set(codesIn(topology.objects.territoires as Areas));
  const missing: readonly Fault[] = territoires
    .filter(({ type, code }) => type === partition && code !== undefined && !drawn.has(code))
    .map(({ code, nom }) => ({
      ...fault,
      value: code!,
      problem: `pas de contour pour « ${nom} »`,
      expected: 'un contour dont « code » est celui du territoire',
    }));
  return { contours: topology, faults: [...missing, ...checkOptional(topology, nameFile(path), lists)] };
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

function checkOptional({ objects }: Topology, file: string, lists: Pick<Geography, 'communes' | 'epci'>): Fault[] {
  return Object.entries(OPTIONAL).flatMap(([name, { one, many, list, isWhole }]) => {
    const object = objects[name];
    if (object === undefined) return [];
    const where = { level: 'erreur', file, columnName: name } as const;
    if (object.type !== 'GeometryCollection') {
      return [{ ...where, problem: 'ce n’est pas une liste de contours', expected: 'une « GeometryCollection »' }];
    }
    const areas = (object as Areas).geometries;
    const codes = codesIn(object as Areas);
    const uncoded = areas.length - codes.length;
    const doubles = [...new Set(codes.filter((code, index) => codes.indexOf(code) < index))];
    const unknown = codes.filter((code) => !lists[list].has(code));
    const undrawn = isWhole ? [...lists[list].keys()].filter((code) => !codes.includes(code)) : [];
    const count = (codes: readonly unknown[]) => plural(codes.length, one, many);
    const again = 'les contours d’aujourd’hui : npm run contours -- FICHIER';
    return [
      ...(uncoded > 0
        ? [
            {
              ...where,
              problem: `${plural(uncoded, 'contour', 'contours')} sans code`,
              expected: 'une propriété « code »',
            },
          ]
        : []),
      ...(doubles.length > 0
        ? [{ ...where, value: print(doubles), problem: 'code écrit deux fois', expected: 'un seul contour par code' }]
        : []),
      ...(unknown.length > 0
        ? [
            {
              ...where,
              level: 'avertissement' as const,
              value: print(unknown),
              problem: `${count(unknown)} que la liste d’aujourd’hui ne connaît pas`,
              expected: again,
            },
          ]
        : []),
      ...(undrawn.length > 0
        ? [
            {
              ...where,
              level: 'avertissement' as const,
              value: print(undrawn),
              problem: `${count(undrawn)} sans contour`,
              expected: again,
            },
          ]
        : []),
    ];
  });
}

function codesIn({ geometries }: Areas): readonly string[] {
  return geometries.flatMap(({ properties }) => {
    const { code } = (properties ?? {}) as { readonly code?: unknown };
    return typeof code === 'string' ? code : [];
  });
}

function print(codes: readonly string[]): string {
  return codes.length > LISTED ? `${codes.slice(0, LISTED).join(', ')}…` : codes.join(', ');
}
