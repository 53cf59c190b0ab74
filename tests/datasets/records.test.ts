import { expect, test } from 'vitest';
import { oneOf, severalOf, text, yesNo } from '../../src/csv/kinds.ts';
import { defineDataset } from '../../src/datasets/define.ts';
import { publicRecords } from '../../src/datasets/records.ts';

const columns = {
  nom: text({ title: 'nom' }),
  type: oneOf({ a: 'Atelier', b: 'Bureau' }, { title: 'type' }),
  publics: severalOf({ j: 'Jeunes', e: 'Entreprises' }, { title: 'publics' }),
  ouvert: yesNo({ title: 'ouvert' }),
  telephone: text({ title: 'téléphone', sensible: true }),
};
const row = { nom: 'Lieu A', type: 'a', publics: ['j', 'e'], ouvert: true, telephone: '0' };

test('un jeu public sort en mots, sans ses colonnes sensibles', () => {
  const dataset = defineDataset({
    id: 'essai',
    title: 'Essai',
    description: '',
    access: 'public',
    millesimes: false,
    columns,
  });
  expect(publicRecords(dataset, [row])).toEqual([
    ['nom', 'type', 'publics', 'ouvert'],
    ['Lieu A', 'Atelier', 'Jeunes; Entreprises', 'oui'],
  ]);
});

test('un jeu d’agrégats ne sort pas', () => {
  const dataset = defineDataset({
    id: 'essai',
    title: 'Essai',
    description: '',
    access: 'aggregates',
    millesimes: false,
    columns,
  });
  expect(() => publicRecords(dataset, [row])).toThrow('never leave');
});
