import { describe, expect, test } from 'vitest';
import { areFound, wordsAsked } from '../../src/client/search-words.ts';

describe('ce qui est demandé au moteur', () => {
  test.each([
    ['l’observatoire', 'observatoire'],
    ["Villeneuve d'Ascq", 'Villeneuve Ascq'],
    ["qu'est-ce qu'un tiers-lieu", 'est-ce un tiers-lieu'],
    ["aujourd'hui", 'aujourd hui'],
    ['  main-d’oeuvre  ', 'main-œuvre'],
    ['coefficient', 'coefficient'],
    ['« coworking »', 'coworking'],
    ['"', ''],
  ])('%s', (typed, asked) => expect(wordsAsked(typed)).toBe(asked));
});

describe('ce qui est trouvé répond à ce qui est demandé', () => {
  test.each([
    ['metropole', ['métropole,'], true],
    ['régionales', ['région'], true],
    ['tiers lieux', ['tiers-lieux'], true],
    ['tierslieux', ['tiers-lieux'], true],
    ['cœur', ['Cœur'], true],
    ['acheter', ['à'], false],
    ['tiers xylophone', ['tiers-lieux'], false],
    ['coworking', [], false],
  ] as const)('%s : %j', (asked, found, answer) => expect(areFound(asked, found)).toBe(answer));
});
