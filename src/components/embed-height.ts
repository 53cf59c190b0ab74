import type { Erratum } from '../observatory/errata.ts';
import type { FigureView } from '../observatory/index.ts';
import { type Weight, wrap } from '../text/measure.ts';
import { sentence } from '../text/sentence.ts';
import { typo } from '../text/typography.ts';
import { printSources } from './describe-sources.ts';
import { WIDE } from './drawing-widths.ts';
import { embedTables } from './embed-tables.ts';
import { headErratum, tellErratum } from './erratum-words.ts';
import type { FrozenView } from './frozen.ts';
import { longestNote } from './frozen-note.ts';
import { NOTICE } from './withdrawn-notice.ts';

/** Everything around the words and the picture: margins, rule, the observatory's name, the link below; px. */
const AROUND = 138;

/** The closed table, px. */
const TABLE = 46;

/** Width at which an embed shows the wide drawing, px: all that a frame of 600 px leaves (styles/embed.css). */
const SHOWN = 568;

/** Narrowest text in a frame of 600 px. */
const TEXT = 560;

/** What stands between the notes, and between the link below and errata, px. */
const GAP = 5.1;
const LAST = 10.2;

/** The margins of the line above a frozen figure, px. */
const NOTE = 27.2;

/** The same around the notice that stands where a frozen figure was withdrawn, which has no picture, px. */
const NOTICE_AROUND = 63;

/**
 * The height in px of a figure's embed page in a frame 600 to 900 px wide, known without a script: lines are counted
 * with the fonts' own widths, at the sizes of styles/embed.css.
 */
export function embedHeight(figure: FigureView): number {
  const notes = [
    `Lecture. ${sentence(figure.reading)}`,
    `Champ. ${figure.champ}.`,
    `Sources. ${printSources(figure.sources)}`,
  ];
  const heading = count(figure.heading, 25.5, 'titre') * 28.6;
  const subtitle = count(figure.subtitle, 17) * 23.8;
  const { height } = figure.draw({ id: 'l', width: WIDE, medium: 'embed' });
  const drawing = (height * SHOWN) / WIDE;
  const table = embedTables(figure).length > 0 ? TABLE : 0;
  return Math.ceil(AROUND + heading + subtitle + drawing + heightOfNotes(notes) + table);
}

/** The height in px of errata below a figure; nothing where there is none. */
export function errataHeight(errata: readonly Erratum[]): number {
  if (errata.length === 0) return 0;
  // Their first words are bold: all are counted so.
  return Math.ceil(
    LAST +
      heightOfNotes(
        errata.map((one) => `${headErratum(one)} ${tellErratum(one)}`),
        600,
      ),
  );
}

/**
 * The height in px of a frozen figure's embed page: what stands above it is counted as long as it may become, for a code
 * is pasted once; its errata as they are today.
 */
export function frozenHeight(frozen: FrozenView): number {
  const note = NOTE + count(longestNote(frozen), 15.3) * 22.95;
  const below = frozen.isWithdrawn ? noticeHeight(frozen.titre) : frozen.hauteur + errataHeight(frozen.errata);
  return Math.ceil(note + below);
}

function noticeHeight(title: string): number {
  return NOTICE_AROUND + count(title, 25.5, 'titre') * 28.6 + count(NOTICE, 17) * 23.8;
}

function heightOfNotes(notes: readonly string[], weight: 400 | 600 = 400): number {
  return notes.reduce((sum, note) => sum + count(note, 15.3, weight) * 22.2 + GAP, 0);
}

function count(text: string, size: number, weight: Weight = 400): number {
  return wrap(typo(text), TEXT, size, weight).length;
}
