import { describe, expect, test } from 'vitest';
import { findCommunes, type ListedCommune } from '../../src/client/find-communes.ts';

const communes: readonly ListedCommune[] = [
  ['99001', 'Saint-Un', '99000', 0, 0],
  ['99002', 'Un', '99100 99101', 0, 0],
  ['99003', 'L’Île-d’Un', '99200', 0, -1, ['Vieux-Œuf']],
  ['99004', 'Deux', '99000', 1, 1, ['Un']],
  ['2A005', 'Étable', '20000', 1, 1],
  ['59001', 'A', '59990', 1, 1],
  ['59990', 'B', '59900', 1, 1],
];
const found = (typed: string, most?: number) =>
  findCommunes(typed, { communes }, most).map(({ commune, by }) => [commune[1], by].filter(Boolean).join(' / '));

describe('une commune se trouve', () => {
  test.each([
    [
      'par son nom entier d’abord, puis un ancien nom, puis un de ses mots',
      'un',
      ['Un', 'Deux / Un', 'Saint-Un', 'L’Île-d’Un'],
    ],
    ['sans accent ni majuscule', 'ETABLE', ['Étable']],
    ['sans trait d’union ni apostrophe', 'l ile d un', ['L’Île-d’Un']],
    ['avec « St » pour « Saint »', 'st un', ['Saint-Un']],
    ['par un ancien nom, ligature comprise', 'vieux oeuf', ['L’Île-d’Un / Vieux-Œuf']],
    ['par son code postal, entier', '99101', ['Un / 99101']],
    ['par le début d’un code postal, que plusieurs communes partagent', '990', ['Saint-Un / 99000', 'Deux / 99000']],
    ['par son code postal avant le code officiel d’une autre', '59990', ['A / 59990', 'B / 59990']],
    ['par son code officiel', '2a005', ['Étable / 2A005']],
    ['jamais par le milieu d’un mot', 'able', []],
    ['jamais par des blancs', '   ', []],
    ['jamais par un signe', '(', []],
  ])('%s', (_, typed, expected) => expect(found(typed)).toEqual(expected));

  test('de deux noms qui commencent de même, la commune la plus peuplée vient d’abord, courte ou longue', () => {
    const list = [
      communes[2]!,
      ['99006', 'Un-Bourg', '', 0, 0],
      ['99007', 'Un-Bé', '', 0, 0],
    ] satisfies ListedCommune[];
    const names = findCommunes('un b', { communes: list }).map(({ commune: [, nom] }) => nom);
    expect(names).toEqual(['Un-Bourg', 'Un-Bé']);
  });

  test('les propositions sont peu nombreuses', () => expect(found('un', 2)).toEqual(['Un', 'Deux / Un']));
});
