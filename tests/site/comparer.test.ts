import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../scripts/build-site.ts';
import { compareFolders } from '../../scripts/comparer/compare-folders.ts';
import { openSide } from '../../src/publication/side.ts';
import { siteContents } from '../../src/publication/site-contents.ts';
import * as usual from './dist.ts';

const ROOT = join(import.meta.dirname, '../..');

/** What no data and no text decides: today's style sheets, scripts, schemas, icon, and the rules for hosts. */
const FROM_CODE = /(?:^|\/)_astro\/|integrer\/[^/]*\.js$|\.schema\.json$|favicon\.svg$|^_headers$/;

/** The index of the search follows from the pages, which are compared. */
const FROM_PAGES = /(?:^|\/)rechercher\/pagefind\//;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'observatoire-comparer-site-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** One cell of a CSV, replaced; line and column are counted from 0, the header included. */
function changeCell(copy: string, file: string, line: number, column: string, change: (cell: string) => string): void {
  const path = join(copy, file);
  const lines = readFileSync(path, 'utf8').split('\n');
  const at = lines[0]!.replace('\uFEFF', '').split(';').indexOf(column);
  expect(at).toBeGreaterThanOrEqual(0);
  const cells = lines[line]!.split(';');
  cells[at] = change(cells[at]!);
  writeFileSync(path, lines.with(line, cells.join(';')).join('\n'));
}

/** A file of a copy, rewritten. */
function edit(copy: string, file: string, change: (text: string) => string): void {
  const path = join(copy, file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

/** The file that a web server hands out at an address. */
function fileAt(address: string): string {
  return `${address}${address.endsWith('/') ? 'index.html' : ''}`.slice(1);
}

/** Builds a copy with one change: the files whose bytes differ from the usual site's, and the addresses that `comparer` lists. */
async function bothWays(name: string, change: (copy: string) => void) {
  const copy = join(folder, name);
  for (const part of ['data', 'content']) cpSync(join(ROOT, part), join(copy, part), { recursive: true });
  change(copy);
  const folders = { OBSERVATOIRE_DATA: join(copy, 'data'), OBSERVATOIRE_CONTENT: join(copy, 'content') };
  const dist = join(copy, 'dist');
  // Vitest's workers tell Vite that this is no production.
  const environment = { ...folders, PROD: '1', DEV: '' };
  expect(await build({ outDir: dist, publication: false, environment, say: () => {} })).toBe(0);
  const result = await compareFolders({
    before: {},
    after: folders,
    reference: 'HEAD',
    prefix: '',
    isInternal: false,
  });
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  const listed = result.comparison.observatories.flatMap(({ addresses }) =>
    addresses.map(({ address }) => fileAt(address)),
  );
  return { changed: differingFiles(dist), listed: listed.sort(), comparison: result.comparison };
}

function differingFiles(dist: string): readonly string[] {
  const built = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)).split(sep).join('/'));
  const both = new Set([...built, ...usual.files]);
  return [...both]
    .filter((file) => {
      if (FROM_PAGES.test(file)) return false;
      if (!built.includes(file) || !usual.files.includes(file)) return true;
      return !readFileSync(join(dist, file)).equals(readFileSync(join(usual.dist, file)));
    })
    .sort();
}

describe('changer une cellule nomme exactement ce qui en dépend : toutes les adresses, images comprises, et aucune autre', () => {
  // Each observatory is compared by itself: one build serves a change in both.
  test('un nombre publié, et une réponse à l’enquête de la démonstration', async () => {
    const { changed, listed, comparison } = await bothWays('nombres', (copy) => {
      changeCell(copy, 'data/reperes/reperes.csv', 1, 'valeur', (cell) => String(Number(cell) + 40));
      changeCell(copy, 'data/demonstration/enquete/enquete-3003.csv', 5, 'Surface bâtie', (cell) =>
        String(Number(cell) + 40),
      );
    });
    expect(listed).toEqual(changed);
    expect(changed).toContain('portrait/index.html');
    expect(changed).toContain('graphiques/combien-de-lieux.png');
    expect(changed).toContain('demonstration/portrait/index.html');
    // Every change says where it is seen, and every address is seen to change by something.
    const shown = comparison.observatories.flatMap(({ changes }) => changes.flatMap(({ showings }) => showings));
    expect([...new Set(shown.map(({ address }) => fileAt(address)))].sort()).toEqual(changed);
  });

  // What the three change of the real observatory stands on pages of its own: none hides what another forgets.
  test('le nom d’un lieu, un texte et une édition, et un réglage de la démonstration', async () => {
    const { changed, listed, comparison } = await bothWays('lieu', (copy) => {
      changeCell(copy, 'data/lieux/lieux.csv', 1, 'nom', () => 'Lieu au nom changé');
      edit(copy, 'content/pages/methode.mdx', (text) => `${text}\n\nUne phrase de plus.\n`);
      edit(copy, 'content/editions/2025/edition.yaml', (text) => text.replace(/^lieu: .*$/m, 'lieu: Ailleurs'));
      edit(copy, 'content/demonstration/observatoire.yaml', (text) =>
        text.replace(/effectifMinimum: \d+/, 'effectifMinimum: 35'),
      );
    });
    expect(listed).toEqual(changed);
    expect(changed).toContain('lieux/index.html');
    // Sentences that only a pointer shows are not painted.
    expect(changed).toContain('graphiques/carte-des-lieux.svg');
    expect(changed).toContain('methode/index.html');
    expect(changed).toContain('editions/2025/index.html');
    const [own, other] = comparison.observatories.map(({ addresses }) => addresses.map(({ address }) => address));
    expect(own!.filter((address) => address.startsWith('/demonstration/'))).toEqual([]);
    expect(other!.length).toBeGreaterThan(0);
    expect(other!.filter((address) => !address.startsWith('/demonstration/'))).toEqual([]);
    // Neither the place, nor the text, nor the edition is one of the demonstration's changes.
    const said = JSON.stringify(comparison.observatories[1]!.changes);
    for (const word of ['Lieu au nom changé', 'Une phrase de plus', 'Ailleurs']) expect(said).not.toContain(word);
  });
});

test('chaque fichier du site qui vient de données ou de textes est connu de la comparaison', async () => {
  const known = await Promise.all(
    [false, true].map(async (demonstration) => {
      const own = (part: string) => join(ROOT, part, demonstration ? 'demonstration' : '');
      const { side } = await openSide(
        { data: own('data'), content: own('content'), demonstration },
        { demonstrationIsBuilt: true },
      );
      const prefix = demonstration ? '/demonstration' : '';
      return [...siteContents(side!, '/').keys()].map((address) => fileAt(prefix + address));
    }),
  );
  expect(known.flat().sort()).toEqual(usual.files.filter((file) => !FROM_CODE.test(file) && !FROM_PAGES.test(file)));
});
