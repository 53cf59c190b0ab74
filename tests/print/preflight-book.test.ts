import { describe, expect, test } from 'vitest';
import { BOOKS } from '../../src/print/edition/book-layout.ts';
import { coverSheet } from '../../src/print/edition/cover-sheet.ts';
import { type PromisedBook, preflightBook } from '../../src/print/edition/preflight-book.ts';
import { preflightCover } from '../../src/print/edition/preflight-cover.ts';
import { preflightInside } from '../../src/print/edition/preflight-inside.ts';
import { type Paper, POINTS_PER_MM } from '../../src/print/papers.ts';
import type { Check } from '../../src/print/preflight.ts';
import type { Painted } from '../../src/print/press/inspect.ts';
import type { PressContents } from '../../src/print/press/read-press.ts';
import { AROUND, BLEED } from '../../src/print/press/sheet-around.ts';
import type { PdfContents } from '../../src/print/read-pdf.ts';
import { SECRETS, soundPdf } from './sound-pdf.ts';

const { paper } = BOOKS.a5;
const SIZE = { width: paper.width * POINTS_PER_MM, height: paper.height * POINTS_PER_MM };
const LEAF = soundPdf(SIZE).pages[0]!;

/** A book of eight pages: cover, a blank, two chapters on the right, what the first leaves blank, the back. */
const TEXTS = [
  'Le livre 3003',
  '',
  'Chapitre 1 Un Le premier chapitre. 1 Une note.',
  '',
  'Chapitre 2 Deux Figure 1 Deux lieux sur trois louent Enquête, 3003.',
  'Le second chapitre.',
  '',
  'Un résumé au dos.',
];
const LINK = 'https://example.org/';
const SOUND: PdfContents = {
  ...soundPdf(SIZE),
  pages: TEXTS.map(() => LEAF),
  title: 'Le livre 3003',
  images: 1,
  shown: [{ page: 3, dpi: 300 }],
  alternatives: ['Une cour.'],
  bookmarks: ['Un', 'Deux'],
  links: [
    { page: 3, address: LINK, leads: true },
    { page: 3, leads: true },
  ],
  texts: TEXTS,
};
const PROMISED: PromisedBook = {
  paper,
  source: {
    ...{ title: 'Le livre 3003', author: 'Équipe', subject: '', date: '3003-05' },
    ...{ headings: ['Un', 'Deux'], pictures: ['Une cour.'], photos: 1, links: [LINK], references: 1 },
    back: ['Un résumé au dos.'],
  },
  layout: {
    ...{ pages: 8, covers: [1, 8], blank: [2, 4, 7], crowned: [], openings: [3, 5], overflowing: [] },
    smallest: { points: 6.1, text: 'Source' },
  },
  written: {
    chapters: [
      { number: 1, title: 'Un', runs: ['Le premier chapitre.'], said: [] },
      { number: 2, title: 'Deux', runs: ['Le second chapitre.'], said: [] },
    ],
    figures: [{ name: 'figure 1', words: ['Figure 1', 'Deux lieux sur trois louent', 'Enquête, 3003.'] }],
    notes: [['Une note.']],
  },
  photos: [{ file: 'cour.jpg', space: 'srgb', depth: 'uchar' }],
  secrets: SECRETS,
};

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const wrongOf = (checks: readonly Check[]) =>
  Object.fromEntries(
    checks.filter(({ wrong }) => wrong.length > 0).map(({ id, wrong }) => [id, wrong.map(plain)] as const),
  );
const idsOf = (checks: readonly Check[]) => checks.map(({ id }) => id).toSorted();

/** One fault each: what is otherwise in the PDF, in what was promised; the line that says no, and its words. */
type Faulty = readonly [line: string, pdf: Partial<PdfContents>, book: Partial<PromisedBook>, ...said: string[]];

const replaceText = (page: number, text: string) => ({ texts: TEXTS.with(page - 1, text) });
const { source, layout } = PROMISED;

