import { containsPoint, type Rings } from '../geo/rings.ts';
import type { Box, Drawing, Frame, Geo, GeoArea } from '../model/drawing.ts';
import type { PublishedCell, PublishedRow, PublishedTable } from '../model/table.ts';
import type { Unit } from '../model/unit.ts';
import { plural } from '../text/plural.ts';
import { formatValue } from '../text/value.ts';
import { type Class, classify, classOf } from './classes.ts';
import { rampOf } from './colours.ts';
import { drawGround } from './ground.ts';
import { drawKey } from './key.ts';
import { nameMap } from './map-names.ts';
import { textOver } from './palette.ts';
import { cellOf, markKey, printCell, sayCell, textOf, unitOf } from './rows.ts';
import { at, block, type DrawnMark, drawBlock, drawLine, finish, hatch, isNarrow, lineWidth, SIZE } from './svg.ts';
import { textureOf } from './textures.ts';

interface ChoroplethOptions {
  /** The key whose codes are those of the areas. */
  readonly area: string;
  /** Which areas of the contours. */
  readonly object: Parameters<Geo['areas']>[0];
  /** A share or a mean: a number of things would show where people live, and nothing else. */
  readonly value: string;
  /** What stands above the key: what is measured, where its unit alone does not say it. */
  readonly title: string;
  /** Said after the value in the sentence of an area. */
  readonly detail?: (row: PublishedRow) => string;
}

/** How an area is painted: a colour, a texture over it in print. */
interface Paint {
  readonly fill: string;
  readonly texture?: string | undefined;
}

/** Px around a number within its area. */
const AROUND = 2;
const LINE = 15;
/** Steps of the search for a seat, as shares of the area's box. */
const SEATS = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8];

/**
 * Areas coloured by a rate: ordered classes of one hue, the darkest (the lightest on dark paper) for the highest, zero
 * left as paper, what is not known hatched; other numbers are written on the areas that have room for them.
 */
export function choropleth(table: PublishedTable, options: ChoroplethOptions, frame: Frame): Drawing {
  const { geo } = frame;
  if (!geo) throw new Error('A map needs frame.geo: see src/geo/project.ts');
  refuseCounts(table, options.value);
  const unit = unitOf(table, options.value);
  const areas = new Map(geo.areas(options.object).map((area) => [area.code, area]));
  const shown = table.rows.flatMap((row) => {
    const area = areas.get(row.key[options.area] ?? '');
    return area ? [{ row, area, cell: cellOf(row, options.value) }] : [];
  });
  const known = new Set(shown.map(({ area }) => area));
  const blank = [...areas.values()].filter((area) => !known.has(area));
  const cells = shown.map(({ cell }) => cell);
  const classes = classify(cells.flatMap(({ value }) => value ?? []));
  const paintOf = painter(frame, classes);

  const isMissing = blank.length > 0 || cells.some(({ value }) => value === null);
  const key = drawLegend(frame, options.title, [
    ...(cells.some(({ value }) => value === 0)
      ? [{ label: formatValue(0, unit, { bare: true }), ...zeroChip(frame) }]
      : []),
    ...classes.map((one, i) => ({ label: nameClass(one, unit, cells), ...paintOf(i) })),
    ...(isMissing ? [{ label: 'pas de valeur', fill: hatch(frame) }] : []),
  ]);
  const towns = isNarrow(frame) ? [] : geo.towns.filter(({ rank }) => rank === 1);
  const written = shown.map(({ area, cell }) =>
    cell.value === 0 ? undefined : seatValue(area, printCell(cell, unit), towns),
  );
  const marks = shown.map(({ row, area, cell }, i): DrawnMark => {
    const paint = cell.value === null ? { fill: hatch(frame) } : paintOf(classIndex(cell, classes));
    const printed = printCell(cell, unit);
    return {
      key: markKey(row),
      sentence: sentenceOf(table, row, options, unit),
      svg: move(drawArea(frame, area, paint) + drawValue(frame, printed, written[i], paint), key.height),
    };
  });
  const missing = table.rows.length - shown.length;
  return finish(frame, {
    height: key.height + geo.height,
    marks,
    under:
      key.svg +
      move(
        drawGround(frame, geo) + blank.map((area) => drawArea(frame, area, { fill: hatch(frame) })).join(''),
        key.height,
      ),
    over: move(
      drawLimits(frame, geo) +
        nameMap(
          frame,
          { ...geo, towns, labels: outerNames(geo) },
          { discs: [], boxes: written.flatMap(roomOf), sized: false },
        ),
      key.height,
    ),
    cells: blank.length > 0 ? [...cells, { kind: 'mean', value: null, sign: 'nd' }] : cells,
    notes: missing > 0 ? [`${plural(missing, 'territoire', 'territoires')} sans contour : pas sur la carte.`] : [],
  });
}

/** Large areas draw the eye: a count on them would say how large they are. */
function refuseCounts(table: PublishedTable, measure: string): void {
  const wrong = table.rows
    .map((row) => cellOf(row, measure))
    .find(({ kind, value }) => value !== null && (kind === 'count' || kind === 'sum'));
  if (wrong) throw new Error(`A choropleth shows a rate, never a ${wrong.kind}: "${measure}"`);
}

/** −1 for a zero, which has no class. */
function classIndex({ value }: PublishedCell, classes: readonly Class[]): number {
  return value === null || value <= 0 ? -1 : classOf(value, classes);
}

