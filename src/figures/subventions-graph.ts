import { decisionsOf, shareDecision } from '../datasets/decisions.ts';
import type { FlowGraph, GraphLink, GraphNode } from '../datasets/flow-graph.ts';
import { nodeId } from '../datasets/flux-nodes.ts';
import type { Niveau } from '../datasets/flux-options.ts';
import type { Subvention } from '../datasets/subventions.ts';
import { upperFirst } from '../text/sentence.ts';

/** What one beneficiary gets by one decision, in cents. */
interface Share {
  readonly row: Subvention;
  readonly montant: number;
}

/** Where each end of a share stands in the picture. */
const COLUMNS = { financeur: 0, dispositif: 1, beneficiaire: 2 } as const satisfies Partial<Record<Niveau, number>>;

/**
 * Subsidies as flows from who gives to who gets, through the dispositif or, where none is told, the nature of the aid.
 * Each decision is counted once, split to the cent; nodes stand from the largest to the smallest.
 */
export function graphSubsidies(subventions: readonly Subvention[]): FlowGraph {
  const shares = keepGiven(decisionsOf(subventions).flatMap(shareDecision));
  const nodes = (['financeur', 'dispositif', 'beneficiaire'] as const).flatMap((niveau) =>
    [...Map.groupBy(shares, (share) => endOf(share, niveau).id).values()]
      .map((own): GraphNode => {
        const { id, label } = endOf(own[0]!, niveau);
        return { id, niveau, label, court: label, colonne: COLUMNS[niveau], type: null, ...addShares(own) };
      })
      .sort((a, b) => b.montant - a.montant || (a.id < b.id ? -1 : 1)),
  );
  const rank = new Map(nodes.map(({ id }, index) => [id, index]));
  const links = [...linkShares(shares, 'financeur', 'dispositif'), ...linkShares(shares, 'dispositif', 'beneficiaire')];
  return {
    nodes,
    links: links.sort((a, b) => rank.get(a.de)! - rank.get(b.de)! || rank.get(a.vers)! - rank.get(b.vers)!),
  };
}

/** The id of a beneficiary's node: its SIRET or its RNA number, which names do not change. */
export function beneficiaryId({ idBeneficiaire, rnaBeneficiaire, nomBeneficiaire }: Subvention): string {
  return nodeId('beneficiaire', idBeneficiaire ?? rnaBeneficiaire ?? nomBeneficiaire);
}

/** What is taken back is written as a negative amount: a way on which nothing is left is not drawn. */
function keepGiven(shares: readonly Share[]): readonly Share[] {
  const wayOf = (share: Share) => Object.keys(COLUMNS).map((niveau) => endOf(share, niveau as keyof typeof COLUMNS).id);
  const ways = Map.groupBy(shares, (share) => wayOf(share).join(' '));
  return [...ways.values()].filter((own) => addShares(own).montant > 0).flat();
}

function linkShares(shares: readonly Share[], from: keyof typeof COLUMNS, to: keyof typeof COLUMNS): GraphLink[] {
  const groups = Map.groupBy(shares, (share) => `${endOf(share, from).id} ${endOf(share, to).id}`);
  return [...groups.values()].map((own) => ({
    de: endOf(own[0]!, from).id,
    vers: endOf(own[0]!, to).id,
    ...addShares(own),
  }));
}

function endOf({ row }: Share, niveau: keyof typeof COLUMNS): { readonly id: string; readonly label: string } {
  if (niveau === 'beneficiaire') return { id: beneficiaryId(row), label: row.nomBeneficiaire };
  if (niveau === 'financeur') return { id: nodeId(niveau, row.idAttribuant), label: row.nomAttribuant };
  const label = row.dispositifAide ?? upperFirst(`aide en ${row.nature.join(' et en ')}`);
  return { id: nodeId(niveau, label), label };
}

/** Subsidies are public with the names of those who get them: nobody is gathered in them. */
function addShares(shares: readonly Share[]) {
  return { montant: shares.reduce((sum, { montant }) => sum + montant, 0), contributions: [] };
}
