import { labelOf, type PublishedRow, type PublishedTable } from '../model/table.ts';
import { TOTAL } from './survey-question.ts';
import { wavesInWords } from './survey-words.ts';

/** The row of a crossed table at two codes, each possibly `TOTAL`. */
export function rowAt(table: PublishedTable, key: Readonly<Record<string, string>>): PublishedRow | undefined {
  return table.rows.find((row) => Object.entries(key).every(([dimension, code]) => row.key[dimension] === code));
}

/** "Montants déclarés par 84 lieux, recensement 2026, en euros". */
export function describeMoney(table: PublishedTable, total: PublishedRow | undefined): string {
  const base = total?.cells.montant?.base;
  const who = base === undefined ? 'les lieux' : `${base} lieux`;
  return ['Ressources de l’année, en euros', `déclarées par ${who} qui en ont donné le détail`, wavesInWords(table)]
    .filter(Boolean)
    .join(', ');
}

/**
 * The first resource and its fraction of what is declared, or nothing where a third is not passed or the total is
 * hidden. `resource` is the key column of the kinds of resource.
 */
export function findMainResource(
  table: PublishedTable,
  margins: readonly PublishedRow[],
  total: PublishedRow | undefined,
  resource: string,
): { readonly label: string; readonly fraction: string } | undefined {
  const whole = total?.cells.montant?.value;
  const [first] = margins.toSorted((a, b) => (b.cells.montant?.value ?? -1) - (a.cells.montant?.value ?? -1));
  const largest = first?.cells.montant?.value;
  if (!whole || !largest || !first || first.key[resource] === TOTAL) return undefined;
  const share = (largest / whole) * 100;
  const fraction = share > 50 ? 'plus de la moitié' : share > 100 / 3 ? 'plus du tiers' : undefined;
  return fraction ? { label: labelOf(table, first, resource), fraction } : undefined;
}
