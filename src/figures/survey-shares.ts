import type { Data } from '../datasets/data.ts';
import type { Scope } from '../model/figure.ts';
import { LEAST_BASE } from '../model/least-base.ts';
import type { Table } from '../model/table.ts';
import { answerCell, answeringRows, answersColumn, type Question, questionColumn, TOTAL } from './survey-question.ts';
import { surveyChamp, surveySources } from './survey-wave.ts';

/** The answers to a question, one row an answer, and a total where each place gave one answer. */
export function tabulateShares(data: Data, scope: Scope, question: Question): Table {
  const answering = answeringRows(data.enquete, question);
  const asShares = answering.length >= LEAST_BASE;
  const measure = answersColumn(asShares);
  const answers = Object.keys(question.options);
  const codes = question.single ? [...answers, TOTAL] : answers;
  return {
    columns: [questionColumn(question, question.single), measure],
    rows:
      answering.length === 0
        ? []
        : codes.map((code) => ({
            key: { [question.id]: code },
            cells: { [measure.id]: answerCell(answering, question, code, asShares) },
          })),
    sums:
      question.single && answering.length > 0
        ? [{ total: [answers.length, measure.id], parts: answers.map((_, index) => [index, measure.id] as const) }]
        : [],
    champ: surveyChamp(data, scope),
    sources: surveySources(data),
  };
}
