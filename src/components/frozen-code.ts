import type { Source } from '../model/table.ts';
import { typo } from '../text/typography.ts';
import { frozenHeight } from './embed-height.ts';
import { bytesOf, type FrozenView, frozenPath } from './frozen.ts';
import { addressOf, titleFrame, writeCode, writeCredit, writeFrame } from './sharing.ts';

/** What a frozen figure says, and when; its subject alone once somebody whom it named withdrew. */
export function frozenTitleOf({ titre, constat, isWithdrawn, year }: FrozenView): string {
  return typo(`${isWithdrawn ? titre : constat} (publication ${year.nom})`);
}

/** The iframe that shows a frozen figure. */
export function frozenFrameOf(frozen: FrozenView): string {
  const heading = frozenTitleOf(frozen);
  return writeFrame({
    id: `otl-${frozen.year.millesime}-${frozen.id}`,
    title: frozen.isWithdrawn ? heading : titleFrame(heading, sourcesOf(frozen)),
    src: addressOf(frozenPath(frozen)),
    height: frozenHeight(frozen),
  });
}

/** The HTML to paste in another site to show a frozen figure: as the code of a live one, and its numbers stay. */
export function frozenCodeOf(frozen: FrozenView): string {
  const credit = writeCredit(frozenTitleOf(frozen), addressOf(frozenPath(frozen)), sourcesOf(frozen));
  return writeCode(frozenFrameOf(frozen), credit);
}

/** The sources of a frozen figure, as they were then. */
function sourcesOf({ id, year }: FrozenView): readonly Source[] {
  return JSON.parse(new TextDecoder().decode(bytesOf(year, `${id}.json`))).sources;
}
