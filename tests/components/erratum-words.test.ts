import { expect, test } from 'vitest';
import { tellErratum } from '../../src/components/erratum-words.ts';

const about = { date: '2028-03-02', millesime: '2027', figure: 'flux-verse', raison: 'une ligne oubliée' };

test.each([
  [
    'un nombre corrigé',
    { cellule: 'Total', avant: '1 €', apres: '2 €' },
    '« Total » : au lieu de 1 €, il faut lire 2 €.',
  ],
  ['un nombre ôté', { cellule: 'Total', avant: '1 €', apres: 'rien' }, '« Total » : 1 €, ce nombre n’est plus publié.'],
  [
    'un nombre qui manquait',
    { cellule: 'Total', avant: 'rien', apres: '2 €' },
    '« Total » : ce nombre manquait, il faut lire 2 €.',
  ],
  ['tous', { cellule: 'toutes', etat: 'x' }, 'Les nombres de cette figure étaient faux.'],
])('un erratum, %s', (_name, own, words) => {
  expect(tellErratum({ ...about, ...own }).replace(/[\u00a0\u202f]/g, ' ')).toBe(`${words} Une ligne oubliée.`);
});
