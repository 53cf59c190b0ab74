import { outlineOf, type Point, TERRITORIES, toDegrees } from './contours.ts';
import { seed } from './random.ts';

export type Milieu = 'metropole' | 'ville-moyenne' | 'rural';

/** A commune of the fictional region; its code bears letters where no INSEE code has any. */
export interface DemonstrationCommune {
  readonly code: string;
  readonly nom: string;
  readonly departement: string;
  /** Its intercommunalité: the one of the nearest of its territory's first communes. */
  readonly epci: string;
  readonly nomEpci: string;
  readonly milieu: Milieu;
  readonly population: number;
  readonly longitude: number;
  readonly latitude: number;
  /** How many of the territory's places it draws. */
  readonly weight: number;
}

interface Plan {
  readonly letter: string;
  /** The first commune, where towns go by hand; others are placed by chance. */
  readonly town: Point;
  readonly milieux: readonly Milieu[];
}

const PLANS: Readonly<Record<string, Plan>> = {
  T1: {
    letter: 'A',
    town: [3.1, 5.9],
    milieux: ['metropole', 'metropole', 'metropole', 'ville-moyenne', 'rural', 'rural', 'rural', 'rural'],
  },
  T2: {
    letter: 'B',
    town: [6.9, 5.2],
    milieux: ['ville-moyenne', 'ville-moyenne', 'rural', 'rural', 'rural', 'rural', 'rural'],
  },
  T3: {
    letter: 'C',
    town: [2.9, 2.5],
    milieux: ['ville-moyenne', 'ville-moyenne', 'rural', 'rural', 'rural', 'rural', 'rural'],
  },
  T4: { letter: 'D', town: [6.9, 2.7], milieux: ['ville-moyenne', 'rural', 'rural', 'rural'] },
};

const POPULATION: Readonly<Record<Milieu, number>> = { metropole: 60_000, 'ville-moyenne': 24_000, rural: 2_400 };
const WEIGHT: Readonly<Record<Milieu, number>> = { metropole: 6, 'ville-moyenne': 4, rural: 1.5 };
/** Least distance between two communes of a territory, and from its border, in units of the plan. */
const APART = 0.36;
/** About how many communes make an intercommunalité. */
const MEMBERS = 3;

/** The communes of the four territories, the first of each being its town. */
export function settleCommunes(): readonly DemonstrationCommune[] {
  return TERRITORIES.flatMap((territory) => {
    const { letter, town, milieux } = PLANS[territory.code]!;
    const random = seed(`communes ${territory.code}`);
    const outline = outlineOf(territory);
    const points: Point[] = [town];
    while (points.length < milieux.length) {
      const point: Point = [random.next() * 9, random.next() * 8];
      const near = [...points, ...outline].some((other) => distance(other, point) < APART);
      if (!near && isInside(point, outline)) points.push(point);
    }
    const seats = points.slice(0, Math.ceil(points.length / MEMBERS));
    return milieux.map((milieu, index) => {
      const seat = nearestOf(points[index]!, seats) + 1;
      const [longitude, latitude] = toDegrees(points[index]!);
      const size = index === 0 ? 2.4 : 1;
      return {
        code: `Z${letter}${String(index + 1).padStart(3, '0')}`,
        nom: `Commune ${letter}${index + 1}`,
        departement: territory.code,
        epci: `epci-${letter.toLowerCase()}${seat}`,
        nomEpci: `Intercommunalité ${letter}${seat}`,
        milieu,
        population: Math.round(random.around(POPULATION[milieu] * size, 0.25)),
        longitude,
        latitude,
        weight: WEIGHT[milieu] * size,
      };
    });
  });
}

function nearestOf(point: Point, seats: readonly Point[]): number {
  const away = seats.map((seat) => distance(seat, point));
  return away.indexOf(Math.min(...away));
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

/** True when a ray to the east crosses the outline an odd number of times. */
function isInside([x, y]: Point, outline: readonly Point[]): boolean {
  return outline.reduce((inside, [ax, ay], index) => {
    const [bx, by] = outline[(index + 1) % outline.length]!;
    const crosses = ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax;
    return crosses ? !inside : inside;
  }, false);
}
