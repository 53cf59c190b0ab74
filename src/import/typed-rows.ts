import { readCell } from '../csv/cell.ts';
import type { References } from '../csv/column.ts';
import type { Fault } from '../csv/fault.ts';
import type { Check, FaultAt, RowOfShape, Shape } from '../datasets/define.ts';
import { type ForeignRecord, type ForeignTable, placeCell } from './foreign-table.ts';
import type { ImportedLine } from './format.ts';

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

/** A dataset, with or without millésimes: its rules within a file never look at the year. */
interface Judge<S extends Shape> {
  readonly columns: S;
  readonly checks?: readonly unknown[];
}

/**
 * Judges drafts by the dataset itself, as if they had been read from our CSV; faults point at the foreign file.
 * `positions`: where each of our columns comes from. A draft with an error is left out, and its fault says why.
 */
export function typeDrafts<const S extends Shape>(
  dataset: Judge<S>,
  drafts: readonly Draft[],
  table: ForeignTable,
  positions: Readonly<Record<string, number>>,
  references?: References,
): { readonly accepted: readonly Accepted<RowOfShape<S>>[]; readonly faults: readonly Fault[] } {
  type Row = RowOfShape<S>;
  const faults: Fault[] = [];
  const place = (record: ForeignRecord, id: string) => {
    const position = positions[id] ?? -1;
    return position >= 0 ? placeCell(table, record, position) : { ...placeCell(table, record, -1), columnName: id };
  };
  const typed = drafts.map((draft) => {
    const known = faults.length;
    const values: Record<string, unknown> = {};
    for (const [id, column] of Object.entries(dataset.columns)) {
      const { value, flaw } = readCell(draft.cells[id] ?? '', column, references);
      values[id] = value;
      if (flaw) faults.push({ ...place(draft.record, id), ...flaw });
    }
    const isSound = faults.slice(known).every(({ level }) => level !== 'erreur');
    return { draft, row: values as Row, isSound };
  });
  const sound = typed.filter(({ isSound }) => isSound);
  const records = new Map(sound.map(({ draft, row }) => [row, draft.record]));
  const fault: FaultAt<Row> = (row, id, { level = 'erreur', ...refusal }) => ({
    level,
    ...place(records.get(row)!, id),
    ...refusal,
  });
  const rows = [...records.keys()];
  const broken = ((dataset.checks ?? []) as readonly Check<Row>[]).flatMap((check) => check(rows, fault));
  const refused = new Set(broken.filter(({ level }) => level === 'erreur').map(({ record }) => record));
  const accepted = sound.filter(({ draft }) => !refused.has(draft.record.record));
  return { accepted, faults: [...faults, ...broken] };
}

/** An accepted draft as a line of the import. */
export function lineOf<Row>(
  { file }: ForeignTable,
  { draft: { record, cells }, row }: Accepted<Row>,
): ImportedLine<Row> {
  return { cells, row, file, line: record.line, record: record.record };
}
