import type { Box, Drawing, Frame, Geo } from '../model/drawing.ts';
import type { PublishedCell, PublishedRow, PublishedTable } from '../model/table.ts';
import { enumerate } from '../text/list.ts';
import { plural } from '../text/plural.ts';
import { formatCell } from '../text/value.ts';
import { coloursOf } from './colours.ts';
import { drawGround } from './ground.ts';
import { drawKey } from './key.ts';
import { drawLeader, drawSeat, loupeBoxes } from './loupe.ts';
import { type HollowDots, inkRadius, isHollow, isLocated, keyOfForms, paintDot } from './map-dot.ts';
import { nameMap } from './map-names.ts';
import { cellOf, codeOf, codesOf, labelOfCode, lengthsOf, markKey, sayCell, textOf, unitOf } from './rows.ts';
import { separate } from './separate.ts';
import { at, type DrawnMark, finish, hatch, isNarrow } from './svg.ts';
import { drawValue, type SymbolValue, seatValues } from './symbol-values.ts';

interface SymbolMapOptions {
  /** Measure said about a symbol; also its size unless `size` is given. */
  readonly value?: string;
  /** Key or attribute that colours the symbols. */
  readonly group?: string;
  /** Measure that the symbols' area stands for. */
  readonly size?: string;
  /** An attribute told by the symbols' form: hollow where it is `code`, solid else; each with its name in the key. */
  readonly hollow?: HollowDots;
  /** An attribute said after the name. */
  readonly detail?: string;
}

/** A row's symbol; x and y are those of the panel it stands in. */
interface Placed {
  readonly row: PublishedRow;
  readonly cell: PublishedCell | undefined;
  readonly r: number;
  /** Attributes that paint it. */
  readonly paint: string;
  readonly fill: string;
  x: number;
  y: number;
}

/** A map of the drawing, its left top corner at x and y: the whole, or what the loupe enlarges. */
interface Panel {
  readonly geo: Geo;
  readonly x: number;
  readonly y: number;
  readonly symbols: readonly Placed[];
  readonly values: readonly (SymbolValue | undefined)[];
  readonly moved: number;
}

/** Radius in px of a symbol whose value is not shown. */
const HIDDEN = 6;

/** Above this many symbols they are drawn as one path a paint, without a group each. */
const MOST_GROUPS = 500;

/** A loupe is drawn where at least so many symbols crowd. */
const CROWD = 6;

/**
 * Symbols at the rows' `lat` and `lon`, sized by area, moved apart where they would cover each other, towns named around
 * them; where they crowd on the spot that the settings name, a loupe shows them larger.
 */
export function symbolMap(table: PublishedTable, options: SymbolMapOptions, frame: Frame): Drawing {
  if (!frame.geo) throw new Error('A map needs frame.geo: see src/geo/project.ts');
  const located = table.rows.filter(isLocated);
  const geo = chooseMap(located, options, frame.geo);
  const [key, rest] = [keyOf(table, options, frame), table.rows.filter((row) => !located.includes(row))];
  const top = (key.height ? key.height + 8 : 0) + Math.max(0, -(geo.loupe?.seat.y ?? 0));
  const { panels, outside } = fillPanels(table, located, options, frame, geo, top);

  const isGrouped = located.length <= MOST_GROUPS;
  const marks = panels.flatMap((panel) =>
    panel.symbols.map(
      (symbol, i): DrawnMark => ({
        key: markKey(symbol.row),
        sentence: sentenceOf(table, symbol.row, options),
        svg: circle(symbol, panel) + drawValue(frame, symbol, panel.values[i], panel),
      }),
    ),
  );
  const drawing = finish(frame, {
    height: top + Math.max(geo.height, ...(geo.loupe ? [geo.loupe.seat.y + geo.loupe.seat.height] : [])),
    marks: isGrouped ? marks : [],
    under: key.svg + drawPanels(frame, geo, panels) + (isGrouped ? '' : panels.map(drawTogether).join('')),
    cells: panels.flatMap(({ symbols }) => symbols.flatMap(({ cell }) => cell ?? [])),
    notes: notesOf(table, options, panels, outside, rest),
  });
  return isGrouped
    ? drawing
    : { ...drawing, marks: marks.map(({ key: markedKey, sentence }) => ({ key: markedKey, sentence })) };
}

function pointOf({ attributes }: PublishedRow, geo: Geo): readonly [x: number, y: number] {
  return geo.project(Number(attributes?.lon), Number(attributes?.lat));
}

