import type { FigureView, Observatory } from '../observatory/index.ts';
import { chooseFindings } from './choose-findings.ts';
import { findMap } from './lead-figure.ts';

/** Most figures of the pack, its map apart: a mail takes it. */
const MOST = 9;

/** The figures whose pictures newsrooms get together: those that say something, of each theme, and the map of the places. */
export function pressFigures({ figures }: Pick<Observatory, 'figures'>): readonly FigureView[] {
  const map = findMap(figures);
  return [...chooseFindings(figures, MOST, map?.id), ...(map ? [map] : [])];
}
