import type { Column } from '../../src/csv/column.ts';
import { writeCsv } from '../../src/csv/write.ts';
import { enquete, type Reponse } from '../../src/datasets/enquete.ts';
import { recordsOf } from '../../src/datasets/records.ts';

/** The file of a wave: columns that its questionnaire asks, headed by their titles, answers by their labels. */
export function writeSurvey(rows: readonly Partial<Reponse>[], questionnaire: number): string {
  const asked = Object.entries<Column<unknown>>(enquete.columns).filter(
    ([, { meta }]) => (meta.since ?? questionnaire) <= questionnaire,
  );
  return writeCsv(recordsOf(Object.fromEntries(asked), rows));
}
