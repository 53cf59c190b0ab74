import { expect, test } from 'vitest';
import { writeMetadata } from '../../src/charts/file-metadata.ts';

const words = {
  id: 'exemple',
  title: 'A & B',
  subtitle: 'Sous-titre',
  reading: 'Une lecture.',
  champ: 'Un champ.',
  sources: 'Relevé <fictif>.',
  licence: 'CC BY-SA 4.0',
  publisher: 'Observatoire d’exemple',
  summary: 'A : 1 ; B : 2.',
};

test('sans adresse ni millésime, rien n’est inventé : l’identifiant nomme la figure', () => {
  const said = writeMetadata(words);
  expect(said).toContain('<dc:identifier>exemple</dc:identifier><dc:title>A &amp; B</dc:title>');
  expect(said).toContain('<dc:source>Relevé &lt;fictif&gt;.</dc:source><dc:publisher>');
  expect(said).not.toMatch(/dc:date|cc:license/);
});

test('l’adresse, le millésime et la licence sont là où les programmes les cherchent', () => {
  const said = writeMetadata({
    ...words,
    millesime: '3003',
    address: 'https://example.org/graphiques/exemple/',
    licenceUrl: 'https://example.org/licence?a=1&b=2',
  });
  expect(said).toContain('<dc:identifier>https://example.org/graphiques/exemple/</dc:identifier>');
  expect(said).toContain('<dc:date>3003</dc:date>');
  expect(said).toContain('<cc:license rdf:resource="https://example.org/licence?a=1&amp;b=2"/>');
});
