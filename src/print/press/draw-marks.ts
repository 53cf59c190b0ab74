import { POINTS_PER_MM } from '../papers.ts';
import type { Box } from './geometry.ts';
import { ROOM } from './sheet-around.ts';

/** The name under which a page knows the colour of its marks: every ink at once. */
export const MARK_COLOUR = 'Reperes';

/** Hairlines, in points. */
const LINE = 0.25;
/** Between the bleed and a mark, and between a mark and the edge of the sheet, in mm. */
const GAP = 1;
/** Of a mark that says where to fold, in points. */
const DASH = 2;
/** Of the rings on which plates are laid over each other, in mm. */
const RADIUS = 2;

/**
 * Where to cut, at the eight ends of the trim's sides, and a cross in a ring at the middle of each; where to fold, dashed, above
 * and below each fold, given in points: operations of a drawing, all outside the bleed.
 */
export function drawMarks(trim: Box, bleed: Box, folds: readonly number[] = []): string {
  return [
    'q',
    `/${MARK_COLOUR} CS 1 SCN`,
    `${LINE} w 0 J [] 0 d`,
    ...cropMarks(trim, bleed),
    ...crosses(bleed, folds[0]),
    ...(folds.length === 0 ? [] : [`[${DASH} ${DASH}] 0 d`, ...foldMarks(bleed, folds)]),
    'Q',
    '',
  ].join('\n');
}

function cropMarks(trim: Box, bleed: Box): readonly string[] {
  const [near, far] = [GAP * POINTS_PER_MM, (ROOM - GAP) * POINTS_PER_MM];
  const upright = [trim.left, trim.right].flatMap((x) => [
    line(x, bleed.bottom - near, x, bleed.bottom - far),
    line(x, bleed.top + near, x, bleed.top + far),
  ]);
  const level = [trim.bottom, trim.top].flatMap((y) => [
    line(bleed.left - near, y, bleed.left - far, y),
    line(bleed.right + near, y, bleed.right + far, y),
  ]);
  return [...upright, ...level];
}

function foldMarks({ bottom, top }: Box, folds: readonly number[]): readonly string[] {
  const [near, far] = [GAP * POINTS_PER_MM, (ROOM - GAP) * POINTS_PER_MM];
  return folds.flatMap((x) => [line(x, bottom - near, x, bottom - far), line(x, top + near, x, top + far)]);
}

/** A cross leaves the middle to the fold that stands there. */
function crosses({ left, right, bottom, top }: Box, fold = right): readonly string[] {
  const away = (ROOM / 2) * POINTS_PER_MM;
  const [x, y] = [(left + fold) / 2, (bottom + top) / 2];
  return [cross(x, bottom - away), cross(x, top + away), cross(left - away, y), cross(right + away, y)];
}

function cross(x: number, y: number): string {
  const radius = RADIUS * POINTS_PER_MM;
  const arm = radius * 1.4;
  return `${line(x - arm, y, x + arm, y)} ${line(x, y - arm, x, y + arm)} ${ring(x, y, radius)}`;
}

const line = (x: number, y: number, toX: number, toY: number): string => `${at(x, y)} m ${at(toX, toY)} l S`;

/** A circle is four curves, whose handles are so long. */
function ring(x: number, y: number, radius: number): string {
  const handle = radius * 0.5523;
  return [
    `${at(x + radius, y)} m`,
    `${at(x + radius, y + handle)} ${at(x + handle, y + radius)} ${at(x, y + radius)} c`,
    `${at(x - handle, y + radius)} ${at(x - radius, y + handle)} ${at(x - radius, y)} c`,
    `${at(x - radius, y - handle)} ${at(x - handle, y - radius)} ${at(x, y - radius)} c`,
    `${at(x + handle, y - radius)} ${at(x + radius, y - handle)} ${at(x + radius, y)} c S`,
  ].join(' ');
}

const at = (x: number, y: number): string => `${short(x)} ${short(y)}`;

/** At most a thousandth of a point. */
function short(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
