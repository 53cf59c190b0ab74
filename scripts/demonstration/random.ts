/** A seeded source of chance: the same seed gives the same numbers on every machine. */
export interface Random {
  /** A number from 0 (included) to 1 (excluded). */
  next(): number;
  /** A whole number between both bounds, included. */
  between(low: number, high: number): number;
  /** One of the keys, each as likely as its weight says. */
  pick<K extends string>(weights: Readonly<Record<K, number>>): K;
  /** A positive number around a middle, sometimes several times as large (log-normal). */
  around(middle: number, spread: number): number;
}

/** Makes a source of chance from a text; two purposes take two seeds, so that changing one leaves the other alone. */
export function seed(text: string): Random {
  let state = 0;
  for (const character of text) state = Math.imul(state ^ character.codePointAt(0)!, 0x9e3779b1) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: (weights) => {
      const entries = Object.entries<number>(weights);
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      const found = entries.find(([, weight]) => {
        left -= weight;
        return left < 0;
      });
      return (found ?? entries.at(-1)!)[0] as keyof typeof weights;
    },
    around: (middle, spread) => {
      // Twelve even draws make a bell, without the logarithm of zero.
      const bell = Array.from({ length: 12 }, next).reduce((sum, draw) => sum + draw, -6);
      return middle * Math.exp(bell * spread);
    },
  };
}
