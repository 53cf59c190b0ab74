import { describe, expect, it } from 'vitest';
import type { PublishedCell } from '../../src/model/table.ts';
import { formatCell, formatValue, speakCell } from '../../src/text/value.ts';
import { plain } from '../plain.ts';

const lieux = { one: 'lieu', many: 'lieux' };

describe('formatValue', () => {
  it.each([
    [56.4, '%', {}, '56 %'],
    [0.5, '%', {}, '0,5 %'],
    [33.333, '%', { decimals: 1 }, '33,3 %'],
    [77_997_300, '€', {}, '779 973 €'],
    [77_997_300, '€', { short: true }, '780 k€'],
    [120_000_000, '€', { short: true }, '1,2 M€'],
    [99_960_000, '€', { short: true }, '1 M€'],
    [4_500_000_000, '€', { short: true }, '45 M€'],
    [88_200_000_000, '€', { short: true }, '882 M€'],
    [250_000, '€', { short: true }, '2,5 k€'],
    [1_300_000_000, '€', { prose: true }, '13 millions d’euros'],
    [250_000_000, '€', { prose: true }, '2,5 millions d’euros'],
    [150_000_000, '€', { prose: true }, '1,5 million d’euros'],
    [77_997_300, '€', { prose: true }, '779 973 €'],
    [123_456_700, '€', { prose: true }, '1 234 567 €'],
    [85_000, '€', { short: true }, '850 €'],
    [28_000, 'm²', {}, '28 000 m²'],
    [1, lieux, {}, '1 lieu'],
    [1.5, lieux, {}, '1,5 lieu'],
    [0, lieux, {}, '0 lieu'],
    [200, lieux, { precision: 'environ' }, 'environ 200 lieux'],
    [400, lieux, { precision: 'plus de', bare: true }, 'plus de 400'],
    [153, lieux, { precision: 'exact', bare: true }, '153'],
  ] as const)('%d %s %o → %s', (value, unit, options, printed) => {
    expect(plain(formatValue(value, unit, options))).toBe(printed);
  });

  it('never lets a line break between a number and its unit', () => {
    for (const unit of ['%', '€', 'm²', lieux] as const) {
      expect(formatValue(1_234_500, unit, { precision: 'environ' })).not.toContain(' ');
    }
  });
});

describe('formatCell and speakCell', () => {
  const cell = (more: Partial<PublishedCell>): PublishedCell => ({ kind: 'count', value: null, ...more });

  it.each([
    [cell({ sign: 's' }), 's', 'secret statistique'],
    [cell({}), 'nd', 'non disponible'],
    [cell({ value: 12, sign: 'p' }), '12 lieux (p)', '12 lieux, provisoire'],
    [cell({ value: 12, sign: 'r' }), '12 lieux (r)', '12 lieux, révisé'],
    [cell({ value: 200, precision: 'près de' }), 'près de 200 lieux', 'près de 200 lieux'],
  ])('%o', (one, printed, said) => {
    expect(plain(formatCell(one, lieux))).toBe(printed);
    expect(plain(speakCell(one, lieux))).toBe(said);
  });
});
