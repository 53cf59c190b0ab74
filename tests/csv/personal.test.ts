import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPersonal, maskPersonal, maskQuoted } from '../../src/csv/personal.ts';

const kinds = (text: string) => findPersonal(text).map(({ kind }) => kind);

describe('une adresse électronique', () => {
  test.each([
    'julie@example.org',
    'Écrire à julie.martin+asso@mairie.example.fr, merci',
    'julie (at) example.org',
    'julie[at]example[dot]org',
    'julie arobase example point org',
    'julie＠example.org',
  ])('%s', (text) => expect(kinds(text)).toEqual(['adresse électronique']));
});

describe('un numéro de téléphone', () => {
  test.each([
    '06 12 34 56 78',
    '06.12.34.56.78',
    '06-12-34-56-78',
    '03/20/12/34/56',
    '0612345678',
    '06\u00a012\u202f34\u00a056\u202f78',
    '+33 6 12 34 56 78',
    '+33(0)6 12 34 56 78',
    '+33 (0)6.12.34.56.78',
    '0033612345678',
    '+32 470 12 34 56',
    'tél : 612345678',
    'Mme Untel 06 12 34 56 78',
  ])('%s', (text) => expect(kinds(text)).toEqual(['numéro de téléphone']));
});

describe('une personne à contacter', () => {
  test.each([
    'contact : Prénom Nom',
    'CONTACT : PRÉNOM NOM',
    'Contacter Mme Untel',
    'contact Julie Untel à la mairie',
    's’adresser à Julie Untel',
    'demander Julie',
    'ouvert le mardi, voir avec Julie',
  ])('%s', (text) => expect(kinds(text)).toEqual(['personne à contacter']));
});

describe('ce qui n’est à personne', () => {
  test.each([
    'contact : Mairie de Commune A1',
    'Référent : Région',
    'demander le dossier',
    'demander Pôle emploi',
    'auprès de la Caisse',
    'Prénom Nom',
    '45032466000012',
    '450 324 660 00012',
    '050 324 660 00012',
    'W062123456',
    '1 234 567,89 €',
    '+ 12 345 678 €',
    '+12 345 678 habitants',
    '01/02/2023 03:15',
    '2023-01-01/2023-12-31',
    '50.4325, 3.1234567890',
    'https://www.example.org/maps/@50.6,3.0',
    'https://example.org/0612345678/x',
    'délibération 21 B 0327 du 10 02 2017',
    'règlement (UE) n° 1407/2013',
    '@tierslieu',
  ])('%s', (text) => expect(kinds(text)).toEqual([]));
});

describe('ce qui en est dit', () => {
  test.each([
    ['julie@example.org', 'j…@…'],
    ['Julie Untel, julie@example.org ou 06 12 34 56 78', '… j…@… … 06…'],
    ['demander Julie le mardi', '… J… …'],
    ['Commune A1', 'Commune A1'],
  ])('%s → %s', (value, told) => expect(maskPersonal(value)).toBe(told));

  test('une phrase de nous qui cite une réponse garde ses mots', () => {
    expect(maskQuoted('réponse inconnue « julie@example.org »')).toBe('réponse inconnue « j…@… »');
  });

  test('quel que soit le texte autour, rien n’en reste', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.string({ maxLength: 40 }), (before, after) => {
        const told = maskPersonal(`${before} julie@example.org ${after}`);
        expect(told).not.toContain('julie');
        expect(told).toContain('…@…');
      }),
    );
  });
});
