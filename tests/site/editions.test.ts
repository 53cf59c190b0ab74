import { describe, expect, test } from 'vitest';
import { bindBook } from '../../src/observatory/edition/book.ts';
import { readTexts } from '../../src/observatory/read-texts.ts';
import { plain } from '../plain.ts';
import { files, pages, read } from './dist.ts';

const HOME = 'demonstration/editions/3003/';
const book = bindBook('3003', readTexts('content/demonstration'), { drafts: false });
const page = (slug: string) => read(`${HOME}${slug}/index.html`);
const whole = page('livre');
const idsIn = (html: string) => [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id as string);

test('une page par chapitre, le sommaire, le livre entier ; rien d’un brouillon', () => {
  const built = pages.filter((file) => file.startsWith(HOME));
  const slugs = book.chapters.map(({ slug }) => `${HOME}${slug}/index.html`);
  expect(built.sort()).toEqual([...slugs, `${HOME}index.html`, `${HOME}livre/index.html`].sort());
  expect(files.filter((file) => file.startsWith('editions/2024'))).toEqual([]);
});

test('ce que l’équipe doit apporter n’est dans aucune page', () => {
  const seen = pages.filter((file) => file.includes('editions/') && /à apporter|AApporter/i.test(read(file)));
  expect(seen).toEqual([]);
});

describe('les figures', () => {
  test('ont le même numéro dans leur chapitre, dans le livre entier et dans les renvois', () => {
    expect(book.figures.length).toBeGreaterThan(20);
    for (const { id, number, chapter } of book.figures) {
      const numbered = new RegExp(`<figure class="figure" id="${id}"[\\s\\S]*?Figure ${number}</a>`);
      expect(page(chapter), id).toMatch(numbered);
      expect(whole, id).toMatch(numbered);
    }
    expect(plain(page('reproches'))).toMatch(
      /href="[^"]*ce-que-l-on-y-fait\/#enquete-mediation-numerique"[^>]*>figure \d+</,
    );
  });

  test('ont toutes leurs actions dans leur chapitre ; le livre entier, plus léger, y renvoie', () => {
    expect(page('des-murs')).toContain('Télécharger');
    expect(whole).not.toContain('Télécharger');
    expect(whole.length).toBeLessThan(800_000);
  });
});

describe('le livre entier', () => {
  test('ne répète aucun identifiant, et ses renvois restent dans la page', () => {
    const ids = idsIn(whole);
    expect(ids.length).toBe(new Set(ids).size);
    const references = [...whole.matchAll(/<a class="(?:reference|term)" href="([^"]*)"/g)].map(
      ([, href]) => href as string,
    );
    expect(references.length).toBeGreaterThan(40);
    expect(references.filter((href) => !href.startsWith('#') || !ids.includes(href.slice(1)))).toEqual([]);
  });

  test('n’est ni référencé ni cherché : ses chapitres le sont', () => {
    const real = read('editions/2025/livre/index.html');
    expect(real).toContain('<meta name="robots" content="noindex"');
    expect(real).not.toContain('data-pagefind-body');
    expect(read('sitemap.xml')).not.toContain('/livre/');
  });

  test('emboîte ses titres : le livre, ses chapitres, leurs parties', () => {
    expect(whole.match(/<h1[\s>]/g)).toHaveLength(1);
    const levels = [...whole.matchAll(/<h([1-6])[\s>]/g)].map(([, level]) => Number(level));
    expect(levels.filter((level, index) => index > 0 && level > levels[index - 1]! + 1)).toEqual([]);
  });
});

test('chaque note s’appelle, se lit à côté et à la fin, et en revient', () => {
  expect(book.notes.length).toBeGreaterThan(5);
  for (const { chapter, number } of book.notes) {
    const name = `${chapter}-${number}`;
    for (const html of [page(chapter), whole]) {
      for (const link of [`cote-${name}`, `note-${name}`, `appel-${name}`]) {
        expect(html, name).toContain(`href="#${link}"`);
        expect(html, name).toContain(`id="${link}"`);
      }
    }
  }
});

test('chaque photographie a ses tailles, ses mesures, son texte et son crédit ; l’original reste chez nous', () => {
  const images = [...whole.matchAll(/<img ([^>]*)>[\s\S]*?<span class="credit">([^<]*)</g)];
  expect(images.length).toBeGreaterThan(12);
  for (const [, attributes = '', credit] of images) {
    expect(attributes).toMatch(/ width="1280"/);
    expect(attributes).toMatch(/ height="\d+"/);
    expect(attributes).toMatch(/ alt="[^"]{20,}"/);
    expect(attributes).toMatch(/ loading="lazy"/);
    expect(attributes).toMatch(/srcset="\S+-640\.webp 640w, \S+-1280\.webp 1280w"/);
    expect(credit).toBe('Image de démonstration');
  }
  expect(files.filter((file) => file.includes('editions/') && file.endsWith('.png'))).toEqual([]);
});