const FAULTS: readonly Faulty[] = [
  ['pages', {}, { layout: { ...layout, pages: 9 } }, '8 au lieu de 9'],
  [
    'format',
    { pages: SOUND.pages.with(2, { media: { ...SIZE, width: 400 }, trim: LEAF.trim }) },
    {},
    'page 3 : 141,1 × 210,0 mm',
  ],
  ['polices', { fonts: [{ name: 'Arial', embedded: false }] }, {}, 'Arial'],
  ['couleurs', { colours: new Map([['cmyk', 4]]) }, {}, 'page 4 : cmyk'],
  ['images', { images: 2 }, {}, '2 images en pixels pour 1 photographie'],
  ['images', { shown: [{ page: 3, dpi: 120 }] }, {}, 'page 3 : 120 ppp'],
  ['titre', { title: 'Autre chose' }, {}, 'titre « Autre chose »'],
  ['balises', { tagged: false }, {}, 'document sans balises'],
  [
    'structure',
    { structure: { ...SOUND.structure, faults: ['page 2 : note sans nom'] } },
    {},
    'page 2 : note sans nom',
  ],
  ['textes-de-remplacement', { alternatives: [] }, {}, '« Une cour. »'],
  ['signets', { bookmarks: ['Un'] }, {}, '« Deux »'],
  [
    'texte',
    { bookmarks: ['Un', 'Deux', 'Quatre'] },
    { source: { ...source, headings: ['Un', 'Deux', 'Quatre'] } },
    '« Quatre »',
  ],
  ['corps', {}, { layout: { ...layout, smallest: { points: 5.9, text: 'Aisance' } } }, 'moins de 6 pt : « Aisance »'],
  [
    'debordements',
    {},
    { layout: { ...layout, overflowing: [{ page: 8, text: 'Un résumé' }] } },
    '« page 8 : Un résumé »',
  ],
  [
    'secret',
    replaceText(6, 'Le second chapitre. u042'),
    {},
    'page 6 : texte secret « u042 », dans « Le second chapitre. u042 »',
  ],
  ['chapitres', replaceText(6, ''), {}, '« Deux » : manque « Le second chapitre. »'],
  [
    'figures',
    replaceText(5, 'Chapitre 2 Deux Figure 1 Enquête, 3003.'),
    {},
    'figure 1 : manque « Deux lieux sur trois louent »',
  ],
  ['notes', replaceText(3, 'Chapitre 1 Un Le premier chapitre.'), {}, '« Une note. »'],
  ['ouvertures', {}, { layout: { ...layout, crowned: [5] } }, 'page 5 : une figure du chapitre précédent'],
  ['ouvertures', {}, { layout: { ...layout, blank: [2, 7], openings: [3, 6] } }, 'page 6 : à gauche'],
  ['ouvertures', {}, { layout: { ...layout, blank: [2, 7], openings: [3] } }, '1 au lieu de 2'],
  ['liens', { links: [SOUND.links[1]!] }, {}, `perdu : ${LINK}`],
  [
    'liens',
    { links: [...SOUND.links, { page: 5, address: 'http://127.0.0.1:80/', leads: true }] },
    {},
    'vers cette machine : http://127.0.0.1:80/',
  ],
  ['liens', { links: [SOUND.links[0]!] }, {}, '1 renvoi perdu'],
  ['liens', { links: [SOUND.links[0]!, { page: 5, leads: false }] }, {}, 'page 5 : un renvoi ne mène nulle part'],
  ['cesures', replaceText(6, 'Le second cha\u00adpitre.'), {}, 'page 6'],
  ['pages-blanches', {}, { layout: { ...layout, blank: [2, 4, 5, 7] } }, 'page 5, à droite'],
  ['pages-blanches', {}, { layout: { ...layout, blank: [2, 4, 6, 7] } }, 'page 6, sans chapitre après elle'],
  [
    'photographies',
    {},
    { photos: [{ file: 'a.jpg', space: 'cmyk', depth: 'uchar' }] },
    'a.jpg : CMJN sans profil, des encres sans presse : enregistrez-la de nouveau en sRGB, avec son profil',
  ],
  ['quatrieme', replaceText(8, ''), {}, '« Un résumé au dos. »'],
  ['quatrieme', {}, { source: { ...source, back: [] } }, 'aucune'],
];

