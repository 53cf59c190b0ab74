import type { Fault } from '../csv/fault.ts';
import { decimal, integer, slug, text } from '../csv/kinds.ts';
import { readCsv } from '../csv/read.ts';
import type { Commune } from './geography.ts';

const columns = {
  code: text({ title: 'code', required: true, unique: true, max: 10 }),
  nom: text({ title: 'nom', required: true, max: 100 }),
  departement: text({ title: 'departement', required: true, max: 10 }),
  epci: slug({ title: 'epci' }),
  population: integer({ title: 'population', min: 0 }),
  latitude: decimal({ title: 'latitude', min: -90, max: 90 }),
  longitude: decimal({ title: 'longitude', min: -180, max: 180 }),
};

/** An observatory's own list of communes, from a CSV of its data folder; `departement` holds the code of a territory. */
export function readListedCommunes(
  bytes: Uint8Array,
  file: string,
): { readonly communes: ReadonlyMap<string, Commune>; readonly faults: readonly Fault[] } {
  const { rows, faults } = readCsv(bytes, { file, columns, unknownColumn: 'avertissement' });
  const communes = new Map(rows.map((row) => [row.code, row]));
  return { communes, faults: faults.filter(({ problem }) => problem !== 'colonne absente, lue comme vide') };
}
