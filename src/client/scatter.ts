/**
 * The numbers from 0 to `count` − 1 in an order of their own for each `turn`, always the same one: squares that are
 * sorted by another question must visibly change seats, since none of them is the same answer as before.
 */
export function scatter(count: number, turn: number): readonly number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  let state = turn + 1;
  for (let i = count - 1; i > 0; i--) {
    state = (state * 48271) % 2147483647;
    const j = state % (i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
