import type { Topology } from 'topojson-specification';
import type { Settings, Territoire, Ville } from './settings.ts';

/** A commune of the observatory; `epci` is the SIREN of its intercommunality, where known. */
export interface Commune {
  readonly code: string;
  readonly nom: string;
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
  readonly epci: ReadonlyMap<string, Epci>;
  /** Objects `territoires` and `voisins`; null where the observatory has no map. */
  readonly contours: Topology | null;
  readonly projection: Settings['projection'];
  readonly territoires: readonly Territoire[];
  readonly villes: readonly Ville[];
}
