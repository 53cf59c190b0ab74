import { bars } from '../charts/bars.ts';
import { STATUTS } from '../datasets/reperes.ts';
import { lowerFirst } from '../text/sentence.ts';
import { formatCell } from '../text/value.ts';
import { defineFigure } from './define.ts';
import { listValues } from './list-values.ts';
import { quoteRow } from './quote-row.ts';
import { selectReperes, tableOfReperes } from './reperes-table.ts';

/** What is only proposed, what is voted and what is spent: in this order, never on one line. */
const ETAPES = {
  [STATUTS.propose]: 'Proposé dans le projet de budget',
  [STATUTS.vote]: 'Voté',
  [STATUTS.depense]: 'Dépensé',
} as const satisfies Record<string, string>;

/** The State's credits in three groups that are never compared: proposed, voted, spent. */
export const figure = defineFigure({
  id: 'credits-de-l-etat',
  title: 'Les crédits de l’État : proposés, votés, dépensés',
  question: 'Combien l’État consacre-t-il aux tiers-lieux ?',
  theme: 'moyens',
  page: 'financements',
  uses: ['reperes'],
  scopes: { territoires: 'région', millesimes: 'tous' },
  rows({ reperes }) {
    const credits = selectReperes(reperes, { serie: 'credits-etat', unite: '€' });
    const steps = Object.keys(ETAPES);
    const ranked = credits
      .filter(({ statut }) => steps.includes(STATUTS[statut]))
      .toSorted((a, b) => steps.indexOf(STATUTS[a.statut]) - steps.indexOf(STATUTS[b.statut]) || a.rang - b.rang);
    return {
      main: tableOfReperes(ranked, {
        title: 'Crédits',
        attributes: ({ statut }) => ({ etape: ETAPES[STATUTS[statut] as keyof typeof ETAPES] }),
      }),
    };
  },
  subtitle: () =>
    'Montants nationaux publiés. Proposer, voter et dépenser sont trois choses : les groupes ne se comparent pas',
  reading({ main }) {
    const row = main.rows.find(({ attributes }) => attributes?.statut === STATUTS.vote) ?? main.rows[0];
    return row
      ? `${row.attributes?.label}, ${lowerFirst(String(row.attributes?.etape))} : ${formatCell(row.cells.montant!, '€', { prose: true })}, d’après ${row.attributes?.source}.`
      : '';
  },
  quote: ({ main }) =>
    quoteRow(
      main,
      main.rows.find(({ attributes }) => attributes?.statut === STATUTS.vote),
      ({ attributes, cells }) =>
        `Dans le ${lowerFirst(String(attributes?.label))}, voté, l’État prévoit ${formatCell(cells.montant!, '€', { prose: true })} pour les tiers-lieux`,
    ),
  summary({ main }) {
    const said = Object.values(ETAPES).flatMap((etape) => {
      const rows = main.rows.filter(({ attributes }) => attributes?.etape === etape);
      return rows.length ? `${etape} : ${listValues({ ...main, rows }, 'repere')}` : [];
    });
    return `Crédits de l’État pour les tiers-lieux. ${said.join('. ')}.`;
  },
  draw: ({ main }, frame) =>
    bars(
      main,
      {
        category: 'repere',
        value: 'montant',
        group: 'etape',
        sort: 'given',
        detail: ({ attributes }) => String(attributes?.source ?? ''),
        paint: () => frame.palette.grey,
      },
      frame,
    ),
});
