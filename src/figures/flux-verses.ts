import { sankey } from '../charts/sankey.ts';
import { defineFigure } from './define.ts';
import { pictureExercices } from './flux-exercices-tables.ts';
import { flowsInWords, ledgerCaption, moneyInWords, tabulatePicture } from './flux-tables.ts';
import {
  addReport,
  countNodes,
  exerciceInWords,
  exercicesOf,
  FLOW_OPTIONS,
  listFunders,
  quoteMoney,
  readWidestLink,
  sayWidestLink,
  stateMainFunders,
  sumFunders,
} from './flux-words.ts';

/** From funders to those who are paid, in the latest exercice. It sees the whole ledger, for one order in all exercices. */
export const figure = defineFigure({
  id: 'flux-verses',
  title: 'Des financeurs aux bénéficiaires : l’argent versé',
  question: 'D’où vient l’argent du réseau, par où passe-t-il, et à qui va-t-il ?',
  theme: 'moyens',
  broad: true,
  uses: ['flux'],
  scopes: { territoires: 'région', millesimes: 'tous' },
  rows(data) {
    const picture = pictureExercices(data).at(-1);
    const exercices = picture ? [picture.exercice] : [];
    const what = flowsInWords(data, exercices, moneyInWords('verse', 'numeraire'));
    const caption = ledgerCaption(data, exercices, what);
    return tabulatePicture(picture ?? NOTHING, caption);
  },
  subtitle: ({ main, noeuds }) => `En euros, ${momentOf(main)}. Argent versé, en numéraire${addReport(noeuds!)}`,
  finding({ main, noeuds }) {
    const said = noeuds && stateMainFunders(noeuds);
    return said && `${said} dans l’${momentOf(main)}`;
  },
  reading: ({ main, noeuds }) => readWidestLink(main, noeuds!),
  quote({ main, noeuds }) {
    const said = (noeuds && stateMainFunders(noeuds)) ?? sayWidestLink(main, noeuds!);
    return said ? quoteMoney(main, said) : undefined;
  },
  summary: ({ main, noeuds }) =>
    `Flux d’argent de l’${momentOf(main)} : ${sumFunders(noeuds!)}. ${listFunders(noeuds!)}. ${countNodes(noeuds!)}.`,
  draw: ({ main, noeuds }, frame) =>
    sankey({ liens: main, noeuds: noeuds! }, { ...FLOW_OPTIONS, moment: `Versé, ${momentOf(main)}` }, frame),
});

const NOTHING = { exercice: '', label: '', graph: { nodes: [], links: [] }, content: [] } as const;

function momentOf(table: Parameters<typeof exercicesOf>[0]): string {
  return exerciceInWords(exercicesOf(table).at(-1) ?? '');
}
