/**
 * Moves boxes along one axis as little as possible (least squares), so that none overlaps the next and all stay between
 * `start` and `end` where they fit; their order is kept. Takes the wished starts and the lengths, returns the starts.
 */
export function spread(
  wished: readonly number[],
  lengths: readonly number[],
  start: number,
  end: number,
  gap = 0,
): number[] {
  let offset = 0;
  const offsets = lengths.map((length) => {
    const before = offset;
    offset += length + gap;
    return before;
  });
  const total = Math.max(0, offset - gap);
  // Without its offset a box may stand anywhere not before the one above: neighbours that disagree share their mean.
  const blocks: { sum: number; count: number }[] = [];
  wished.forEach((wish, i) => {
    let current = { sum: wish - offsets[i]!, count: 1 };
    for (
      let above = blocks.at(-1);
      above && above.sum / above.count > current.sum / current.count;
      above = blocks.at(-1)
    ) {
      current = { sum: above.sum + current.sum, count: above.count + current.count };
      blocks.pop();
    }
    blocks.push(current);
  });
  const bases = blocks.flatMap(({ sum, count }) => Array<number>(count).fill(sum / count));
  const highest = Math.max(start, end - total);
  return bases.map((base, i) => Math.min(Math.max(base, start), highest) + offsets[i]!);
}