/** The paint of each class, lowest first; that of a zero is paper. */
function painter(frame: Frame, classes: readonly Class[]): (index: number) => Paint {
  const { palette } = frame;
  const codes = classes.map((_, i) => String(classes.length - 1 - i));
  // The lightest step of the ramp is left out: next to paper it would pass for a zero.
  const colours = [
    ...rampOf(
      codes.map((_, i) => String(i)),
      { ...palette, ramp: palette.ramp.slice(0, -1) },
    ).values(),
  ];
  return (index) => {
    if (index < 0) return { fill: palette.paper };
    const step = Number(codes[index]);
    return { fill: colours[step]!, texture: textureOf(frame, step) };
  };
}

function zeroChip({ palette }: Frame) {
  return { fill: palette.grey, hollow: true };
}

/** "moins de 5", "de 5 à moins de 10", "10 et plus"; the value itself where there is only one. */
function nameClass({ from, to }: Class, unit: Unit, cells: readonly PublishedCell[]): string {
  const say = (value: number) => formatValue(value, unit, { bare: true });
  if (from === undefined && to === undefined) return say(cells.find(({ value }) => value)!.value!);
  if (from === undefined) return `moins de ${say(to!)}`;
  return to === undefined ? `${say(from)} et plus` : `de ${say(from)} à moins de ${say(to)}`;
}

function drawLegend(frame: Frame, title: string, entries: Parameters<typeof drawKey>[1]) {
  const head = block(title, frame.width, SIZE.small, 600);
  const key = drawKey(frame, entries, 0, head.height + 2);
  return { svg: drawBlock(frame, head, 0, 0) + key.svg, height: Math.ceil(head.height + 2 + key.height + 6) };
}

function drawArea({ palette }: Frame, { d }: GeoArea, { fill, texture }: Paint): string {
  const edge = `stroke="${fill === palette.paper ? palette.line : palette.paper}" stroke-linejoin="round"`;
  return `<path fill="${fill}" ${edge} d="${d}"/>${texture ? `<path fill="${texture}" d="${d}"/>` : ''}`;
}

/** Borders of territories over the colours, and the region's outline; narrow maps keep thinner lines. */
function drawLimits(frame: Frame, geo: Geo): string {
  const { palette } = frame;
  const width = isNarrow(frame) ? 0.8 : 1.2;
  return geo.layers
    .filter(({ role }) => role === 'territory' || role === 'region')
    .map(
      ({ d }) => `<path fill="none" stroke="${palette.ink}" stroke-width="${width}" stroke-linejoin="round" d="${d}"/>`,
    )
    .join('');
}

/** Where a number stands whole within its area, off the towns; nowhere where it has no room. */
function seatValue({ rings }: GeoArea, text: string, towns: Geo['towns']): Box | undefined {
  const [width, height] = [lineWidth(text, SIZE.small, 700) + 2 * AROUND, LINE];
  const polygons = rings as Rings;
  const points = polygons.flatMap(([outer]) => outer ?? []);
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const seats = SEATS.flatMap((down) => SEATS.map((across) => ({ across, down }))).sort(
    (a, b) => Math.hypot(a.across - 0.5, a.down - 0.5) - Math.hypot(b.across - 0.5, b.down - 0.5),
  );
  return seats
    .map(({ across, down }) => ({
      x: left + across * (right - left) - width / 2,
      y: top + down * (bottom - top) - height / 2,
      width,
      height,
    }))
    .find((seat) => isWithin(polygons, seat) && !towns.some(({ x, y }) => isNear(seat, x, y)));
}

/** True where the corners and the middles of the sides of a box all lie inside. */
function isWithin(polygons: Rings, { x, y, width, height }: Box): boolean {
  return [0, 0.5, 1].every((across) =>
    [0, 0.5, 1].every((down) => containsPoint(polygons, x + across * width, y + down * height)),
  );
}

/** True where a town's dot would touch a number. */
function isNear(box: Box, x: number, y: number): boolean {
  const gap = 5;
  return x > box.x - gap && x < box.x + box.width + gap && y > box.y - gap && y < box.y + box.height + gap;
}

function drawValue(frame: Frame, text: string, seat: Box | undefined, { fill }: Paint): string {
  if (!seat) return '';
  const isColour = frame.palette.ramp.includes(fill);
  return drawLine(frame, text, seat.x + seat.width / 2, seat.y + seat.height / 2, SIZE.small, 700, {
    anchor: 'middle',
    fill: textOver(fill, frame.palette),
    // In print textures lie under the number.
    halo: isColour ? fill : frame.palette.paper,
  });
}

/** Names of neighbours and seas: those of territories would cross the colours. */
function outerNames({ labels }: Geo): Geo['labels'] {
  return labels.filter(({ role }) => role !== 'territory');
}

/** A number with the room that keeps the outline of a name off it. */
function roomOf(seat: Box | undefined): Box[] {
  return seat ? [{ x: seat.x - 4, y: seat.y, width: seat.width + 8, height: seat.height }] : [];
}

function sentenceOf(
  table: PublishedTable,
  row: PublishedRow,
  { area, value, detail }: ChoroplethOptions,
  unit: Unit,
): string {
  const more = detail?.(row);
  return `${textOf(table, row, area)} : ${sayCell(cellOf(row, value), unit)}${more ? ` (${more})` : ''}`;
}

const move = (svg: string, top: number): string => (svg ? `<g transform="translate(0 ${at(top)})">${svg}</g>` : '');
