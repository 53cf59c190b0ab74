import { sankey } from '../charts/sankey.ts';
import { RESSOURCES, TYPES } from '../datasets/enquete-options.ts';
import { labelOf, type PublishedTable } from '../model/table.ts';
import { defineFigure } from './define.ts';
import { listValues } from './list-values.ts';
import { describeMoney, rowAt } from './survey-money-words.ts';
import { TOTAL } from './survey-question.ts';
import { crossResources, detailedRows, resourceCell, vocationsOf } from './survey-resources.ts';
import { surveyChamp, surveySources } from './survey-wave.ts';
import { printMeasure, withoutTotals } from './survey-words.ts';

/** From kinds of resource to vocations: `main` holds the links and their margins, `totaux` both columns of the picture. */
export const figure = defineFigure({
  id: 'enquete-flux-ressources',
  title: 'Des ressources aux lieux répondants',
  question: 'Quelles ressources vont à quels tiers-lieux ?',
  theme: 'moyens',
  page: 'financements',
  uses: ['enquete'],
  scopes: { territoires: 'région', millesimes: 'un' },
  rows: (data, scope) => {
    const rows = detailedRows(data.enquete);
    const said = {
      champ: surveyChamp(data, scope, 'lieux répondants qui ont détaillé leurs ressources'),
      sources: surveySources(data),
    };
    const amount = { id: 'montant', title: 'Montant', role: 'measure', unit: '€' } as const;
    return {
      main: {
        title: 'Liens',
        columns: [
          { id: 'de', title: 'Ressource', role: 'key', labels: { ...RESSOURCES, [TOTAL]: 'Ensemble' } },
          { id: 'vers', title: 'Vocation principale', role: 'key', labels: { ...TYPES, [TOTAL]: 'Ensemble' } },
          amount,
        ],
        ...crossResources(rows, ({ resource, vocation }) => ({ de: resource, vers: vocation })),
        ...said,
      },
      totaux: {
        title: 'Totaux par ressource et par vocation',
        columns: [
          { id: 'noeud', title: 'Ressource ou vocation', role: 'key', labels: { ...RESSOURCES, ...TYPES } },
          amount,
        ],
        rows: [
          ...Object.entries(RESSOURCES).map(([resource, label]) => ({
            key: { noeud: resource },
            attributes: { label, colonne: 0 },
            cells: { montant: resourceCell(rows, { resource, vocation: TOTAL }) },
          })),
          ...vocationsOf(rows).map((vocation) => ({
            key: { noeud: vocation },
            attributes: { label: TYPES[vocation as keyof typeof TYPES], colonne: 1 },
            cells: { montant: resourceCell(rows, { resource: TOTAL, vocation }) },
          })),
        ],
        sums: [],
        ...said,
      },
    };
  },
  subtitle: ({ main }) => describeMoney(main, rowAt(main, { de: TOTAL, vers: TOTAL })),
  reading: ({ main }) => {
    const row = withoutTotals(main).rows.find(({ cells }) => (cells.montant?.value ?? 0) > 0);
    return row
      ? `${printMeasure(main, row, 'montant')} de « ${labelOf(main, row, 'de')} » sont allés à des lieux dont la vocation principale est « ${labelOf(main, row, 'vers')} »`
      : 'Aucun montant ne peut être publié';
  },
  quote: ({ main }) => {
    const row = withoutTotals(main).rows.find(({ cells }) => (cells.montant?.value ?? 0) > 0);
    return (
      row && {
        text: `Les lieux de vocation « ${labelOf(main, row, 'vers')} » déclarent ${printMeasure(main, row, 'montant')} de « ${labelOf(main, row, 'de')} »`,
      }
    );
  },
  summary: ({ main }) =>
    `Des ressources aux vocations des lieux répondants. Ressources : ${listValues(main, 'de', marginsOf(main, 'de'))}. Vocations : ${listValues(main, 'vers', marginsOf(main, 'vers'))}.`,
  draw: ({ main, totaux }, frame) =>
    sankey(
      { liens: withoutEmpty(withoutTotals(main)), noeuds: withoutEmpty(totaux ?? main) },
      { colonnes: ['Ressources', 'Vocations'] },
      frame,
    ),
});

/** The totals along one dimension. */
function marginsOf(main: PublishedTable, dimension: 'de' | 'vers') {
  const other = dimension === 'de' ? 'vers' : 'de';
  return main.rows.filter(({ key }) => key[other] === TOTAL && key[dimension] !== TOTAL);
}

/** What is known to be zero has no ribbon and no node; what is hidden keeps both. */
function withoutEmpty(table: PublishedTable): PublishedTable {
  return { ...table, rows: table.rows.filter(({ cells }) => cells.montant?.value !== 0) };
}
