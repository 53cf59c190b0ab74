import { readCell } from '../csv/cell.ts';
import type { References } from '../csv/column.ts';
import type { Fault } from '../csv/fault.ts';
import type { Dataset, FaultAt, RowOf, Shape } from '../datasets/define.ts';
import { type ForeignRecord, type ForeignTable, placeCell } from './foreign-table.ts';

/** A record in our columns: the texts that our CSV would hold, by column id. */
export interface Draft {
  readonly record: ForeignRecord;
  readonly cells: Readonly<Record<string, string>>;
}

/** A draft that our dataset accepts. */
export interface Accepted<Row> {
  readonly draft: Draft;
  readonly row: Row;
}

/**
 * Judges drafts by the dataset itself, as if they had been read from our CSV; faults point at the foreign file.
 * `positions`: where each of our columns comes from. A draft with an error is left out, and its fault says why.
 */
export function typeDrafts<const Id extends string, const S extends Shape>(
  dataset: Dataset<Id, S, false>,
  drafts: readonly Draft[],
  table: ForeignTable,
  positions: Readonly<Record<string, number>>,
  references?: References,
): { readonly accepted: readonly Accepted<RowOf<Dataset<Id, S, false>>>[]; readonly faults: readonly Fault[] } {
  type Row = RowOf<Dataset<Id, S, false>>;
  const faults: Fault[] = [];
  const place = (record: ForeignRecord, id: string) => {
    const position = positions[id] ?? -1;
    return position >= 0 ? placeCell(table, record, position) : { ...placeCell(table, record, -1), columnName: id };
  };
  const typed = drafts.map((draft) => {
    const values: Record<string, unknown> = {};
    for (const [id, column] of Object.entries(dataset.columns)) {
      const { value, flaw } = readCell(draft.cells[id] ?? '', column, references);
      values[id] = value;
      if (flaw) faults.push({ ...place(draft.record, id), ...flaw });
    }
    return { draft, row: values as Row };
  });
  const records = new Map(typed.map(({ draft, row }) => [row, draft.record]));
  const fault: FaultAt<Row> = (row, id, { level = 'erreur', ...refusal }) => ({
    level,
    ...place(records.get(row)!, id),
    ...refusal,
  });
  for (const check of dataset.checks ?? []) {
    faults.push(
      ...check(
        typed.map(({ row }) => row),
        fault,
      ),
    );
  }
  const refused = new Set(faults.filter(({ level }) => level === 'erreur').map(({ record }) => record));
  return { accepted: typed.filter(({ draft }) => !refused.has(draft.record.record)), faults };
}
