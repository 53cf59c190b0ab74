import { keyOf } from '../../src/secrecy/read-numbers.ts';

/** Decimals kept, or significant digits kept. */
const DECIMALS = [0, 1, 2] as const;
const DIGITS = [2, 3, 4] as const;

/** Ways to write an amount in a larger unit, with what it is divided by; bare small numbers could be anything. */
const LARGER = [
  ['k€', 1e3],
  ['millier', 1e3],
  ['M€', 1e6],
  ['million', 1e6],
  ['Md€', 1e9],
  ['milliard', 1e9],
] as const;

/**
 * Keys of every form in which one place's value could be recognised: itself, in cents, rounded to the unit or to two,
 * three or four digits, with its unit or without, and in thousands, millions or milliards where it is an amount.
 */
export function disguisesOf(value: number, unit: '€' | 'm²' | '%' | ''): ReadonlySet<string> {
  const rounded = roundings(value);
  const amounts = unit === '€' ? [...rounded, Math.round(value * 100)] : rounded;
  const larger = unit === '€' ? LARGER.filter(([, divisor]) => value >= divisor) : [];
  return new Set([
    ...amounts.flatMap((amount) => [keyOf(amount), keyOf(amount, unit)]),
    ...larger.flatMap(([name, divisor]) => roundings(value / divisor).map((amount) => keyOf(amount, name))),
  ]);
}

function roundings(value: number): readonly number[] {
  return [
    value,
    Math.floor(value),
    ...DECIMALS.map((decimals) => Number(value.toFixed(decimals))),
    ...DIGITS.map((digits) => Number(value.toPrecision(digits))),
  ];
}
