import type { Drawing, Frame, Geo } from '../model/drawing.ts';
import { columnOf, labelOf, type PublishedRow, type PublishedTable } from '../model/table.ts';
import { enumerate } from '../text/list.ts';
import { plural } from '../text/plural.ts';
import { drawKey } from './key.ts';
import { type HollowDots, inkRadius, isHollow, isLocated, keyOfForms, paintDot } from './map-dot.ts';
import { codeOf, codesOf, labelOfCode, markKey, textOf } from './rows.ts';
import { separate } from './separate.ts';
import { at, block, type DrawnMark, drawBlock, drawLine, drawNothing, finish, isNarrow, isPaper, SIZE } from './svg.ts';

interface SmallMapsOptions {
  /** Dimension of the small maps; a code of it that no row bears is said to have none. */
  readonly facet: string;
  /** Dimension of the dots. */
  readonly place: string;
  readonly hollow: HollowDots;
  /** An attribute said after the place's name. */
  readonly detail: string;
  /** What a dot is. */
  readonly noun: { readonly one: string; readonly many: string };
}

/** The grid of the small maps: each has its heading over it. */
interface Grid {
  readonly columns: number;
  readonly width: number;
  readonly top: number;
  readonly heading: number;
  readonly geo: Geo;
}

/** Px between two small maps, and how wide one is. */
const [GAP, WIDEST, NARROWEST] = [24, 240, 125];
/** Radius in px of a dot, and width of the dots of the others. */
const [DOT, OTHER] = [4, 3];

/** One small map for each code of a dimension: its own dots over the region, those of the others faint under them. */
export function smallMaps(table: PublishedTable, options: SmallMapsOptions, frame: Frame): Drawing {
  if (!frame.geo) throw new Error('A map needs frame.geo: see src/geo/project.ts');
  const facets = codesOf(table, options.facet);
  if (facets.length === 0) return drawNothing(frame);
  const key = drawKey(frame, keyOfForms(table.rows, options.hollow, frame, frame.palette.own), 0, 0);
  const grid = layGrid(table, options, facets, frame, key.height + 8);
  const seats = facets.map((facet, i) => ({ facet, ...seatOf(grid, i) }));

  let moved = 0;
  const marks = seats.flatMap(({ facet, x, y }) => {
    const dots = dotsOf(table, options, frame, grid.geo, facet);
    moved += separate(dots, grid.geo, 0.6);
    return dots.map((dot) => drawDot(table, options, dot, { x, y: y + grid.heading }));
  });
  const heads = seats.map(({ facet, x, y }) => drawHead(table, options, frame, grid, facet, x, y));
  const last = seats.at(-1)!;
  return finish(frame, {
    height: last.y + grid.heading + grid.geo.height,
    marks,
    under: key.svg + heads.join('') + drawGrounds(table, frame, grid, seats),
    notes: notesOf(table, options, facets, moved),
  });
}

function layGrid(
  table: PublishedTable,
  { facet }: SmallMapsOptions,
  facets: readonly string[],
  frame: Frame,
  top: number,
): Grid {
  const most = isNarrow(frame) ? 2 : frame.width >= 800 ? 5 : facets.length > 6 ? 4 : 3;
  const columns = Math.min(facets.length, most, Math.floor((frame.width + GAP) / (NARROWEST + GAP)));
  const width = Math.min(WIDEST, Math.floor((frame.width - GAP * (columns - 1)) / columns));
  const names = facets.map((code) => block(headOf(table, facet, code), width, 15, 700).height);
  return { columns, width, top, heading: Math.max(...names) + 34, geo: frame.geo!.atWidth(width) };
}

function seatOf({ columns, width, top, heading, geo }: Grid, index: number): { x: number; y: number } {
  const row = Math.floor(index / columns);
  return { x: (index % columns) * (width + GAP), y: top + row * (heading + geo.height + GAP) };
}

/** The name of a small map, and how many dots it has. */
function drawHead(
  table: PublishedTable,
  { facet, noun }: SmallMapsOptions,
  frame: Frame,
  { width }: Grid,
  code: string,
  x: number,
  y: number,
): string {
  const name = block(headOf(table, facet, code), width, 15, 700);
  const count = table.rows.filter((row) => codeOf(row, facet) === code).length;
  return (
    `<path stroke="${frame.palette.ink}" d="M${at(x)} ${at(y + 0.5)}h${at(width)}"/>` +
    drawBlock(frame, name, x, y + 6) +
    drawLine(frame, plural(count, noun.one, noun.many), x, y + name.height + 16, SIZE.small, 400, {
      fill: frame.palette.soft,
    })
  );
}

