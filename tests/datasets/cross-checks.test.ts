import { expect, test } from 'vitest';
import type { Refusal } from '../../src/csv/column.ts';
import { crossChecks } from '../../src/datasets/cross-checks.ts';
import type { Reponse } from '../../src/datasets/enquete.ts';
import { answer, dataOf } from '../figures/survey-data.ts';

/** The faults of the survey's answers, each with the column and the wave it stands in. */
function check(...rows: Reponse[]) {
  const { settings, geography } = dataOf(rows);
  const fault = (row: object, columnName: string, refusal: Refusal) => ({
    level: 'erreur' as const,
    file: 'millesime' in row ? String(row.millesime) : '',
    columnName,
    ...refusal,
  });
  const none = { rows: [], fault };
  return crossChecks.flatMap((rule) =>
    rule({ reperes: none, lieux: none, enquete: { rows, fault }, subventions: none }, settings, geography),
  );
}

test('un lieu qui change de commune d’une vague à l’autre est signalé', () => {
  expect(check(answer(1, { millesime: '3001' }), answer(1, { millesime: '3003', code_insee: 'ZB001' }))).toMatchObject([
    {
      level: 'avertissement',
      file: '3003',
      columnName: 'code_insee',
      problem: 'le lieu « u1 » était dans la commune ZA001 au millésime 3001',
    },
  ]);
});

test('rester, ou être un autre lieu, n’est pas un déménagement', () => {
  expect(check(answer(1, { millesime: '3001' }), answer(1), answer(2, { code_insee: 'ZB001' }))).toEqual([]);
});

test('un cercle doit être nommé par les réglages', () => {
  expect(check(answer(1, { cercle: 'rond' }))).toMatchObject([{ level: 'erreur', columnName: 'cercle' }]);
});
