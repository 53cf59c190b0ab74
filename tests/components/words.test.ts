import { expect, test } from 'vitest';
import { datasetRecords } from '../../src/components/dataset-records.ts';
import { periodOf } from '../../src/components/period.ts';
import { oneOf, severalOf, text, yesNo } from '../../src/csv/kinds.ts';
import { defineDataset } from '../../src/datasets/define.ts';

test('deux dates se disent comme dans une phrase', () => {
  expect(periodOf({ debut: '2025-11-06', fin: '2025-11-06' })).toBe('6\u00a0novembre\u00a02025');
  expect(periodOf({ debut: '2025-11-06', fin: '2025-11-07' })).toBe('6 et 7\u00a0novembre\u00a02025');
  expect(periodOf({ debut: '2025-11-06', fin: '2025-11-09' })).toBe('du 6 au 9\u00a0novembre\u00a02025');
  expect(periodOf({ debut: '2025-11-30', fin: '2025-12-02' })).toBe('du 30\u00a0novembre au 2\u00a0décembre\u00a02025');
  expect(periodOf({ debut: '2025-12-31', fin: '2026-01-01' })).toBe(
    'du 31\u00a0décembre\u00a02025 au 1er\u00a0janvier\u00a02026',
  );
});

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
  expect(datasetRecords(dataset, [row])).toEqual([
    ['nom', 'type', 'publics', 'ouvert'],
    ['Lieu A', 'Atelier', 'Jeunes;Entreprises', 'oui'],
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
  expect(() => datasetRecords(dataset, [row])).toThrow('never leave');
});