/** The map with its loupe where symbols of one size crowd on its spot. */
function chooseMap(located: readonly PublishedRow[], { size, value }: SymbolMapOptions, geo: Geo): Geo {
  if ((size ?? value) || located.length < CROWD) return geo;
  const larger = geo.withLoupe();
  const { loupe } = larger;
  return loupe && located.filter((row) => isIn(loupe.source, pointOf(row, larger))).length >= CROWD ? larger : geo;
}

const isIn = ({ x, y, width, height }: Box, [pointX, pointY]: readonly [number, number]): boolean =>
  pointX >= x && pointX <= x + width && pointY >= y && pointY <= y + height;

/** Seats every symbol in the map, or in the loupe where it enlarges its point; `outside`: rows whose point is on neither. */
function fillPanels(
  table: PublishedTable,
  located: readonly PublishedRow[],
  options: SymbolMapOptions,
  frame: Frame,
  geo: Geo,
  top: number,
): { panels: Panel[]; outside: number } {
  const { loupe } = geo;
  const enlarged = located.filter((row) => loupe && isIn(loupe.source, pointOf(row, geo)));
  const plain = located.filter(
    (row) => !enlarged.includes(row) && isIn({ x: 0, y: 0, width: geo.width, height: geo.height }, pointOf(row, geo)),
  );
  const dot = Math.min(
    dotRadius(plain.length, frame, geo, 0.1),
    loupe ? dotRadius(enlarged.length, frame, loupe.geo, 0.12) : 9,
  );
  const measure = options.size ?? options.value;
  const fill = (rows: readonly PublishedRow[], panel: Pick<Panel, 'geo' | 'x' | 'y'>, taken: readonly Box[]): Panel => {
    const symbols = placeSymbols(table, rows, options, frame, panel.geo, dot);
    const moved = separate(symbols, panel.geo, 1, taken);
    return { ...panel, symbols, moved, values: measure ? seatValues(symbols, unitOf(table, measure), panel.geo) : [] };
  };
  const main = fill(plain, { geo, x: 0, y: top }, loupe ? [loupe.seat] : []);
  const panels = loupe
    ? [
        main,
        fill(
          enlarged,
          { geo: loupe.geo, x: loupe.seat.x, y: top + loupe.seat.y + loupe.seat.height - loupe.geo.height },
          [],
        ),
      ]
    : [main];
  return { panels, outside: located.length - enlarged.length - plain.length };
}

/** Radius in px of symbols without size: small enough for all of them to cover a share of the map at most. */
function dotRadius(count: number, frame: Frame, { width, height }: Geo, share: number): number {
  const fitting = Math.sqrt((share * width * height) / (Math.PI * Math.max(1, count)));
  return Math.max(1.2, Math.min(isNarrow(frame) ? 4 : 5, Math.round(fitting * 10) / 10));
}

function placeSymbols(
  table: PublishedTable,
  rows: readonly PublishedRow[],
  options: SymbolMapOptions,
  frame: Frame,
  geo: Geo,
  dot: number,
): Placed[] {
  const measure = options.size ?? options.value;
  const largest = measure ? Math.max(...lengthsOf(table.rows.map((row) => cellOf(row, measure))), 0) : 0;
  const colours = groupColours(table, options, frame);
  const widest = isNarrow(frame) ? 21 : 30;
  return rows
    .map((row): Placed => {
      const [x, y] = pointOf(row, geo);
      const cell = measure ? cellOf(row, measure) : undefined;
      const isHidden = cell?.value === null;
      const r = isHidden
        ? HIDDEN
        : cell && largest > 0
          ? Math.max(2, Math.sqrt((cell.value ?? 0) / largest) * widest)
          : dot;
      const colour = options.group ? colours.get(codeOf(row, options.group))! : frame.palette.own;
      const fill = isHidden ? hatch(frame) : colour;
      return { row, cell, r, x, y, fill, paint: paintDot(frame, fill, isHollow(row, options.hollow)) };
    })
    .sort((a, b) => b.r - a.r || markKey(a.row).localeCompare(markKey(b.row)));
}

function groupColours(
  table: PublishedTable,
  { group }: SymbolMapOptions,
  { palette }: Frame,
): ReadonlyMap<string, string> {
  return coloursOf(group ? codesOf(table, group) : [], (code) => labelOfCode(table, group ?? '', code), palette);
}

