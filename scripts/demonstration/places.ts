import type { CONSENTEMENTS, FORMES_JURIDIQUES, TYPES } from '../../src/datasets/enquete-options.ts';
import { type DemonstrationCommune, type Milieu, settleCommunes } from './communes.ts';
import { type Random, seed } from './random.ts';

/** A fictional place: what does not change from one wave to the next. */
export interface Place {
  /** 1 to 120: its name in the directory. */
  readonly number: number;
  /** Its pseudonym in the survey, which does not tell its number. */
  readonly unit: string;
  readonly commune: DemonstrationCommune;
  readonly type: keyof typeof TYPES;
  readonly form: keyof typeof FORMES_JURIDIQUES;
  readonly consent: keyof typeof CONSENTEMENTS;
  readonly opened: number;
  /** Around 1; a place of size 4 has about four times the means of the ordinary one. */
  readonly size: number;
  /** The one fab lab that a patron gives far more than to all others together, so that the rule on sums is seen at work. */
  readonly dominant: boolean;
  /** Waves that it answered. */
  readonly waves: readonly string[];
}

/** Places by territory; the last one stays under twenty answers, so that what is then left out can be seen. */
const PLACES: Readonly<Record<string, number>> = { T1: 38, T2: 36, T3: 36, T4: 10 };

/** The two waves: years that no reader can take for real ones, and how many of a territory's places answer. */
export const WAVES = [
  { millesime: '3001', questionnaire: 2023, response: 0.82 },
  { millesime: '3003', questionnaire: 2026, response: 0.94 },
] as const;

const TYPE_WEIGHTS: Readonly<Record<Milieu, Readonly<Record<Place['type'], number>>>> = {
  metropole: {
    coworking: 34,
    atelier: 12,
    fablab: 12,
    culture: 26,
    accompagnement: 8,
    'mediation-numerique': 3,
    'living-lab': 5,
  },
  'ville-moyenne': {
    coworking: 28,
    atelier: 14,
    fablab: 16,
    culture: 26,
    accompagnement: 9,
    'mediation-numerique': 7,
    'living-lab': 0,
  },
  rural: {
    coworking: 22,
    atelier: 18,
    fablab: 6,
    culture: 40,
    accompagnement: 5,
    'mediation-numerique': 9,
    'living-lab': 0,
  },
};

const FORM_WEIGHTS: Readonly<Record<Place['form'], number>> = {
  association: 58,
  societe: 14,
  public: 11,
  scic: 8,
  scop: 3,
  autre: 3,
  aucune: 3,
};

/**
 * The 120 places of the demonstration; or, for tests, other places by territory, drawn otherwise for each `name`, which
 * their pseudonyms bear.
 */
export function settlePlaces(counts: Readonly<Record<string, number>> = PLACES, name = ''): readonly Place[] {
  const communes = settleCommunes();
  const random = seed(`places${name}`);
  const pseudonyms = shuffle(
    Array.from({ length: Object.values(counts).reduce((sum, count) => sum + count, 0) }, (_, index) => index + 1),
    seed(`pseudonyms${name}`),
  );
  const territories = Object.entries(counts).flatMap(([code, count]) => Array.from({ length: count }, () => code));
  const places = territories.map((territory, index) => {
    const own = communes.filter(({ departement }) => departement === territory);
    const code = random.pick(Object.fromEntries(own.map((commune) => [commune.code, commune.weight])));
    const commune = own.find((candidate) => candidate.code === code)!;
    const type = random.pick(TYPE_WEIGHTS[commune.milieu]);
    const opened = 3003 - Math.min(38, Math.floor(random.around(6, 0.8)));
    return {
      number: index + 1,
      unit: `u${name}${String(pseudonyms[index]).padStart(3, '0')}`,
      commune,
      type,
      form: random.pick(type === 'mediation-numerique' ? { ...FORM_WEIGHTS, public: 40 } : FORM_WEIGHTS),
      consent: random.pick({ aucun: 12, annuaire: 38, reponses: 34, tout: 16 }),
      opened,
      size: random.around(1, 0.6) * (commune.milieu === 'rural' ? 0.7 : 1.1),
      waves: wavesOf(opened, random),
    };
  });
  const giant = places.find(({ type, waves }) => type === 'fablab' && waves.length === WAVES.length);
  return places.map((place) => ({ ...place, dominant: place === giant }));
}

/** A place answers waves after its opening; a few answered the first and have closed since. */
function wavesOf(opened: number, random: Random): readonly string[] {
  const closed = random.next() < 0.05;
  return WAVES.filter(({ millesime, response }, index) => {
    const answers = random.next() < response;
    return answers && opened <= Number(millesime) && !(closed && index > 0);
  }).map(({ millesime }) => millesime);
}

function shuffle<T>(items: readonly T[], random: Random): readonly T[] {
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = random.between(0, last);
    [shuffled[last], shuffled[other]] = [shuffled[other]!, shuffled[last]!];
  }
  return shuffled;
}
