import type { Reponse, SurveyColumn } from '../datasets/enquete.ts';
import { cellFrom } from '../datasets/sensible.ts';
import { countCell, shareCell, sumCell, withoutValue } from '../model/cells.ts';
import { LEAST_BASE } from '../model/least-base.ts';
import type { Cell } from '../model/table.ts';

/** Sum of an amount over the places that gave it; those that gave zero count in the base and bring nothing. */
export function sumOf(rows: readonly Reponse[], amountOf: (row: Reponse) => number | null): Cell {
  return sumCell(
    rows.flatMap((row) => {
      const amount = amountOf(row);
      return amount === null ? [] : [[row.id_unite, amount] as const];
    }),
  );
}

/** How many places answered the survey. */
export function countOf(rows: readonly Reponse[]): Cell {
  return countCell(idsOf(rows), rows.length);
}

/**
 * Share (percent) of the places that answered a column for which the answer holds, which for a column of yes and no is
 * "yes"; no value under the least base.
 */
export function shareOf<Id extends SurveyColumn>(
  rows: readonly Reponse[],
  column: Id,
  holds: (answer: NonNullable<Reponse[Id]>) => boolean = (answer) => answer === true,
): Cell {
  const answering = rows.flatMap((row) => {
    const answer = row[column];
    const isAnswered = answer !== null && !(Array.isArray(answer) && answer.length === 0);
    return isAnswered ? [{ row, holds: holds(answer as NonNullable<Reponse[Id]>) }] : [];
  });
  const holding = answering.filter((one) => one.holds).map(({ row }) => row);
  return withLeastBase(cellFrom([column], shareCell(idsOf(holding), answering.length)));
}

/**
 * Share (percent) that one amount makes of another, both summed over the places that gave both. Its contributions are
 * what each place brings to the part, so that one place cannot hide behind the others.
 */
export function ratioOf(
  rows: readonly Reponse[],
  partOf: (row: Reponse) => number | null,
  wholeOf: (row: Reponse) => number | null,
): Cell {
  const answering = rows.filter((row) => partOf(row) !== null && wholeOf(row) !== null);
  const parts = sumCell(answering.map((row) => [row.id_unite, partOf(row) ?? 0]));
  const whole = answering.reduce((sum, row) => sum + (wholeOf(row) ?? 0), 0);
  const share = whole > 0 && parts.value !== null ? (parts.value / whole) * 100 : null;
  return withLeastBase({ ...parts, kind: 'share', value: share });
}

function withLeastBase(cell: Cell): Cell {
  return cell.base !== null && cell.base < LEAST_BASE ? withoutValue(cell) : cell;
}

function idsOf(rows: readonly Reponse[]): readonly string[] {
  return rows.map(({ id_unite }) => id_unite);
}
