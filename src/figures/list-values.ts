import { columnOf, labelOf, type PublishedTable } from '../model/table.ts';
import { speakCell } from '../text/value.ts';

/** Rows read aloud along one dimension: "Coworking : 56 % ; Culture : 34 %", whatever measures they have. */
export function listValues(table: PublishedTable, dimension: string, rows = table.rows): string {
  const measures = table.columns.filter(({ role }) => role === 'measure').map(({ id }) => id);
  return rows
    .flatMap((row) =>
      measures.flatMap((measure) => {
        const cell = row.cells[measure];
        const unit = columnOf(table, measure).unit;
        return cell && unit ? `${labelOf(table, row, dimension)} : ${speakCell(cell, unit, { prose: true })}` : [];
      }),
    )
    .join(' ; ');
}
