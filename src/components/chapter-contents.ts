import { THEMES, type Theme } from '../model/figure.ts';
import type { Card, FigureView, Observatory } from '../observatory/index.ts';
import { CHAPTERS } from './chapters.ts';
import { findLead } from './lead-figure.ts';

/** What a chapter of the portrait shows. */
interface ChapterContents {
  /** The figures in their order; the one that opens the site comes first. */
  readonly figures: readonly FigureView[];
  readonly cards: readonly Card[];
  /** Name of what the team wrote under the chapter's question. */
  readonly text: string;
}

/** The chapters that have something to show or to ask, in reading order. */
export function chaptersOf({ figures, cards }: Pick<Observatory, 'figures' | 'cards'>): readonly Theme[] {
  return THEMES.filter((theme) => [...figures, ...cards].some((item) => item.theme === theme));
}

/** The figures, open questions and text of one chapter. */
export function chapterContents(
  theme: Theme,
  { figures, cards }: Pick<Observatory, 'figures' | 'cards'>,
): ChapterContents {
  const lead = findLead(figures);
  return {
    figures: figures
      .filter((figure) => figure.theme === theme)
      .sort((a, b) => Number(b.id === lead?.id) - Number(a.id === lead?.id)),
    cards: cards.filter((card) => card.theme === theme),
    text: `portrait/${CHAPTERS[theme].anchor}`,
  };
}
