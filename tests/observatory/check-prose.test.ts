import { describe, expect, test } from 'vitest';
import { checkText } from '../../src/observatory/check-prose.ts';

const KNOWN = {
  Figure: ['activites', 'emplois'],
  Card: ['ressources'],
  Value: ['repondants', 'reperes/lieux-2023'],
  Chiffre: ['repondants'],
};

function check(body: string, head = 'title: Le portrait') {
  return checkText('content/pages/portrait.mdx', `---\n${head}\n---\n${body}`, KNOWN);
}

describe('les textes de l’équipe', () => {
  test('un texte correct n’a pas de faute', () => {
    expect(
      check(
        '## Combien ?\n\n<Figure id="activites" />\n\nIl y a <Value id="reperes/lieux-2023" />.\n\n<Card id="ressources" />',
      ),
    ).toEqual([]);
  });

  test('un identifiant inconnu est dit avec sa ligne et le plus proche', () => {
    expect(check('\nTexte.\n\n<Figure id="activite" />')).toEqual([
      {
        level: 'erreur',
        file: 'content/pages/portrait.mdx',
        line: 7,
        columnName: '<Figure id>',
        value: 'activite',
        expected: 'l’identifiant d’une figure',
        nearest: 'activites',
      },
    ]);
  });

  test('la figure d’un nombre à citer est contrôlée comme lui', () => {
    expect(check('<Chiffre id="repondants" phrase="ont répondu" figure="activites" />')).toEqual([]);
    expect(check('<Chiffre id="repondants" phrase="ont répondu" figure="activite" />')[0]).toMatchObject({
      line: 4,
      columnName: '<Chiffre figure>',
      value: 'activite',
      expected: 'l’identifiant d’une figure',
      nearest: 'activites',
    });
  });

  test('un chiffre cité dans une phrase est contrôlé aussi', () => {
    expect(check('Il y a <Value id="reperes/lieux-2032" /> lieux.')[0]).toMatchObject({
      line: 4,
      nearest: 'reperes/lieux-2023',
    });
  });

  test('un identifiant absent est une faute', () => {
    expect(check('<Figure />')[0]).toMatchObject({ line: 4, value: '', expected: 'l’identifiant d’une figure' });
  });

  test('une balise ouverte est dite avec sa ligne', () => {
    expect(check('Texte.\n\n<Figure id="activites">\n\nSuite.')[0]).toMatchObject({
      level: 'erreur',
      line: 6,
      problem: 'Le texte n’est pas du MDX correct',
    });
  });

  test('le titre est obligatoire', () => {
    expect(check('Texte.', 'description: rien')).toEqual([
      {
        level: 'erreur',
        file: 'content/pages/portrait.mdx',
        line: 1,
        columnName: 'title',
        expected: 'un titre, dans l’en-tête : « title: … »',
      },
    ]);
  });

  test('un en-tête cassé est dit avec sa ligne', () => {
    expect(check('Texte.', 'title: "ouvert\ndescription: x')[0]).toMatchObject({
      level: 'erreur',
      problem: 'L’en-tête de la page n’est pas du YAML correct',
    });
  });
});
