import type { Box, Frame, Geo } from '../model/drawing.ts';
import { paintOf } from './ground.ts';
import { placeLabels, seatsAround } from './place.ts';
import { at, drawLine, isNarrow, lineWidth, SIZE } from './svg.ts';

/** A disc that names keep clear of. */
interface Disc {
  readonly r: number;
  readonly x: number;
  readonly y: number;
}

/** What stands on a map before its names are written. */
interface Standing {
  readonly discs: readonly Disc[];
  readonly boxes: readonly Box[];
  /** Discs stand for territories and bear a number. */
  readonly sized: boolean;
  /** The spot that a loupe enlarges: one town is named beside it, the others in the loupe. */
  readonly source?: Box | undefined;
  /** Close up every town is named, on narrow screens too. */
  readonly isLoupe?: boolean;
}

interface PlaceName {
  readonly kind: 'town' | 'territory' | 'neighbour' | 'sea';
  readonly label: string;
  readonly rank: number;
  readonly x: number;
  readonly y: number;
  /** How far symbols cover the place, in px. */
  readonly covered: number;
  /** Its point is drawn: not where a box or a symbol shows it. */
  readonly dotted: boolean;
  readonly seats: readonly Box[];
  readonly fits?: (seat: Box) => boolean;
}

const TOWN = { size: SIZE.small, height: 16 } as const;
/** Letters of areas' names are capitals set apart, as on maps, so that nobody reads them for a town. */
const AREA = { size: 12.8, height: 15, spacing: 1.1, around: 6 } as const;
/** A sea's name is set apart too, in small letters. */
const SEA = { ...AREA, size: 13.2, spacing: 1.6 } as const;

const STEPS = Array.from({ length: 17 }, (_, i) => 14 * (i - 8));
/** How far an area's name may stand from its middle, nearest first. */
const OFFSETS = STEPS.flatMap((dy) => STEPS.map((dx) => ({ dx, dy }))).sort(
  (a, b) => Math.hypot(a.dx, a.dy) - Math.hypot(b.dx, b.dy),
);

/**
 * Names of towns, territories, neighbours and seas, in their order of importance; what finds no free seat is left out.
 * Where discs stand for territories these come first, and a town under a disc is left out: its name would be read as the
 * disc's.
 */
export function nameMap(frame: Frame, geo: Geo, standing: Standing): string {
  const { discs, boxes, sized, source } = standing;
  const towns = townsOf(frame, geo, standing);
  const obstacles: Box[] = [
    ...discs.map(({ x, y, r }) => ({ x: x - r, y: y - r, width: 2 * r, height: 2 * r })),
    ...boxes,
    ...(source ? [source] : []),
    ...towns.filter(({ dotted }) => dotted).map(({ x, y }) => ({ x: x - 2, y: y - 2, width: 4, height: 4 })),
  ];
  const names = [...towns, ...areaNames(frame, geo)].sort((a, b) => orderOf(a, sized) - orderOf(b, sized));
  const bounds = { x: 3, y: 3, width: geo.width - 6, height: geo.height - 6 };
  return placeLabels(names, obstacles, bounds, 5)
    .map((seat, i) => (seat ? drawName(frame, geo, names[i]!, seat) : ''))
    .join('');
}

/** The town that gives its name to the spot that a loupe enlarges: the main one, nearest to its middle. */
export function townOf({ towns, width, height }: Geo): string | undefined {
  const away = ({ x, y }: { x: number; y: number }) => Math.hypot(x - width / 2, y - height / 2);
  return towns.toSorted((a, b) => a.rank - b.rank || away(a) - away(b))[0]?.label;
}

function townsOf(frame: Frame, geo: Geo, { discs, sized, source, isLoupe }: Standing): PlaceName[] {
  const isPart = geo.layers.some(({ role }) => role === 'rest');
  const lastRank = isLoupe || !isNarrow(frame) ? 3 : isPart ? 2 : 1;
  const enlarged = geo.loupe && townOf(geo.loupe.geo);
  return geo.towns
    .filter(({ rank }) => rank <= lastRank)
    .filter(({ x, y }) => !sized || discs.every((disc) => Math.hypot(disc.x - x, disc.y - y) > disc.r + 4))
    .filter(({ label, x, y }) => !source || label === enlarged || !isInside(source, x, y))
    .map(({ label, rank, x, y }): PlaceName => {
      if (source && isInside(source, x, y)) {
        const middle = { x: source.x + source.width / 2, y: source.y + source.height / 2 };
        const covered = Math.max(source.width, source.height) / 2;
        const seats = seatsBeside(label, source);
        return { kind: 'town', label, rank, ...middle, covered, dotted: false, seats };
      }
      const covered = Math.max(0, ...discs.map((disc) => disc.r - Math.hypot(disc.x - x, disc.y - y)));
      const seats = seatsOfTown(label, { x, y }, covered);
      return { kind: 'town', label, rank, x, y, covered, dotted: covered === 0, seats };
    });
}

