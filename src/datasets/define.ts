import type { Refusal, RowOfShape, Shape } from '../csv/column.ts';
import type { Fault, Level } from '../csv/fault.ts';

export type { RowOfShape, Shape };

/** Makes the fault of a row's cell: the loader knows the file, the line and the column. */
export type FaultAt<Row> = Methods<Row>['faultAt'];

/** A rule over several cells or rows of one file, given those without error; `fault` makes what it returns: `fault(row, 'latitude', { expected: '…' })`. */
export type Check<Row> = Methods<Row>['check'];

/** Written as methods so that a dataset of one shape may stand where a dataset of any shape is asked for. */
interface Methods<Row> {
  faultAt(row: Row, column: keyof Row & string, refusal: Refusal & { readonly level?: Level }): Fault;
  check(rows: readonly Row[], fault: FaultAt<Row>): readonly Fault[];
}

type WithMillesime<S extends Shape, M extends boolean> = RowOfShape<S> &
  (M extends true ? { readonly millesime: string } : unknown);

/** A kind of CSV: the only place where its columns are named. */
export interface Dataset<Id extends string = string, S extends Shape = Shape, M extends boolean = boolean> {
  readonly id: Id;
  readonly title: string;
  readonly description: string;
  /** 'aggregates': rows never leave the build, only cells that passed the gate; unknown columns are then errors. */
  readonly access: 'public' | 'aggregates';
  /** True: one file a millésime, `data/<id>/<id>-<millésime>.csv`; false: one file, `data/<id>/<id>.csv`. */
  readonly millesimes: M;
  /** True where each row is a number that stands once it is published, whatever rows are added; a directory lives on. */
  readonly stands?: true;
  readonly columns: S;
  /** The columns that together tell which row is the same from one import to the next, within one file. */
  readonly key: readonly string[];
  /** Columns that only our team fills: no import writes over them. */
  readonly team?: readonly string[];
  /** The column whose date says that what the row describes asked to leave: no import fills such a row again. */
  readonly withdrawal?: string;
  readonly checks?: readonly Check<WithMillesime<S, M>>[];
}

/** The type of a dataset's rows: `RowOf<typeof lieux>`. */
export type RowOf<D> = D extends Dataset<string, infer S, infer M> ? WithMillesime<S, M> : never;

/** Columns are named as the dataset names them. */
interface Naming<S extends Shape> {
  readonly key: readonly (keyof S & string)[];
  readonly team?: readonly (keyof S & string)[];
  readonly withdrawal?: keyof S & string;
}

/** Declares a dataset and keeps its types, so that rows are typed from the columns; throws on a column that contradicts itself. */
export function defineDataset<const Id extends string, const S extends Shape, const M extends boolean>(
  dataset: Dataset<Id, S, M> & Naming<S>,
): Dataset<Id, S, M> {
  for (const [id, { meta }] of Object.entries(dataset.columns)) {
    if (meta.required && meta.since)
      throw new Error(`Column "${id}" cannot be required: files before ${meta.since} lack it`);
  }
  return dataset;
}
