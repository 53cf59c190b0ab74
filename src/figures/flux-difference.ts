import { flowDifference } from '../charts/flow-difference.ts';
import { joinOrders } from '../charts/join-orders.ts';
import { codesOf } from '../charts/rows.ts';
import type { FlowGraph, GraphNode } from '../datasets/flow-graph.ts';
import { NIVEAUX } from '../datasets/flux-options.ts';
import { columnOf, labelOf, type PublishedRow, type PublishedTable } from '../model/table.ts';
import { enumerate } from '../text/list.ts';
import { lowerFirst, upperFirst } from '../text/sentence.ts';
import { formatCell } from '../text/value.ts';
import { defineFigure } from './define.ts';
import { pictureExercices, tabulateExercices } from './flux-exercices-tables.ts';
import { gatherUnsure } from './flux-pictures.ts';
import { AMOUNT, exercicesInWords, flowsInWords, ledgerCaption, ledgerCell, moneyInWords } from './flux-tables.ts';
import { addReport, exercicesOf, FLOW_OPTIONS, quoteMoney } from './flux-words.ts';

/** What grew, shrank, came and went between the last two exercices: a node that an exercice lacks has no cell there. */
export const figure = defineFigure({
  id: 'flux-difference',
  title: 'D’un exercice à l’autre : ce qui augmente, diminue, arrive, disparaît',
  question: 'Qu’est-ce qui change d’un exercice à l’autre ?',
  theme: 'moyens',
  page: 'financements',
  uses: ['flux'],
  scopes: { territoires: 'région', millesimes: 'tous' },
  rows(data) {
    const pictures = gatherUnsure(pictureExercices(data).slice(-2));
    const exercices = pictures.map(({ exercice }) => exercice);
    const [before, after] = pictures;
    const nodes = before && after ? joinNodes(before.graph, after.graph) : [];
    return {
      main: {
        ...ledgerCaption(data, exercices, flowsInWords(data, exercices, moneyInWords('verse', 'numeraire'))),
        title: 'Cases',
        columns: [
          {
            id: 'noeud',
            title: 'Nom',
            role: 'key',
            labels: Object.fromEntries(nodes.map(([{ id, label }]) => [id, label])),
          },
          { id: 'niveau', title: 'Niveau', role: 'attribute' },
          ...pictures.map(({ label }, index) => ({
            ...AMOUNT,
            id: MEASURES[index]!,
            title: `Versé, exercice ${label}`,
          })),
        ],
        rows: nodes.map(([{ id, label, niveau, colonne }, ...own]) => ({
          key: { noeud: id },
          attributes: { label, colonne, niveau: NIVEAUX[niveau] },
          cells: Object.fromEntries(own.flatMap((node, index) => (node ? [[MEASURES[index]!, ledgerCell(node)]] : []))),
        })),
        sums: [],
      },
      liens: tabulateExercices(data, pictures).main,
    };
  },
  subtitle: ({ main }) =>
    `En euros, ${exercicesInWords(exercicesOf(main))}. Argent versé, en numéraire${addReport(main)}`,
  finding: ({ main }) => sayComings(main),
  reading({ main }) {
    const row = main.rows.find(
      (one) => !isNew(one) && !isGone(one) && one.cells.avant?.value !== one.cells.apres?.value,
    );
    if (!row) return 'Aucun montant présent dans les deux exercices ne change';
    return `« ${labelOf(main, row, 'noeud')} » passe de ${sayAt(main, row, 'avant')} à ${sayAt(main, row, 'apres')}`;
  },
  quote({ main }) {
    const said = sayComings(main);
    return said ? quoteMoney(main, `D’un exercice à l’autre, ${lowerFirst(said)}`) : undefined;
  },
  summary({ main }) {
    const labels = (rows: readonly PublishedRow[]) => enumerate(rows.map((row) => labelOf(main, row, 'noeud')));
    const both = main.rows.filter((row) => !isNew(row) && !isGone(row));
    const parts = [
      ['Augmentent', both.filter((row) => changeOf(row) > 0)],
      ['Diminuent', both.filter((row) => changeOf(row) < 0)],
      ['Arrivent', main.rows.filter(isNew)],
      ['Disparaissent', main.rows.filter(isGone)],
    ] as const;
    const said = parts.flatMap(([verb, rows]) => (rows.length > 0 ? `${verb} : ${labels(rows)}.` : []));
    return `Ce qui change entre les ${exercicesInWords(exercicesOf(main))}. ${said.join(' ')}`;
  },
  draw: ({ main, liens }, frame) =>
    flowDifference({ liens: liens!, noeuds: nodesByExercice(main, liens!) }, FLOW_OPTIONS, frame),
});

/** The measures of the earlier and of the later exercice. */
const MEASURES = ['avant', 'apres'] as const;

/** Every node of either exercice in the author's order, by column: what describes it, then what it is in each. */
function joinNodes(
  before: FlowGraph,
  after: FlowGraph,
): readonly (readonly [GraphNode, GraphNode | undefined, GraphNode | undefined])[] {
  return joinOrders(before.nodes, after.nodes, ({ id }) => id).map(([old, recent]) => [(recent ?? old)!, old, recent]);
}

/** The same numbers with the exercice as a key, as links have it: which is how flows of several exercices are drawn. */
function nodesByExercice(main: PublishedTable, liens: PublishedTable): PublishedTable {
  const exercices = codesOf(liens, 'exercice');
  return {
    ...main,
    columns: [columnOf(liens, 'exercice'), columnOf(main, 'noeud'), AMOUNT],
    rows: exercices.flatMap((exercice, index) =>
      main.rows.flatMap((row) => {
        const cell = row.cells[MEASURES[index]!];
        return cell ? [{ ...row, key: { exercice, ...row.key }, cells: { montant: cell } }] : [];
      }),
    ),
  };
}

const isNew = ({ cells }: PublishedRow) => !cells.avant;
const isGone = ({ cells }: PublishedRow) => !cells.apres;

/** Zero where one of both is hidden. */
function changeOf({ cells }: PublishedRow): number {
  const [before, after] = [cells.avant?.value ?? null, cells.apres?.value ?? null];
  return before === null || after === null ? 0 : after - before;
}

function sayAt(main: PublishedTable, row: PublishedRow, measure: (typeof MEASURES)[number]): string {
  return formatCell(row.cells[measure]!, columnOf(main, measure).unit!);
}

const COUNTS = ['', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf'] as const;

function sayFunders(count: number, one: string, many: string): string {
  const said = COUNTS[count] ?? String(count);
  return count === 0 ? '' : `${said} financeur${count > 1 ? 's' : ''} ${count > 1 ? many : one}`;
}

/** "Deux financeurs arrivent et un financeur ne verse plus", or nothing where the same ones give. */
function sayComings(main: PublishedTable): string | undefined {
  const funders = main.rows.filter(({ attributes }) => attributes?.niveau === NIVEAUX.financeur);
  const said = [
    sayFunders(funders.filter(isNew).length, 'arrive', 'arrivent'),
    sayFunders(funders.filter(isGone).length, 'ne verse plus', 'ne versent plus'),
  ].filter(Boolean);
  return said.length > 0 ? upperFirst(enumerate(said)) : undefined;
}
