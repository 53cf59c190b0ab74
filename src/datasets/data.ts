import type { Resource } from './datapackage.ts';
import type { Reponse } from './enquete.ts';
import type { Geography } from './geography.ts';
import type { Lieu } from './lieux.ts';
import type { Repere } from './reperes.ts';
import type { Settings } from './settings.ts';

/** The kinds of CSV that figures may use. */
export type DatasetId = 'reperes' | 'lieux' | 'enquete';

/** All that an observatory knows, checked. Figures receive it filtered to their scope. */
export interface Data {
  readonly settings: Settings;
  readonly geography: Geography;
  readonly reperes: readonly Repere[];
  readonly lieux: readonly Lieu[];
  readonly enquete: readonly Reponse[];
  /** What datapackage.json says of each file that was read: one a dataset, or one a millésime, in its order. */
  readonly resources: readonly Resource[];
}
