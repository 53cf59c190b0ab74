import type { DatasetId } from '../datasets/data.ts';
import { fold } from '../text/fold.ts';
import type { Format, ImportContext } from './format.ts';

/** What the person says of a file's columns and answers, in the words of one dataset. */
export type Naming = (dataset: DatasetId) => Pick<ImportContext, 'columns' | 'answers'>;

/** The first format that knows a header, as it is written or with the columns that the person named; the surest formats come first. */
export function findFormat(
  header: readonly string[],
  formats: readonly Format[],
  naming: Naming = () => ({}),
): Format | undefined {
  return formats.find(({ dataset, recognise }) => {
    const { columns } = naming(dataset);
    return recognise(header) || (columns !== undefined && recognise(renameHeader(header, columns)));
  });
}

function renameHeader(header: readonly string[], columns: NonNullable<ImportContext['columns']>): readonly string[] {
  return header.map((name) => columns.get(fold(name)) ?? name);
}
