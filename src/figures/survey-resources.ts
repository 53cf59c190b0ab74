import type { Reponse } from '../datasets/enquete.ts';
import { RESSOURCES, TYPES } from '../datasets/enquete-options.ts';
import { sumCell } from '../model/cells.ts';
import type { Cell, DeclaredSum, Row } from '../model/table.ts';
import { TOTAL } from './survey-question.ts';

const KINDS = Object.keys(RESSOURCES) as (keyof typeof RESSOURCES)[];

/** Code of a kind of resource or of a vocation; `TOTAL` for all of them. */
interface Flow {
  readonly resource: string;
  readonly vocation: string;
}

/** Places that named their vocation and detailed their resources: those that the figures on money rest on. */
export function detailedRows(rows: readonly Reponse[]): readonly Reponse[] {
  return rows.filter((row) => row.type_principal !== null && KINDS.some((kind) => row[kind] !== null));
}

/** Vocations that occur in rows, in the schema's order. */
export function vocationsOf(rows: readonly Reponse[]): readonly string[] {
  return Object.keys(TYPES).filter((type) => rows.some((row) => row.type_principal === type));
}

/** Euros (cents) of a kind of resource brought to places of a vocation; only places that have some contribute. */
export function resourceCell(rows: readonly Reponse[], { resource, vocation }: Flow): Cell {
  const base = rows.filter((row) => vocation === TOTAL || row.type_principal === vocation);
  return sumCell(base.map((row) => [row.id_unite, amountOf(row, resource)]));
}

function amountOf(row: Reponse, resource: string): number {
  const kinds = KINDS.filter((kind) => resource === TOTAL || kind === resource);
  return kinds.reduce((sum, kind) => sum + (row[kind] ?? 0), 0);
}

/**
 * Every kind of resource crossed with every vocation, margins included, under two key columns named by the caller;
 * each margin is declared as the sum of its parts.
 */
export function crossResources(
  rows: readonly Reponse[],
  keyOf: (flow: Flow) => Readonly<Record<string, string>>,
): { readonly rows: readonly Row<Cell>[]; readonly sums: readonly DeclaredSum[] } {
  const resources = [...KINDS, TOTAL];
  const vocations = [...vocationsOf(rows), TOTAL];
  const flows = resources.flatMap((resource) => vocations.map((vocation) => ({ resource, vocation })));
  const at = (resource: string, vocation: string) =>
    [
      resources.indexOf(resource as (typeof KINDS)[number]) * vocations.length + vocations.indexOf(vocation),
      'montant',
    ] as const;
  return {
    rows: flows.map((flow) => ({ key: keyOf(flow), cells: { montant: resourceCell(rows, flow) } })),
    sums: [
      ...resources.map((resource) => ({
        total: at(resource, TOTAL),
        parts: vocationsOf(rows).map((vocation) => at(resource, vocation)),
      })),
      ...vocations.map((vocation) => ({ total: at(TOTAL, vocation), parts: KINDS.map((kind) => at(kind, vocation)) })),
    ],
  };
}
