import { keyOf } from './read-numbers.ts';

/** Below, in euros, an amount is also a price, a day's takings, a year. */
const SMALLEST = 10_000;
/** From here on it is known without its unit. */
const BARE = 100_000;
/** "36 500" tells somebody apart, "40 000" does not: anyone may have written it. */
const DIGITS = 3;

/**
 * Keys under which amounts that somebody answered, in euros, would be known in a text: to the euro, with their unit, or bare
 * where they are large. Round ones are anybody's; those that published tables say too (a median is one answer) are no secret.
 */
export function secretAmounts(euros: Iterable<number>, published: ReadonlySet<string>): ReadonlySet<string> {
  const telling = [...euros].filter((value) => value >= SMALLEST && Number(value.toPrecision(DIGITS - 1)) !== value);
  const keys = telling.flatMap((value) =>
    [value, Math.round(value)].flatMap((said) => [keyOf(said, '€'), ...(said >= BARE ? [keyOf(said)] : [])]),
  );
  return new Set(keys.filter((key) => !published.has(key)));
}
