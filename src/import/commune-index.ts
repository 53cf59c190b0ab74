import type { NamedCommune, References } from '../csv/column.ts';
import type { Settings } from '../datasets/settings.ts';
import { foldName } from '../text/fold.ts';

/** A commune with its code. */
export interface KnownCommune extends NamedCommune {
  readonly code: string;
}

/** All the ways to communes. */
export interface CommuneIndex {
  readonly references: References;
  readonly known: readonly KnownCommune[];
  /** By the folded official name. */
  readonly named: ReadonlyMap<string, readonly KnownCommune[]>;
  /** By the name of a part of it, or by a looser writing. */
  readonly alsoNamed: ReadonlyMap<string, readonly KnownCommune[]>;
  readonly byPostalCode: ReadonlyMap<string, readonly KnownCommune[]>;
  /** Codes of the observatory's départements. */
  readonly departements: ReadonlySet<string>;
  /** The same, by folded name or id. */
  readonly departementsNamed: ReadonlyMap<string, string>;
  /** The same, as people name them. */
  readonly departementNames: readonly string[];
}

/** Sorts a list of communes by all that files may call them. */
export function indexCommunes(references: References, territoires: Settings['territoires']): CommuneIndex {
  const known = [...references.communes].map(([code, commune]): KnownCommune => ({ ...commune, code }));
  const departements = new Set(known.flatMap(({ departement }) => departement ?? []));
  const named = territoires.filter(({ code }) => code !== undefined && departements.has(code));
  return {
    references,
    known,
    named: groupByEach(known, ({ nom }) => [foldName(nom)]),
    alsoNamed: groupByEach(known, listOtherNames),
    byPostalCode: groupByEach(known, ({ codesPostaux = [] }) => codesPostaux),
    departements,
    departementsNamed: new Map(named.flatMap(({ id, nom, code }) => [id, nom].map((name) => [foldName(name), code!]))),
    departementNames: named.map(({ nom }) => nom),
  };
}

function groupByEach<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

/** The names of its parts ("Hellemmes-Lille" is also "Hellemmes"), and its own without an article. */
function listOtherNames({ nom, anciensNoms = [] }: KnownCommune): readonly string[] {
  const suffix = ` ${foldName(nom)}`;
  const parts = anciensNoms.map(foldName);
  const alone = parts.filter((part) => part.endsWith(suffix)).map((part) => part.slice(0, -suffix.length));
  return [foldName(nom), ...parts, ...alone].map(loosen).concat(parts, alone);
}

/** A folded name without its article and its spaces, and with one spelling of « lès ». */
export function loosen(name: string): string {
  return name
    .replace(/^(?:la|le|les|l) /, '')
    .replace(/ lez /g, ' les ')
    .replace(/ /g, '');
}
