import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { findLost } from '../../../src/print/manuscript/find-lost.ts';
import { type DocxText, readDocx } from '../../../src/print/manuscript/read-docx.ts';
import type { Manuscript } from '../../../src/print/manuscript/take-manuscript.ts';
import { writeDocx } from '../../../src/print/manuscript/write-docx.ts';

const note = (chapter: string, number: number) =>
  `<a class="to-end" role="doc-noteref" href="#note-${chapter}-${number}">${number}</a>`;
const notes = (chapter: string, ...texts: readonly string[]) =>
  `<div class="notes-end"><ol>${texts.map((text, i) => `<li id="note-${chapter}-${i + 1}" role="doc-footnote">${text}</li>`).join('')}</ol></div>`;

const manuscript: Manuscript = {
  title: 'Un livre\u00a0: fictif',
  author: 'Observatoire de démonstration',
  subject: 'Deux chapitres.',
  date: '3003-05',
  site: '',
  front: '<section class="title-page"><h1>Un livre</h1></section>',
  chapters: [
    {
      title: 'Premier',
      html: `<article class="chapter"><p class="chapter-number">Chapitre 1</p><h2 class="chapter-title">Premier</h2>
        <div class="chapter-opening"><div class="lead"><p>Un chapeau.</p></div></div>
        <h3>Une partie</h3><p>Il y a 1\u202f234\u00a0€, <strong>beaucoup</strong>${note('premier', 1)}, voir le <a class="reference" href="#lieu1">chapitre 2</a>.</p>
        <div class="keep"><p class="keep-title">À retenir</p><ul><li>Une chose.</li></ul></div>
        <div class="session"><p class="session-time">9 h</p><div><h5>Accueil</h5><p class="session-about">Café</p></div></div>
        <dl class="glossary"><div><dt>Mot</dt><dd>Sa définition.</dd></div></dl>
        ${notes('premier', 'Une note, avec <a href="https://example.org/a">une adresse</a>.')}</article>`,
    },
    {
      title: 'Second',
      html: `<article class="chapter" id="lieu1"><p class="chapter-number">Chapitre 2</p><h2 class="chapter-title">Second</h2>
        <div class="pull" aria-hidden="true"><p>Un exergue.</p></div>
        <table><thead><tr><th>Colonne</th></tr></thead><tbody><tr><td>Cellule</td></tr></tbody></table>
        <p>Encore une${note('second', 1)}.</p>${notes('second', 'La seconde.')}</article>`,
    },
  ],
};

let bytes: Uint8Array;
let text: DocxText;
const part = (name: string) => strFromU8(unzipSync(bytes)[name]!);
beforeAll(async () => {
  const { leftOut, ...written } = await writeDocx(manuscript);
  expect(leftOut).toEqual([]);
  bytes = written.bytes;
  text = readDocx(bytes);
});

