import type { Reponse } from '../datasets/enquete.ts';
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
  /** The answers of a place; none when it did not answer. */
  answers(row: Reponse): readonly string[];
}

/** The answer of a question with one answer, as `Question.answers` gives it. */
export function oneAnswer<T extends string>(answer: T | null): readonly T[] {
  return answer === null ? [] : [answer];
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

/** Places that answered the question. */
export function answeringRows(rows: readonly Reponse[], question: Question): readonly Reponse[] {
  return rows.filter((row) => question.answers(row).length > 0);
}

/** The cell of one answer among places that answered; `code` may be `TOTAL`. */
export function answerCell(answering: readonly Reponse[], question: Question, code: string, asShares: boolean): Cell {
  const units = answering
    .filter((row) => code === TOTAL || question.answers(row).includes(code))
    .map(({ id_unite }) => id_unite);
  return asShares ? shareCell(units, answering.length) : countCell(units, answering.length);
}
