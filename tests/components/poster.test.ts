import { describe, expect, test } from 'vitest';
import { notesOf } from '../../src/components/poster.ts';

const words = {
  id: 'exemple',
  title: 'Titre',
  subtitle: 'Sous-titre',
  reading: 'Une lecture.',
  champ: 'Un champ.',
  sources: 'Relevé fictif.',
  licence: 'CC BY-SA 4.0',
  publisher: 'Observatoire d’exemple',
  summary: 'A : 1.',
};

describe('sous l’image, ce qu’il faut pour la citer', () => {
  test('avec les années et l’adresse, quand elles sont connues', () => {
    const known = { ...words, millesime: 'de 2018 à 2026', address: 'https://example.org/graphiques/exemple/' };
    expect(notesOf(known, 2)).toEqual([
      'Lecture : Une lecture.',
      'Champ : Un champ.',
      'Sources : Relevé fictif.',
      'Données : de 2018 à 2026.',
      'Observatoire d’exemple, https://example.org/graphiques/exemple/, CC BY-SA 4.0.',
    ]);
  });

  test('sans rien inventer sinon', () => {
    expect(notesOf(words, 1).slice(2)).toEqual(['Source : Relevé fictif.', 'Observatoire d’exemple, CC BY-SA 4.0.']);
  });
});
