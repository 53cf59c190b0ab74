import { join } from 'node:path';
import type { Topology } from 'topojson-specification';
import type { NamedCommune } from '../csv/column.ts';
import { type Fault, hasErrors } from '../csv/fault.ts';
import type { Source } from '../model/table.ts';
import { readContours } from './contours.ts';
import { nameFile, readSupplied } from './files.ts';
import { readListedCommunes } from './listed-communes.ts';
import { OFFICIAL_POPULATION, readOfficialCommunes } from './official-communes.ts';
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

/** An intercommunality and those of its members that belong to the observatory; `population` is theirs. */
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
  /** Where the inhabitants of communes and intercommunalités come from. */
  readonly population: Source;
  /** Objects `territoires` and, where the file holds them, `voisins`, `epci`, `communes`; null where there is no map. */
  readonly contours: Topology | null;
  readonly projection: Settings['projection'];
  readonly territoires: readonly Territoire[];
  readonly villes: readonly Ville[];
  readonly mers?: Settings['mers'];
  readonly loupe?: Settings['loupe'];
}

/** Reads what an observatory's settings say of its geography; null when communes or contours cannot be read. */
export async function readGeography(
  settings: Settings,
  dataFolder: string,
  settingsFile: string,
): Promise<{ readonly geography: Geography | null; readonly faults: readonly Fault[] }> {
  const lists = await readCommunes(settings, dataFolder, settingsFile);
  const map = await readContours(settings, dataFolder, lists);
  const faults = [...lists.faults, ...map.faults];
  if (hasErrors(faults)) return { geography: null, faults };
  const { projection, territoires, villes, mers, loupe } = settings;
  const { communes, formerCommunes, elsewhere, epci } = lists;
  const listed = {
    label: settings.demonstration ? 'communes et habitants fictifs' : 'liste des communes de l’observatoire',
  };
  const population = settings.communes === 'officiel' ? OFFICIAL_POPULATION : listed;
  const names = { territoires, villes, mers, loupe };
  return {
    geography: { communes, formerCommunes, elsewhere, epci, population, contours: map.contours, projection, ...names },
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
