import { describe, expect, test } from 'vitest';
import type { Data } from '../../src/datasets/data.ts';
import { territoryOf } from '../../src/datasets/territories.ts';
import { figures } from '../../src/figures/index.ts';
import { indicators } from '../../src/indicators/index.ts';
import { submissionsOf } from '../../src/observatory/publish-all.ts';
import { ALL, dataIn, scopesOf, scopesOfIndicator } from '../../src/observatory/scopes.ts';
import { demonstration, drawSurvey } from './random-survey.ts';

const survey = figures.filter(({ uses }) => uses.includes('enquete'));
const surveyIndicators = indicators.filter(({ uses }) => uses.includes('enquete'));

const SURVEYS = 300;
const MINIMUM = demonstration.settings.effectifMinimum;

/** Every table of the survey that asks to be published for a part of the region, and whom it is made of. */
function askedFor(data: Data) {
  const { region } = data.settings;
  return submissionsOf(data, survey, surveyIndicators).flatMap(({ address, withheld, table }) => {
    const [, , millesime, territoire] = address.split('/') as [string, string, string, string];
    if (withheld || territoire === region.id) return [];
    const there = data.enquete.filter(
      (row) => (millesime === ALL || row.millesime === millesime) && territoryOf(row, data)?.id === territoire,
    );
    const bases = table.rows.flatMap(({ cells }) => Object.values(cells).flatMap(({ base }) => base ?? []));
    return [{ address, answers: there.length, base: Math.max(...bases) }];
  });
}

describe('un territoire où trop peu de lieux ont répondu', () => {
  const hundreds = Array.from({ length: SURVEYS / 100 }, (_, index) => index * 100);
  test.each(hundreds)(
    `ne demande à publier aucun tableau, dans ${SURVEYS} enquêtes tirées au sort : à partir de la %iᵉ`,
    (first) => {
      let asked = 0;
      for (let number = first; number < first + 100; number++) {
        const tables = askedFor(drawSurvey(number, 30 + ((number * 7) % 91)));
        asked += tables.length;
        expect(
          tables.filter(({ answers, base }) => answers < MINIMUM || base < MINIMUM),
          `survey ${number}`,
        ).toEqual([]);
      }
      expect(asked).toBeGreaterThan(1000);
    },
  );

  test('ni celui d’une question à laquelle trop peu de ses lieux répondent', () => {
    const [first] = demonstration.settings.territoires;
    let left = MINIMUM - 1;
    const enquete = demonstration.enquete.map((row) => {
      const isThere = row.millesime === '3003' && territoryOf(row, demonstration)?.id === first!.id;
      return isThere && row.projets.length > 0 && left-- <= 0 ? { ...row, projets: [] } : row;
    });
    const asked = (data: Data, figure: string) =>
      askedFor(data).some(({ address }) => address === `figure/${figure}/3003/${first!.id}/main`);
    expect(asked(demonstration, 'enquete-projets')).toBe(true);
    expect(asked({ ...demonstration, enquete }, 'enquete-projets')).toBe(false);
    expect(asked({ ...demonstration, enquete }, 'enquete-reseaux')).toBe(true);
  });
});

test('seul ce qui dit lire l’enquête en lit une réponse : le reste se publie dans tous les territoires', () => {
  const closed = new Proxy(demonstration.enquete, {
    get() {
      throw new Error('The survey is read by what does not say so');
    },
  });
  const others = [
    ...figures.map((figure) => ({ ...figure, read: figure.rows })),
    ...indicators.map((indicator) => ({ ...indicator, scopes: scopesOfIndicator(indicator), read: indicator.cell })),
  ].filter(({ uses }) => !uses.includes('enquete'));
  expect(others.length).toBeGreaterThan(20);
  for (const { uses, scopes, read } of others)
    for (const scope of scopesOf(demonstration, uses, scopes))
      read({ ...dataIn(demonstration, scope), enquete: closed }, scope);
});
