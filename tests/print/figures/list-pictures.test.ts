import { describe, expect, test } from 'vitest';
import { BOOKS } from '../../../src/print/edition/book-layout.ts';
import { listFigures, listPhotos } from '../../../src/print/figures/list-pictures.ts';
import type { TakenFigure } from '../../../src/print/figures/taken-figure.ts';

const room = BOOKS.a5.paper.height - BOOKS.a5.margin.top - BOOKS.a5.margin.bottom;
const figure: TakenFigure = {
  id: 'lieux',
  number: 3,
  chapter: 'Un chapitre',
  title: 'Des lieux',
  words: {
    subtitle: 'En %',
    reading: 'Lecture.',
    champ: 'Champ.',
    sources: 'Source.',
    licence: 'CC BY-SA 4.0',
    publisher: 'Observatoire',
    summary: 'En mots.',
  },
  drawings: {
    colonne: { svg: '<svg/>', width: 116, height: 60 },
    page: { svg: '<svg/>', width: 128, height: room * 2 },
  },
};

/** A line of a table by its titles. */
function read(table: readonly (readonly (string | number | null)[])[], line: number) {
  return Object.fromEntries(table[0]!.map((title, i) => [title, table[line]![i]]));
}

describe('figures.csv', () => {
  test('dit de chaque figure ses fichiers, leur taille et tout ce qui doit l’accompagner', () => {
    expect(read(listFigures([figure], BOOKS.a5), 1)).toMatchObject({
      numéro: 3,
      chapitre: 'Un chapitre',
      'texte de remplacement': 'En mots.',
      millésime: null,
      'fichier SVG, colonne': 'figure-03-lieux-colonne.svg',
      'fichier PDF, page': 'figure-03-lieux-page.pdf',
      'largeur en mm, colonne': 116,
      'hauteur en mm, colonne': 60,
    });
  });

  test('dit qu’une figure est plus haute que la page, sans la réduire', () => {
    const { page } = figure.drawings!;
    const tall = { ...figure, drawings: { colonne: { ...page, height: room / 0.88 }, page } };
    expect(read(listFigures([tall], BOOKS.a5), 1).remarque).toBe(
      `Plus haute que le texte (${room}\u00a0mm)\u00a0: colonne, à réduire à 88\u00a0%\u202f; page, à couper en deux.`,
    );
  });

  test('garde la place d’une figure qui attend ses données', () => {
    const { words: _, drawings: __, ...waiting } = figure;
    expect(read(listFigures([waiting], BOOKS.a5), 1)).toMatchObject({
      numéro: 3,
      'fichier SVG, colonne': null,
      remarque: 'Pas de fichier\u00a0: les données manquent encore. Le texte dit la question qui reste ouverte.',
    });
  });
});

test('photos.csv dit une ligne par place, et la largeur à ne pas dépasser', () => {
  const said = { alt: 'Une halle.', credit: 'Personne A', caption: '' };
  const uses = [
    { ...said, chapter: 'Un' },
    { ...said, chapter: 'Deux', caption: 'Le soir.' },
  ];
  const table = listPhotos([
    { source: 'halle.png', file: 'halle.png', address: '/x', uses, width: 1600, height: 1000 },
  ]);
  expect(table).toHaveLength(3);
  expect(read(table, 1)).toMatchObject({
    fichier: 'photos/halle.png',
    chapitre: 'Un',
    légende: null,
    'largeur la plus grande en mm, à 200 points par pouce': 203,
    'largeur la plus grande en mm, à 300 points par pouce': 135,
  });
  expect(read(table, 2)).toMatchObject({ chapitre: 'Deux', légende: 'Le soir.' });
});
