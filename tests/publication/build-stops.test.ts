import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { freezeSmall } from './frozen-small.ts';
import { accounts, PAYEES } from './small-accounts.ts';
import { addFiles, repere, reperes, SMALL } from './small-observatory.ts';

/** Builds as a person would; a sentence that the terminal folded is on one line again. */
function build(folder: string): { readonly code: number | null; readonly out: string; readonly err: string } {
  const own = ['--donnees', join(folder, 'data'), '--contenu', join(folder, 'content')];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/run.mjs', 'scripts/build.ts', '--outDir', join(folder, 'dist'), ...own],
    { encoding: 'utf8', env: { ...process.env, CI: '', VITEST: '' } },
  );
  const unfold = (text: string) =>
    text
      .replace(/[\u00a0\u202f]/g, ' ')
      .replaceAll(`${folder}/`, '')
      .replace(/\n +(?! |Erreur|attendu)/g, ' ');
  return { code: status, out: unfold(stdout), err: unfold(stderr) };
}

/** Every file of a folder and what it holds. */
function contentsOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => `${createHash('sha256').update(readFileSync(file)).digest('hex')} ${file}`)
    .sort();
}

/** A frozen observatory whose last site stands, changed and built again: what is said, once it is sure that nothing moved. */
async function buildAfter(change: (folder: string) => void) {
  const folder = await freezeSmall(accounts(PAYEES), '2027');
  addFiles(folder, { 'dist/index.html': 'le dernier bon site', 'dist/graphiques/flux-verses/index.html': 'une page' });
  change(folder);
  const before = contentsOf(folder);
  const { code, out, err } = build(folder);
  expect(contentsOf(folder)).toEqual(before);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  return err;
}

const STAYS = 'Le site n’est pas construit ; le dernier reste en place.\n';

describe('npm run build s’arrête, et le dernier bon site reste', () => {
  test('un nombre et un octet d’un millésime figé ont bougé : les deux fautes, mot pour mot, et rien d’autre', async () => {
    const told = await buildAfter((folder) => {
      addFiles(folder, { 'data/reperes/reperes.csv': reperes(repere('un', 120), repere('deux', 300)) });
      appendFileSync(join(folder, 'content/publications/2027/flux-verses.svg'), ' ');
    });
    expect(told).toBe(
      `content/publications/2027/flux-verses.svg : 1 erreur

  Erreur : fichier figé modifié
    attendu : ce fichier tel que git le garde : ce qui est figé ne change plus

content/publications/2027/combien-de-lieux.json : 1 erreur

  Erreur : « Comptage un » valait 100 lieux dans « combien-de-lieux » ; les données disent 120 lieux
    attendu : le nombre publié ; ou, dans errata.yaml, cette ligne complétée : \`- { date: AAAA-MM-JJ, millesime: 2027, figure: combien-de-lieux, cellule: "Comptage un", avant: "100 lieux", apres: "120 lieux", raison: ce qui était faux }\`

2 erreurs dans 2 fichiers.
${STAYS}`,
    );
  });

  test('une figure figée n’est plus publiée : son adresse disparaîtrait', async () => {
    const told = await buildAfter((folder) => {
      rmSync(join(folder, 'data/flux'), { recursive: true });
      for (const file of ['data/datapackage.json', 'content/pages/methode.mdx'])
        addFiles(folder, { [file]: SMALL[file]! });
    });
    for (const figure of ['flux-verses', 'flux-par-exercice'])
      expect(told).toContain(
        `Erreur : la figure « ${figure} », figée, n’est plus publiée : l’adresse /graphiques/${figure}/ disparaît
    attendu : la figure ; ou, dans errata.yaml, cette ligne complétée : \`- { date: AAAA-MM-JJ, figure: ${figure}, raison: pourquoi elle n’est plus publiée, devient: l’autre figure s’il y en a une }\``,
      );
    // A number of a text is no figure: a withdrawal of it would be refused.
    expect(told).not.toMatch(/figure: flux-verse, retrait: true/);
    expect(told).toContain(
      'figure: flux-verse, cellule: "Argent versé par les financeurs du réseau", avant: "9 800 €"',
    );
    expect(told.endsWith(STAYS)).toBe(true);
  });
});
