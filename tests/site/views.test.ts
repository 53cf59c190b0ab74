import { describe, expect, test } from 'vitest';
import { figures } from '../../src/figures/index.ts';
import { files, read } from './dist.ts';

const known = new Set(files);

const built = (root: string) => figures.filter(({ id }) => known.has(`${root}graphiques/${id}/index.html`));

/** One file a view, for whatever figure. */
const VIEWS = (id: string) => [
  `graphiques/${id}/index.html`,
  `integrer/${id}/index.html`,
  `graphiques/${id}.svg`,
  `graphiques/${id}.png`,
  `graphiques/${id}-800.png`,
  `graphiques/${id}.csv`,
  `graphiques/${id}.metadata.json`,
  `graphiques/${id}.json`,
  `graphiques/${id}.xlsx`,
];

describe.each([
  ['réel', '', 15],
  ['démonstration', 'demonstration/', 10],
])('observatoire %s', (_name, root, atLeast) => {
  test('il a ses figures', () => expect(built(root).length).toBeGreaterThanOrEqual(atLeast));

  test.each(built(root).map(({ id }) => id))('%s a toutes ses vues', (id) => {
    expect(VIEWS(id).filter((file) => !known.has(root + file))).toEqual([]);
  });

  test.each(built(root).map(({ id }) => id))('%s dit la même chose dans chaque vue', (id) => {
    const page = read(`${root}graphiques/${id}/index.html`);
    const embed = read(`${root}integrer/${id}/index.html`);
    const json = JSON.parse(read(`${root}graphiques/${id}.json`));
    for (const [view, html] of [
      ['page', page],
      ['intégration', embed],
    ] as const) {
      expect(html, view).toMatch(/<svg[\s>]/);
      for (const word of ['Champ', 'Source']) expect(html, `${view} : ${word}`).toContain(word);
    }
    expect(page).toMatch(/<table[\s>]/);
    expect(page).toContain('Lecture');
    expect(json.title.length).toBeGreaterThan(5);
    expect(read(`${root}graphiques/${id}.csv`).charCodeAt(0)).toBe(0xfeff);
    expect(read(`${root}graphiques/${id}.svg`)).toMatch(/^<svg /);
  });
});

describe('ce qui manque est dit', () => {
  test('une figure sans données n’a pas de fichier, mais une question', () => {
    const missing = figures.filter(({ id }) => !known.has(`graphiques/${id}/index.html`));
    expect(missing.length).toBeGreaterThan(5);
    expect(files.filter((file) => missing.some(({ id }) => file.startsWith(`graphiques/${id}.`)))).toEqual([]);
    const gallery = read('graphiques/index.html');
    expect(gallery).toContain('Ce que nous ne savons pas encore');
  });

  test('chaque image de la démonstration le dit', () => {
    for (const { id } of built('demonstration/'))
      expect(read(`demonstration/graphiques/${id}.svg`), id).toMatch(/[Dd]émonstration/);
  });
});
