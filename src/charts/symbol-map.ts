import type { Drawing, Frame, Geo } from '../model/drawing.ts';
import type { PublishedCell, PublishedRow, PublishedTable } from '../model/table.ts';
import { formatCell } from '../text/value.ts';
import { coloursOf } from './colours.ts';
import { drawKey } from './key.ts';
import { seaOf } from './palette.ts';
import { type Box, placeLabels, seatsAround } from './place.ts';
import { cellOf, codeOf, codesOf, labelOfCode, lengthsOf, markKey, sayCell, unitOf } from './rows.ts';
import { separate } from './separate.ts';
import { at, type DrawnMark, drawLine, finish, hatch, isNarrow, lineWidth, SIZE } from './svg.ts';
import { drawValue, type SymbolValue, seatValues } from './symbol-values.ts';

interface SymbolMapOptions {
  /** Measure said about a symbol; also its size unless `size` is given. */
  readonly value?: string;
  /** Key or attribute that colours the symbols. */
  readonly group?: string;
  /** Measure that the symbols' area stands for. */
  readonly size?: string;
}

interface Placed {
  readonly row: PublishedRow;
  readonly cell: PublishedCell | undefined;
  readonly r: number;
  readonly fill: string;
  x: number;
  y: number;
}

/** Radius in px of a symbol whose value is not shown. */
const HIDDEN = 6;

/** Above this many symbols they are drawn as one path a colour, without a group each. */
const MOST_GROUPS = 250;

/** Symbols at the rows' `lat` and `lon`, sized by area, moved apart where they would cover each other; towns named around them. */
export function symbolMap(table: PublishedTable, options: SymbolMapOptions, frame: Frame): Drawing {
  const { geo, palette } = frame;
  if (!geo) throw new Error('A map needs frame.geo: see src/geo/project.ts');
  const { symbols, missing } = placeSymbols(table, options, frame, geo);
  const moved = separate(symbols, geo, 1);

  const groups = options.group ? codesOf(table, options.group) : [];
  const key = drawKey(
    frame,
    groups.map((code) => ({
      label: labelOfCode(table, options.group!, code),
      fill: groupColours(table, options, frame).get(code)!,
    })),
    0,
    0,
  );
  const top = key.height ? key.height + 8 : 0;
  const shift = (svg: string) => (top ? `<g transform="translate(0 ${at(top)})">${svg}</g>` : svg);
  const measure = options.size ?? options.value;
  const values = measure ? seatValues(symbols, unitOf(table, measure), geo) : [];
  const under = key.svg + shift(drawGround(frame, geo) + drawLabels(frame, geo, symbols, values));

  const grouped = symbols.length <= MOST_GROUPS;
  const marks = symbols.map(
    (symbol, i): DrawnMark => ({
      key: markKey(symbol.row),
      sentence: sentenceOf(table, symbol, options),
      svg: circle(symbol, top, palette.paper) + drawValue(frame, symbol, values[i], top),
    }),
  );
  const paths = grouped
    ? ''
    : shift(
        [...new Set(symbols.map(({ fill }) => fill))]
          .map(
            (fill) =>
              `<path fill="${fill}" d="${symbols
                .filter((one) => one.fill === fill)
                .map(disc)
                .join('')}"/>`,
          )
          .join(''),
      );
  const drawing = finish(frame, {
    height: top + geo.height,
    marks: grouped ? marks : [],
    under: under + paths,
    cells: symbols.flatMap(({ cell }) => (cell ? [cell] : [])),
    notes: notesOf(table, options, symbols, moved, missing),
  });
  return grouped
    ? drawing
    : { ...drawing, marks: marks.map(({ key: markedKey, sentence }) => ({ key: markedKey, sentence })) };
}

function groupColours(
  table: PublishedTable,
  { group }: SymbolMapOptions,
  { palette }: Frame,
): ReadonlyMap<string, string> {
  return coloursOf(group ? codesOf(table, group) : [], (code) => labelOfCode(table, group ?? '', code), palette);
}

/** Radius in px of symbols without size: small enough for all of them to cover a tenth of the map at most. */
function dotRadius(count: number, frame: Frame, geo: Geo): number {
  const fitting = Math.sqrt((0.1 * geo.width * geo.height) / (Math.PI * Math.max(1, count)));
  return Math.max(1.2, Math.min(isNarrow(frame) ? 3.5 : 5, Math.round(fitting * 10) / 10));
}