function areaNames(frame: Frame, geo: Geo): PlaceName[] {
  return geo.labels
    .filter(({ role }) => role === 'territory' || !isNarrow(frame))
    .map(({ role, label, x, y, holds }) => {
      const written = role === 'sea' ? label : label.toLocaleUpperCase('fr');
      const seats = seatsOfArea(role, written, x, y);
      // A name stands on what it names from its first letter to its last; one's own territory may be too small for that.
      const isSmall = role === 'territory' && !seats.some((seat) => isWithin(seat, holds));
      const fits = (seat: Box) =>
        isSmall ? holds(seat.x + seat.width / 2, seat.y + seat.height / 2) : isWithin(seat, holds);
      return { kind: role, label: written, rank: 0, x, y, covered: 0, dotted: false, seats, fits };
    });
}

function isWithin({ x, y, width, height }: Box, holds: (x: number, y: number) => boolean): boolean {
  return [x, x + width / 2, x + width].every((along) => [y, y + height].every((level) => holds(along, level)));
}

function orderOf({ kind, rank }: PlaceName, sized: boolean): number {
  const order = { town: rank, territory: sized ? 0 : 1.5, neighbour: 4, sea: 3.5 };
  return order[kind];
}

function drawName(frame: Frame, geo: Geo, name: PlaceName, seat: Box): string {
  const { palette } = frame;
  const { kind, label, x, y, covered, dotted } = name;
  const middle = seat.y + seat.height / 2;
  const halo = paintOf(frame, geo.groundAt(seat.x + seat.width / 2, middle));
  if (kind !== 'town') {
    const { size, spacing, around } = kind === 'sea' ? SEA : AREA;
    return drawLine(frame, label, seat.x + around, middle, size, kind === 'territory' ? 600 : 400, {
      fill: palette.soft,
      halo,
      spacing,
    });
  }
  // A name that had to go far from its town is tied to it.
  const nearX = Math.min(Math.max(x, seat.x), seat.x + seat.width);
  const nearY = Math.min(Math.max(y, seat.y + 3), seat.y + seat.height - 3);
  const leader =
    Math.hypot(nearX - x, nearY - y) > covered + 13
      ? `<path stroke="${palette.ink}" stroke-width=".8" d="M${at(x)} ${at(y)}L${at(nearX)} ${at(nearY)}"/>`
      : '';
  const dot = dotted ? `<circle cx="${at(x)}" cy="${at(y)}" r="2" stroke="${palette.paper}"/>` : '';
  return `${leader}${dot}${drawLine(frame, label, seat.x + 1, middle, TOWN.size, 400, { halo })}`;
}

/** Seats at the sides of a box, near enough for the name to be read as its own. */
function seatsBeside(label: string, { x, y, width, height }: Box): Box[] {
  const size = { width: lineWidth(label, TOWN.size, 400) + 2, height: TOWN.height };
  const [middle, level] = [x + width / 2 - size.width / 2, y + height / 2 - size.height / 2];
  return [
    { x: x + width + 4, y: level, ...size },
    { x: x - 4 - size.width, y: level, ...size },
    { x: middle, y: y - 3 - size.height, ...size },
    { x: middle, y: y + height + 3, ...size },
  ];
}

/** Seats around a town, beyond the symbols that cover it, then farther and farther. */
function seatsOfTown(label: string, { x, y }: { x: number; y: number }, covered: number): Box[] {
  const width = lineWidth(label, TOWN.size, 400) + 2;
  return [5, 8, 12, 18, 26, 36, 48, 60].flatMap((distance) =>
    seatsAround(x, y, width, TOWN.height, covered + distance),
  );
}

/** Seats on and around the middle of an area, nearest first. */
function seatsOfArea(role: PlaceName['kind'], label: string, x: number, y: number): Box[] {
  const { size, spacing, around, height } = role === 'sea' ? SEA : AREA;
  const width = lineWidth(label, size, 600) + spacing * label.length + 2 * around;
  return OFFSETS.map(({ dx, dy }) => ({ x: x + dx - width / 2, y: y + dy - height / 2, width, height }));
}

function isInside(box: Box, x: number, y: number): boolean {
  return x >= box.x && y >= box.y && x <= box.x + box.width && y <= box.y + box.height;
}
