import type { Data, DatasetId } from '../datasets/data.ts';
import type { Reponse } from '../datasets/enquete.ts';
import { datasets } from '../datasets/index.ts';
import type { Lieu } from '../datasets/lieux.ts';
import { millesimesOf } from '../datasets/millesimes.ts';
import { liesIn, partitionOf } from '../datasets/territories.ts';
import { matchBeneficiaries } from '../figures/match-beneficiaries.ts';
import type { ObservatoryIndicator } from '../indicators/define.ts';
import type { Scope } from '../model/figure.ts';

/** The word that stands for "all of them" in a scope. */
export const ALL = 'tous';

/**
 * Every scope of a figure or an indicator: the whole region, and where they apply its territories. Answers of the survey
 * are told of one partition only, since territories that overlap could be subtracted; what is public, of them all.
 */
export function scopesOf(
  data: Data,
  uses: readonly DatasetId[],
  scopes: { readonly territoires: 'tous' | 'région'; readonly millesimes: 'un' | 'tous' },
): readonly Scope[] {
  const yearly = uses.filter((id) => datasets[id].millesimes) as readonly ('enquete' | 'subventions' | 'flux')[];
  const years = millesimesOf(yearly.flatMap((id): readonly { readonly millesime: string }[] => data[id]));
  const millesimes = yearly.length > 0 && scopes.millesimes === 'un' ? years : [ALL];
  const isPublic = uses.every((id) => datasets[id].access === 'public');
  const within = isPublic ? data.settings.territoires : partitionOf(data);
  const parts = scopes.territoires === 'tous' ? within : [];
  const places = [data.settings.region, ...parts];
  return millesimes.flatMap((millesime) => places.map(({ id }) => ({ millesime, territoire: id })));
}

/** Datasets whose rows lie in a territory. */
const PLACED: ReadonlySet<DatasetId> = new Set(['lieux', 'enquete']);

/** Where an indicator applies, one year at a time: in each territory where its rows lie somewhere, else in the region only. */
export function scopesOfIndicator({ uses }: Pick<ObservatoryIndicator, 'uses'>) {
  const territoires = uses.some((id) => PLACED.has(id)) ? ('tous' as const) : ('région' as const);
  return { territoires, millesimes: 'un' as const };
}

/** The latest year of what uses some datasets; all of them where it is about none in particular. */
export function latestOf(data: Data, uses: readonly DatasetId[], millesimes: 'un' | 'tous'): string {
  return scopesOf(data, uses, { territoires: 'région', millesimes }).at(-1)?.millesime ?? ALL;
}

/**
 * The data seen from a scope: only its year, only its territory. A subsidy lies where the place of the directory lies
 * that it went to; published reference figures belong to no territory.
 */
export function dataIn(data: Data, { millesime, territoire }: Scope): Data {
  const place = data.settings.territoires.find(({ id }) => id === territoire);
  const inPlace = <Row extends Lieu | Reponse>(rows: readonly Row[]) =>
    place ? rows.filter((row) => liesIn(place, row, data)) : rows;
  const inYear = <Row extends { readonly millesime: string }>(rows: readonly Row[]) =>
    millesime === ALL ? rows : rows.filter((row) => row.millesime === millesime);
  const lieux = inPlace(data.lieux);
  return {
    ...data,
    lieux,
    enquete: inPlace(inYear(data.enquete)),
    subventions: place ? subsidiesTo(lieux, inYear(data.subventions), data) : inYear(data.subventions),
    flux: inYear(data.flux),
  };
}

/** Beneficiaries are known among all places: a name that two of them bear is nobody's, wherever one looks from. */
function subsidiesTo(lieux: readonly Lieu[], subventions: Data['subventions'], data: Data): Data['subventions'] {
  if (subventions.length === 0) return subventions;
  const matchOf = matchBeneficiaries(data);
  const own = new Set(lieux.map(({ id }) => id));
  return subventions.filter((row) => own.has(matchOf(row)?.id ?? ''));
}
