import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { figures } from '../../src/figures/index.ts';
import { files, read } from './dist.ts';

const ROOT = join(import.meta.dirname, '../..');
const TAG = /<[^>]*>/g;

const settingsOf = (folder: string) =>
  parse(readFileSync(join(ROOT, 'content', folder, 'observatoire.yaml'), 'utf8')) as {
    readonly effectifMinimum: number;
    readonly partition: string;
    readonly territoires: readonly { readonly id: string; readonly type: string }[];
  };

/** The figures of a page, by id. */
const figuresIn = (page: string) =>
  new Map(
    [...page.matchAll(/<figure class="figure" id="([^"]+)"[\s\S]*?<\/figure>/g)].map(([html, id]) => [id!, html]),
  );

const isSurvey = (id: string) => figures.find((figure) => figure.id === id)?.uses.includes('enquete') === true;
const wordsOf = (html: string) => html.replace(TAG, ' ').replace(/\s+/g, ' ');

describe.each([
  ['réel', '', ''],
  ['démonstration', 'demonstration/', 'demonstration'],
])('observatoire %s', (_name, root, folder) => {
  const { territoires, partition } = settingsOf(folder);
  const page = (id: string) => read(`${root}portrait/${id}/index.html`);

  test('chaque territoire a sa page, et rien d’autre : ni image, ni fichier', () => {
    const built = files.filter((file) => file.startsWith(`${root}portrait/`) && file !== `${root}portrait/index.html`);
    expect(built).toEqual(territoires.map(({ id }) => `${root}portrait/${id}/index.html`).sort());
  });

  test('le portrait et chaque page de territoire mènent à toutes les autres', () => {
    for (const from of [read(`${root}portrait/index.html`), ...territoires.map(({ id }) => page(id))])
      for (const { id } of territoires) expect(from).toContain(`href="/${root}portrait/${id}/"`);
  });

  test('chaque figure d’un territoire mène à celle de la région', () => {
    for (const { id } of territoires)
      for (const figure of figuresIn(page(id)).keys())
        expect(files).toContain(`${root}graphiques/${figure}/index.html`);
  });

  test('hors du découpage de la région, aucune réponse à l’enquête ne se lit', () => {
    const others = territoires.filter(({ type }) => type !== partition);
    expect(others.length).toBeGreaterThan(2);
    for (const { id } of others) expect([...figuresIn(page(id)).keys()].filter(isSurvey), id).toEqual([]);
  });
});

describe('ce que dit la page d’un territoire', () => {
  const page = (id: string) => read(`demonstration/portrait/${id}/index.html`);

  test('assez de réponses : les figures de l’enquête, chacune avec son champ', () => {
    const shown = [...figuresIn(page('territoire-1'))].filter(([id]) => isSurvey(id));
    expect(shown.length).toBeGreaterThan(10);
    for (const [id, html] of shown) expect(wordsOf(html), id).toMatch(/Champ\. [^.]*\(Territoire.1\)/);
  });

  test('trop peu : les données publiques seules, et ce qu’il manque d’après le nombre publié', () => {
    const html = page('territoire-4');
    expect([...figuresIn(html).keys()].filter(isSurvey)).toEqual([]);
    expect([...figuresIn(html).keys()]).toContain('carte-des-lieux');
    const { tables } = JSON.parse(read('demonstration/graphiques/enquete-carte.json'));
    const row = tables.main.rows.find(({ key }: { key: { territoire: string } }) => key.territoire === 'territoire-4');
    const missing = settingsOf('demonstration').effectifMinimum - row.cells.lieux.value;
    expect(missing).toBeGreaterThan(0);
    expect(wordsOf(html)).toContain(`encore ${missing} réponses`);
  });

  test('un cercle ne montre que les lieux qui s’en disent, où qu’ils soient', () => {
    const rows = readFileSync(join(ROOT, 'data/demonstration/lieux/lieux.csv'), 'utf8').split('\n').slice(1);
    const own = rows.filter((row) => row.includes(';cercle-a;')).map((row) => row.split(';')[0]!);
    const [, known = ''] = page('cercle-a').split('id="lieux-connus"');
    const named = [...known.matchAll(/href="\/demonstration\/lieux\/([^/"]+)\/"/g)].map(([, id]) => id!);
    expect(own.length).toBeGreaterThan(5);
    expect([...new Set(named)].sort()).toEqual([...own].sort());
  });

  test('un cercle sans lieu connu le dit, et dit comment aider', () => {
    const words = wordsOf(page('cercle-c'));
    expect(words).toContain('Nous ne connaissons encore aucun lieu de ce cercle.');
    expect(words).toContain('Dites-le à l’annuaire');
    expect(wordsOf(read('portrait/cercle-littoral/index.html'))).toContain('Nous ne le déduisons jamais de la commune');
  });

  test('sans enquête, la page dit combien de réponses il faut', () => {
    expect(wordsOf(read('portrait/nord/index.html'))).toContain('il y faut 20 réponses');
  });
});

describe('près de chez moi', () => {
  test('sans script, chaque lieu connu se lit sous son département', () => {
    const html = read('pres-de-chez-moi/index.html');
    const places = files.filter((file) => /^lieux\/[^/]+\/index\.html$/.test(file));
    const listed = new Set([...html.matchAll(/href="\/lieux\/([^/"]+)\/"/g)].map(([, id]) => `lieux/${id}/index.html`));
    expect(places.filter((file) => !listed.has(file) && !read(file).includes('Fiche retirée'))).toEqual([]);
    expect(html).toContain('href="/portrait/nord/"');
  });

  test('la liste des communes est un petit fichier, que rien ne charge d’avance', () => {
    const { communes, territoires } = JSON.parse(read('pres-de-chez-moi/communes.json'));
    expect(communes.length).toBeGreaterThan(3000);
    expect(territoires).toHaveLength(5);
    expect(read('pres-de-chez-moi/communes.json').length).toBeLessThan(200_000);
    const html = read('pres-de-chez-moi/index.html');
    expect(html).toContain('data-communes="/pres-de-chez-moi/communes.json"');
    expect(html).not.toMatch(/<link[^>]+communes\.json/);
  });
});
