import { block } from '../charts/svg.ts';
import type { Drawing } from '../model/drawing.ts';
import type { FigureView } from '../observatory/index.ts';
import type { FigureSizes } from './poster-layout.ts';

/** A figure on a sheet: its drawing, the width and the height in mm that it takes with its words. */
export interface PlacedFigure {
  readonly figure: FigureView;
  readonly drawing: Drawing;
  readonly width: number;
  readonly height: number;
}

/** Between heading, subtitle and picture, in heights of the small text. */
const BETWEEN = 1.1;

/** Parts of its column that a map may take: its height follows from its width. */
const PARTS_OF_MAP = [1, 0.94, 0.88, 0.82, 0.76, 0.7];

/** The figure that opens the sheet: its drawing is as large as fills the height, its text never smaller than elsewhere. */
export function placeLead(figure: FigureView, width: number, height: number, layout: FigureSizes): PlacedFigure {
  const sizes = [1.5, 1.4, 1.3, 1.2, 1.1, 1].map((times) =>
    placeFigure(figure, width, Number.POSITIVE_INFINITY, { ...layout, unit: layout.unit * times }),
  );
  return sizes.find((placed) => placed && placed.height <= height) ?? sizes.at(-1)!;
}

/** A figure drawn as wide as its column; undefined where it would be taller than `tallest`. */
export function placeFigure(
  figure: FigureView,
  width: number,
  tallest: number,
  layout: FigureSizes,
  parts: readonly number[] = [1],
): PlacedFigure | undefined {
  const words = heightOfWords(figure, width, layout);
  for (const part of parts) {
    const pixels = Math.floor((width * part) / layout.unit);
    const drawing = figure.draw({ id: `${figure.id}-affiche`, width: pixels, medium: 'poster' });
    const height = words + drawing.height * layout.unit;
    if (height <= tallest) return { figure, drawing, width: pixels * layout.unit, height };
  }
  return undefined;
}

function heightOfWords(
  { heading, subtitle }: FigureView,
  width: number,
  { heading: large, small }: FigureSizes,
): number {
  const title = block(heading, width, large, 'titre');
  const lead = block(subtitle, width, small);
  return title.lines.length * large * 1.12 + lead.lines.length * small * 1.3 + 2 * BETWEEN * small;
}

/**
 * Fills columns with figures, the most telling first: each column takes those that leave the least room. `groups` are
 * alternatives, of which a sheet shows one; `openings` open the columns, in order: the map may be narrower than its own.
 */
export function fillColumns(
  groups: readonly (readonly FigureView[])[],
  openings: readonly (FigureView | undefined)[],
  room: { readonly columns: number; readonly width: number; readonly height: number },
  layout: FigureSizes,
): readonly (readonly PlacedFigure[])[] {
  let left = groups
    .map((group, rank) => ({
      rank,
      placed: group.flatMap((figure) => placeFigure(figure, room.width, room.height, layout) ?? []),
    }))
    .filter(({ placed }) => placed.length > 0);
  return Array.from({ length: room.columns }, (_, column) => {
    const opening = openings[column];
    const placed = opening && placeFigure(opening, room.width, room.height, layout, PARTS_OF_MAP);
    const fixed = placed ? [placed] : [];
    const chosen = bestOf(left, room.height, fixed, layout.gap);
    left = left.filter(({ rank }) => !chosen.some((candidate) => candidate.rank === rank));
    const inOrder = chosen.map(({ placed }) => placed).toSorted((a, b) => a.figure.number - b.figure.number);
    return growToFill([...fixed, ...inOrder], room, layout);
  });
}

/** The same figures drawn larger where their column has room left. */
function growToFill(
  column: readonly PlacedFigure[],
  room: { readonly width: number; readonly height: number },
  layout: FigureSizes,
): readonly PlacedFigure[] {
  for (const times of LARGER) {
    const grown = column.map(({ figure, width }) =>
      placeFigure(figure, Math.min(width * times, room.width), room.height, { ...layout, unit: layout.unit * times }),
    );
    if (grown.every((placed) => placed !== undefined) && heightOf(grown, layout.gap) <= room.height) return grown;
  }
  return column;
}

/** How many times larger than elsewhere a drawing may be; beyond, texts of one sheet would not look alike. */
const LARGER = [1.25, 1.2, 1.15, 1.1, 1.05];

const heightOf = (column: readonly PlacedFigure[], gap: number): number =>
  column.reduce((sum, { height }) => sum + height, 0) + Math.max(0, column.length - 1) * gap;

interface Candidate {
  readonly rank: number;
  readonly placed: PlacedFigure;
}

/** No column holds more figures than this besides its first. */
const MOST = 4;

/** The candidates that fill a column best: what is telling counts as much as what leaves no hole. */
function bestOf(
  groups: readonly { readonly rank: number; readonly placed: readonly PlacedFigure[] }[],
  height: number,
  fixed: readonly PlacedFigure[],
  gap: number,
): readonly Candidate[] {
  let best: { readonly chosen: readonly Candidate[]; readonly score: number } | undefined;
  const visit = (from: number, chosen: readonly Candidate[]) => {
    const blocks = [...fixed, ...chosen.map(({ placed }) => placed)];
    const used = heightOf(blocks, gap);
    if (used > height) return;
    const telling = chosen.reduce((sum, { rank }) => sum + 1 / (rank + 2), 0);
    const score = telling - 2.5 * ((height - used) / height) ** 1.5;
    if (!best || score > best.score) best = { chosen, score };
    if (chosen.length === MOST) return;
    for (let i = from; i < groups.length; i++) {
      for (const placed of groups[i]!.placed) visit(i + 1, [...chosen, { rank: groups[i]!.rank, placed }]);
    }
  };
  visit(0, []);
  return best?.chosen ?? [];
}
