import { block } from '../../charts/svg.ts';
import { MARGIN, RULE } from '../../components/edition/cover.ts';
import { BASE_TOP, COVER } from '../../components/edition/cover-wall.ts';
import { placeIn } from '../../components/edition/cover-words.ts';
import type { Edition } from '../../components/editions.ts';
import { USUAL_LICENCE } from '../../components/licence.ts';
import type { Settings } from '../../datasets/settings.ts';
import { NO_BREAK } from '../../text/number.ts';
import { periodOf } from '../../text/period.ts';
import { upperFirst } from '../../text/sentence.ts';

/** The words of a back cover, and their largest size: in units of the cover's drawing. */
export interface BackWords {
  readonly title: string;
  readonly description: string;
  /** Of its type and of the title's. */
  readonly size: number;
  /** Titles of the chapters; none where there are few, or no room. */
  readonly chapters: readonly string[];
  /** Who made it, a sentence a role; none where there is no room: the book itself names them all. */
  readonly credits: readonly string[];
  /** Under each other at the foot, beside the place of the barcode. */
  readonly foot: readonly string[];
  readonly isbn?: string;
}

/** Sizes of type, and the place that a barcode asks for, in mm. */
export const BACK = {
  largest: 36,
  smallest: 15,
  leading: 1.28,
  small: 17,
  gap: 34,
  foot: 18,
  barcode: { width: 40, height: 31 },
} as const;

/** Under that a list of chapters tells nothing. */
const FEWEST_CHAPTERS = 5;

const WIDTH = COVER.width - 2 * MARGIN;
const LINE = BACK.small * 1.3;
const TOP = RULE + 30;

/** The words of an edition's back cover that fit it, printed on pages so wide (mm): first title and description grow smaller, then chapters, then credits give way. */
export function backWords(edition: Edition, settings: Settings, width: number): BackWords {
  const { title, lieu, credits, isbn, book } = edition;
  // A place's name stays whole, as long as it is a name.
  const description =
    lieu && lieu.length < 20 ? edition.description.split(lieu).join(joined(lieu)) : edition.description;
  const titles = book.chapters.map(({ title: chapter }) => chapter);
  const all = {
    title,
    description,
    chapters: titles.length < FEWEST_CHAPTERS ? [] : titles,
    credits: (credits ?? []).map(({ role, noms }) => `${role} : ${noms.join(', ')}.`),
    foot: footOf(edition, settings),
    ...(isbn ? { isbn } : {}),
  };
  const tried = [all, { ...all, chapters: [] }, { ...all, chapters: [], credits: [] }];
  for (const [i, words] of tried.entries()) {
    const least = i === tried.length - 1 ? BACK.smallest : 24;
    for (let size: number = BACK.largest; size >= least; size--) {
      if (heightOf(words, size) <= roomOf(words, width)) return { ...words, size };
    }
  }
  return { ...tried.at(-1)!, size: BACK.smallest };
}

const joined = (name: string): string => name.replaceAll(' ', NO_BREAK);

function footOf(edition: Edition, { reseau, adresse, demonstration }: Settings): readonly string[] {
  const { dates, licence } = edition;
  const address = (adresse ?? reseau.url ?? '').replace(/^https?:\/\/(www\.)?|\/$/g, '');
  return [
    [dates && upperFirst(periodOf(dates)), placeIn(edition)].filter(Boolean).join(', '),
    reseau.nom,
    address,
    `Textes et images : ${(licence ?? USUAL_LICENCE).nom}`,
    demonstration ? 'Démonstration, région fictive' : '',
  ].filter((line) => line !== '');
}

/** What stands over the foot, at a size of the description. */
function heightOf({ title, description, chapters, credits }: Omit<BackWords, 'size'>, size: number): number {
  const column = (WIDTH - BACK.gap) / 2;
  // The number of a chapter stands before its title.
  const lines = chapters.map((chapter) => block(chapter, column - 2 * BACK.small, BACK.small, 600).lines.length);
  const rows = lines.reduce((sum, count) => sum + count, 0);
  const tallest = Math.max(0, ...lines);
  return [
    (block(title, WIDTH, size, 'titre').lines.length + 0.5) * size * BACK.leading,
    block(description, WIDTH, size).lines.length * size * BACK.leading,
    chapters.length > 0 ? BACK.gap + (Math.ceil(rows / 2) + tallest) * LINE * 1.15 : 0,
    credits.length > 0 ? BACK.gap + credits.flatMap((each) => block(each, WIDTH, BACK.small).lines).length * LINE : 0,
    BACK.gap,
  ].reduce((sum, height) => sum + height, 0);
}

function roomOf({ foot, isbn }: Omit<BackWords, 'size'>, width: number): number {
  const unit = width / COVER.width;
  const beside = isbn ? WIDTH - BACK.barcode.width / unit - BACK.gap : WIDTH;
  const lines = foot.flatMap((each) => block(each, beside, BACK.foot, 600).lines).length * BACK.foot * 1.35;
  return BASE_TOP - BACK.gap - TOP - Math.max(lines, isbn ? BACK.barcode.height / unit : 0);
}
