import { formatDate } from '../text/date.ts';
import { typo } from '../text/typography.ts';
import type { FrozenView } from './frozen.ts';
import type { Since } from './since-frozen.ts';

/** A sentence above a frozen figure, the page of the observatory where more is said, and whether readers must not miss it. */
export interface Said {
  readonly text: string;
  readonly page?: string;
  readonly isGrave?: boolean;
}

/** What stands above a frozen figure: that it is frozen, that a number of it was wrong, and what became of it since. */
export function frozenNote(frozen: FrozenView): readonly Said[] {
  const { id, errata, since, isWithdrawn } = frozen;
  const page = `/graphiques/${id}/`;
  const [erratum] = isWithdrawn ? [] : errata;
  // Data that were corrected is what the erratum says.
  const isSaid = erratum !== undefined && since?.kind === 'revised';
  return [
    { text: sayFrozen(frozen) },
    ...(erratum
      ? [{ text: sayErrata(errata.length), page: `${page}#errata-${erratum.millesime}`, isGrave: true }]
      : []),
    ...(since && !isSaid ? [{ text: saySince(since), page }] : []),
  ];
}

/** The most that may come to stand above a frozen figure, in one text. */
export function longestNote(frozen: FrozenView): string {
  const later = { kind: 'newer', millesime: frozen.year.nom } as const;
  return `${sayFrozen(frozen)} ${sayErrata(2)}. ${saySince(later)}.`;
}

function sayFrozen({ year, isWithdrawn }: FrozenView): string {
  const end = isWithdrawn ? '.' : ' : ces nombres ne changent plus.';
  return typo(`Publication ${year.nom}, figée le ${formatDate(year.date)}${end}`);
}

function sayErrata(count: number): string {
  return count > 1 ? 'Des errata sont parus' : 'Un erratum est paru';
}

function saySince(since: Since): string {
  if (since.kind === 'gone') return 'Cette figure n’est plus publiée';
  if (since.kind === 'revised') return 'Les données ont été revues depuis';
  return typo(
    since.millesime ? `Une édition plus récente existe : ${since.millesime}` : 'Des données plus récentes existent',
  );
}
