import type { Reponse, SurveyColumn } from '../datasets/enquete.ts';
import { cellFrom, isSensible } from '../datasets/sensible.ts';
import { countCell, shareCell } from '../model/cells.ts';
import type { Cell, TableColumn } from '../model/table.ts';
import type { Unit } from '../model/unit.ts';

/** The code of the row that gathers all others, and its label. */
export const TOTAL = 'ensemble';
const TOTAL_LABEL = 'Ensemble';

/** A question of the survey with fixed answers. */
export interface Question {
  /** Key column of the table. */
  readonly id: string;
  readonly title: string;
  /** Label of each answer, in the order in which they are shown. */
  readonly options: Readonly<Record<string, string>>;
  /** One answer a place: the shares make 100 %, and the table says so by a total. */
  readonly single: boolean;
  /** The survey's column that the answers come from; where it is marked `sensible`, so are the cells. */
  readonly column: SurveyColumn;
  /** The answers of a place, none when it did not answer; the column's own unless told. */
  answers?(row: Reponse): readonly string[];
}

/** What a place answered; nothing when it did not answer. */
function answersOf(row: Reponse, question: Question): readonly string[] {
  if (question.answers) return question.answers(row);
  const given = row[question.column];
  return Array.isArray(given) ? given : given === null ? [] : [String(given)];
}

/** The key column of a question; `total` when a row gathers all answers. */
export function questionColumn({ id, title, options }: Question, total = false): TableColumn {
  return { id, title, role: 'key', labels: total ? { ...options, [TOTAL]: TOTAL_LABEL } : options };
}

/** The measure of a table of answers: percent, or places where a percentage would say too much. */
export function answersColumn(asShares: boolean): TableColumn {
  const unit: Unit = asShares ? '%' : { one: 'lieu', many: 'lieux' };
  return asShares
    ? { id: 'part', title: 'Part des lieux répondants', role: 'measure', unit }
    : { id: 'lieux', title: 'Lieux répondants', role: 'measure', unit };
}

/**
 * Places that answered the question. None where all gave the one answer of a sensitive question: masked among the
 * zeros of all others, it would be read all the same.
 */
export function answeringRows(rows: readonly Reponse[], question: Question): readonly Reponse[] {
  const answering = rows.filter((row) => answersOf(row, question).length > 0);
  const given = new Set(answering.flatMap((row) => answersOf(row, question)));
  return question.single && given.size === 1 && isSensible(question.column) ? [] : answering;
}

/** The cell of one answer among places that answered; `code` may be `TOTAL`. */
export function answerCell(answering: readonly Reponse[], question: Question, code: string, asShares: boolean): Cell {
  const units = answering
    .filter((row) => code === TOTAL || answersOf(row, question).includes(code))
    .map(({ id_unite }) => id_unite);
  const cell = asShares ? shareCell(units, answering.length) : countCell(units, answering.length);
  // That all who answered did answer is no secret.
  return code === TOTAL ? cell : cellFrom([question.column], cell);
}
