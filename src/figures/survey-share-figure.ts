import type { Drawing, Frame } from '../model/drawing.ts';
import type { Theme } from '../model/figure.ts';
import type { PublishedTable } from '../model/table.ts';
import { defineFigure, type ObservatoryFigure } from './define.ts';
import { listValues } from './list-values.ts';
import type { Question } from './survey-question.ts';
import { tabulateShares } from './survey-shares.ts';
import {
  describeAnswers,
  measureOf,
  type Predicates,
  quoteAnswer,
  rankAnswers,
  readAnswer,
  stateLeader,
  withoutTotals,
} from './survey-words.ts';

/** What tells one figure on a question of the survey from another. */
export interface ShareFigure {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly theme: Theme;
  readonly survey: Question;
  readonly predicates: Predicates;
  /** Calls the chart; `category` and `value` are the table's columns. */
  readonly chart: (
    table: PublishedTable,
    columns: { readonly category: string; readonly value: string },
    frame: Frame,
  ) => Drawing;
}

/** A figure on the answers to one question, one wave at a time, for the region and each territory. */
export function defineShareFigure({ survey, predicates, chart, ...said }: ShareFigure): ObservatoryFigure {
  return defineFigure({
    ...said,
    uses: ['enquete'],
    scopes: { territoires: 'tous', millesimes: 'un' },
    rows: (data, scope) => ({ main: tabulateShares(data, scope, survey) }),
    subtitle: ({ main }) => describeAnswers(main, { several: !survey.single }),
    finding: ({ main }) => stateLeader(main, survey.id, predicates),
    reading: ({ main }) => {
      const [row] = rankAnswers(main);
      return row ? readAnswer(main, row, survey.id, predicates) : 'Aucune réponse à cette question';
    },
    quote: ({ main }) => {
      const [row] = rankAnswers(main);
      const text = row && quoteAnswer(main, row, survey.id, predicates);
      return text === undefined ? undefined : { text };
    },
    summary: ({ main }) => `${said.title}. ${listValues(main, survey.id, rankAnswers(main))}.`,
    draw: ({ main }, frame) => chart(withoutTotals(main), { category: survey.id, value: measureOf(main) }, frame),
  });
}
