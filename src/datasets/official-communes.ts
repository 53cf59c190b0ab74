import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Source } from '../model/table.ts';
import { addUp } from './add-up.ts';
import type { Commune, Epci } from './geography.ts';

interface OfficialCommune {
  readonly code: string;
  readonly nom: string;
  readonly type: string;
  readonly departement?: string;
  readonly population?: number;
  readonly anciensCodes?: readonly string[];
  readonly codesPostaux?: readonly string[];
  /** Of a part of a commune: the commune. */
  readonly chefLieu?: string;
}

interface OfficialEpci {
  readonly code: string;
  readonly nom: string;
  readonly membres: readonly { readonly code: string }[];
}

/**
 * Where the official list's inhabitants come from: the package names the file of the Insee without its year. Their sum is
 * that of the populations of 2023, in force on 1 January 2026.
 */
export const OFFICIAL_POPULATION: Source = {
  label: 'Insee, population municipale des communes',
  millesime: '2023',
  url: 'https://www.insee.fr/fr/statistiques/8680726?sommaire=8681011',
  licence: 'Licence Ouverte 2.0',
};

type OfficialLists = ReturnType<typeof readLists>;

/** Lists already read: an import looks at the observatory before and after, and they are most of the wait. */
const known = new Map<string, OfficialLists>();

/** The official lists of some départements: today's communes, the codes they replaced, the intercommunalités they belong to. */
export function readOfficialCommunes(departements: ReadonlySet<string>): OfficialLists {
  const key = [...departements].sort().join();
  const lists = known.get(key) ?? readLists(departements);
  known.set(key, lists);
  return lists;
}

async function readLists(departements: ReadonlySet<string>) {
  const [allCommunes, allEpci] = await Promise.all([
    readList<OfficialCommune>('communes'),
    readList<OfficialEpci>('epci'),
  ]);
  const own = allCommunes.filter(
    ({ type, departement }) => type === 'commune-actuelle' && departements.has(departement ?? ''),
  );
  const codes = new Set(own.map(({ code }) => code));
  const epci = new Map<string, Epci>();
  const epciOf = new Map<string, string>();
  const populationOf = new Map(own.map(({ code, population }) => [code, population]));
  for (const { code, nom, membres } of allEpci) {
    const communes = membres.map((membre) => membre.code).filter((membre) => codes.has(membre));
    if (communes.length === 0) continue;
    // The list of intercommunalités counts inhabitants of another year: communes are added up instead.
    epci.set(code, { code, nom, population: addUp(communes.map((commune) => populationOf.get(commune))), communes });
    for (const commune of communes) epciOf.set(commune, code);
  }
  const parts = Map.groupBy(allCommunes, ({ chefLieu }) => chefLieu);
  const partOf = new Set(allCommunes.filter(({ chefLieu }) => chefLieu !== undefined).map(({ code }) => code));
  const communes = new Map<string, Commune>();
  const formerCommunes = new Map<string, string>();
  for (const { code, nom, departement, population, anciensCodes, codesPostaux } of own) {
    const place = { latitude: null, longitude: null };
    communes.set(code, {
      code,
      nom,
      departement: departement!,
      epci: epciOf.get(code) ?? null,
      population: population ?? null,
      codesPostaux: codesPostaux ?? [],
      anciensNoms: (parts.get(code) ?? []).map((part) => part.nom).filter((name) => name !== nom),
      ...place,
    });
    // A commune that was split again keeps the codes it once took: the parts of today say better where they went.
    for (const former of anciensCodes ?? [])
      if (!codes.has(former) && !partOf.has(former)) formerCommunes.set(former, code);
    for (const { code: part } of parts.get(code) ?? []) if (!codes.has(part)) formerCommunes.set(part, code);
  }
  const elsewhere = new Map(
    allCommunes
      .filter(({ type, code }) => type === 'commune-actuelle' && !codes.has(code))
      .map(({ code, nom, departement }) => [code, { nom, ...(departement ? { departement } : {}) }] as const),
  );
  return { communes, formerCommunes, elsewhere, epci };
}

/** Found from where the command runs: the build bundles this file elsewhere. */
async function readList<T>(name: string): Promise<readonly T[]> {
  const require = createRequire(join(process.cwd(), 'package.json'));
  return JSON.parse(await readFile(require.resolve(`@etalab/decoupage-administratif/data/${name}.json`), 'utf8'));
}
