import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../src/text/number.ts';

describe('formatNumber', () => {
  it.each([
    [0, '0'],
    [1234.5, '1\u202f234,5'],
    [30000, '30\u202f000'],
    [1234567, '1\u202f234\u202f567'],
    [-12, '−12'],
    [-0.04, '0'],
    [0.5, '0,5'],
    [0.35, '0,4'],
    [2.25, '2,3'],
    [1.05, '1,1'],
    [999.96, '1\u202f000'],
    [1e-9, '0'],
  ])('%d → %s', (value, printed) => {
    expect(formatNumber(value)).toBe(printed);
  });

  it('fixes the decimals when asked', () => {
    expect(formatNumber(3, { decimals: 2 })).toBe('3,00');
    expect(formatNumber(2.5, { decimals: 0 })).toBe('3');
    expect(formatNumber(1.005, { decimals: 2 })).toBe('1,01');
  });

  it('refuses what is not a number', () => {
    expect(() => formatNumber(Number.NaN)).toThrow('Not a number');
    expect(() => formatNumber(Number.POSITIVE_INFINITY)).toThrow('Not a number');
  });
});