describe('le contrôle d’un livre', () => {
  test('un livre fidèle tient tout', () => {
    expect(wrongOf(preflightBook(SOUND, PROMISED))).toEqual({});
  });

  const faults = FAULTS.map(([line, pdf, book, ...said]) => ({ line, pdf, book, said }));
  test.each(faults)('$line : dit ce qui manque', ({ line, pdf, book, said }) => {
    const wrong = wrongOf(preflightBook({ ...SOUND, ...pdf }, { ...PROMISED, ...book }));
    expect(wrong).toEqual({ [line]: said });
  });

  test('chaque ligne du contrôle a sa faute', () => {
    expect([...new Set(FAULTS.map(([line]) => line))].toSorted()).toEqual(idsOf(preflightBook(SOUND, PROMISED)));
  });

  test('des pages en nombre impair : la quatrième est à droite', () => {
    const [texts, pages] = [TEXTS.toSpliced(6, 1), SOUND.pages.slice(1)];
    expect(wrongOf(preflightBook({ ...SOUND, texts, pages }, PROMISED))).toEqual({
      ...{ pages: ['7 au lieu de 8'], quatrieme: ['page 7, à droite'] },
    });
  });
});

/** What a press reads of a file of so many pages of that paper, in which nothing is wrong: it begins at page 3. */
function soundPress(cut: Paper, pages: number, folds = 0): PressContents {
  const around = (more: number) => ({
    ...{ left: (AROUND - more) * POINTS_PER_MM, bottom: (AROUND - more) * POINTS_PER_MM },
    ...{ right: (AROUND + cut.width + more) * POINTS_PER_MM, top: (AROUND + cut.height + more) * POINTS_PER_MM },
  });
  const marks = (page: number): Painted[] =>
    Array.from({ length: 20 + 2 * folds }, () => ({
      ...{ page, box: { left: 1, bottom: 1, right: 9, top: 2 } },
      colour: { model: 'all', parts: [1] },
    }));
  return {
    first: 3,
    pages: Array.from({ length: pages }, () => ({ media: around(AROUND), bleed: around(BLEED), trim: around(0) })),
    colours: [{ page: 1, colour: { model: 'cmyk', parts: [0, 0, 0, 1] }, uses: new Set(['text'] as const) }],
    painted: Array.from({ length: pages }, (_, i) => marks(i + 1)).flat(),
    ...{ pictures: [], strangers: [], refusals: [], interaction: [] },
    ...{ intent: { identifier: 'FOGRA39', hasProfile: true }, version: '1.6', standard: 'PDF/X-4' },
    ...{ saysTrapping: true, hasId: true },
  };
}

const cmyk = (page: number, parts: readonly number[], use: 'text' | 'fill'): Partial<PressContents> => ({
  colours: [{ page, colour: { model: 'cmyk', parts }, uses: new Set([use]) }],
});
/** From the left edge of the trim up to that, in mm: past the bleed it is well covered. */
const strip = (past: number): Painted => {
  const [edge, foot] = [AROUND * POINTS_PER_MM, (AROUND + 50) * POINTS_PER_MM];
  const box = { left: edge - past * POINTS_PER_MM, bottom: foot, right: edge + 90, top: foot + 90 };
  return { page: 2, box, colour: { model: 'cmyk', parts: [0, 1, 0, 0] } };
};