function placeSymbols(
  table: PublishedTable,
  options: SymbolMapOptions,
  frame: Frame,
  geo: Geo,
): { symbols: Placed[]; missing: number } {
  const measure = options.size ?? options.value;
  const largest = measure ? Math.max(...lengthsOf(table.rows.map((row) => cellOf(row, measure))), 0) : 0;
  const colours = groupColours(table, options, frame);
  const dot = dotRadius(table.rows.length, frame, geo);
  const widest = isNarrow(frame) ? 21 : 30;
  const symbols: Placed[] = [];
  for (const row of table.rows) {
    const { lat, lon } = row.attributes ?? {};
    if (typeof lat !== 'number' || typeof lon !== 'number') continue;
    const [x, y] = geo.project(lon, lat);
    if (!(x >= 0 && x <= geo.width && y >= 0 && y <= geo.height)) continue;
    const cell = measure ? cellOf(row, measure) : undefined;
    const hidden = cell?.value === null;
    const r = hidden
      ? HIDDEN
      : cell && largest > 0
        ? Math.max(2, Math.sqrt((cell.value ?? 0) / largest) * widest)
        : dot;
    const fill = options.group ? colours.get(codeOf(row, options.group))! : frame.palette.own;
    symbols.push({ row, cell, r, x, y, fill: hidden ? hatch(frame) : fill });
  }
  symbols.sort((a, b) => b.r - a.r || markKey(a.row).localeCompare(markKey(b.row)));
  return { symbols, missing: table.rows.length - symbols.length };
}

function drawGround(frame: Frame, geo: Geo): string {
  const { palette } = frame;
  const paint = {
    sea: `fill="${seaOf(palette)}"`,
    neighbour: `fill="${palette.faint}" stroke="${palette.line}" stroke-width=".8"`,
    region: `fill="${palette.paper}" stroke="${palette.soft}" stroke-width="1.2" stroke-linejoin="round"`,
    territory: `fill="none" stroke="${palette.grey}" stroke-width=".8" stroke-dasharray="3 2" stroke-linejoin="round"`,
  };
  return geo.layers.map(({ role, d }) => `<path ${paint[role]} d="${d}"/>`).join('');
}

interface PlaceName {
  readonly kind: 'town' | 'territory' | 'neighbour';
  readonly label: string;
  readonly x: number;
  readonly y: number;
  /** How far symbols cover the place, in px. */
  readonly covered: number;
  readonly seats: readonly Box[];
}

const TOWN = { size: SIZE.small, height: 16 } as const;
/** Letters of areas' names are capitals set apart, as on maps, so that nobody reads them for a town. */
const AREA = { size: 12.8, height: 15, spacing: 1.1, around: 6 } as const;

/**
 * Names of towns, territories and neighbours, in this order of importance; what finds no free seat is left out. Where
 * discs stand for territories these come first, and a town under a disc is left out: its name would be read as the disc's.
 */
function drawLabels(
  frame: Frame,
  geo: Geo,
  symbols: readonly Placed[],
  values: readonly (SymbolValue | undefined)[],
): string {
  const narrow = isNarrow(frame);
  const sized = values.length > 0;
  const towns = geo.towns
    .filter(({ rank }) => !narrow || rank === 1)
    .filter(({ x, y }) => !sized || symbols.every((symbol) => Math.hypot(symbol.x - x, symbol.y - y) > symbol.r + 4))
    .sort((a, b) => a.rank - b.rank);
  const names: PlaceName[] = [
    ...towns.map(({ label, x, y }): PlaceName => {
      const covered = Math.max(0, ...symbols.map((symbol) => symbol.r - Math.hypot(symbol.x - x, symbol.y - y)));
      return { kind: 'town', label, x, y, covered, seats: townSeats(label, x, y, covered) };
    }),
    ...geo.labels
      .filter(({ role }) => role === 'territory' || !narrow)
      .map(
        ({ role, label, x, y }): PlaceName => ({ kind: role, label, x, y, covered: 0, seats: areaSeats(label, x, y) }),
      ),
  ].sort((a, b) => rankOf(a, sized) - rankOf(b, sized));
  const obstacles: Box[] = [
    ...symbols.map(({ x, y, r }) => ({ x: x - r, y: y - r, width: 2 * r, height: 2 * r })),
    ...values.flatMap((value) => value?.seat ?? []),
    ...towns.map(({ x, y }) => ({ x: x - 2, y: y - 2, width: 4, height: 4 })),
  ];
  const bounds = { x: 3, y: 3, width: geo.width - 6, height: geo.height - 6 };
  return placeLabels(names, obstacles, bounds)
    .map((seat, i) => (seat ? drawName(frame, names[i]!, seat) : ''))
    .join('');
}

