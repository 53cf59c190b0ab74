/** Narrow no-break space: separates thousands. */
export const NARROW = '\u202f';
/** No-break space: before a unit, a colon, inside guillemets. */
export const NO_BREAK = '\u00a0';

/**
 * A number in French: "1 234,5" with narrow no-break spaces and a true minus sign.
 * `decimals` fixes how many are written; without it at most one, and none that is zero.
 */
export function formatNumber(value: number, { decimals }: { decimals?: number } = {}): string {
  if (!Number.isFinite(value)) throw new Error(`Not a number to print: ${value}`);
  const rounded = roundHalfUp(Math.abs(value), decimals ?? 1);
  const [whole = '0', fraction = ''] = rounded.toFixed(decimals ?? 1).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, NARROW);
  const printed = decimals === undefined ? fraction.replace(/0+$/, '') : fraction;
  return `${value < 0 && rounded !== 0 ? '−' : ''}${grouped}${printed && ','}${printed}`;
}

/** Decimal rounding as people do it by hand: 2.5 → 3, 1.005 → 1.01, where floating point would fall short. */
function roundHalfUp(value: number, decimals: number): number {
  if (value > 1e15 || value < 1e-6) return Number(value.toFixed(decimals));
  return Number(`${Math.round(Number(`${value}e${decimals}`))}e-${decimals}`);
}
