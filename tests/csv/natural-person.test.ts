import { describe, expect, test } from 'vitest';
import { judgeName, maskName } from '../../src/csv/natural-person.ts';

describe('le nom d’une personne physique', () => {
  test.each([
    'M. Exemple',
    'MME EXEMPLE',
    'Mme Camille Exemple',
    'Monsieur Exemple',
    'Camille Exemple EI',
    'Exemple, entrepreneur individuel',
    'Micro-entreprise Exemple',
  ])('est certain : %s', (name) => expect(judgeName(name)).toBe('certain'));

  test.each([
    'Camille Exemple',
    'EXEMPLE Camille',
    'Camille de l’Exemple',
    'Jean-Camille Exemple',
    'Madame Exemple SARL',
  ])('est douteux : %s', (name) => expect(judgeName(name)).toBe('doubtful'));

  test.each([
    'Association A',
    'Lieu 12',
    'La Fabrique',
    'Le Petit Exemple',
    'Commune de Grand Exemple',
    'Théâtre Exemple',
    'Tiers-lieu Exemple',
    'Exemple',
    'Salaires',
    'Report de l’exercice précédent',
    'Autres bénéficiaires et dépenses',
    'SCIC Exemple Commun',
    'Fab Lab Exemple',
    'Maison Exemple',
    'Action B',
  ])('n’en est pas un : %s', (name) => expect(judgeName(name)).toBeUndefined());

  test.each([
    ['Mme Camille Exemple', 'Mme C… E…'],
    ['EXEMPLE Camille EI', 'E… C… EI'],
    ['M. Jean-Camille d’Exemple', 'M. J… d…'],
  ])('se dit masqué : %s', (name, masked) => expect(maskName(name)).toBe(masked));
});
