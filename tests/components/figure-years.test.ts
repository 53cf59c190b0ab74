import { describe, expect, test } from 'vitest';
import { datingOf, yearsOf } from '../../src/components/figure-years.ts';
import type { PublishedTable } from '../../src/model/table.ts';

/** A figure whose numbers bear these years, and whose sources bear those. */
function figureOf(rows: readonly (string | null | undefined)[], sources: readonly string[] = []) {
  const main = {
    columns: [],
    rows: rows.map((millesime) => ({ key: {}, attributes: { millesime }, cells: {} })),
    sums: [],
    champ: '',
    sources: sources.map((millesime) => ({ label: 'Source fictive', millesime })),
  } as unknown as PublishedTable;
  return { tables: { main } };
}

describe('les années d’une figure, comme les disent les lecteurs', () => {
  test.each([
    ['une année', ['2023', '2023'], '2023'],
    ['un mois', ['2025-11'], 'novembre\u00a02025'],
    ['une période', ['2017-2021'], '2017-2021'],
    ['quelques années', ['2023', '2018', '2021'], '2018, 2021 et 2023'],
    ['beaucoup d’années', ['2023', '2018', '2021', '2019'], 'de 2018 à 2023'],
    ['des années et des périodes', ['2021', '2018', '2024-2026', '2023'], 'de 2018 à 2026'],
    ['une partie sans date', ['2023', null], '2023 ; pour le reste, année non dite par la source'],
    ['rien de daté', [null], 'année non dite par la source'],
  ])('%s', (_, years, said) => {
    expect(yearsOf(figureOf(years))).toBe(said);
  });

  test('celles de ses sources comptent aussi ; son propre millésime l’emporte', () => {
    expect(yearsOf(figureOf([undefined], ['N+2', 'N']))).toBe('N et N+2');
    expect(yearsOf({ ...figureOf(['2021'], ['2023']), millesime: '2025' })).toBe('2025');
  });

  test('un annuaire n’a pas d’année : il a une date', () => {
    const directory = { ...figureOf([undefined]), modified: '2026-02-01' };
    expect([yearsOf(directory), datingOf(directory)]).toEqual([undefined, '1er\u00a0février\u00a02026']);
    expect(datingOf(figureOf([]))).toBeUndefined();
  });
});
