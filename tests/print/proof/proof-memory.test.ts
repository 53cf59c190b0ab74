import { array, assert, constant, integer, option, property, record, string } from 'fast-check';
import { expect, test } from 'vitest';
import { readMemory, writeMemory } from '../../../src/print/proof/proof-memory.ts';

const BOOK = { annee: '3003', format: 'a5' };
const FILE = 'edition-3003-a5-bat.json';
const number = integer({ min: 1, max: 500 });

test('la mémoire d’une épreuve se relit telle qu’elle fut écrite', () => {
  const text = string({ unit: 'grapheme' });
  const memory = record({
    number,
    changes: option(
      record({
        since: number,
        changed: array(record({ page: number, was: number, words: text })),
        added: array(number),
        removed: array(number),
        shifted: array(record({ from: number, to: number, was: number })),
      }),
      { nil: undefined },
    ),
    faults: array(text),
    date: constant('3003-12-31'),
    pages: array(record({ look: text, substance: text, text })),
  });
  assert(
    property(memory, (written) => {
      const json = JSON.stringify({ fichier: 'x.pdf', ...writeMemory(BOOK, written) }, null, 2);
      expect(readMemory(json, FILE, BOOK)).toEqual({ memory: written });
    }),
  );
});

const sound = { number: 1, changes: undefined, faults: [], date: '3003', pages: [] };
const json = JSON.stringify(writeMemory(BOOK, sound), null, 2);

test.each<[string, string, string]>([
  [
    'coupé',
    json.slice(0, 40),
    'ligne 4 : syntaxe incorrecte ; attendu : une virgule entre deux éléments, guillemets, crochets et accolades fermés',
  ],
  ['d’une autre forme', json.replace('"forme": 1', '"forme": 2'), 'ligne 3 : « epreuve.forme » ; attendu : « 1 »'],
  [
    'qui n’en est pas un',
    '{ "fichier": "edition-3003-a5.pdf" }',
    'ligne 1 : clé absente « epreuve » ; attendu : une suite de lignes « clé: valeur »',
  ],
  ['d’un autre livre', json.replace('3003', '3001'), 'il garde l’épreuve d’un autre livre : édition 3001, a5'],
])('un fichier %s est dit', (_, text, problem) => {
  expect(readMemory(text, FILE, BOOK)).toEqual({ problem });
});