function rankOf({ kind }: PlaceName, sized: boolean): number {
  if (kind === 'neighbour') return 2;
  return kind === 'town' ? Number(sized) : Number(!sized);
}

function drawName(frame: Frame, { kind, label, x, y, covered }: PlaceName, seat: Box): string {
  const { palette } = frame;
  const middle = seat.y + seat.height / 2;
  if (kind !== 'town') {
    const ink = { fill: palette.soft, ...(kind === 'territory' ? { halo: palette.paper } : {}), spacing: AREA.spacing };
    return drawLine(
      frame,
      label.toLocaleUpperCase('fr'),
      seat.x + AREA.around,
      middle,
      AREA.size,
      kind === 'territory' ? 600 : 400,
      ink,
    );
  }
  // A name that had to go far from its town is tied to it.
  const nearX = Math.min(Math.max(x, seat.x), seat.x + seat.width);
  const nearY = Math.min(Math.max(y, seat.y + 3), seat.y + seat.height - 3);
  const leader =
    Math.hypot(nearX - x, nearY - y) > covered + 13
      ? `<path stroke="${palette.ink}" stroke-width=".8" d="M${at(x)} ${at(y)}L${at(nearX)} ${at(nearY)}"/>`
      : '';
  const dot = covered > 0 ? '' : `<circle cx="${at(x)}" cy="${at(y)}" r="2" stroke="${palette.paper}"/>`;
  return `${leader}${dot}${drawLine(frame, label, seat.x + 1, middle, TOWN.size, 400, { halo: palette.paper })}`;
}

/** Seats around a town, beyond the symbols that cover it, then farther and farther. */
function townSeats(label: string, x: number, y: number, covered: number): Box[] {
  const width = lineWidth(label, TOWN.size, 400) + 2;
  return [5, 8, 12, 18, 26, 36, 48, 60].flatMap((distance) =>
    seatsAround(x, y, width, TOWN.height, covered + distance),
  );
}

/** Seats on and around the middle of an area, nearest first. */
function areaSeats(label: string, x: number, y: number): Box[] {
  const capitals = label.toLocaleUpperCase('fr');
  const width = lineWidth(capitals, AREA.size, 600) + AREA.spacing * capitals.length + 2 * AREA.around;
  const steps = [0, -18, 18, -36, 36, -54, 54];
  const offsets = steps.flatMap((dy) => steps.map((dx) => ({ dx, dy })));
  return offsets
    .sort((a, b) => Math.hypot(a.dx, a.dy) - Math.hypot(b.dx, b.dy))
    .map(({ dx, dy }) => ({ x: x + dx - width / 2, y: y + dy - AREA.height / 2, width, height: AREA.height }));
}

const circle = ({ x, y, r, fill }: Placed, top: number, edge: string): string =>
  `<circle cx="${at(x)}" cy="${at(y + top)}" r="${at(r)}" fill="${fill}" stroke="${edge}"/>`;
const disc = ({ x, y, r }: Placed): string =>
  `M${at(x - r)} ${at(y)}a${at(r)} ${at(r)} 0 1 0 ${at(2 * r)} 0a${at(r)} ${at(r)} 0 1 0 ${at(-2 * r)} 0`;

function notesOf(
  table: PublishedTable,
  options: SymbolMapOptions,
  symbols: readonly Placed[],
  moved: number,
  missing: number,
): string[] {
  const measure = options.size ?? options.value;
  const largest = measure ? symbols.find(({ cell }) => cell?.value) : undefined;
  return [
    largest?.cell
      ? `La surface d’un disque suit sa valeur ; le plus grand : ${formatCell(largest.cell, unitOf(table, measure!))}.`
      : '',
    moved ? 'Points écartés là où ils se recouvraient.' : '',
    missing ? `${missing} sans position connue : pas sur la carte.` : '',
  ].filter(Boolean);
}

function sentenceOf(table: PublishedTable, { row }: Placed, { value, size, group }: SymbolMapOptions): string {
  const name = String(row.attributes?.label ?? markKey(row));
  const measures = [...new Set([value, size].filter((measure) => measure !== undefined))];
  const said = measures.map((measure) => sayCell(cellOf(row, measure), unitOf(table, measure))).join(', ');
  const kind = group ? labelOfCode(table, group, codeOf(row, group)) : '';
  return [[name, kind].filter(Boolean).join(', '), said].filter(Boolean).join(' : ');
}
