import { smallMultiples } from '../charts/small-multiples.ts';
import { columnOf, labelOf, type PublishedTable } from '../model/table.ts';
import { enumerate } from '../text/list.ts';
import { defineFigure } from './define.ts';
import { listValues } from './list-values.ts';
import { activitiesQuestion, activitiesSaid } from './survey-activities.ts';
import { tabulateTerritories } from './survey-territories.ts';
import { describeAnswers, measureOf, quoteAnswer, rankAnswers, readAnswer, sortedByValue } from './survey-words.ts';

/** Activities drawn in each small picture; the table and the file hold all of them. */
const SHOWN = 6;

/** Activities, a small picture a territory. */
export const figure = defineFigure({
  id: 'enquete-activites-territoires',
  title: 'Les activités des lieux répondants, territoire par territoire',
  question: 'Fait-on les mêmes choses dans les tiers-lieux de tous les territoires ?',
  theme: 'où',
  uses: ['enquete'],
  scopes: { territoires: 'région', millesimes: 'un' },
  rows: (data, scope) => ({ main: tabulateTerritories(data, scope, activitiesQuestion) }),
  subtitle: ({ main }) => {
    const left = territoriesIn(main).filter(({ shown }) => !shown);
    const note = left.length > 0 ? ` ; trop peu de réponses pour ${enumerate(left.map(({ label }) => label))}` : '';
    return `${describeAnswers(main, { several: true })} ; les six activités les plus citées${note}`;
  },
  reading: ({ main }) => {
    const first = territoriesIn(main).find(({ shown }) => shown);
    const [row] = first ? rankAnswers(first.table) : [];
    return first && row
      ? `${first.label} : ${readAnswer(first.table, row, 'activite', activitiesSaid)}`
      : 'Aucun territoire n’a assez de réponses';
  },
  quote: ({ main }) => {
    const first = territoriesIn(main).find(({ shown }) => shown);
    const [row] = first ? rankAnswers(first.table) : [];
    const said = first && row && quoteAnswer(first.table, row, 'activite', activitiesSaid);
    return said === undefined ? undefined : { text: `Pour ${first!.label}, ${said}` };
  },
  summary: ({ main }) =>
    `Les activités des lieux répondants, territoire par territoire. ${territoriesIn(main)
      .map(
        ({ label, table, shown }) =>
          `${label} : ${shown ? listValues(table, 'activite', rankAnswers(table)) : 'trop peu de réponses'}.`,
      )
      .join(' ')}`,
  draw: ({ main }, frame) => {
    const sorted = sortedByValue(main, 'activite');
    const most = Object.keys(columnOf(sorted, 'activite').labels ?? {}).slice(0, SHOWN);
    const rows = territoriesIn(sorted).flatMap(({ table, shown }) => (shown ? table.rows : []));
    const drawn = { ...sorted, rows: rows.filter(({ key }) => most.includes(key.activite ?? '')) };
    return smallMultiples(drawn, { facet: 'territoire', category: 'activite', value: measureOf(main) }, frame);
  },
});

/** The rows of each territory, and whether it has answers enough to be shown. */
function territoriesIn(main: PublishedTable) {
  const measure = measureOf(main);
  const order = Object.keys(columnOf(main, 'territoire').labels ?? {});
  return [...Map.groupBy(main.rows, ({ key }) => key.territoire ?? '')]
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([, rows]) => ({
      label: labelOf(main, rows[0]!, 'territoire'),
      table: { ...main, rows },
      shown: rows.some(({ cells }) => (cells[measure]?.value ?? null) !== null),
    }));
}
