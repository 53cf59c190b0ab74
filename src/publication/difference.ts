/** What two texts have in common at both ends, and what differs between. */
interface Difference {
  readonly head: string;
  readonly before: string;
  readonly after: string;
  readonly tail: string;
}

/** Texts no longer than this are shown whole, signs. */
const SHORT = 160;
/** Words kept around what differs in a longer one. */
const AROUND = 6;

/** Cuts two texts at the words after their common beginning and before their common end. */
export function splitDifference(before: string, after: string): Difference {
  const [old, now] = [before.split(/(?<=\s)/), after.split(/(?<=\s)/)];
  const start = commonLength(old, now);
  const end = commonLength(old.slice(start).reverse(), now.slice(start).reverse());
  const join = (words: readonly string[], from: number, to: number) => words.slice(from, to).join('');
  return {
    head: join(now, 0, start),
    before: join(old, start, old.length - end),
    after: join(now, start, now.length - end),
    tail: join(now, now.length - end, now.length),
  };
}

/** Two texts with "…" for what they share far from their difference. */
export function shortenBoth(before: string, after: string): readonly [before: string, after: string] {
  if (Math.max(before.length, after.length) <= SHORT) return [before, after];
  const { head, tail, ...middle } = splitDifference(before, after);
  const [start, end] = [head.split(/(?<=\s)/), tail.split(/(?<=\s)/)];
  const kept = {
    head: start.length > AROUND ? `… ${start.slice(-AROUND).join('')}` : head,
    tail: end.length > AROUND ? `${end.slice(0, AROUND).join('').trimEnd()} …` : tail,
  };
  return [kept.head + middle.before + kept.tail, kept.head + middle.after + kept.tail];
}

function commonLength(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((word, index) => word.trim() !== b[index]?.trim());
  return at < 0 ? a.length : at;
}
