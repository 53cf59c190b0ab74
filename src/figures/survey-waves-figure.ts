import { dumbbell } from '../charts/dumbbell.ts';
import type { PublishedTable } from '../model/table.ts';
import { labelOf } from '../model/table.ts';
import { lowerFirst } from '../text/sentence.ts';
import { defineFigure, type ObservatoryFigure } from './define.ts';
import { listValues } from './list-values.ts';
import { quoteWave } from './quote-wave.ts';
import type { ShareFigure } from './survey-share-figure.ts';
import { tabulateWaves } from './survey-waves.ts';
import {
  describeAnswers,
  measureOf,
  quoteAnswer,
  rankAnswers,
  readAnswer,
  sortedByValue,
  stateLeader,
} from './survey-words.ts';

/**
 * A figure on the answers to one question, all waves side by side, for the region. It never claims a change: those who
 * answer are not the same from one wave to the next, so the waves have different champs.
 */
export function defineWavesFigure({ survey, predicates, ...said }: Omit<ShareFigure, 'chart'>): ObservatoryFigure {
  return defineFigure({
    ...said,
    uses: ['enquete'],
    scopes: { territoires: 'région', millesimes: 'tous' },
    rows: (data, scope) => ({ main: tabulateWaves(data, scope, survey) }),
    subtitle: ({ main }) => describeAnswers(main, { several: !survey.single }),
    finding: ({ main }) => {
      const latest = latestWave(main);
      const stated = latest && stateLeader(latest.table, survey.id, predicates);
      return stated && `En ${latest.label}, ${lowerFirst(stated)}`;
    },
    reading: ({ main }) => {
      const latest = latestWave(main);
      const [row] = latest ? rankAnswers(latest.table) : [];
      return latest && row
        ? `Au recensement ${latest.label}, ${readAnswer(latest.table, row, survey.id, predicates)}`
        : 'Aucune réponse à cette question';
    },
    quote: ({ main }) => {
      const latest = latestWave(main);
      const [row] = latest ? rankAnswers(latest.table) : [];
      const text = latest && row && quoteAnswer(latest.table, row, survey.id, predicates);
      return text === undefined ? undefined : quoteWave(main, latest!.label, text);
    },
    summary: ({ main }) =>
      `${said.title}. ${wavesIn(main)
        .map(({ label, table }) => `${label} : ${listValues(table, survey.id, rankAnswers(table))}.`)
        .join(' ')}`,
    draw: ({ main }, frame) =>
      dumbbell(
        sortedByValue(main, survey.id),
        { category: survey.id, series: 'millesime', value: measureOf(main) },
        frame,
      ),
  });
}

interface Wave {
  readonly label: string;
  readonly table: PublishedTable;
}

/** The table of each wave, oldest first. */
function wavesIn(table: PublishedTable): readonly Wave[] {
  const waves = Map.groupBy(table.rows, ({ key }) => key.millesime ?? '');
  return [...waves]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([, rows]) => ({ label: labelOf(table, rows[0]!, 'millesime'), table: { ...table, rows } }));
}

function latestWave(table: PublishedTable): Wave | undefined {
  return wavesIn(table).at(-1);
}
