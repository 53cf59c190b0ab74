import type { Column } from '../../src/csv/column.ts';
import { enquete, type Reponse } from '../../src/datasets/enquete.ts';
import { writeCsv } from './csv.ts';

/** The file of a wave: columns that its questionnaire asks, headed by their titles, answers by their labels. */
export function writeSurvey(rows: readonly Partial<Reponse>[], questionnaire: number): string {
  const columns = Object.entries<Column<unknown>>(enquete.columns).filter(
    ([, { meta }]) => (meta.since ?? questionnaire) <= questionnaire,
  );
  return writeCsv(
    columns.map(([, { meta }]) => meta.title),
    rows.map((row) => columns.map(([id, column]) => writeAnswer(row[id as keyof Reponse] ?? null, column))),
  );
}

function writeAnswer(value: Reponse[keyof Reponse], { kind, options = {} }: Column<unknown>): string | number | null {
  if (value === null) return null;
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (typeof value === 'number') return kind === 'amount' ? value / 100 : value;
  if (typeof value === 'string') return options[value] ?? value;
  return value.map((code) => options[code] ?? code).join('; ');
}
