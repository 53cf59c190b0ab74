import type { DatasetId } from './data.ts';
import type { Dataset } from './define.ts';
import { enquete } from './enquete.ts';
import { flux } from './flux.ts';
import { lieux } from './lieux.ts';
import { reperes } from './reperes.ts';
import { subventions } from './subventions.ts';

/** Every kind of CSV, in the order of the dictionary; its id is its folder under data/. */
export const datasets = { reperes, lieux, enquete, subventions, flux } as const satisfies {
  [Id in DatasetId]: Dataset<Id>;
};
