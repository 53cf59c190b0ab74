import type { Data } from '../datasets/data.ts';
import { datasets } from '../datasets/index.ts';
import type { Settings } from '../datasets/settings.ts';
import type { Scope } from '../model/figure.ts';

type Territoire = Settings['territoires'][number];

/** The word that stands for "all of them" in a scope. */
export const ALL = 'tous';

/** The years of survey that the data hold, oldest first. */
export function millesimesOf(data: Data): readonly string[] {
  return [...new Set(data.enquete.map((row) => row.millesime))].sort();
}

/** Every scope of a figure or an indicator: the whole region, and the territories of the partition where they apply. */
export function scopesOf(
  data: Data,
  uses: readonly (keyof typeof datasets)[],
  scopes: { readonly territoires: 'tous' | 'région'; readonly millesimes: 'un' | 'tous' },
): readonly Scope[] {
  const yearly = uses.some((id) => datasets[id].millesimes);
  const millesimes = yearly && scopes.millesimes === 'un' ? millesimesOf(data) : [ALL];
  const { region, partition, territoires } = data.settings;
  const places =
    scopes.territoires === 'tous' ? territoires.filter(({ type }) => type === partition).map(({ id }) => id) : [];
  return millesimes.flatMap((millesime) => [region.id, ...places].map((territoire) => ({ millesime, territoire })));
}

/** The data seen from a scope: only its year, only its territory. Published reference figures belong to no territory. */
export function dataIn(data: Data, { millesime, territoire }: Scope): Data {
  const place = data.settings.territoires.find(({ id }) => id === territoire);
  const inPlace = (row: { readonly code_insee: string | null; readonly cercle?: string | null }) =>
    !place || belongs(data, place, row);
  return {
    ...data,
    lieux: data.lieux.filter(inPlace),
    enquete: data.enquete.filter((row) => (millesime === ALL || row.millesime === millesime) && inPlace(row)),
  };
}

/** Membership of a cercle is stated by the row, never deduced from its commune. */
function belongs(
  data: Data,
  place: Territoire,
  row: { readonly code_insee: string | null; readonly cercle?: string | null },
): boolean {
  if (place.type === 'cercle') return row.cercle === place.id;
  const commune = row.code_insee === null ? undefined : data.geography.communes.get(row.code_insee);
  return place.type === 'epci' ? commune?.epci === place.code : commune?.departement === place.code;
}
