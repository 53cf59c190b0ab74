/** Two lists in one order as one: what only the first has stands after what it followed there. */
export function joinOrders<T>(
  first: readonly T[],
  second: readonly T[],
  idOf: (one: T) => string,
): (readonly [T | undefined, T | undefined])[] {
  const ids = second.map(idOf);
  let place = 0;
  for (const id of first.map(idOf)) {
    const found = ids.indexOf(id);
    if (found >= 0) place = found + 1;
    else ids.splice(place++, 0, id);
  }
  const [old, recent] = [first, second].map((some) => new Map(some.map((one) => [idOf(one), one])));
  return ids.map((id) => [old!.get(id), recent!.get(id)] as const);
}
