import type { Card, FigureView, Observatory } from '../observatory/index.ts';
import { chooseFindings } from './choose-findings.ts';
import { findLead, findMap } from './lead-figure.ts';

/** At most so many findings, and so many open questions, on the home page. */
const MOST = { findings: 8, cards: 3 } as const;

/** What the home page shows of an observatory, from top to bottom. */
interface HomeContents {
  readonly lead: FigureView | undefined;
  readonly findings: readonly FigureView[];
  readonly map: FigureView | undefined;
  readonly cards: readonly Card[];
}

/** The figures and open questions of the home page. */
export function homeContents({ figures, cards }: Pick<Observatory, 'figures' | 'cards'>): HomeContents {
  const lead = findLead(figures);
  return {
    lead,
    findings: chooseFindings(figures, MOST.findings, lead?.id),
    map: findMap(figures),
    cards: cards.slice(0, MOST.cards),
  };
}
