import { columnOf, labelOf, type PublishedTable } from '../model/table.ts';
import { speakCell } from '../text/value.ts';

/** The table read aloud along one dimension: "Coworking : 56 % ; Culture : 34 %", whatever measures its rows have. */
export function listValues(table: PublishedTable, dimension: string, measures?: readonly string[]): string {
  const read = measures ?? table.columns.filter(({ role }) => role === 'measure').map(({ id }) => id);
  return table.rows
    .flatMap((row) =>
      read.flatMap((measure) => {
        const cell = row.cells[measure];
        const unit = columnOf(table, measure).unit;
        return cell && unit ? `${labelOf(table, row, dimension)} : ${speakCell(cell, unit)}` : [];
      }),
    )
    .join(' ; ');
}