/** The region and every dot, drawn once in a tile that each small map repeats. */
function drawGrounds(
  table: PublishedTable,
  frame: Frame,
  { width, top, heading, geo }: Grid,
  seats: readonly { readonly x: number; readonly y: number }[],
): string {
  const { palette } = frame;
  const of = (...roles: string[]) =>
    geo.layers
      .filter(({ role }) => roles.includes(role))
      .map(({ d }) => d)
      .join('');
  const others = table.rows.filter(isLocated).map((row) => pointOf(row, geo));
  const dots = [...new Set(others.map(([x, y]) => `M${at(x)} ${at(y)}h.01`))].join('');
  const tile =
    `<path fill="${palette.faint}" stroke="${palette.grey}" stroke-linejoin="round" d="${of('region')}"/>` +
    `<path fill="none" stroke="${palette.line}" stroke-linejoin="round" d="${of('territory')}"/>` +
    `<path fill="none" stroke="${palette.grey}" stroke-width="${OTHER}" stroke-linecap="round" d="${dots}"/>`;
  if (isPaper(frame)) {
    const repeats = seats.map(({ x, y }) => `<use href="#${frame.id}-m" x="${at(x)}" y="${at(y + heading)}"/>`);
    return `<defs><g id="${frame.id}-m">${tile}</g></defs>${repeats.join('')}`;
  }
  const size = `width="${width + GAP}" height="${heading + geo.height + GAP}" patternUnits="userSpaceOnUse"`;
  const cells = seats.map(({ x, y }) => `M${at(x)} ${at(y + heading)}h${width}v${geo.height}h${-width}z`).join('');
  return `<defs><pattern id="${frame.id}-m" y="${at(top + heading)}" ${size}>${tile}</pattern></defs><path fill="url(#${frame.id}-m)" d="${cells}"/>`;
}

const pointOf = ({ attributes }: PublishedRow, geo: Geo): readonly [x: number, y: number] =>
  geo.project(Number(attributes?.lon), Number(attributes?.lat));

interface Dot {
  readonly row: PublishedRow;
  readonly r: number;
  readonly paint: string;
  x: number;
  y: number;
}

function dotsOf(table: PublishedTable, options: SmallMapsOptions, frame: Frame, geo: Geo, facet: string): Dot[] {
  return table.rows
    .filter((row) => codeOf(row, options.facet) === facet && isLocated(row))
    .map((row) => {
      const [x, y] = pointOf(row, geo);
      return { row, r: DOT, paint: paintDot(frame, frame.palette.own, isHollow(row, options.hollow)), x, y };
    });
}

function drawDot(
  table: PublishedTable,
  options: SmallMapsOptions,
  dot: Dot,
  { x, y }: { x: number; y: number },
): DrawnMark {
  const { row, paint } = dot;
  const said = [
    textOf(table, row, options.place),
    nameOf(table, options, codeOf(row, options.facet)),
    textOf(table, row, options.detail),
  ];
  return {
    key: markKey(row),
    sentence: said.filter(Boolean).join(', '),
    svg: `<circle cx="${at(dot.x + x)}" cy="${at(dot.y + y)}" r="${at(inkRadius(dot.r, paint))}" ${paint}/>`,
  };
}

/** A heading says what its map is of: "Cercle A". */
const headOf = (table: PublishedTable, facet: string, code: string): string =>
  `${columnOf(table, facet).title} ${labelOfCode(table, facet, code)}`;

/** A code's label with what it is: "cercle A". */
const nameOf = (table: PublishedTable, { facet }: Pick<SmallMapsOptions, 'facet'>, code: string): string => {
  const { title, labels } = columnOf(table, facet);
  return `${title.toLocaleLowerCase('fr')} ${labels?.[code] ?? code}`;
};

function notesOf(
  table: PublishedTable,
  { facet, place, noun }: SmallMapsOptions,
  facets: readonly string[],
  moved: number,
): string[] {
  const known = Object.keys(columnOf(table, facet).labels ?? {});
  const without = known.filter((code) => !facets.includes(code)).map((code) => nameOf(table, { facet }, code));
  const unlocated = table.rows.filter((row) => !isLocated(row)).map((row) => labelOf(table, row, place));
  return [
    facets.length > 1 ? `En gris : les ${noun.many} des autres.` : '',
    moved ? `${plural(moved, 'point écarté', 'points écartés')} là où ils se recouvraient.` : '',
    unlocated.length ? `Sans position connue, pas sur la carte : ${enumerate(unlocated)}.` : '',
    without.length ? `Sans ${noun.one} connu : ${enumerate(without)}.` : '',
  ].filter(Boolean);
}
