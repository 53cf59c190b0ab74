import type { Data } from '../datasets/data.ts';
import { millesimesOf, questionnaireOf } from '../datasets/millesimes.ts';
import type { Scope } from '../model/figure.ts';
import { LEAST_BASE } from '../model/least-base.ts';
import type { Table } from '../model/table.ts';
import { answerCell, answeringRows, answersColumn, type Question, questionColumn } from './survey-question.ts';
import { surveyChamp, surveySources, waveColumn } from './survey-wave.ts';

/**
 * The answers to a question, wave by wave: one row an answer and a wave. Counts for all waves as soon as one of them
 * has too few answers for percentages. `serie` tells waves that were asked with different questionnaires.
 */
export function tabulateWaves(data: Data, scope: Scope, question: Question): Table {
  const waves = millesimesOf(data.enquete)
    .map((millesime) => ({
      millesime,
      answering: answeringRows(data.enquete, question).filter((row) => row.millesime === millesime),
    }))
    .filter(({ answering }) => answering.length > 0);
  const asShares = waves.every(({ answering }) => answering.length >= LEAST_BASE);
  const measure = answersColumn(asShares);
  return {
    columns: [questionColumn(question), waveColumn(data), measure],
    rows: Object.keys(question.options).flatMap((code) =>
      waves.map(({ millesime, answering }) => ({
        key: { [question.id]: code, millesime },
        attributes: { serie: `questionnaire ${questionnaireOf(data.settings, millesime)}` },
        cells: { [measure.id]: answerCell(answering, question, code, asShares) },
      })),
    ),
    sums: [],
    champ: surveyChamp(data, scope),
    sources: surveySources(data),
  };
}
