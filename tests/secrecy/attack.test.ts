import { describe, expect, test } from 'vitest';
import { figures } from '../../src/figures/index.ts';
import { indicators } from '../../src/indicators/index.ts';
import { submissionsOf } from '../../src/observatory/publish-all.ts';
import { attack } from '../../src/secrecy/attack.ts';
import { publish } from '../../src/secrecy/publish.ts';
import type { Submission } from '../../src/secrecy/submission.ts';
import { breakIn, type Gate, gateOfCells, THRESHOLDS, wholeGate } from './break-in.ts';
import { demonstration, drawSurvey } from './random-survey.ts';

const survey = figures.filter(({ uses }) => uses.includes('enquete'));
const surveyIndicators = indicators.filter(({ uses }) => uses.includes('enquete'));

const SURVEYS = 200;

/** One survey in ten goes up to 300 places, one in twenty has two waves; many small ones find more than few large ones. */
function submissionsOfSurvey(number: number): readonly Submission[] {
  const size = number % 10 === 0 ? 30 + ((number * 37) % 271) : 30 + ((number * 7) % 41);
  return submissionsOf(drawSurvey(number, size, number % 20 === 5 ? 2 : 1), survey, surveyIndicators);
}

describe('l’attaque : par le calcul, retrouver ce que les tableaux publiés taisent', () => {
  test('ne trouve rien dans la démonstration', () => {
    expect(breakIn(submissionsOf(demonstration, survey, surveyIndicators))).toEqual([]);
  });

  const tens = Array.from({ length: SURVEYS / 10 }, (_, index) => index * 10);
  test.each(tens)(
    `ne trouve rien dans ${SURVEYS} enquêtes tirées au sort : à partir de la %iᵉ`,
    (first) => {
      for (let number = first; number < first + 10; number++) {
        const submissions = submissionsOfSurvey(number);
        expect(breakIn(submissions), `survey ${number}`).toEqual([]);
      }
    },
    60_000,
  );
});

test('à qui ne demande que ce qui tient à quelques nombres, l’attaque en dit autant qu’à qui demande tout', () => {
  const submissions = submissionsOfSurvey(24);
  const published = gateOfCells(submissions);
  const all = attack(published, submissions, THRESHOLDS);
  expect(all.length).toBeGreaterThan(5);
  const ids = all.map(({ quantity }) => quantity);
  for (const about of [ids.slice(0, 1), ids.slice(-3), ids.filter((_id, at) => at % 2 === 0)]) {
    const some = attack(published, submissions, THRESHOLDS, new Set(about));
    expect(all).toEqual(expect.arrayContaining([...some]));
    expect(some.map(({ quantity }) => quantity)).toEqual(expect.arrayContaining(about));
  }
  expect(attack(published, submissions, THRESHOLDS, new Set()).length).toBeLessThan(all.length);
});

/** What a gate that forgets something lets through. */
const WEAK_GATES: Readonly<Record<string, Gate>> = {
  'masque les petites cases et rien d’autre': gateOfCells,
  'ne sait pas que les territoires font la région': (submissions) =>
    publish(
      submissions.map(({ whole: _, ...submission }) => submission),
      THRESHOLDS,
    ),
  'laisse passer deux lieux': (submissions) => publish(submissions, { ...THRESHOLDS, minimumUnits: 2 }),
};

describe.each(Object.entries(WEAK_GATES))('une porte qui %s', (_name, gate) => {
  // Of more than a hundred places: among fewer, hardly two territories publish anything that could be subtracted.
  test.each([10, 20, 40])('cède à l’attaque (enquête n° %i)', (number) => {
    const submissions = submissionsOfSurvey(number);
    expect(breakIn(submissions, gate).length).toBeGreaterThan(0);
    expect(breakIn(submissions, wholeGate)).toEqual([]);
  });
});
