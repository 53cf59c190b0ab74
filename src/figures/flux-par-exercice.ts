import { paintTypes } from '../charts/flow-ink.ts';
import { stackedBars } from '../charts/stacked-bars.ts';
import { TYPES_FINANCEUR, type TypeFinanceur } from '../datasets/flux-options.ts';
import { labelOf, type PublishedTable } from '../model/table.ts';
import { formatCell, formatValue } from '../text/value.ts';
import { defineFigure } from './define.ts';
import { pictureExercices } from './flux-exercices-tables.ts';
import { AMOUNT, exerciceColumn, exercicesInWords, ledgerCaption, ledgerCell, moneyInWords } from './flux-tables.ts';
import { exercicesOf, splitExercices } from './flux-words.ts';
import { listValues } from './list-values.ts';
import { TOTAL } from './survey-question.ts';
import { withoutTotals } from './survey-words.ts';

/** What funders paid in each exercice, by type: the years that a picture of flows compares badly. */
export const figure = defineFigure({
  id: 'flux-par-exercice',
  title: 'L’argent versé par exercice et par type de financeur',
  question: 'Comment les financements du réseau évoluent-ils ?',
  theme: 'moyens',
  page: 'financements',
  uses: ['flux'],
  scopes: { territoires: 'région', millesimes: 'tous' },
  rows(data) {
    const pictures = pictureExercices(data);
    const exercices = pictures.map(({ exercice }) => exercice);
    const amounts = pictures.map(({ exercice, graph }) => ({
      exercice,
      parts: Map.groupBy(
        graph.nodes.filter(({ type }) => type !== null),
        ({ type }) => type!,
      ),
    }));
    const types = Object.keys(TYPES_FINANCEUR) as TypeFinanceur[];
    const present = types.filter((type) => amounts.some(({ parts }) => parts.has(type)));
    return {
      main: {
        ...ledgerCaption(data, exercices, moneyInWords('verse', 'numeraire')),
        columns: [
          exerciceColumn(data),
          { id: 'type', title: 'Type de financeur', role: 'key', labels: { ...TYPES_FINANCEUR, [TOTAL]: 'Ensemble' } },
          AMOUNT,
        ],
        rows: amounts.flatMap(({ exercice, parts }) => {
          const nodes = (type: string) =>
            type === TOTAL ? [...parts.values()].flat() : (parts.get(type as TypeFinanceur) ?? []);
          return [...present, TOTAL].map((type) => ({
            key: { exercice, type },
            cells: { montant: ledgerCell(...nodes(type)) },
          }));
        }),
        sums: [],
      },
    };
  },
  subtitle: ({ main }) =>
    `En euros, ${exercicesInWords(exercicesOf(main))}. Argent versé, en numéraire ; les reports n’y sont pas`,
  finding({ main }) {
    const [first, last] = [totalsOf(main).at(0), totalsOf(main).at(-1)];
    if (!first || !last || first === last || !first.value || last.value === null) return undefined;
    const growth = ((last.value - first.value) / first.value) * 100;
    if (Math.abs(growth) < LEAST_GROWTH) return undefined;
    const verb = growth > 0 ? 'augmente' : 'diminue';
    return `De ${first.label} à ${last.label}, l’argent versé ${verb} de ${formatValue(Math.abs(growth), '%')}`;
  },
  reading({ main }) {
    const row = withoutTotals(main).rows.find(({ cells }) => (cells.montant?.value ?? 0) > 0);
    return row
      ? `en ${labelOf(main, row, 'exercice')}, les financeurs du type « ${labelOf(main, row, 'type')} » versent ${formatCell(row.cells.montant!, '€')}`
      : 'Aucun montant ne peut être publié';
  },
  summary: ({ main }) =>
    splitExercices(main)
      .map(({ label, table }) => {
        const parts = withoutTotals(table).rows.filter(({ cells }) => cells.montant?.value !== 0);
        return `Versé en ${label}. ${listValues(table, 'type', parts)}.`;
      })
      .join(' '),
  draw: ({ main }, frame) =>
    stackedBars(
      withoutTotals(main),
      { category: 'exercice', series: 'type', value: 'montant', paints: paintTypes(TYPES_FINANCEUR, frame) },
      frame,
    ),
});

/** Percent under which a change of the whole is not claimed. */
const LEAST_GROWTH = 10;

function totalsOf(main: PublishedTable) {
  return main.rows
    .filter(({ key }) => key.type === TOTAL)
    .map((row) => ({ label: labelOf(main, row, 'exercice'), value: row.cells.montant?.value ?? null }));
}
