import type { Data } from '../datasets/data.ts';
import { nodeId } from '../datasets/flux-nodes.ts';
import type { Subvention } from '../datasets/subventions.ts';
import type { Table } from '../model/table.ts';

/** A place of the directory that a beneficiary is taken for, and by what. */
export interface MatchedPlace {
  readonly id: string;
  readonly nom: string;
  readonly by: string;
}

const BY_SIRET = 'rapproché par le SIRET';
const BY_NAME = 'rapproché par le nom';

/**
 * Finds the place of the directory behind a beneficiary: by its SIRET, where the ledger says whose it is, else by its
 * name, where one place only bears it. The directory itself holds no SIRET.
 */
export function matchBeneficiaries({
  lieux,
  flux,
}: Pick<Data, 'lieux' | 'flux'>): (beneficiary: Subvention) => MatchedPlace | undefined {
  const places = new Map(lieux.map((lieu) => [lieu.id, lieu]));
  const bySiret = new Map(
    flux.flatMap(({ siret, lieu }) => {
      const place = lieu === null ? undefined : places.get(lieu);
      return siret !== null && place ? [[siret, place] as const] : [];
    }),
  );
  const byName = Map.groupBy(lieux, ({ nom }) => nameOf(nom));
  return ({ idBeneficiaire, nomBeneficiaire }) => {
    const known = idBeneficiaire === null ? undefined : bySiret.get(idBeneficiaire);
    if (known) return { id: known.id, nom: known.nom, by: BY_SIRET };
    const [named, ...others] = byName.get(nameOf(nomBeneficiaire)) ?? [];
    return named && others.length === 0 ? { id: named.id, nom: named.nom, by: BY_NAME } : undefined;
  };
}

/** A name as people compare names. */
function nameOf(nom: string): string {
  return nodeId('beneficiaire', nom);
}

/** A table whose rows say which place of the directory they are, and by what; a column less where none is. */
export function addMatches(
  table: Table,
  matches: ReadonlyMap<string, MatchedPlace | undefined>,
  dimension: string,
): Table {
  const found = (row: Table['rows'][number]) => matches.get(row.key[dimension] ?? '');
  if (!table.rows.some(found)) return table;
  return {
    ...table,
    columns: [...table.columns, { id: 'rapprochement', title: 'Dans l’annuaire', role: 'attribute' }],
    rows: table.rows.map((row) => {
      const place = found(row);
      return { ...row, attributes: { ...row.attributes, rapprochement: place ? `${place.nom}, ${place.by}` : null } };
    }),
  };
}
