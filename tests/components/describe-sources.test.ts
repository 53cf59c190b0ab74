import { expect, test } from 'vitest';
import { describeSources, printSources } from '../../src/components/describe-sources.ts';

const licence = 'Licence Ouverte 2.0';

test('chaque source garde son adresse et son année, les notes et les licences sont dites une fois', () => {
  const sources = [
    { label: 'Recensement', url: 'https://exemple.org/', millesime: '2023', licence, note: 'données déclaratives' },
    { label: 'Recensement', millesime: '2025', licence, note: 'données déclaratives' },
  ];
  expect(describeSources(sources)).toEqual({
    cited: [
      { text: 'Recensement, 2023', url: 'https://exemple.org/' },
      { text: 'Recensement, 2025', url: undefined },
    ],
    notes: 'Données déclaratives. Licence Ouverte 2.0.',
  });
  expect(printSources(sources)).toBe(
    'Recensement, 2023 ; Recensement, 2025. Données déclaratives. Licence Ouverte 2.0.',
  );
});

test('une année déjà dans le nom n’est pas répétée, une source répétée est dite une fois', () => {
  const source = { label: 'Rapport 2023', millesime: '2023' };
  expect(printSources([source, source])).toBe('Rapport 2023.');
});
