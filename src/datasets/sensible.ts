import type { Cell } from '../model/table.ts';
import { enquete, type SurveyColumn } from './enquete.ts';

/** True for a column of the survey that its schema marks `sensible`. */
export function isSensible(column: SurveyColumn): boolean {
  return enquete.columns[column].meta.sensible === true;
}

/** The cell as made from columns of the survey: `sensible` where one of them is, so that the gate masks a full one. */
export function cellFrom(columns: readonly SurveyColumn[], cell: Cell): Cell {
  return columns.some(isSensible) ? { ...cell, sensible: true } : cell;
}
