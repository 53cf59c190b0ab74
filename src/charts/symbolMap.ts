import type { Drawing, Frame, Geo } from '../model/drawing.ts';
import type { PublishedCell, PublishedTable } from '../model/table.ts';
import { coloursOf } from './colours.ts';
import { drawKey } from './key.ts';
import { type Box, placeLabels, seatsAround } from './place.ts';
import {
  cellOf,
  codeOf,
  codesOf,
  labelOfCode,
  lengthsOf,
  markKey,
  type PublishedRow,
  printCell,
  sayCell,
  unitOf,
} from './rows.ts';
import { separate } from './separate.ts';
import { at, type DrawnMark, drawLine, finish, isNarrow, lineWidth } from './svg.ts';

export interface SymbolMapOptions {
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
  const under = key.svg + shift(drawGround(frame, geo) + drawLabels(frame, geo, symbols));

  const grouped = symbols.length <= MOST_GROUPS;
  const marks = symbols.map(
    (symbol): DrawnMark => ({
      key: markKey(symbol.row),
      sentence: sentenceOf(table, symbol, options),
      svg: circle(symbol, top, palette.paper),
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

function placeSymbols(
  table: PublishedTable,
  options: SymbolMapOptions,
  frame: Frame,
  geo: Geo,
): { symbols: Placed[]; missing: number } {
  const measure = options.size ?? options.value;
  const largest = measure ? Math.max(...lengthsOf(table.rows.map((row) => cellOf(row, measure))), 0) : 0;
  const colours = groupColours(table, options, frame);
  const dot = isNarrow(frame) ? 3.5 : table.rows.length > 400 ? 3 : 5;
  const widest = isNarrow(frame) ? 18 : 26;
  const symbols: Placed[] = [];
  for (const row of table.rows) {
    const { lat, lon } = row.attributes ?? {};
    if (typeof lat !== 'number' || typeof lon !== 'number') continue;
    const [x, y] = geo.project(lon, lat);
    if (!(x >= 0 && x <= geo.width && y >= 0 && y <= geo.height)) continue;
    const cell = measure ? cellOf(row, measure) : undefined;
    const r = cell && largest > 0 ? Math.max(2, Math.sqrt((cell.value ?? 0) / largest) * widest) : dot;
    symbols.push({
      row,
      cell,
      r,
      x,
      y,
      fill: options.group ? colours.get(codeOf(row, options.group))! : frame.palette.own,
    });
  }
  symbols.sort((a, b) => b.r - a.r || markKey(a.row).localeCompare(markKey(b.row)));
  return { symbols, missing: table.rows.length - symbols.length };
}

function drawGround(frame: Frame, geo: Geo): string {
  const { palette } = frame;
  const paint = {
    sea: `fill="${palette.faint}"`,
    neighbour: `fill="${palette.faint}" stroke="${palette.line}"`,
    region: `fill="${palette.paper}" stroke="${palette.soft}" stroke-width="1.2" stroke-linejoin="round"`,
    territory: `fill="none" stroke="${palette.line}" stroke-linejoin="round"`,
  };
  return geo.layers.map(({ role, d }) => `<path ${paint[role]} d="${d}"/>`).join('');
}

function drawLabels(frame: Frame, geo: Geo, symbols: readonly Placed[]): string {
  const narrow = isNarrow(frame);
  const townSize = 12.5;
  const areaSize = 13;
  const towns = geo.towns.filter(({ rank }) => !narrow || rank === 1).sort((a, b) => a.rank - b.rank);
  const areas = geo.labels;
  const obstacles: Box[] = [
    ...symbols.map(({ x, y, r }) => ({ x: x - r, y: y - r, width: 2 * r, height: 2 * r })),
    ...towns.map(({ x, y }) => ({ x: x - 2, y: y - 2, width: 4, height: 4 })),
  ];
  const seats = placeLabels(
    [
      ...towns.map(({ label, x, y }) => ({
        seats: [5, 9].flatMap((distance) => seatsAround(x, y, lineWidth(label, townSize, 400) + 2, 15, distance)),
      })),
      ...areas.map(({ label, x, y }) => ({ seats: seatsNear(x, y, lineWidth(label, areaSize, 600), 16) })),
    ],
    obstacles,
    { x: 2, y: 2, width: geo.width - 4, height: geo.height - 4 },
  );
  const named = seats.map((seat, i) => {
    if (!seat) return '';
    const town = towns[i];
    const halo = frame.palette.paper;
    const middle = seat.y + seat.height / 2;
    if (!town)
      return drawLine(frame, areas[i - towns.length]!.label, seat.x, middle, areaSize, 600, {
        fill: frame.palette.soft,
        halo,
      });
    return `${drawLine(frame, town.label, seat.x + 1, middle, townSize, 400, { halo })}<circle cx="${at(town.x)}" cy="${at(town.y)}" r="1.8"/>`;
  });
  return named.join('');
}

/** Seats on and around a point where an area's name may stand. */
function seatsNear(x: number, y: number, width: number, height: number): Box[] {
  const steps = [0, -18, 18, -36, 36, -54, 54];
  return steps
    .flatMap((dy) => steps.map((dx) => ({ x: x + dx - width / 2, y: y + dy - height / 2, width, height })))
    .sort(
      (a, b) =>
        Math.hypot(a.x + width / 2 - x, a.y + height / 2 - y) - Math.hypot(b.x + width / 2 - x, b.y + height / 2 - y),
    );
}

const circle = ({ x, y, r, fill }: Placed, top: number, edge: string): string =>
  `<circle cx="${at(x)}" cy="${at(y + top)}" r="${at(r)}" fill="${fill}" stroke="${edge}"${r > 8 ? ' fill-opacity=".8"' : ''}/>`;
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
      ? `La surface d’un symbole suit sa valeur ; le plus grand : ${printCell(largest.cell, unitOf(table, measure!))}.`
      : '',
    moved ? 'Symboles écartés là où ils se recouvraient.' : '',
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
