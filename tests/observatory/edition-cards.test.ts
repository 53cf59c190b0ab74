import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { reportDrafts } from '../../src/observatory/edition/report-drafts.ts';
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
  'title: Lieux\ndescription: Un livre.\ndates: { debut: "2025-11-06", fin: "2025-11-07" }\nlieu: Une halle\ntheme: Durer\n';

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
  const { cards, drafts, faults } = readEditionCards(content);
  expect([cards, faults]).toEqual([[], []]);
  expect(drafts).toMatchObject([{ annee: '2026', lacks: ['title', 'lieu'] }]);
  expect(reportDrafts(drafts)).toBe(
    'L’édition 2026 n’est pas publiée : il lui manque son titre (title) et son lieu (lieu).',
  );
});

test('« brouillon: true » garde une fiche complète hors du site, et c’est dit', () => {
  write('2026', `${CARD}brouillon: true\n`);
  const { cards, drafts } = readEditionCards(content);
  expect(cards).toEqual([]);
  expect(reportDrafts(drafts)).toBe('L’édition 2026 n’est pas publiée : sa fiche dit « brouillon: true ».');
});

test('un dossier d’édition sans fiche est dit, et non oublié', () => {
  mkdirSync(join(content, 'editions/2026'), { recursive: true });
  expect(readEditionCards(content).faults).toMatchObject([
    {
      level: 'erreur',
      problem: 'édition sans fiche',
      expected: 'un fichier edition.yaml dans le dossier de l’édition',
    },
  ]);
});

test.each([
  ['isbn: "978-2-1234-5680-0"', 'isbn', 'un ISBN à treize chiffres, dont la clé est juste'],
  ['impression: { epaisseur: 0.11 }', 'impression.epaisseur', 'une épaisseur en millièmes de millimètre, de 30 à 1000'],
  ['impression: { epaisseur: 29 }', 'impression.epaisseur', 'une épaisseur en millièmes de millimètre, de 30 à 1000'],
  ['impression: { epaisseur: 1001 }', 'impression.epaisseur', 'une épaisseur en millièmes de millimètre, de 30 à 1000'],
  ['impression: { epaisseur: mince }', 'impression.epaisseur', 'un nombre'],
  [
    'couleurs: { fond: papier, texte: ocre }',
    'couleurs.texte',
    'une couleur qui se lit sur le fond (contraste d’au moins 4,5)',
  ],
  ['credits: [{ role: Textes, noms: [] }]', 'credits.0.noms', 'au moins un nom'],
])('%s est refusé', (line, columnName, expected) => {
  write('2026', `${CARD}${line}\n`);
  expect(readEditionCards(content).faults).toMatchObject([{ level: 'erreur', line: 6, columnName, expected }]);
});

test.each([30, 1000])('une feuille de %i millièmes de millimètre est acceptée', (epaisseur) => {
  write('2026', `${CARD}impression: { epaisseur: ${epaisseur} }\n`);
  expect(readEditionCards(content).faults).toEqual([]);
});

test('un ISBN juste et des couleurs de la palette sont gardés', () => {
  write('2026', `${CARD}isbn: "978-2-1234-5680-3"\ncouleurs: { fond: region, texte: papier, briques: encre }\n`);
  const { cards, faults } = readEditionCards(content);
  expect(faults).toEqual([]);
  expect(cards).toMatchObject([
    { isbn: '978-2-1234-5680-3', couleurs: { fond: 'region', texte: 'papier', briques: 'encre' } },
  ]);
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
  expect(readEditionCards(content).faults).toMatchObject([{ line: 6, problem: 'clé inconnue', nearest: 'commune' }]);
});

test('sans dossier, il n’y a pas d’édition', () => {
  expect(readEditionCards(content)).toEqual({ cards: [], drafts: [], faults: [] });
});