/** What colours and forms mean; only those that the map shows. */
function keyOf(table: PublishedTable, options: SymbolMapOptions, frame: Frame): { svg: string; height: number } {
  const { group, hollow } = options;
  const colours = groupColours(table, options, frame);
  const entries = [...colours].map(([code, fill]) => {
    return { label: labelOfCode(table, group!, code), fill, dot: paintDot(frame, fill, false) };
  });
  const forms = keyOfForms(table.rows, hollow, frame, group ? frame.palette.ink : frame.palette.own);
  return drawKey(frame, [...entries, ...forms], 0, 0);
}

/** Grounds and names of the panels; the loupe's seat over the map, tied to its spot. */
function drawPanels(frame: Frame, geo: Geo, [main, enlarged]: readonly Panel[]): string {
  const { loupe } = geo;
  if (!main) return '';
  const boxes = (panel: Panel) => panel.values.flatMap((value) => value?.seat ?? []);
  const under =
    drawGround(frame, geo) +
    nameMap(frame, geo, {
      discs: main.symbols,
      boxes: [...boxes(main), ...(loupe ? loupeBoxes(loupe) : [])],
      sized: main.values.length > 0,
      source: loupe?.source,
    });
  if (!loupe || !enlarged) return shift(main, under);
  const spots = enlarged.symbols.map(({ row }) => pointOf(row, geo));
  const inside =
    drawGround(frame, loupe.geo) +
    nameMap(frame, loupe.geo, { discs: enlarged.symbols, boxes: [], sized: false, isLoupe: true });
  return (
    shift(main, under + drawLeader(frame, loupe, spots)) + shift(enlarged, inside) + shift(main, drawSeat(frame, loupe))
  );
}

const shift = ({ x, y }: Pick<Panel, 'x' | 'y'>, svg: string): string =>
  x || y ? `<g transform="translate(${at(x)} ${at(y)})">${svg}</g>` : svg;

const circle = ({ x, y, r, paint }: Placed, panel: Panel): string =>
  `<circle cx="${at(x + panel.x)}" cy="${at(y + panel.y)}" r="${at(inkRadius(r, paint))}" ${paint}/>`;

const disc = ({ x, y, r, paint }: Placed): string => {
  const size = inkRadius(r, paint);
  return `M${at(x - size)} ${at(y)}a${at(size)} ${at(size)} 0 1 0 ${at(2 * size)} 0a${at(size)} ${at(size)} 0 1 0 ${at(-2 * size)} 0`;
};

/** All symbols of one paint as one path. */
function drawTogether(panel: Panel): string {
  const byPaint = Map.groupBy(panel.symbols, ({ paint }) => paint);
  return shift(
    panel,
    [...byPaint].map(([paint, symbols]) => `<path ${paint} d="${symbols.map(disc).join('')}"/>`).join(''),
  );
}

/** How many unplaced rows a note names. */
const MOST_NAMED = 6;

function notesOf(
  table: PublishedTable,
  options: SymbolMapOptions,
  panels: readonly Panel[],
  outside: number,
  unlocated: readonly PublishedRow[],
): string[] {
  const measure = options.size ?? options.value;
  const largest = measure ? panels[0]?.symbols.find(({ cell }) => cell?.value) : undefined;
  const moved = panels.reduce((sum, panel) => sum + panel.moved, 0);
  return [
    largest?.cell
      ? `La surface d’un disque suit sa valeur ; le plus grand : ${formatCell(largest.cell, unitOf(table, measure!))}.`
      : '',
    moved ? `${plural(moved, 'point écarté', 'points écartés')} là où ils se recouvraient.` : '',
    outside ? `${outside} hors du cadre de la carte.` : '',
    unlocated.length ? `Sans position connue, pas sur la carte : ${nameSome(unlocated)}.` : '',
  ].filter(Boolean);
}

function nameSome(rows: readonly PublishedRow[]): string {
  const names = rows.map(nameOf);
  return names.length <= MOST_NAMED
    ? enumerate(names)
    : enumerate([...names.slice(0, MOST_NAMED - 1), `${names.length - MOST_NAMED + 1} autres`]);
}

const nameOf = (row: PublishedRow): string => String(row.attributes?.label ?? markKey(row));

function sentenceOf(
  table: PublishedTable,
  row: PublishedRow,
  { value, size, group, detail }: SymbolMapOptions,
): string {
  const measures = [...new Set([value, size].filter((measure) => measure !== undefined))];
  const said = measures.map((measure) => sayCell(cellOf(row, measure), unitOf(table, measure))).join(', ');
  const more = [group ? labelOfCode(table, group, codeOf(row, group)) : '', detail ? textOf(table, row, detail) : ''];
  return [[nameOf(row), ...more].filter(Boolean).join(', '), said].filter(Boolean).join(' : ');
}
