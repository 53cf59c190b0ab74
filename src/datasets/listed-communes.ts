import type { Fault } from '../csv/fault.ts';
import { decimal, integer, slug, text } from '../csv/kinds.ts';
import { readCsv } from '../csv/read.ts';
import { addUp } from './add-up.ts';
import type { Commune, Epci } from './geography.ts';

const columns = {
  code: text({ title: 'code', required: true, unique: true, max: 10 }),
  nom: text({ title: 'nom', required: true, max: 100 }),
  departement: text({ title: 'departement', required: true, max: 10 }),
  epci: slug({ title: 'epci' }),
  nom_epci: text({ title: 'nom_epci', max: 100 }),
  population: integer({ title: 'population', min: 0 }),
  latitude: decimal({ title: 'latitude', min: -90, max: 90 }),
  longitude: decimal({ title: 'longitude', min: -180, max: 180 }),
};

/** An observatory's own list of communes, from a CSV of its data folder; `departement` holds the code of a territory. */
export function readListedCommunes(
  bytes: Uint8Array,
  file: string,
): {
  readonly communes: ReadonlyMap<string, Commune>;
  readonly epci: ReadonlyMap<string, Epci>;
  readonly faults: readonly Fault[];
} {
  const { rows, faults } = readCsv(bytes, { file, columns, unknownColumn: 'avertissement' });
  const communes = new Map(rows.map(({ nom_epci: _, ...row }) => [row.code, row]));
  const members = [...Map.groupBy(rows, ({ epci }) => epci)];
  const epci = new Map(
    members.flatMap(([code, own]) => {
      if (code === null) return [];
      const nom = own.find(({ nom_epci }) => nom_epci !== null)?.nom_epci ?? code;
      const population = addUp(own.map((row) => row.population));
      return [[code, { code, nom, population, communes: own.map((row) => row.code) }] as const];
    }),
  );
  return { communes, epci, faults: faults.filter(({ problem }) => problem !== 'colonne absente, lue comme vide') };
}
