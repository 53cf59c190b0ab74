import { THEMES, type Theme } from '../model/figure.ts';
import type { Card, FigureView, Observatory } from '../observatory/index.ts';
import { CHAPTERS } from './chapters.ts';
import { findCounts, findLead, findSquares } from './lead-figure.ts';

/** Name of the text that holds the strip of big numbers. */
export const NUMBERS = 'portrait/chiffres';

/** What a chapter of the portrait shows: one figure that leads, the others smaller, and what it does not know. */
export interface PortraitChapter {
  readonly theme: Theme;
  readonly lead: FigureView | undefined;
  readonly others: readonly FigureView[];
  readonly cards: readonly Card[];
  /** Figures and questions of this chapter that another page tells. */
  readonly elsewhere: number;
  /** Name of what the team wrote under the chapter's question. */
  readonly text: string;
}

/** The portrait from top to bottom. */
export interface PortraitContents {
  /** The figure that opens it: every count of places where several are published, else the first figure on their number. */
  readonly opening: FigureView | undefined;
  /** True where the opening shows that counts differ: the title may say so. */
  readonly countsDiffer: boolean;
  /** The hundred squares. */
  readonly squares: FigureView | undefined;
  readonly chapters: readonly PortraitChapter[];
}

/** What the portrait of an observatory shows, in its order; every figure once. */
export function portraitContents({ figures, cards }: Pick<Observatory, 'figures' | 'cards'>): PortraitContents {
  const opening = findLead(figures);
  const squares = findSquares(figures);
  const told = figures.filter((figure) => figure !== opening && figure !== squares);
  return {
    opening,
    countsDiffer: opening !== undefined && opening === findCounts(figures) && opening.finding !== undefined,
    squares,
    chapters: THEMES.map((theme) => chapterOf(theme, told, cards)).filter(
      ({ lead, cards: asked, elsewhere }) => lead !== undefined || asked.length + elsewhere > 0,
    ),
  };
}

/** A whole chapter, with what the portrait leaves to another page: what that page shows where the team wrote none. */
export function wholeChapter(
  theme: Theme,
  { figures, cards }: Pick<Observatory, 'figures' | 'cards'>,
): PortraitChapter {
  const [lead, ...others] = figures.filter((figure) => figure.theme === theme);
  const asked = cards.filter((card) => card.theme === theme);
  return { theme, lead, others, cards: asked, elsewhere: 0, text: `portrait/${CHAPTERS[theme].anchor}` };
}

function chapterOf(theme: Theme, told: readonly FigureView[], cards: readonly Card[]): PortraitChapter {
  const own = told.filter((figure) => figure.theme === theme);
  const asked = cards.filter((card) => card.theme === theme);
  const [lead, ...others] = own.filter(({ page }) => !page);
  const isElsewhere = ({ page }: { readonly page?: string }) => page !== undefined;
  return {
    theme,
    lead,
    others,
    cards: asked.filter(({ page }) => !page),
    elsewhere: own.filter(isElsewhere).length + asked.filter(isElsewhere).length,
    text: `portrait/${CHAPTERS[theme].anchor}`,
  };
}
