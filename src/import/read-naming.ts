import type { Fault } from '../csv/fault.ts';
import type { DatasetId } from '../datasets/data.ts';
import { datasets } from '../datasets/index.ts';
import type { Naming } from './find-format.ts';
import { type NamedColumns, readColumns } from './read-columns.ts';

/** The file of `--colonnes`, read in the words of whichever dataset its columns turn out to be for. */
export interface ReadNaming {
  readonly naming: Naming;
  /** What is wrong with it, once it is known which datasets it served; the kindest reading where none. */
  faultsFor(served: ReadonlySet<DatasetId>): readonly Fault[];
}

/** Reads the file of `--colonnes`: the same word may be a column of several datasets. Never throws. */
export function readNaming(bytes: Uint8Array, file: string): ReadNaming {
  const read = new Map(
    (Object.keys(datasets) as DatasetId[]).map((id): [DatasetId, NamedColumns] => [id, readColumns(bytes, file, id)]),
  );
  const faultsOf = (id: DatasetId) => read.get(id)!.faults;
  return {
    naming: (id) => {
      const { columns, answers } = read.get(id)!;
      return { columns, answers };
    },
    faultsFor: (served) => {
      const [kindest] = [...read.keys()].toSorted((a, b) => faultsOf(a).length - faultsOf(b).length);
      const faults = [...(served.size > 0 ? served : [kindest!])].flatMap(faultsOf);
      return [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()];
    },
  };
}
