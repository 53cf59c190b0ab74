import type { Resource } from './datapackage.ts';
import type { Reponse } from './enquete.ts';
import type { Geography } from './geography.ts';
import type { Lieu } from './lieux.ts';
import type { Repere } from './reperes.ts';
import type { Settings } from './settings.ts';
import type { Subvention } from './subventions.ts';

/** The kinds of CSV that figures may use. */
export type DatasetId = 'reperes' | 'lieux' | 'enquete' | 'subventions';

/** A place that withdrew its consent, by the id that its page had, and when. */
export interface Retrait {
  readonly id: string;
  readonly retire_le: string;
}

/** All that an observatory knows, checked. Figures receive it filtered to their scope. */
export interface Data {
  readonly settings: Settings;
  readonly geography: Geography;
  readonly reperes: readonly Repere[];
  readonly lieux: readonly Lieu[];
  /** Places that asked to leave the directory: what their page still says, and nothing else of them. */
  readonly retraits: readonly Retrait[];
  readonly enquete: readonly Reponse[];
  readonly subventions: readonly Subvention[];
  /** What datapackage.json says of each file that was read: one a dataset, or one a millésime, in its order. */
  readonly resources: readonly Resource[];
}
