import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annotateChapter } from '../../../src/observatory/edition/annotate-chapter.ts';
import { bindBook, findTarget } from '../../../src/observatory/edition/book.ts';
import { readText } from '../../../src/observatory/read-texts.ts';

const TEXTS = [
  readText('editions/2026/01-un', '---\ntitle: Un\n---\nA<Note id="n">Une.</Note>\n\n<Figure id="a" />\n'),
  readText('editions/2026/02-deux', '---\ntitle: Deux\nbrouillon: true\n---\n<Figure id="b" />\n'),
  readText(
    'editions/2026/03-trois',
    '---\ntitle: Trois\n---\n<Figure id="c" />\n\nB<Note>Une.</Note><Nombre source="S">3 lieux</Nombre>\n',
  ),
  readText('editions/2025/01-autre', '---\ntitle: Autre\n---\n<Figure id="d" />\n'),
];

describe('le livre relié', () => {
  const book = bindBook('2026', TEXTS, { drafts: false });

  test('les chapitres dans l’ordre, sans brouillon ; les figures numérotées dans tout le livre, les notes par chapitre', () => {
    expect(book.chapters.map(({ slug, number, title }) => [slug, number, title])).toEqual([
      ['un', 1, 'Un'],
      ['trois', 2, 'Trois'],
    ]);
    expect(book.figures.map(({ id, number, chapter }) => [id, number, chapter])).toEqual([
      ['a', 1, 'un'],
      ['c', 2, 'trois'],
    ]);
    expect(book.notes.map(({ chapter, number, id }) => [chapter, number, id])).toEqual([
      ['un', 1, 'n'],
      ['trois', 1, undefined],
      ['trois', 2, undefined],
    ]);
  });

  test('chaque renvoi a ses mots, son chapitre et son ancre', () => {
    expect(findTarget(book, 'figure', 'c')).toEqual({ label: 'figure 2', chapter: 'trois', anchor: 'c' });
    expect(findTarget(book, 'chapitre', 'trois')).toEqual({
      label: 'chapitre 2',
      chapter: 'trois',
      anchor: 'chapitre-trois',
    });
    expect(findTarget(book, 'note', 'n')).toEqual({ label: 'note 1', chapter: 'un', anchor: 'appel-un-1' });
    expect(findTarget(book, 'figure', 'b')).toBeUndefined();
  });
});

describe('un chapitre annoté avant d’être construit', () => {
  const annotate = (text: string, drafts = false) => annotateChapter(text, '2026/un', { drafts });

  test('chaque composant sait où il est ; les titres et les notes reçoivent leur nom, les notes leur liste', () => {
    expect(
      annotate(
        '---\ntitle: Un\n---\n\n## Le *programme*\n\nA<Note>Une\nnote.</Note> et <Nombre source="S" url="https://exemple.org/">3</Nombre>.\n\n<Figure id="a" />\n',
      ),
    ).toBe(
      [
        '---\ntitle: Un\n---\n',
        '<Titre id="un--le-programme" niveau="2">Le *programme*</Titre>\n',
        'A<Note dans="2026/un" niveau="3" numero="1">Une\nnote.</Note> et <Nombre dans="2026/un" niveau="3" numero="2" source="S" url="https://exemple.org/">3</Nombre>.\n',
        '<Figure dans="2026/un" niveau="3" id="a" />\n',
        '<Notes>\n',
        '<NoteFin dans="2026/un" numero="1">Une note.</NoteFin>\n',
        '<NoteFin dans="2026/un" numero="2" source="S" url="https://exemple.org/" />\n',
        '</Notes>\n',
      ].join('\n'),
    );
  });

  test('ce que l’équipe doit apporter n’est gardé que pendant qu’on écrit', () => {
    const text = '---\ntitle: Un\n---\nA.\n\n<AApporter>\n\nB.\n\n</AApporter>\n\nC.\n';
    expect(annotate(text)).not.toContain('B.');
    expect(annotate(text)).toContain('C.');
    expect(annotate(text, true)).toBe(text);
  });

  test('un texte sans composant ni titre, ou qui n’est pas du MDX, reste tel quel', () => {
    for (const text of ['---\ntitle: Un\n---\nTexte.\n', 'Un <Figure> ouvert', '<<{'])
      expect(annotate(text)).toBe(text);
    fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => typeof annotate(text) === 'string'));
  });
});
