import type { Scheme } from '../../charts/palette.ts';
import { type CoverWords, drawBackWall, paintsOf } from '../../components/edition/cover.ts';
import { COVER } from '../../components/edition/cover-wall.ts';

/** The ground and the wall of a back cover that stands alone, without its words: nothing of it is read aloud. */
export function drawBack(words: CoverWords, scheme: Scheme): string {
  const paints = paintsOf(words, scheme);
  const { width, height } = COVER;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" aria-hidden="true"><rect width="${width}" height="${height}" fill="${paints.ground}"/>${drawBackWall(words, paints, { from: 0, to: width })}</svg>`;
}
