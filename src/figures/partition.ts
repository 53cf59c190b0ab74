import type { Data } from '../datasets/data.ts';
import type { Reponse } from '../datasets/enquete.ts';
import type { TableColumn } from '../model/table.ts';

type Territoire = Data['settings']['territoires'][number];

/** The territories that divide the region in the survey's figures, in the settings' order. */
export function partitionOf({ settings }: Data): readonly Territoire[] {
  return settings.territoires.filter(({ type }) => type === settings.partition);
}

/** The key column of a table whose rows belong to territories of the partition. */
export function territoryColumn(data: Data): TableColumn {
  const labels = Object.fromEntries(partitionOf(data).map(({ id, nom }) => [id, nom]));
  return { id: 'territoire', title: 'Territoire', role: 'key', labels };
}

/** The territory of the partition in which a respondent's commune lies; none for a commune outside. */
export function territoryOf(data: Data, { code_insee }: Reponse): Territoire | undefined {
  const commune = data.geography.communes.get(code_insee);
  return partitionOf(data).find(
    ({ type, code }) => code !== undefined && code === commune?.[type === 'epci' ? 'epci' : 'departement'],
  );
}
