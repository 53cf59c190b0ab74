import { describe, expect, test } from 'vitest';
import type { Data } from '../../src/datasets/data.ts';
import { findingOf } from '../../src/publication/change.ts';
import { tellsAnswer } from '../../src/publication/telling-answers.ts';
import { veilSurvey } from '../../src/publication/veils.ts';
import { withhold } from '../../src/publication/withhold.ts';

/** A wave of so many places in a territory, beside others; the first `moved` answer otherwise. */
function wave(places: number, moved = 0, { millesime = '2026', territoire = 'région' } = {}) {
  const rows = Array.from({ length: places }, (_, at) => ({
    id_unite: `u${at}`,
    millesime,
    jours: at < moved ? 5 : 1,
    emplois: 1,
  }));
  return [`${millesime}/${territoire}`, rows as unknown as Data['enquete']] as const;
}
const old = { millesime: '2028' };
const there = { territoire: 'territoire-1' };

describe('ce que la différence de deux versions dirait', () => {
  test.each([
    ['rien n’a bougé', [wave(40)], [wave(40)], false],
    ['un lieu a corrigé sa réponse', [wave(40)], [wave(40, 1)], true],
    ['trois lieux ont corrigé la même', [wave(40)], [wave(40, 3)], false],
    ['deux lieux de plus', [wave(40)], [wave(42)], true],
    ['trois lieux de plus', [wave(40)], [wave(43)], false],
    ['trois lieux de plus, et un autre corrige une réponse', [wave(40)], [wave(43, 1)], false],
    ['un lieu de moins', [wave(40)], [wave(39)], true],
    ['une vague entière apparaît', [wave(40)], [wave(40), wave(2, 0, old)], false],
    ['une vague entière, et un lieu de l’ancienne', [wave(40)], [wave(39), wave(50, 0, old)], true],
    [
      'trois lieux de plus, dont un seul dans un territoire',
      [wave(40), wave(9, 0, there)],
      [wave(43), wave(10, 0, there)],
      true,
    ],
    [
      'trois lieux de plus, tous dans un territoire',
      [wave(40), wave(9, 0, there)],
      [wave(43), wave(12, 0, there)],
      false,
    ],
  ])('%s', (_name, before, after, expected) => {
    expect(tellsAnswer(new Map(before), new Map(after), 3)).toBe(expected);
  });

  test('trois lieux à une question, un seul à une autre', () => {
    const [scope, rows] = wave(40, 3);
    const also = rows.map((row, at) => (at === 9 ? { ...row, emplois: 7 } : row)) as unknown as Data['enquete'];
    expect(tellsAnswer(new Map([wave(40)]), new Map([[scope, also]]), 3)).toBe(true);
  });

  const veil = veilSurvey({ unitesMinimum: 3 });
  const cell = {
    what: 'Coworking',
    where: '2026',
    before: '12 lieux',
    after: '13 lieux',
    difference: '+1 lieu',
    jump: false,
    breaks: [],
    weight: 0.1,
    scope: { millesime: '2026' },
  };
  const details = {
    cells: [cell],
    words: [{ what: 'constat', before: '12', after: '13' }],
    pictures: { after: { svg: '<svg/>', summary: '13' } },
  };

  test('une figure de l’enquête ne montre plus que son nom', () => {
    const finding = withhold(findingOf({ kind: 'figure', id: 'enquete-vocations' }, 'Les vocations', details), veil);
    expect(finding).toEqual(
      findingOf({ kind: 'figure', id: 'enquete-vocations' }, 'Les vocations', {
        notes: [
          'Dans un territoire ou à une question, moins de 3\u00a0lieux ont changé de réponse : la différence dirait ce qu’un lieu a répondu. Elle n’est pas montrée.',
        ],
      }),
    );
  });

  test('un saut reste un saut, sans ses nombres', () => {
    const finding = findingOf({ kind: 'valeur', id: 'enquete-emplois' }, 'Emplois', {
      cells: [{ ...cell, jump: true }],
    });
    expect(withhold(finding, veil).cells).toMatchObject([{ jump: true, before: undefined, after: undefined }]);
  });

  test('une figure de l’enquête qui ne change pas ne se dit pas', () => {
    const finding = findingOf({ kind: 'figure', id: 'enquete-vocations' }, 'Les vocations');
    expect(withhold(finding, veil)).toBe(finding);
  });

  test('ce qui ne vient pas de l’enquête reste entier', () => {
    const finding = findingOf({ kind: 'figure', id: 'combien-de-lieux' }, 'Combien', details);
    expect(withhold(finding, veil)).toBe(finding);
  });
});
