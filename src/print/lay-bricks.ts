/** A rectangle of the sheet, in mm. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A wall in running bond: whole bricks in the order in which they are laid, and the opening that they leave. */
export interface Wall {
  /** The face of each brick, joints left out, from the foot of the wall upwards. */
  readonly bricks: readonly Box[];
  readonly opening: Box;
}

/** The wall to build: its box and how many bricks it takes, in mm; `base` and `lintel` are the heights wished under and over the opening. */
interface Plan {
  readonly width: number;
  readonly height: number;
  readonly count: number;
  readonly base: number;
  readonly lintel: number;
}

/** Length of a brick over its height, joints included: the shape wished. */
const RATIO = 2.75;
/** The bounds of that: flatter and it is a plank, taller and it is a block. */
const FLATTEST = [2.4, 3.2] as const;
/** What the joint takes of a brick's height. */
const JOINT = 0.16;
/** Bricks along one course: fewer are slabs, more are dust. */
const [FEWEST, MOST] = [6, 90];
/** Lengths of brick at either side of the opening: a whole one in every course, each second shifted by a half. */
const SIDE = 1.5;

/**
 * Lays exactly `count` whole bricks around one opening: their size and shape are those that come nearest to the wished
 * base with every course finished. A handful of bricks only makes a base.
 */
export function layBricks(plan: Plan): Wall {
  const layouts = Array.from({ length: MOST - FEWEST + 1 }, (_, i) => layoutsWith(FEWEST + i, plan)).flat();
  const best = layouts.toSorted((a, b) => a.miss - b.miss)[0];
  return best ? build(best, plan) : buildBase(plan);
}

interface Layout {
  readonly columns: number;
  readonly courses: number;
  readonly base: number;
  readonly lintel: number;
  /** How far it is from what was wished, in mm of base: an unfinished last course costs more than a base too low. */
  readonly miss: number;
}

/** The walls with so many bricks a course that take all bricks, and less than one course more. */
function layoutsWith(columns: number, { width, height, count, base: wished, lintel: wishedLintel }: Plan): Layout[] {
  const layouts: Layout[] = [];
  const length = width / columns;
  for (
    let courses = Math.ceil((height / length) * FLATTEST[0]);
    courses <= (height / length) * FLATTEST[1];
    courses++
  ) {
    const courseHeight = height / courses;
    const lintel = Math.max(1, Math.round(wishedLintel / courseHeight));
    const between = bricksUpTo(courses, columns) - bricksUpTo(courses - lintel, columns);
    for (let base = 1; base + lintel < courses; base++) {
      const surplus = bricksUpTo(base, columns) + 2 * (courses - base - lintel) + between - count;
      if (surplus < 0) continue;
      if (surplus < columns - 1) {
        const miss = Math.abs(base * courseHeight - wished) + 2 * surplus + Math.abs(length / courseHeight - RATIO) * 6;
        layouts.push({ columns, courses, base, lintel, miss });
      }
      break;
    }
  }
  return layouts;
}

const isShifted = (course: number): boolean => course % 2 === 1;
const bricksIn = (course: number, columns: number): number => columns - (isShifted(course) ? 1 : 0);

/** Bricks of the whole courses under this one. */
const bricksUpTo = (course: number, columns: number): number => course * columns - Math.floor(course / 2);

function build({ columns, courses, base, lintel }: Layout, { width, height, count }: Plan): Wall {
  const [length, courseHeight] = [width / columns, height / courses];
  const side = SIDE * length;
  const opening = {
    x: side,
    y: lintel * courseHeight,
    width: width - 2 * side,
    height: (courses - base - lintel) * courseHeight,
  };
  const bricks: Box[] = [];
  for (let course = 0; course < courses; course++) {
    const isWhole = course < base || course >= courses - lintel;
    const last = bricksIn(course, columns) - 1;
    for (const i of isWhole ? Array.from({ length: last + 1 }, (_, each) => each) : [0, last]) {
      bricks.push(
        face((i + (isShifted(course) ? 0.5 : 0)) * length, height - (course + 1) * courseHeight, length, courseHeight),
      );
    }
  }
  return { bricks: bricks.slice(0, count), opening };
}

/** A wall too small to frame anything: what is over it is open. */
function buildBase({ width, height, count, base }: Plan): Wall {
  const foot = Math.min(base, height);
  const bricks = layCourses({ width, height: foot, count }).map((brick) => ({ ...brick, y: brick.y + height - foot }));
  return { bricks, opening: { x: 0, y: 0, width, height: Math.min(height, ...bricks.map(({ y }) => y)) } };
}

/** Courses of ordinary bricks from the foot of a box upwards, as large as all of them fit. */
export function layCourses({ width, height, count }: Pick<Plan, 'width' | 'height' | 'count'>): readonly Box[] {
  if (count === 0) return [];
  const fits = (columns: number) => bricksUpTo(Math.floor(height / (width / columns / RATIO)), columns) >= count;
  let columns = FEWEST;
  while (!fits(columns)) columns++;
  const [length, courseHeight] = [width / columns, width / columns / RATIO];
  const bricks: Box[] = [];
  for (let course = 0; bricks.length < count; course++) {
    for (let i = 0; i < bricksIn(course, columns) && bricks.length < count; i++) {
      const x = (i + (isShifted(course) ? 0.5 : 0)) * length;
      bricks.push(face(x, height - (course + 1) * courseHeight, length, courseHeight));
    }
  }
  return bricks;
}

function face(x: number, y: number, length: number, courseHeight: number): Box {
  const joint = courseHeight * JOINT;
  return { x: x + joint / 2, y: y + joint / 2, width: length - joint, height: courseHeight - joint };
}
