import type { Resource } from './datapackage.ts';
import type { Reponse } from './enquete.ts';
import type { FlowOrder } from './flow-order.ts';
import type { Geography } from './geography.ts';
import type { Lieu } from './lieux.ts';
import type { OpenFlow } from './open-ledger.ts';
import type { Repere } from './reperes.ts';
import type { Settings } from './settings.ts';
import type { Subvention } from './subventions.ts';

/** The kinds of CSV that figures may use. */
export type DatasetId = 'reperes' | 'lieux' | 'enquete' | 'subventions' | 'flux';

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
  /** The ledger as anyone may read it: whoever does not agree to be named is gathered with others before anything sees it. */
  readonly flux: readonly OpenFlow[];
  /** The order of the ledger's nodes in every picture. */
  readonly flowOrder: FlowOrder;
  /** What datapackage.json says of each file that was read: one a dataset, or one a millésime, in its order. */
  readonly resources: readonly Resource[];
}