describe('le contrôle d’un livre pour une presse', () => {
  const INSIDE = { first: 3, pages: 4, added: 0, pdf: new Uint8Array() };
  const pages = SOUND.pages.slice(2, 6);
  const inside = { ...SOUND, pages, texts: TEXTS.slice(2, 6) };
  const press = soundPress(paper, 4);
  const check = (change: Partial<PressContents>, bound = INSIDE, pdf: PdfContents = inside) =>
    preflightInside(pdf, { ...press, ...change }, { ...PROMISED, bound });

  const PRESS: readonly (readonly [line: string, press: Partial<PressContents>, ...said: string[]])[] = [
    ['cahiers', { first: 4 }, 'la première, numéro 4, serait à gauche', 'la première est numérotée 4, et porte 3'],
    [
      'boites',
      { pages: press.pages.with(1, { ...press.pages[1]!, trim: press.pages[1]!.bleed }) },
      'page 4, rogne : 158,0 × 220,0 mm',
    ],
    [
      'fond-perdu',
      { painted: [...press.painted, strip(0)] },
      'page 4, à 0 mm de gauche et 128 mm du haut : s’arrête au bord gauche',
    ],
    ['reperes', { painted: press.painted.slice(1) }, 'page 3 : 19 au lieu de 20'],
    ['encres', { strangers: ['image en RVB'] }, 'image en RVB'],
    ['encres', { refusals: ['page 4 : dégradé'] }, 'page 4 : dégradé'],
    ['encrage', cmyk(3, [0.9, 0.8, 0.7, 0.9], 'fill'), 'page 5 : 330 %'],
    ['noir', cmyk(3, [0.6, 0.5, 0.5, 0.9], 'text'), 'page 5 : 60, 50, 50, 90 %'],
    ['images', { pictures: [{ page: 4, dpi: 150, mostInk: 1 }] }, 'page 6 : 150 ppp'],
    ['sortie', { intent: undefined }, 'aucune condition de sortie', 'profil ICC absent'],
    ['interaction', { interaction: ['formulaire'] }, 'formulaire'],
  ];

  test('un intérieur fidèle tient tout', () => {
    expect(wrongOf(check({}))).toEqual({});
    expect(wrongOf(check({ painted: [...press.painted, strip(BLEED)] }))).toEqual({});
  });

  const faults = PRESS.map(([line, change, ...said]) => ({ line, change, said }));
  test.each(faults)('$line : dit ce qui manque, à la page imprimée', ({ line, change, said }) => {
    expect(wrongOf(check(change))).toEqual({ [line]: said });
  });

  test('des pages qui ne font pas des feuilles entières', () => {
    const five = { ...inside, pages: [...pages, LEAF], texts: TEXTS.slice(2, 7) };
    expect(wrongOf(check({ ...soundPress(paper, 5) }, { ...INSIDE, pages: 5 }, five))).toEqual({
      cahiers: ['5 pages ne font pas des feuilles entières'],
    });
  });

  test('chaque ligne du contrôle a sa faute, ici ou pour le bureau', () => {
    const lines = new Set([...PRESS, ...FAULTS].map(([line]) => line));
    expect(idsOf(check({})).filter((id) => !lines.has(id))).toEqual([]);
  });

  test('une couverture fidèle tient tout ; un dos trop large est refusé', () => {
    const cover = (epaisseur: number) => {
      const sheet = coverSheet(paper, 200, epaisseur);
      const size = { width: sheet.paper.width * POINTS_PER_MM, height: sheet.paper.height * POINTS_PER_MM };
      const pdf = { ...SOUND, pages: [{ media: size, trim: size }], texts: ['Un Deux'] };
      const own = { ...source, overflowing: [], smallest: layout.smallest && { ...layout.smallest, points: 7 } };
      const book = { pages: 200, epaisseur };
      const read = soundPress(sheet.paper, 1, sheet.folds.length);
      return wrongOf(preflightCover(pdf, read, { sheet, source: own, secrets: SECRETS, book }));
    };
    expect(cover(110)).toEqual({});
    expect(cover(800)).toEqual({ dos: ['plus de 60 mm : vérifiez « epaisseur » dans edition.yaml'] });
  });
});
