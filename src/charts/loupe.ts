import type { Box, Frame, Loupe } from '../model/drawing.ts';
import { formatNumber, NO_BREAK } from '../text/number.ts';
import { townOf } from './map-names.ts';
import { at, drawLine, lineWidth, SIZE } from './svg.ts';

type Point = readonly [x: number, y: number];

/** What names keep clear of: the seat, and small boxes along the line from the spot to it. */
export function loupeBoxes({ source, seat }: Loupe): Box[] {
  const [[x1, y1], [x2, y2]] = leaderOf({ source, seat });
  const pieces = Math.ceil(Math.hypot(x2 - x1, y2 - y1) / 6);
  const line = Array.from({ length: pieces }, (_, i) => {
    const share = (i + 0.5) / pieces;
    return { x: x1 + share * (x2 - x1) - 2, y: y1 + share * (y2 - y1) - 2, width: 4, height: 4 };
  });
  return [grow(seat, 6), ...line];
}

/** The frame around the spot on the map, a dot for each symbol that the loupe shows, and the line to its seat. */
export function drawLeader({ palette }: Frame, { source, seat }: Loupe, spots: readonly Point[]): string {
  const [[x1, y1], [x2, y2]] = leaderOf({ source, seat });
  const dots = [...new Set(spots.map(([x, y]) => `M${at(x)} ${at(y)}h.01`))].join('');
  return (
    `<path fill="none" stroke="${palette.grey}" stroke-width="2.6" stroke-linecap="round" d="${dots}"/>` +
    `<path fill="none" stroke="${palette.ink}" stroke-width=".9" d="${rectangle(source)}M${at(x1)} ${at(y1)}L${at(x2)} ${at(y2)}"/>`
  );
}

/** The seat's frame and its band, with the name of the spot and how many times it is enlarged. */
export function drawSeat(frame: Frame, { source, seat, geo }: Loupe): string {
  const { palette } = frame;
  const band = seat.height - geo.height;
  const town = townOf(geo);
  const times = `×${NO_BREAK}${formatNumber(seat.width / source.width)}`;
  const names = town ? [`${town} et environs, ${times}`, `${town}, ${times}`, town] : [times];
  const name = names.find((one) => lineWidth(one, SIZE.small, 600) <= seat.width - 14) ?? times;
  return (
    `<path fill="${palette.paper}" d="M${at(seat.x)} ${at(seat.y)}h${at(seat.width)}v${at(band)}h${at(-seat.width)}z"/>` +
    drawLine(frame, name, seat.x + 7, seat.y + band / 2, SIZE.small, 600) +
    `<path fill="none" stroke="${palette.paper}" stroke-width="3" d="${rectangle(grow(seat, 1.5))}"/>` +
    `<path fill="none" stroke="${palette.ink}" stroke-width=".9" d="${rectangle(grow(seat, -0.5))}"/>`
  );
}

const rectangle = ({ x, y, width, height }: Box): string =>
  `M${at(x)} ${at(y)}h${at(width)}v${at(height)}h${at(-width)}z`;

/** The box with a margin around it; under 0, inside it. */
const grow = ({ x, y, width, height }: Box, by: number): Box => {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
};

const middleOf = ({ x, y, width, height }: Box): Point => [x + width / 2, y + height / 2];

function leaderOf({ source, seat }: Pick<Loupe, 'source' | 'seat'>): [Point, Point] {
  const [from, to] = [middleOf(source), middleOf(seat)];
  return [edgeTowards(source, from, to), edgeTowards(seat, to, from)];
}

/** Where the line from the middle of a box to a point crosses its edge. */
function edgeTowards({ width, height }: Box, [x, y]: Point, [toX, toY]: Point): Point {
  const [dx, dy] = [toX - x, toY - y];
  const share = Math.min(width / 2 / Math.abs(dx || 1e-9), height / 2 / Math.abs(dy || 1e-9));
  return [x + dx * share, y + dy * share];
}
