import type { SankeyOptions } from '../charts/sankey.ts';
import { NIVEAUX, TYPES_FINANCEUR } from '../datasets/flux-options.ts';
import type { Quote } from '../model/figure.ts';
import { columnOf, labelOf, type PublishedRow, type PublishedTable } from '../model/table.ts';
import { enumerate } from '../text/list.ts';
import { NO_BREAK } from '../text/number.ts';
import { plural } from '../text/plural.ts';
import { formatCell, formatValue } from '../text/value.ts';
import { listValues } from './list-values.ts';

/** Names of the columns of every picture of the ledger. */
const COLUMNS = ['Financeurs', 'Dispositifs', 'Actions', 'Bénéficiaires et dépenses'] as const;

/** What all pictures of the ledger share: the names of their columns, the types that colours mean, what is a remainder. */
export const FLOW_OPTIONS = {
  colonnes: COLUMNS,
  types: TYPES_FINANCEUR,
  isRemainder: ({ attributes }) => attributes?.niveau === NIVEAUX.reste,
} as const satisfies SankeyOptions;

/** The exercices that a table is about, as readers call them. */
export function exercicesOf({ sources }: Pick<PublishedTable, 'sources'>): readonly string[] {
  return sources.flatMap(({ millesime }) => millesime ?? []);
}

/** The rows of funders among nodes: a report of earlier money is none. */
function funderRows(noeuds: PublishedTable): readonly PublishedRow[] {
  return noeuds.rows.filter(({ attributes }) => attributes?.niveau === NIVEAUX.financeur);
}

/** What rows hold together, in cents; nothing where one of them is hidden. */
export function totalOf(rows: readonly PublishedRow[]): number | undefined {
  const amounts = rows.flatMap(({ cells }) => cells.montant?.value ?? []);
  return amounts.length === rows.length ? amounts.reduce((sum, amount) => sum + amount, 0) : undefined;
}

/** From which share on a few funders are told, and how. */
const FRACTIONS = [
  [75.5, 'plus des trois quarts'],
  [67.5, 'plus des deux tiers'],
  [50.5, 'plus de la moitié'],
] as const;

const NUMBERS = ['', 'Un seul financeur apporte', 'Deux financeurs apportent', 'Trois financeurs apportent'] as const;

/** "Trois financeurs apportent plus des deux tiers de l’argent versé": the fewest, three at most, that give more than half. */
export function stateMainFunders(noeuds: PublishedTable): string | undefined {
  const rows = funderRows(noeuds);
  const total = totalOf(rows);
  if (!total || rows.length < 4) return undefined;
  const sizes = rows.map(({ cells }) => cells.montant!.value!).sort((a, b) => b - a);
  for (const count of [1, 2, 3]) {
    const share = (sizes.slice(0, count).reduce((sum, size) => sum + size, 0) / total) * 100;
    const said = FRACTIONS.find(([from]) => share >= from);
    if (said) return `${NUMBERS[count]} ${said[1]} de l’argent versé`;
  }
  return undefined;
}

/** "L’épaisseur d’un ruban dit un montant : Financeur A verse 180 000 € à Dispositif A", the widest of who gives first. */
export function readWidestLink(liens: PublishedTable, noeuds: PublishedTable): string {
  const said = sayWidestLink(liens, noeuds);
  return said ? `l’épaisseur d’un ruban dit un montant : ${said}` : 'Aucun montant ne peut être publié';
}

/** "« Financeur A » verse 180 000 € à « Dispositif A »", the widest link of who gives first; nothing where all is hidden. */
export function sayWidestLink(liens: PublishedTable, noeuds: PublishedTable): string | undefined {
  const first = new Set(noeuds.rows.filter(({ attributes }) => attributes?.colonne === 0).map(({ key }) => key.noeud));
  const [widest] = liens.rows
    .filter(({ key, cells }) => first.has(key.de) && (cells.montant?.value ?? 0) > 0)
    .toSorted((a, b) => b.cells.montant!.value! - a.cells.montant!.value!);
  if (!widest) return undefined;
  const amount = formatCell(widest.cells.montant!, columnOf(liens, 'montant').unit!);
  return `« ${labelOf(liens, widest, 'de')} » verse ${amount} à « ${labelOf(liens, widest, 'vers')} »`;
}

/** Where money goes beyond funders, and in how many nodes: one of them may gather many. */
export function countNodes(noeuds: PublishedTable): string {
  const count = (column: number) => noeuds.rows.filter(({ attributes }) => attributes?.colonne === column).length;
  const passed = [
    count(1) > 0 ? plural(count(1), 'dispositif', 'dispositifs') : [],
    count(2) > 0 ? plural(count(2), 'action', 'actions') : [],
  ].flat();
  const ends = plural(
    count(3),
    'case de bénéficiaires ou de dépenses',
    'cases de bénéficiaires, de dépenses ou de reste',
  );
  return passed.length > 0 ? `L’argent passe par ${enumerate(passed)}, jusqu’à ${ends}` : `L’argent va à ${ends}`;
}

/** Funders read aloud: "Financeur A : 180 000 € ; …". */
export function listFunders(noeuds: PublishedTable): string {
  return listValues(noeuds, 'noeud', funderRows(noeuds));
}

/** "8 financeurs versent 762 000 €"; how many only, where an amount is hidden. */
export function sumFunders(noeuds: PublishedTable): string {
  const rows = funderRows(noeuds);
  const total = totalOf(rows);
  const who = plural(rows.length, 'financeur verse', 'financeurs versent');
  return total === undefined ? who : `${who} ${formatValue(total, '€')}`;
}

/** "exercice N+2", words that do not part. */
export function exerciceInWords(label: string): string {
  return `exercice${NO_BREAK}${label}`;
}

/** " ; un report de l’exercice précédent s’y ajoute" where there is one, so that the total is not read as what funders gave. */
export function addReport(noeuds: PublishedTable): string {
  const isReport = ({ attributes }: PublishedRow) => attributes?.niveau === NIVEAUX.reste && attributes.colonne === 0;
  return noeuds.rows.some(isReport) ? ' ; ce qui restait de l’exercice précédent s’y ajoute' : '';
}

/** The rows of each exercice of a table that has several, as tables of one exercice, with what readers call it. */
export function splitExercices(
  table: PublishedTable,
): readonly { readonly label: string; readonly table: PublishedTable }[] {
  return [...Map.groupBy(table.rows, ({ key }) => key.exercice)].map(([, rows]) => ({
    label: labelOf(table, rows[0]!, 'exercice'),
    table: { ...table, rows },
  }));
}

/** Which money is meant, without who is gathered in it: a sentence about funders alone names nobody else. */
export function quoteMoney({ champ }: PublishedTable, text: string): Quote {
  return { text, champ: champ.replace(/ \([^)]*\)/g, '') };
}
