import type { PublishedTable } from '../model/table.ts';
import type { FlowTables } from './flow.ts';
import { codesOf, labelOfCode } from './rows.ts';

/** The flows of one exercice, its code and its name. */
export interface FlowYear {
  readonly code: string;
  readonly label: string;
  readonly tables: FlowTables;
}

/** The tables of several exercices (both with a further key, `exercice`) as one pair of tables an exercice, in order. */
export function splitYears({ liens, noeuds }: FlowTables): FlowYear[] {
  return codesOf(noeuds, 'exercice').map((code) => ({
    code,
    label: labelOfCode(noeuds, 'exercice', code),
    tables: { liens: only(liens, code), noeuds: only(noeuds, code) },
  }));
}

function only(table: PublishedTable, exercice: string): PublishedTable {
  return { ...table, rows: table.rows.filter(({ key }) => key.exercice === exercice) };
}
