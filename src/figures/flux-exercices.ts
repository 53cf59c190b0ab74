import { sankeyYears } from '../charts/sankey-years.ts';
import { enumerate } from '../text/list.ts';
import { defineFigure } from './define.ts';
import { pictureExercices, tabulateExercices } from './flux-exercices-tables.ts';
import { gatherEnds } from './flux-pictures.ts';
import { exercicesInWords } from './flux-tables.ts';
import {
  addReport,
  exercicesOf,
  FLOW_OPTIONS,
  quoteMoney,
  readWidestLink,
  sayWidestLink,
  splitExercices,
  sumFunders,
} from './flux-words.ts';

/** The same picture for each exercice, side by side: one order, one scale, beneficiaries and expenses as two nodes. */
export const figure = defineFigure({
  id: 'flux-exercices',
  title: 'L’argent versé, un exercice à côté de l’autre',
  theme: 'moyens',
  page: 'financements',
  broad: true,
  uses: ['flux'],
  scopes: { territoires: 'région', millesimes: 'tous' },
  rows: (data) =>
    tabulateExercices(
      data,
      pictureExercices(data).map((picture) => ({ ...picture, graph: gatherEnds(picture.graph), content: [] })),
    ),
  subtitle: ({ main, noeuds }) =>
    `En euros, ${exercicesInWords(exercicesOf(main))}. Argent versé, en numéraire${addReport(noeuds!)}. Même ordre, même échelle`,
  reading({ main, noeuds }) {
    const last = splitExercices(main).at(-1);
    return last ? `en ${last.label}, ${readWidestLink(last.table, noeuds!)}` : '';
  },
  quote({ main, noeuds }) {
    const last = splitExercices(main).at(-1);
    const said = last && sayWidestLink(last.table, noeuds!);
    return said ? quoteMoney(main, `en ${last!.label}, ${said}`) : undefined;
  },
  summary({ noeuds }) {
    const said = splitExercices(noeuds!).map(({ label, table }) => `en ${label}, ${sumFunders(table)}`);
    return `Les flux d’argent de plusieurs exercices, dans le même ordre : ${enumerate(said)}.`;
  },
  draw: ({ main, noeuds }, frame) => sankeyYears({ liens: main, noeuds: noeuds! }, FLOW_OPTIONS, frame),
});
