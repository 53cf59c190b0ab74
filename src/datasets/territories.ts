import type { Data } from './data.ts';
import type { Territoire } from './settings.ts';

/** What says where a row lies: the commune of its address, and the cercle it states. */
interface Located {
  readonly code_insee: string | null;
  readonly cercle?: string | null;
}

/** The territories that divide the region, in the settings' order. */
export function partitionOf({ settings }: Pick<Data, 'settings'>): readonly Territoire[] {
  return settings.territoires.filter(({ type }) => type === settings.partition);
}

/** Kinds of territories as readers call them; another kind is called by its slug. */
const KINDS: Readonly<Record<string, string>> = {
  departement: 'département',
  cercle: 'cercle',
  epci: 'intercommunalité',
};

/** What kind of territory it is, a French noun: "département", "cercle". */
export function kindOf({ type }: Pick<Territoire, 'type'>): string {
  return KINDS[type] ?? type.replaceAll('-', ' ');
}

/** A name that no other territory bears: a département and a cercle may be called alike, and then the cercle says what it is. */
export function nameTerritory(territoire: Territoire, { settings }: Pick<Data, 'settings'>): string {
  return territoire.type === settings.partition ? territoire.nom : `${kindOf(territoire)} ${territoire.nom}`;
}

/** True where a row belongs to a territory; membership of a cercle is stated by the row, never deduced from its commune. */
export function liesIn({ id, type, code }: Territoire, row: Located, { geography }: Pick<Data, 'geography'>): boolean {
  if (type === 'cercle') return row.cercle === id;
  const commune = geography.communes.get(row.code_insee ?? '');
  return code !== undefined && commune?.[type === 'epci' ? 'epci' : 'departement'] === code;
}

/** The territory of the partition to which a row belongs; none for a commune outside, or unknown. */
export function territoryOf(row: Located, data: Pick<Data, 'settings' | 'geography'>): Territoire | undefined {
  return partitionOf(data).find((territoire) => liesIn(territoire, row, data));
}
