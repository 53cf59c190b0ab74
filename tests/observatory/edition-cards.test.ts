import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readEditionCards } from '../../src/observatory/edition-cards.ts';

let content: string;
beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'observatoire-editions-'));
});
afterEach(() => rmSync(content, { recursive: true, force: true }));

function write(annee: string, yaml: string) {
  mkdirSync(join(content, 'editions', annee), { recursive: true });
  writeFileSync(join(content, 'editions', annee, 'edition.yaml'), yaml);
}

const CARD =
  'title: Lieux\ndescription: Un livre.\ndates: { debut: "2025-11-06", fin: "2025-11-07" }\nlieu: Une halle\n';

test('les éditions viennent de la plus récente à la plus ancienne', () => {
  write('2025', CARD);
  write('2026', CARD);
  const { cards, faults } = readEditionCards(content);
  expect(faults).toEqual([]);
  expect(cards.map(({ annee, title }) => [annee, title])).toEqual([
    ['2026', 'Lieux'],
    ['2025', 'Lieux'],
  ]);
});

test('un champ laissé vide fait un brouillon, sans faute et sans page, et l’on sait ce qui lui manque', () => {
  write('2026', CARD.replace('Une halle', '').replace('title: Lieux', 'title:'));
  expect(readEditionCards(content)).toEqual({
    cards: [],
    drafts: [{ annee: '2026', lacks: ['title', 'lieu'] }],
    faults: [],
  });
});

test('une date mal écrite n’efface pas l’édition en silence : elle est dite, avec sa ligne', () => {
  write('2026', CARD.replace('2025-11-07', '7 novembre'));
  const { cards, drafts, faults } = readEditionCards(content);
  expect([cards, drafts]).toEqual([[], []]);
  expect(faults).toMatchObject([
    { level: 'erreur', line: 3, columnName: 'dates.fin', value: '7 novembre', expected: 'un jour, AAAA-MM-JJ' },
  ]);
});

test('une clé inconnue est dite avec la plus proche', () => {
  write('2026', `${CARD}comune: Ville\n`);
  expect(readEditionCards(content).faults).toMatchObject([{ line: 5, problem: 'clé inconnue', nearest: 'commune' }]);
});

test('sans dossier, il n’y a pas d’édition', () => {
  expect(readEditionCards(content)).toEqual({ cards: [], drafts: [], faults: [] });
});
