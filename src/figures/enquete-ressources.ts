import { stackedBars } from '../charts/stacked-bars.ts';
import { RESSOURCES, TYPES } from '../datasets/enquete-options.ts';
import { labelOf, type PublishedTable } from '../model/table.ts';
import { upperFirst } from '../text/sentence.ts';
import { defineFigure } from './define.ts';
import { listValues } from './list-values.ts';
import { describeMoney, findMainResource, rowAt } from './survey-money-words.ts';
import { TOTAL } from './survey-question.ts';
import { crossResources, detailedRows } from './survey-resources.ts';
import { surveyChamp, surveySources } from './survey-wave.ts';
import { printMeasure, withoutTotals } from './survey-words.ts';

/** Resources by vocation, stacked. */
export const figure = defineFigure({
  id: 'enquete-ressources',
  title: 'Les ressources des lieux répondants, selon leur vocation',
  question: 'De quoi vivent les tiers-lieux de la région ?',
  theme: 'moyens',
  uses: ['enquete'],
  scopes: { territoires: 'tous', millesimes: 'un' },
  rows: (data, scope) => ({
    main: {
      columns: [
        { id: 'vocation', title: 'Vocation principale', role: 'key', labels: { ...TYPES, [TOTAL]: 'Ensemble' } },
        { id: 'ressource', title: 'Ressource', role: 'key', labels: { ...RESSOURCES, [TOTAL]: 'Ensemble' } },
        { id: 'montant', title: 'Montant', role: 'measure', unit: '€' },
      ],
      ...crossResources(detailedRows(data.enquete), ({ resource, vocation }) => ({ vocation, ressource: resource })),
      champ: surveyChamp(data, scope, 'lieux répondants qui ont détaillé leurs ressources'),
      sources: surveySources(data),
    },
  }),
  subtitle: ({ main }) => describeMoney(main, rowAt(main, { vocation: TOTAL, ressource: TOTAL })),
  finding: ({ main }) => {
    const first = firstResource(main);
    return first && `${first.label} : ${first.fraction} des ressources déclarées par les lieux répondants`;
  },
  reading: ({ main }) => {
    const row = withoutTotals(main).rows.find(({ cells }) => (cells.montant?.value ?? 0) > 0);
    return row
      ? `Les lieux dont la vocation principale est « ${labelOf(main, row, 'vocation')} » ont déclaré ${printMeasure(main, row, 'montant')} au titre de « ${labelOf(main, row, 'ressource')} »`
      : 'Aucun montant ne peut être publié';
  },
  quote: ({ main }) => {
    const first = firstResource(main);
    return first && { text: `${upperFirst(first.fraction)} des ressources déclarées viennent de « ${first.label} »` };
  },
  summary: ({ main }) =>
    `Les ressources des lieux répondants, toutes vocations ensemble. ${listValues(main, 'ressource', marginsOf(main))}.`,
  draw: ({ main }, frame) =>
    stackedBars(withoutTotals(main), { category: 'vocation', series: 'ressource', value: 'montant' }, frame),
});

function firstResource(main: PublishedTable) {
  return findMainResource(main, marginsOf(main), rowAt(main, { vocation: TOTAL, ressource: TOTAL }), 'ressource');
}

function marginsOf(main: PublishedTable) {
  return main.rows.filter(({ key }) => key.vocation === TOTAL && key.ressource !== TOTAL);
}
