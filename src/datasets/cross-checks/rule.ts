import type { Fault } from '../../csv/fault.ts';
import type { FaultAt } from '../define.ts';
import type { Reponse } from '../enquete.ts';
import type { Flux } from '../flux.ts';
import type { Geography } from '../geography.ts';
import type { Lieu } from '../lieux.ts';
import type { Repere } from '../reperes.ts';
import type { Settings } from '../settings.ts';
import type { Subvention } from '../subventions.ts';

/** The rows of a dataset, all files together. */
export interface Loaded<Row> {
  readonly rows: readonly Row[];
  readonly fault: FaultAt<Row>;
  /** False where a record was left out because of an error: what is missing may then be there. */
  readonly isWhole: boolean;
}

/** Every row of every file of an observatory, by dataset. */
export interface LoadedRows {
  readonly reperes: Loaded<Repere>;
  readonly lieux: Loaded<Lieu>;
  readonly enquete: Loaded<Reponse>;
  readonly subventions: Loaded<Subvention>;
  readonly flux: Loaded<Flux>;
}

/** A rule over several files, or over the settings or the geography. */
export type CrossCheck = (loaded: LoadedRows, settings: Settings, geography: Geography) => readonly Fault[];
