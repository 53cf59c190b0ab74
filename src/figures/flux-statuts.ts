import { bars } from '../charts/bars.ts';
import { NATURES, STATUTS } from '../datasets/flux-options.ts';
import { labelOf, type PublishedTable } from '../model/table.ts';
import { enumerate } from '../text/list.ts';
import { NO_BREAK } from '../text/number.ts';
import { lowerFirst } from '../text/sentence.ts';
import { formatCell } from '../text/value.ts';
import { defineFigure } from './define.ts';
import { fundersOf } from './flux-funders.ts';
import { AMOUNT, ledgerCaption, ledgerCell } from './flux-tables.ts';
import { exerciceInWords, exercicesOf } from './flux-words.ts';

/** Three states of the same money, funder by funder, in the latest exercice: never added, never compared in a sentence. */
export const figure = defineFigure({
  id: 'flux-statuts',
  title: 'Demandé, notifié, versé : trois états du même argent',
  question: 'De l’argent demandé, combien est notifié, puis versé ?',
  theme: 'moyens',
  page: 'financements',
  uses: ['flux'],
  scopes: { territoires: 'région', millesimes: 'tous' },
  rows(data) {
    const { exercice, funders, nodeOf } = fundersOf(data);
    const occurring = (Object.keys(STATUTS) as (keyof typeof STATUTS)[]).filter((statut) =>
      funders.some(({ id }) => nodeOf(id, statut)),
    );
    // Accounts that hold nothing of a status say nothing of it, not even that it is zero.
    const statuts = occurring.length > 1 ? occurring : [];
    return {
      main: {
        ...ledgerCaption(data, [exercice], `subventions et ressources, en ${lowerFirst(NATURES.numeraire)}`),
        columns: [
          {
            id: 'financeur',
            title: 'Financeur',
            role: 'key',
            labels: Object.fromEntries(funders.map(({ id, label }) => [id, label])),
          },
          { id: 'statut', title: 'Statut', role: 'key', labels: STATUTS },
          AMOUNT,
        ],
        rows: funders.flatMap(({ id }) =>
          statuts.map((statut) => ({
            key: { financeur: id, statut },
            cells: { montant: ledgerCell(nodeOf(id, statut)) },
          })),
        ),
        sums: [],
      },
    };
  },
  subtitle: ({ main }) =>
    `En euros, ${exerciceInWords(exercicesOf(main).join(' '))}, en numéraire. Ces états ne s’additionnent pas`,
  reading({ main }) {
    const [first] = byFunder(main);
    return first ? `${first.label} : ${enumerate(first.said)}` : '';
  },
  quote({ main }) {
    const [first] = byFunder(main);
    return first && { text: `Pour « ${first.label} », les comptes disent ${enumerate(first.said)}` };
  },
  summary: ({ main }) =>
    `Ce qui est demandé à chaque financeur, ce qu’il notifie, ce qu’il verse. ${byFunder(main)
      .map(({ label, said }) => `${label}${NO_BREAK}: ${enumerate(said)}.`)
      .join(' ')}`,
  draw: ({ main }, frame) =>
    bars(
      main,
      {
        category: 'statut',
        value: 'montant',
        group: 'financeur',
        sort: 'given',
        paint: ({ key }) => frame.palette.ramp[RANKS[key.statut as keyof typeof RANKS]]!,
      },
      frame,
    ),
});

/** From light to dark, as money comes nearer. */
const RANKS = { demande: 3, notifie: 2, verse: 0 } as const satisfies Record<keyof typeof STATUTS, number>;

function byFunder(main: PublishedTable) {
  return [...Map.groupBy(main.rows, ({ key }) => key.financeur).values()].map((rows) => ({
    label: labelOf(main, rows[0]!, 'financeur'),
    said: rows.map((row) => `${formatCell(row.cells.montant!, '€')} ${lowerFirst(labelOf(main, row, 'statut'))}s`),
  }));
}
