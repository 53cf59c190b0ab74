import { describe, expect, test } from 'vitest';
import { files, pages, read } from './dist.ts';

interface Found {
  readonly url: string;
  readonly content: string;
  readonly filters: { readonly genre: readonly string[] };
}

describe.each([
  ['réel', ''],
  ['démonstration', 'demonstration/'],
])('l’index de recherche : %s', (_, root) => {
  const folder = `${root}rechercher/pagefind/fragment/`;
  const found = files.filter((file) => file.startsWith(folder)).map((file): Found => JSON.parse(read(file)));

  test('trouve chaque page qui se cherche, et aucune autre', () => {
    const own = pages.filter((page) => page.startsWith('demonstration/') === (root !== ''));
    const searchable = own.filter((page) => read(page).includes('data-pagefind-body'));
    expect(found.map(({ url }) => `${url.slice(1)}index.html`).sort()).toEqual([...searchable].sort());
    expect(searchable.filter((page) => /(?:^|\/)(?:integrer|rechercher)\/|404/.test(page))).toEqual([]);
  });

  test('lit d’un graphique son résumé, sa lecture et son tableau', () => {
    const graphs = found.filter(({ filters }) => filters.genre[0] === 'Graphique');
    expect(graphs.length).toBeGreaterThan(15);
    for (const { url, content } of graphs) {
      expect(content, url).toContain('Lecture.');
      expect(content, url).not.toMatch(/Code à coller|Télécharger/);
    }
  });
});
