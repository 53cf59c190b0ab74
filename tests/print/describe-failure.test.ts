import { expect, test } from 'vitest';
import { describeFailure } from '../../scripts/imprimer/describe-failure.ts';

const failure = (code: string, path?: string) => Object.assign(new Error(code), { code, ...(path ? { path } : {}) });
const say = (error: Error) => describeFailure(error, '/livres/3003').replaceAll(/[\u00a0\u202f]/g, ' ');

test.each([
  [
    'un fichier ouvert ailleurs',
    failure('EBUSY', '/livres/3003/edition-3003-a5.pdf'),
    ' (EBUSY) : le fichier est-il ouvert ailleurs, avez-vous le droit d’y écrire ?',
  ],
  [
    'un dossier qui ne se crée pas',
    failure('EROFS', '/livres'),
    ' (EROFS) : le fichier est-il ouvert ailleurs, avez-vous le droit d’y écrire ?',
  ],
  ['un disque plein, qui ne nomme aucun fichier', failure('ENOSPC'), ' : il n’y a plus de place sur ce disque.'],
])('%s est dit', (_, error, said) => {
  expect(say(error)).toBe(`Impossible d’écrire dans « /livres/3003 »${said}`);
});

test.each([
  ['un fichier à nous qui manque', failure('ENOENT', '/projet/node_modules/police.ttf')],
  ['toute autre erreur', new TypeError('undefined is not a function')],
])('%s garde sa pile', (_, error) => {
  expect(() => say(error)).toThrow(error);
});
