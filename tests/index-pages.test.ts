import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { closeIndexer, indexPages } from '../scripts/index-pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'observatoire-index-'));

afterAll(async () => {
  await closeIndexer();
  rmSync(folder, { recursive: true, force: true });
});

const page = (body: string, main = 'data-pagefind-body data-pagefind-filter="genre:Page"') =>
  `<!doctype html><html lang="fr"><head><title>x</title></head><body><nav>Menu</nav><main ${main}>${body}</main></body></html>`;

/** A built site with the pages given, indexed: the index's files and what it says of each page. */
async function indexOf(name: string, pages: Record<string, string>, base = '/') {
  const site = join(folder, name);
  for (const [file, html] of Object.entries(pages)) {
    mkdirSync(dirname(join(site, file)), { recursive: true });
    writeFileSync(join(site, file), html);
  }
  await indexPages(site, base);
  const home = join(site, 'rechercher/pagefind');
  const files = readdirSync(home, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const said = files
    .filter((file) => file.endsWith('.pf_fragment'))
    .map((file) => JSON.parse(gunzipSync(readFileSync(file)).toString().replace('pagefind_dcd', '')))
    .map(({ url, content }): [string, string] => [url, content]);
  return { files, said: new Map(said.sort()) };
}

describe('l’index de recherche', () => {
  test('ne lit que les pages qui se cherchent, à leur adresse', async () => {
    const { said } = await indexOf(
      'pages',
      {
        'index.html': page('<h1>Accueil</h1>'),
        'lieux/a/index.html': page('<h1>Lieu A</h1>'),
        'lieux/retire/index.html': page('<h1>Fiche retirée</h1>', ''),
        'integrer/a/index.html': page('<h1>Figure</h1>', ''),
      },
      '/observatoire/',
    );
    expect([...said.keys()]).toEqual(['/observatoire/', '/observatoire/lieux/a/']);
  });

  test('laisse les codes, les images et les listes qui mènent ailleurs', async () => {
    const figure = (own: string) =>
      `<figure class="figure" id="a" ${own}><h2 id="a-titre">Titre</h2><obs-chart><div data-pagefind-index-attrs="aria-label" aria-label="Résumé"><svg><text>Dessin</text></svg></div></obs-chart><div class="notes">Note</div><details class="more"><summary>Ouvrir</summary><table><thead><tr><th>Colonne</th></tr></thead><tbody><tr><th>Ligne</th><td>Valeur</td></tr></tbody></table><h3>Télécharger</h3><ul class="files"><li>CSV</li></ul><obs-copy><textarea>Code</textarea></obs-copy></details></figure>`;
    const { said } = await indexOf('figures', {
      'graphiques/a/index.html': page(figure('data-alone="true"')),
      'portrait/index.html': page(figure('')),
    });
    const own = said.get('/graphiques/a/');
    for (const word of ['Titre', 'Résumé', 'Note', 'Ligne', 'Valeur']) expect(own).toContain(word);
    for (const word of ['Dessin', 'Ouvrir', 'Colonne', 'Télécharger', 'CSV', 'Code', 'Menu'])
      expect(own).not.toContain(word);
    expect(said.get('/portrait/')).toBe('Titre.');
  });

  test('coupe les élisions, et finit les termes d’une liste', async () => {
    const { said } = await indexOf('mots', {
      'a/index.html': page(
        '<p>L’accueil d’<b>environ</b> dix</p><dl><dt>Commune</dt><dd>A1</dd><dt>Type</dt><dd>B</dd></dl>',
      ),
    });
    expect(said.get('/a/')).toBe('L’ accueil d’ environ dix. Commune : A1. Type : B.');
  });

  test('donne toujours les mêmes octets, et rien que ce que la page de recherche demande', async () => {
    const pages = Object.fromEntries(
      // The engine keeps kinds in an order of chance: with twelve of them, two runs never agree by themselves.
      [...'bacdefghijkl'].map((id) => [
        `${id}/index.html`,
        page(`<h1>${id}</h1><p>mot ${id}</p>`, `data-pagefind-body data-pagefind-filter="genre:Genre ${id}"`),
      ]),
    );
    const [one, two] = [await indexOf('un', pages), await indexOf('deux', pages)];
    const bytes = ({ files }: typeof one, root: string) =>
      files.map((file) => [file.replace(join(folder, root), ''), readFileSync(file).toString('base64')]);
    expect(bytes(one, 'un')).toEqual(bytes(two, 'deux'));
    const kinds = new Set(
      one.files.map((file) => file.replace(/.*\/(?:fr_|pagefind\.fr_)\w+/, '').replace(/.*\//, '')),
    );
    expect([...kinds].sort()).toEqual([
      '.pf_filter',
      '.pf_fragment',
      '.pf_index',
      '.pf_meta',
      'pagefind-entry.json',
      'pagefind.js',
      'wasm.fr.pagefind',
    ]);
  });
});
