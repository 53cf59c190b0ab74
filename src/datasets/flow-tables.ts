import type { Source, Table, TableColumn } from '../model/table.ts';
import type { FlowGraph } from './flow-graph.ts';
import { flux } from './flux.ts';
import { NIVEAUX, TYPES_FINANCEUR } from './flux-options.ts';

/** What is said of a picture of flows beside its numbers. */
interface Caption {
  /** What is counted, a noun phrase without final stop. */
  readonly champ: string;
  readonly sources: readonly Source[];
}

const { payeur, beneficiaire, montant } = flux.columns;
const AMOUNT: TableColumn = { id: 'montant', title: montant.meta.title, role: 'measure', unit: '€' };

/**
 * A graph of flows as the two tables of a Sankey: links (`de`, `vers`) and nodes (`noeud`, with attributes for pictures:
 * `label`, `court`, `colonne`, `niveau`, `type` and `type_libelle`, of which tables show the words). Every cell says what
 * it is made of, nothing where nobody is gathered, so that the gate takes them all.
 */
export function tabulateFlows(
  { nodes, links }: FlowGraph,
  { champ, sources }: Caption,
): { readonly liens: Table; readonly noeuds: Table } {
  const labels = Object.fromEntries(nodes.map(({ id, label }) => [id, label]));
  const said = { sums: [], champ, sources };
  return {
    liens: {
      ...said,
      title: 'Liens',
      columns: [
        { id: 'de', title: payeur.meta.title, role: 'key', labels },
        { id: 'vers', title: beneficiaire.meta.title, role: 'key', labels },
        AMOUNT,
      ],
      rows: links.map(({ de, vers, ...sum }) => ({ key: { de, vers }, cells: { montant: amountCell(sum) } })),
    },
    noeuds: {
      ...said,
      title: 'Cases',
      columns: [
        { id: 'noeud', title: 'Nom', role: 'key', labels },
        { id: 'niveau', title: 'Niveau', role: 'attribute' },
        { id: 'type_libelle', title: 'Type de financeur', role: 'attribute' },
        AMOUNT,
      ],
      rows: nodes.map(({ id, label, court, colonne, niveau, type, ...sum }) => ({
        key: { noeud: id },
        attributes: {
          label,
          court,
          colonne,
          niveau: NIVEAUX[niveau],
          type,
          type_libelle: type && TYPES_FINANCEUR[type],
        },
        cells: { montant: amountCell(sum) },
      })),
    },
  };
}

/** A sum of flows: who is behind it is counted by the gate only. */
function amountCell({ montant, contributions }: Pick<FlowGraph['links'][number], 'montant' | 'contributions'>) {
  return { kind: 'sum', value: montant, n: null, base: null, contributions } as const;
}
