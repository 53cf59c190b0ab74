import type { Data } from '../datasets/data.ts';
import type { GraphNode } from '../datasets/flow-graph.ts';
import { tabulateFlows } from '../datasets/flow-tables.ts';
import { NATURES, type Nature, type Statut } from '../datasets/flux-options.ts';
import { millesimesOf, nameMillesime } from '../datasets/millesimes.ts';
import type { Cell, Row, Source, Table, TableColumn } from '../model/table.ts';
import { formatDate } from '../text/date.ts';
import { enumerate } from '../text/list.ts';
import { NO_BREAK } from '../text/number.ts';
import { lowerFirst } from '../text/sentence.ts';
import type { FlowPicture } from './flux-pictures.ts';

/** What the content of the nodes "Autres …" is called where it is gathered for secrecy: those who do not agree to be named, and who hides them. */
const UNNAMED = 'Bénéficiaires réunis faute d’accord';

/** What each status is called in a noun phrase: "argent versé". */
const MONEY: Readonly<Record<Statut, string>> = { demande: 'demandé', notifie: 'notifié', verse: 'versé' };

/** How a measure of the ledger is declared. */
export const AMOUNT: TableColumn = { id: 'montant', title: 'Montant', role: 'measure', unit: '€' };

/** The key column of a table whose rows belong to exercices. */
export function exerciceColumn(data: Pick<Data, 'flux' | 'settings'>): TableColumn {
  const labels = millesimesOf(data.flux).map((exercice) => [exercice, nameMillesime(data.settings, exercice)]);
  return { id: 'exercice', title: 'Exercice', role: 'key', labels: Object.fromEntries(labels) };
}

/** "exercice N", "exercices N et N+2". */
export function exercicesInWords(labels: readonly string[]): string {
  return `${labels.length > 1 ? 'exercices' : 'exercice'}${NO_BREAK}${enumerate(labels)}`;
}

/** The sum of nodes or links, zero where there is none; who is gathered in it, if anybody, is for the gate. */
export function ledgerCell(...parts: readonly (Pick<GraphNode, 'montant' | 'contributions'> | undefined)[]): Cell {
  const value = parts.reduce((sum, part) => sum + (part?.montant ?? 0), 0);
  const contributions = parts.flatMap((part) => part?.contributions ?? []);
  return { kind: 'sum', value, n: null, base: null, contributions };
}

/** What is counted, and from which accounts: one source an exercice, with the day of its accounts. */
export function ledgerCaption(
  { settings, resources }: Pick<Data, 'settings' | 'resources'>,
  exercices: readonly string[],
  what: string,
): { readonly champ: string; readonly sources: readonly Source[] } {
  const names = exercices.map((exercice) => nameMillesime(settings, exercice));
  const sources = exercices.flatMap((exercice) =>
    resources
      .filter(({ dataset, millesime }) => dataset === 'flux' && millesime === exercice)
      .map(({ source, date }) => ({
        ...source,
        millesime: nameMillesime(settings, exercice),
        note: [source.note, `comptes au ${formatDate(date)}`].filter(Boolean).join(' ; '),
      })),
  );
  return { champ: `${what}, ${exercicesInWords(names)}`, sources };
}

/** What flows to payees, and that some of them are not told apart, where it is so in these exercices. */
export function flowsInWords({ flux }: Pick<Data, 'flux'>, exercices: readonly string[], what: string): string {
  const isGathered = flux.some(
    ({ millesime, contributions }) => exercices.includes(millesime) && contributions.length > 0,
  );
  return isGathered
    ? `${what} (les bénéficiaires sans accord pour être nommés sont réunis, s’il le faut avec d’autres)`
    : what;
}

/** "argent versé, en numéraire". */
export function moneyInWords(statut: Statut, nature: Nature): string {
  return `argent ${MONEY[statut]}, en ${lowerFirst(NATURES[nature])}`;
}

/** The tables of one exercice: links, nodes, and what the nodes "Autres …" are made of, where there are some. */
export function tabulatePicture(
  { graph, content }: FlowPicture,
  caption: ReturnType<typeof ledgerCaption>,
): { readonly main: Table; readonly noeuds: Table; readonly autres?: Table } {
  const { liens, noeuds } = tabulateFlows(graph, caption);
  const rows = content.flatMap(({ autre, nodes }) =>
    nodes.map((node): Row<Cell> => {
      const label = node.id === autre.id ? UNNAMED : node.label;
      return {
        key: { contenu: node.id },
        attributes: { label, dans: autre.label },
        cells: { montant: ledgerCell(node) },
      };
    }),
  );
  if (rows.length === 0) return { main: liens, noeuds };
  const columns: readonly TableColumn[] = [
    { id: 'contenu', title: 'Réuni', role: 'key' },
    { id: 'dans', title: 'Dans', role: 'attribute' },
    AMOUNT,
  ];
  return { main: liens, noeuds, autres: { ...caption, title: 'Ce qui est réuni', columns, rows, sums: [] } };
}

/** Tables of the same columns as one, whose first key says the exercice of each row. */
export function stackExercices(
  tables: readonly (readonly [exercice: string, table: Table])[],
  column: TableColumn,
  caption: ReturnType<typeof ledgerCaption>,
): Table {
  const [, first] = tables[0]!;
  return {
    ...caption,
    title: first.title,
    columns: [column, ...first.columns.map((one) => mergeLabels(one, tables))],
    rows: tables.flatMap(([exercice, { rows }]) => rows.map((row) => ({ ...row, key: { exercice, ...row.key } }))),
    sums: [],
  };
}

/** A node of any exercice has its name. */
function mergeLabels(column: TableColumn, tables: readonly (readonly [string, Table])[]): TableColumn {
  if (!column.labels) return column;
  const all = tables.map(([, { columns }]) => columns.find(({ id }) => id === column.id)?.labels ?? {});
  return { ...column, labels: Object.assign({}, ...all) };
}