describe('le texte d’un livre en DOCX', () => {
  test('chaque paragraphe porte un style nommé en français, dans l’ordre', () => {
    expect(text.paragraphs.map(({ style, text: words }) => [style, words])).toEqual([
      ['Title', 'Un livre'],
      ['Chapitre\u00a0: numéro', 'Chapitre 1'],
      ['Heading 1', 'Premier'],
      ['Chapeau', 'Un chapeau.'],
      ['Heading 2', 'Une partie'],
      ['Texte', 'Il y a 1\u202f234\u00a0€, beaucoup, voir le chapitre 2.'],
      ['Encadré « À retenir »\u00a0: titre', 'À retenir'],
      ['Encadré « À retenir »\u00a0: liste', 'Une chose.'],
      ['Séance\u00a0: heure', '9 h'],
      ['Séance\u00a0: titre', 'Accueil'],
      ['Séance\u00a0: précision', 'Café'],
      ['Glossaire\u00a0: mot', 'Mot'],
      ['Glossaire\u00a0: définition', 'Sa définition.'],
      ['Chapitre\u00a0: numéro', 'Chapitre 2'],
      ['Heading 1', 'Second'],
      ['Exergue', 'Un exergue.'],
      ['Tableau\u00a0: en-tête', 'Colonne'],
      ['Tableau\u00a0: cellule', 'Cellule'],
      ['Texte', 'Encore une.'],
    ]);
  });

  test('rien n’est mis en forme hors des styles', () => {
    const local = [...part('word/document.xml').matchAll(/<w:rPr>(.*?)<\/w:rPr>/gs)].map(([, inner]) => inner);
    expect(local.length).toBeGreaterThan(0);
    expect(local.filter((inner) => !/^<w:rStyle w:val="\w+"\/>$/.test(inner!))).toEqual([]);
  });

  test('les notes sont de vraies notes, qui recommencent à 1 à chaque chapitre', () => {
    expect(text.notes).toEqual(['Une note, avec une adresse.', 'La seconde.']);
    expect(part('word/document.xml').match(/<w:footnoteReference /g)).toHaveLength(2);
    expect(part('word/document.xml').match(/<w:numRestart w:val="eachSect"\/>/g)).toHaveLength(3);
  });

  test('un renvoi mène à un autre chapitre, une adresse au dehors', () => {
    const document = part('word/document.xml');
    expect(document).toContain('<w:hyperlink w:history="1" w:anchor="lieu1">');
    expect(document).toContain('<w:bookmarkStart w:name="lieu1"');
    expect(part('word/_rels/footnotes.xml.rels')).toContain('Target="https://example.org/a"');
  });

  test('la langue est le français, les dates celles des données', () => {
    expect(part('word/styles.xml')).toContain('<w:lang w:val="fr-FR"/>');
    expect(text.properties).toContain('Un livre\u00a0: fictif');
    expect(part('docProps/core.xml')).toMatch(/<dcterms:created[^>]*>3003-05-01T00:00:00Z</);
    expect(part('docProps/core.xml')).toMatch(/<dcterms:modified[^>]*>3003-05-01T00:00:00Z</);
  });

  test('deux fois le même texte donne les mêmes octets', async () => {
    expect(Buffer.from((await writeDocx(manuscript)).bytes).equals(Buffer.from(bytes))).toBe(true);
  });

  test('ce qu’un document Word ne peut pas contenir est dit, et le reste est écrit', async () => {
    const html =
      '<article class="chapter"><video src="/a.mp4"></video><p>Un <a href="javascript:alert(1)">lien</a>.</p></article>';
    const { leftOut, bytes: others } = await writeDocx({ ...manuscript, chapters: [{ title: 'X', html }] });
    expect(leftOut.map((each) => each.replaceAll('\u00a0', ' '))).toEqual([
      'balise <video> : un document Word ne peut pas la contenir, au chapitre « X »',
      'lien « javascript:alert(1) » : seul son texte est gardé, au chapitre « X »',
    ]);
    expect(readDocx(others).paragraphs.map((paragraph) => paragraph.text)).toContain('Un lien.');
  });
});

describe('ce qui manquerait au texte', () => {
  const words = (runs: readonly string[], kept: readonly string[] = text.notes) => ({
    chapters: [{ title: 'Premier', runs }],
    figures: [],
    notes: kept,
  });

  test('rien ne manque, quelles que soient les espaces', () => {
    expect(findLost(words(['Un chapeau.', 'Il y a 1 234 €,', 'beaucoup', 'Une chose.']), text)).toEqual([]);
  });

  test('une phrase perdue, une phrase déplacée et une note changée se disent', () => {
    expect(findLost(words(['Une phrase perdue.']), text)).toEqual(['« Une phrase perdue. », au chapitre « Premier »']);
    expect(findLost(words(['Une chose.', 'Un chapeau.']), text)).toEqual(['« Un chapeau. », au chapitre « Premier »']);
    expect(findLost(words([], ['Une note, avec une adresse.', 'Une autre.']), text)).toEqual(['note « Une autre. »']);
  });
});
