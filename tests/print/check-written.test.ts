import { describe, expect, test } from 'vitest';
import { bindBook } from '../../src/observatory/edition/book.ts';
import type { Card } from '../../src/observatory/figure-view.ts';
import { MDX_COMPONENTS } from '../../src/observatory/mdx-components.ts';
import { readText } from '../../src/observatory/read-texts.ts';
import type { Observatory } from '../../src/observatory/view.ts';
import { checkWritten } from '../../src/print/edition/check-written.ts';
import { findWords } from '../../src/print/edition/find-words.ts';
import { writtenBook } from '../../src/print/edition/written-book.ts';

const figure = {
  heading: 'Deux lieux sur trois louent',
  sources: [{ label: 'Enquête', millesime: '3003', note: 'Réponses libres' }],
} as unknown as ReturnType<Observatory['figure']>;
const card = { question: 'Combien de lieux ?', title: 'Les lieux' } as Card;
const observatory = {
  figure: (id: string) => (id === 'loyers' ? figure : undefined),
  card: (id: string) => (id === 'lieux' ? card : undefined),
};

const chapter = (title: string, ...lines: readonly string[]) =>
  ['---', `title: ${title}`, 'description: d', '---', '', ...lines].join('\n');
/** What an edition of these chapters promises. */
const written = (...chapters: readonly string[]) =>
  writtenBook(
    bindBook(
      '3003',
      chapters.map((text, i) => readText(`editions/3003/0${i + 1}-c${i + 1}`, text)),
      { drafts: false },
    ),
    observatory,
  );

const AVANT = chapter(
  'Avant',
  'L\'entrée : des murs, un <Renvoi chapitre="c2" />, et <Value id="lieux" /> autour d\'une cour.',
  '',
  '<Note>Source : des **archives** de la cour.</Note>',
  '',
  '<AApporter>\n\n- une photographie\n\n</AApporter>',
);
const APRES = chapter(
  'Après',
  '<Figure id="loyers" />',
  '',
  '<Seance heure="9 h" titre="Accueil" intervenants="Personne A" />',
  '',
  '| Lieu | Prix |\n| --- | --- |\n| Lieu A | douze |',
  '',
  '<div class="large">',
  '',
  'Il y a <Nombre source="Rapport d’essai">12</Nombre> clés.',
  '',
  '</div>',
);
const book = written(AVANT, APRES);
/** The pages of that book; its third paragraph is cut by the end of a page, with a note and a folio between. */
const PAGES = [
  'Sommaire 1 Avant 2 Après',
  'Chapitre 1\nAvant\nL’entrée : des murs, un chapitre 2, page 4, et 7 lieux au-\n1 Source : des archives de la cour.\n2',
  'tour d’une cour.\n3',
  'Chapitre 2\nAprès\nFigure 1\nDeux lieux sur trois louent\nLecture. Oui.\nSource. Enquête, 3003. Réponses libres.\n4',
  '9 h Accueil Avec Personne A Lieu Prix Lieu A douze Il y a 12 clés. 1 Rapport d’essai 5',
];
const check = (pages: readonly string[], promised = book) =>
  Object.fromEntries(checkWritten(pages, promised).map(({ id, wrong }) => [id, wrong]));
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('ce que disent les fichiers d’une édition', () => {
  test('ses mots en ordre, sans les notes ni ce qui reste à apporter ; ce que disent ses balises ; ses notes', () => {
    expect(book.chapters).toEqual([
      {
        number: 1,
        title: 'Avant',
        runs: ["L'entrée : des murs, un ", ', et ', " autour d'une cour."],
        said: [],
      },
      {
        ...{ number: 2, title: 'Après' },
        runs: [' Lieu ', ' Prix ', ' Lieu A ', ' douze ', 'Il y a ', '12', ' clés.'],
        said: ['9 h', 'Accueil', 'Personne A'],
      },
    ]);
    expect(book.notes).toEqual([['Source : des ', 'archives', ' de la cour.'], ['Rapport d’essai']]);
  });

  test('le titre et les sources d’une figure ; sans données, la question', () => {
    expect(book.figures).toEqual([
      { name: 'figure 1', words: ['Figure 1', 'Deux lieux sur trois louent', 'Enquête, 3003. Réponses libres.'] },
    ]);
    expect(written(chapter('Un', '<Figure id="lieux" />')).figures).toEqual([
      { name: 'figure 1', words: ['Combien de lieux ?', 'Les lieux'] },
    ]);
  });

  test('chaque attribut qu’une balise de livre imprime est attendu', () => {
    const tags = Object.entries(MDX_COMPONENTS).filter(([name, { edition }]) => edition && name !== 'AApporter');
    const attributes = tags.map(([name, { attributes }]) => [
      name,
      attributes.filter((attribute) => {
        const text = chapter('Un', `<${name} ${attribute}="mot-a-lire" />`);
        return JSON.stringify(written(text)).includes('mot-a-lire');
      }),
    ]);
    expect(Object.fromEntries(attributes)).toEqual({
      ...{ Colophon: [], Exergue: [], Glossaire: [], Note: [], Remerciements: [], Renvoi: [], Terme: [] },
      ...{ Definition: ['terme'], Nombre: ['source'], Ouverture: ['credit', 'legende'], Photo: ['credit', 'legende'] },
      PortraitLieu: ['nom', 'commune', 'type', 'credit'],
      Retenir: ['titre'],
      Seance: ['titre', 'heure', 'format', 'intervenants', 'lieu'],
    });
  });
});

