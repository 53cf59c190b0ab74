import { describe, expect, test } from 'vitest';
import { filePaletteOf } from '../../src/charts/palette.ts';
import type { Data } from '../../src/datasets/data.ts';
import type { Resource } from '../../src/datasets/datapackage.ts';
import type { Lieu } from '../../src/datasets/lieux.ts';
import { figure } from '../../src/figures/enquete-couverture.ts';
import { indicator as repondants } from '../../src/indicators/enquete-repondants.ts';
import { publishAll } from '../../src/observatory/publish-all.ts';
import { plain } from '../plain.ts';
import { answers, cellAt, dataOf } from './survey-data.ts';

const SCOPE = { millesime: 'tous', territoire: 'region' } as const;
const FRAME = { id: 'x', width: 600, medium: 'file', palette: filePaletteOf(false), demonstration: false } as const;

const ROWS = [
  ...answers(24, { millesime: '3001' }),
  ...answers(2, { millesime: '3001', code_insee: 'ZB001' }, 25),
  ...answers(30, {}),
  ...answers(12, { code_insee: 'ZB001' }, 31),
];

/** Places of the directory: 20 in the first territory, 1 in the second, 1 that no territory holds. */
const LISTED = ['ZA001', 'ZB001', null].flatMap((code_insee, index) =>
  Array.from({ length: index === 0 ? 20 : 1 }, () => ({ code_insee }) as Lieu),
);

function wave(millesime: string, univers: number | null) {
  return { dataset: 'enquete', millesime, univers, exhaustif: false, source: { label: 'Essai' } } as Resource;
}

function dataWith(resources: readonly Resource[]): Data {
  return { ...dataOf(ROWS), lieux: LISTED, resources };
}

/** The figure's tables as they leave the gate, which also sees that a territory's number of answers is told elsewhere. */
function publishWith(resources: readonly Resource[]) {
  return publishAll(dataWith(resources), [figure], [repondants]).tables(figure.id, SCOPE)!;
}

describe('la couverture du recensement', () => {
  const tables = publishWith([wave('3001', null), wave('3003', 60)]);

  test('compte les réponses par territoire et par vague, à côté de l’annuaire', () => {
    expect(cellAt(tables.main, { territoire: 'un', millesime: '3001' })).toMatchObject({ value: 24 });
    expect(cellAt(tables.main, { territoire: 'deux', millesime: '3003' })).toMatchObject({ value: 12 });
    expect(tables.main.rows.map(({ attributes }) => attributes?.annuaire)).toEqual([20, 20, 1, 1]);
  });

  test('tait deux réponses, et non un lieu de l’annuaire, qui est public', () => {
    expect(cellAt(tables.main, { territoire: 'deux', millesime: '3001' })).toEqual({
      kind: 'count',
      value: null,
      sign: 'nd',
    });
    expect(figure.subtitle(tables)).toContain('trop peu de réponses pour Territoire 2');
    expect(plain(figure.summary(tables))).toContain(
      'Territoire 2 : trop peu de réponses au recensement N, 12 lieux répondants au recensement N+2, 1 lieu connu de l’annuaire.',
    );
  });

  test('ne donne de taux de réponse qu’à la région, et où l’univers est dit', () => {
    const rates = tables.region!.rows.map(({ attributes, cells }) => [attributes?.univers, cells.taux]);
    expect(rates).toEqual([
      [null, { kind: 'share', value: null, sign: 'nd' }],
      [60, { kind: 'share', value: 70, n: 42, base: 60 }],
    ]);
    expect(tables.main.columns.map(({ unit }) => unit)).not.toContain('%');
    expect(plain(figure.finding?.(tables))).toBe(
      '42 lieux ont répondu au recensement N+2, sur un univers de 60 (70 %)',
    );
  });

  test('n’en donne pas d’un univers plus petit que les réponses, ni de moins de trente lieux', () => {
    for (const univers of [41, 29, null]) {
      const unknown = publishWith([wave('3003', univers)]);
      expect(unknown.region!.rows.at(-1)!.cells.taux).toEqual({ kind: 'share', value: null, sign: 'nd' });
      expect(figure.finding?.(unknown)).toBeUndefined();
    }
  });

  test('dit que l’annuaire n’est pas l’univers, sauf s’il est exhaustif', () => {
    expect(tables.main.champ).toContain('l’annuaire n’est pas l’univers');
    const directory = {
      dataset: 'lieux',
      exhaustif: true,
      base: 'les 3 lieux ouverts',
      source: { label: 'Annuaire' },
    } as Resource;
    expect(figure.rows(dataWith([directory]), SCOPE).main.champ).toContain(
      'l’annuaire est dit exhaustif (les 3 lieux ouverts) ; un lieu répondant peut ne pas y figurer',
    );
  });

  test('montre la dernière vague, la précédente en toutes lettres, et un trait pour l’annuaire', () => {
    const { svg, marks } = figure.draw(tables, FRAME);
    expect(plain(svg)).toContain('recensement N : 24');
    expect(marks.map(({ sentence }) => plain(sentence))).toEqual([
      'Territoire 1 : 30 lieux répondants ; annuaire : 20 lieux connus',
      'Territoire 2 : 12 lieux répondants ; annuaire : 1 lieu connu',
    ]);
  });
});
