import type { Fault } from '../../csv/fault.ts';
import type { CrossCheck } from './rule.ts';

/** What only a place that is open may have. */
const OPEN_ONLY = ['evenements', 'frequentation'] as const;

/** Things that cannot have happened in that order: an answer before the opening, a subsidy filed under another year. */
export const checkPeriods: CrossCheck = ({ enquete, subventions }) => [
  ...enquete.rows.flatMap((row): Fault[] => {
    const opening = yearOf(row.ouverture);
    if (opening === undefined || opening <= Number(row.millesime)) return [];
    return OPEN_ONLY.filter((column) => (row[column] ?? 0) > 0).map((column) =>
      enquete.fault(row, column, {
        level: 'avertissement',
        problem: `avant l’ouverture du lieu, en ${opening}`,
        expected: 'rien, ou une date d’ouverture plus ancienne',
      }),
    );
  }),
  ...checkReopenings(enquete),
  ...subventions.rows.flatMap((row) => {
    const year = yearOf(row.dateConvention);
    if (year === undefined || year === Number(row.millesime)) return [];
    return [
      subventions.fault(row, 'dateConvention', {
        level: 'avertissement',
        problem: `convention d’une autre année que celle du fichier, ${row.millesime}`,
        expected: `une date de ${row.millesime}, ou la ligne dans le fichier de ${year}`,
      }),
    ];
  }),
];

/** A place that answered a wave had opened by the year after it, whatever a later wave says. */
function checkReopenings({ rows, fault }: Parameters<CrossCheck>[0]['enquete']): Fault[] {
  const first = new Map<string, number>();
  for (const { id_unite, millesime } of rows) {
    first.set(id_unite, Math.min(first.get(id_unite) ?? Number.POSITIVE_INFINITY, Number(millesime)));
  }
  return rows.flatMap((row) => {
    const opening = yearOf(row.ouverture);
    const answered = first.get(row.id_unite)!;
    if (opening === undefined || answered === Number(row.millesime) || opening <= answered + 1) return [];
    return [
      fault(row, 'ouverture', {
        level: 'avertissement',
        problem: `le lieu répondait déjà en ${answered}`,
        expected: `une année jusqu’à ${answered + 1}`,
      }),
    ];
  });
}

function yearOf(date: string | null): number | undefined {
  return date === null ? undefined : Number(date.slice(0, 4));
}