describe('un livre est comparé aux fichiers de son édition', () => {
  test('entier, il tient tout, et le dit en nombres', () => {
    expect(check(PAGES)).toEqual({ chapitres: [], figures: [], notes: [] });
    expect(checkWritten(PAGES, book).map(({ found }) => found)).toEqual([
      '2 sur 2, 13 passages de leurs fichiers sur 13',
      '1 sur 1, avec titre et sources sur une même page',
      '2 sur 2',
    ]);
  });

  const lose = (page: number, words: string) => PAGES.map((text, i) => (i === page ? text.replace(words, '') : text));
  test.each<[string, readonly string[], Record<string, string[]>]>([
    [
      'un chapitre perdu',
      PAGES.toSpliced(1, 2),
      { chapitres: ['« Avant » : absent'], notes: ['« Source : des archives de la cour. »'] },
    ],
    [
      'une phrase perdue au milieu',
      lose(1, 'des murs'),
      { chapitres: ["« Avant » : manque « L'entrée : des murs, un »"] },
    ],
    [
      'la fin d’une phrase que la page coupe',
      lose(2, 'cour'),
      { chapitres: ["« Avant » : manque « autour d'une cour. »"] },
    ],
    ['une case de tableau', lose(4, 'douze'), { chapitres: ['« Après » : manque « douze »'] }],
    ['ce que dit une balise', lose(4, 'Personne A'), { chapitres: ['« Après » : manque « Personne A »'] }],
    [
      'les sources d’une figure',
      lose(3, 'Enquête, '),
      { figures: ['figure 1 : manque « Enquête, 3003. Réponses libres. »'] },
    ],
    [
      'le titre d’une figure',
      lose(3, 'Deux lieux'),
      { figures: ['figure 1 : manque « Deux lieux sur trois louent »'] },
    ],
    ['la source d’un nombre tapé', lose(4, 'Rapport'), { notes: ['« Rapport d’essai »'] }],
  ])('%s', (_, pages, wrong) => {
    const found = Object.entries(check(pages)).map(([id, said]) => [id, said.map(plain)]);
    expect(Object.fromEntries(found)).toEqual({ chapitres: [], figures: [], notes: [], ...wrong });
  });

  test('deux paragraphes qui changent de place', () => {
    const two = written(chapter('Un', 'Le premier paragraphe.', '', 'Le second paragraphe.'));
    const pages = (...order: readonly string[]) => [`Chapitre 1 Un ${order.join(' ')}`];
    expect(check(pages('Le premier paragraphe.', 'Le second paragraphe.'), two).chapitres).toEqual([]);
    expect(check(pages('Le second paragraphe.', 'Le premier paragraphe.'), two).chapitres).toEqual([
      '« Un » : manque « Le second paragraphe. »',
    ]);
  });

  test('les mots d’un chapitre ne se trouvent pas dans un autre, et le sommaire n’est pas le chapitre', () => {
    const two = written(chapter('Un', 'La même phrase.'), chapter('Deux', 'La même phrase.'));
    const pages = ['Sommaire 1 Un 2 Deux', 'Chapitre 1 Un La même phrase.', 'Chapitre 2 Deux'];
    expect(check(pages, two).chapitres).toEqual(['« Deux » : manque « La même phrase. »']);
    expect(check(pages.toSpliced(1, 1), two).chapitres).toEqual([
      '« Un » : absent',
      '« Deux » : manque « La même phrase. »',
    ]);
    expect(check([], written()).chapitres).toEqual(['aucun chapitre']);
  });
});

test('des mots se cherchent d’une page à la suivante, jamais en arrière', () => {
  const pages = ['un deux trois', 'quatre'].map((text) => text.replaceAll(' ', ''));
  const start = { page: 0, at: 0 };
  expect(findWords(pages, 'deux', start)).toEqual({ page: 0, at: 6 });
  expect(findWords(pages, 'troisqua', start)).toEqual({ page: 1, at: 3 });
  expect(findWords(pages, 'un', { page: 0, at: 2 })).toBeUndefined();
  expect(findWords(pages, 'troiscinq', start)).toBeUndefined();
  // A letter here, a letter there: what is lost is not put together from every page.
  expect(findWords(['am', 'er', 'ci', 'at', 'ous'], 'merciatous', start)).toBeUndefined();
});
