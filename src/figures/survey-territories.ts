import type { Data } from '../datasets/data.ts';
import { liesIn, partitionOf } from '../datasets/territories.ts';
import { withoutValue } from '../model/cells.ts';
import type { Scope } from '../model/figure.ts';
import { LEAST_BASE } from '../model/least-base.ts';
import type { Table, TableColumn } from '../model/table.ts';
import { answerCell, answeringRows, answersColumn, type Question, questionColumn } from './survey-question.ts';
import { surveyChamp, surveySources } from './survey-wave.ts';

/** The key column of a table whose rows belong to territories of the partition. */
export function territoryColumn(data: Data): TableColumn {
  const labels = Object.fromEntries(partitionOf(data).map(({ id, nom }) => [id, nom]));
  return { id: 'territoire', title: 'Territoire', role: 'key', labels };
}

/**
 * The answers to a question, territory by territory: percentages where at least two territories have answers enough
 * for them, else counts. A territory with too few keeps its rows without value: readers see that it exists, and the
 * gate knows what the others would give back.
 */
export function tabulateTerritories(data: Data, scope: Scope, question: Question): Table {
  const answering = answeringRows(data.enquete, question);
  const territories = partitionOf(data).map((territory) => ({
    territory,
    rows: answeringRows(
      answering.filter((row) => liesIn(territory, row, data)),
      question,
    ),
  }));
  const asShares = territories.filter(({ rows }) => rows.length >= LEAST_BASE).length > 1;
  const minimum = asShares ? LEAST_BASE : data.settings.effectifMinimum;
  const measure = answersColumn(asShares);
  return {
    columns: [territoryColumn(data), questionColumn(question), measure],
    rows: territories.flatMap(({ territory, rows }) =>
      Object.keys(question.options).map((code) => {
        const cell = answerCell(rows, question, code, asShares);
        return {
          key: { territoire: territory.id, [question.id]: code },
          cells: { [measure.id]: rows.length < minimum ? withoutValue(cell) : cell },
        };
      }),
    ),
    sums: [],
    champ: surveyChamp(data, scope),
    sources: surveySources(data),
  };
}
