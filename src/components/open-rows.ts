import type { Resource } from '../datasets/datapackage.ts';
import type { Observatory } from '../observatory/index.ts';

/** The datasets whose rows anyone may download. */
export type OpenDataset = keyof Pick<Observatory, 'reperes' | 'lieux' | 'subventions' | 'flux'>;

/** A data file that anyone may download, and its rows. */
export interface OpenFile {
  readonly dataset: OpenDataset;
  readonly resource: Resource;
  readonly rows: readonly object[];
}

/** The data files of an observatory that anyone may download, each with the rows of its year. */
export function openFiles(observatory: Pick<Observatory, OpenDataset | 'resources'>): readonly OpenFile[] {
  const { reperes, lieux, subventions, flux } = observatory;
  const open = { reperes, lieux, subventions, flux };
  const isOpen = (dataset: Resource['dataset']): dataset is OpenDataset => dataset in open;
  return observatory.resources.flatMap((resource) => {
    const { dataset, millesime } = resource;
    if (!isOpen(dataset)) return [];
    const rows: readonly object[] = open[dataset];
    return [{ dataset, resource, rows: rows.filter((row) => millesime === null || yearOf(row) === millesime) }];
  });
}

/** The year of data of a row, as its dataset writes it; none where it has none. */
export function yearOf(row: object): string | undefined {
  return 'millesime' in row && typeof row.millesime === 'string' ? row.millesime : undefined;
}
