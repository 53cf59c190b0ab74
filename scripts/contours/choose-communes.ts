/** How many communes, from the first on, a file may hold and stay within `limit` bytes; each one more weighs more. */
export function chooseCommunes(total: number, limit: number, weigh: (count: number) => number): number {
  let [fits, exceeds] = [0, total + 1];
  while (exceeds - fits > 1) {
    const middle = Math.floor((fits + exceeds) / 2);
    if (weigh(middle) <= limit) fits = middle;
    else exceeds = middle;
  }
  return fits;
}
