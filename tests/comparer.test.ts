import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { git, repository } from './publication/repository.ts';
import { accounts, PAYEES } from './publication/small-accounts.ts';
import { addFiles, repere, reperes, SMALL, writeFiles } from './publication/small-observatory.ts';

const ROOT = join(import.meta.dirname, '..');
const JUMPED = { 'data/reperes/reperes.csv': reperes(repere('un', 150), repere('deux', 300)) };

/** What the command takes for the machine's temporary folder: others write to the real one while it runs. */
const temporary = mkdtempSync(join(tmpdir(), 'comparer-'));
afterAll(() => rmSync(temporary, { recursive: true }));

/** Runs the command as a person would, on an observatory that lies elsewhere. */
function run(folder: string, ...args: readonly string[]): Promise<{ code: number | null; out: string; told: string }> {
  const own = ['--donnees', join(folder, 'data'), '--contenu', join(folder, 'content')];
  const child = spawn(process.execPath, ['scripts/run.mjs', 'scripts/comparer.ts', ...own, ...args], {
    cwd: ROOT,
    env: { ...process.env, TMPDIR: temporary },
  });
  let out = '';
  let told = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    told += chunk;
  });
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
  return new Promise((resolve) => child.on('exit', (code) => resolve({ code, out: plain(out), told: plain(told) })));
}

describe('npm run comparer', () => {
  test('rien n’a changé depuis le dernier commit', async () => {
    const { code, out } = await run(repository());
    expect(out).toBe('Rien ne change pour les lecteurs.\n');
    expect(code).toBe(0);
  });

  test('un saut dans un fichier pas encore enregistré : dit en premier, code 1 ; le dépôt reste tel quel', async () => {
    const folder = repository();
    addFiles(folder, JUMPED);
    const state = () => [
      git(folder, 'status', '--porcelain'),
      readFileSync(join(folder, '.git/index')).toString('base64'),
    ];
    const before = state();
    const { code, out } = await run(folder);
    expect(out).toContain('Des nombres ont fait un saut, et rien ne dit pourquoi.');
    expect(out).toContain(`depuis HEAD (${git(folder, 'rev-parse', '--short', 'HEAD')}, `);
    expect(code).toBe(1);
    expect(state()).toEqual(before);
    expect(readdirSync(temporary)).toEqual([]);
  });

  test('expliqué : code 0 ; et depuis une autre branche', async () => {
    const folder = repository();
    git(folder, 'checkout', '--quiet', '-b', 'travail');
    addFiles(folder, {
      ...JUMPED,
      'content/journal.yaml': '- date: 2026-11-02\n  quoi: reperes/un\n  explication: Un relevé oublié.\n',
    });
    git(folder, 'add', '.');
    git(folder, 'commit', '--quiet', '--message=suite');
    const { code, out } = await run(folder, 'principale', '--format', 'markdown');
    expect(out).toContain('**Saut expliqué, 2 novembre 2026** : Un relevé oublié.');
    expect(code).toBe(0);
  });

  test('ce qu’un bénéficiaire sans accord reçoit ne se déduit pas, sauf avec --interne', async () => {
    const before = writeFiles({ ...SMALL, ...accounts(PAYEES) });
    const after = writeFiles({ ...SMALL, ...accounts({ ...PAYEES, A: 1737 }) });
    const { out } = await run(after, '--avec', before);
    expect(out).toContain('[flux-verses]');
    expect(out).not.toContain('€');
    const { out: whole } = await run(after, '--avec', before, '--interne');
    expect(whole).toContain('9 800 € → 10 437 € ; +637 €');
  });

  test('depuis un autre dossier, en page à envoyer', async () => {
    const [before, after] = [writeFiles(SMALL), writeFiles({ ...SMALL, ...JUMPED })];
    const page = join(after, 'page.html');
    const { code, out } = await run(after, '--avec', before, '--format', 'html', '--sortie', page);
    expect(out).toBe(`Résultat écrit dans ${page}.\n`);
    expect(code).toBe(1);
    const html = readFileSync(page, 'utf8');
    expect(html.match(/<svg/g)).toHaveLength(2);
    expect(html).not.toMatch(/<script|<link|src=/);
    expect(new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)).size).toBe(
      [...html.matchAll(/\sid="/g)].length,
    );
  });

  const faulty = { ...SMALL, 'data/reperes/reperes.csv': reperes(repere('un', -3)) };

  test('des fautes de la référence, que les fichiers corrigent : dites, et la proposition n’y peut rien', async () => {
    const folder = repository(faulty);
    addFiles(folder, SMALL);
    const { code, told } = await run(folder);
    expect(told).toContain('HEAD:data/reperes/reperes.csv');
    expect(told).toContain('lu : « -3 »');
    expect(told).toContain('Rien n’est comparé : ce sont des erreurs de la référence, que vos fichiers n’ont pas.');
    expect(code).toBe(0);
  });

  test('des fautes des fichiers : dites, code 1', async () => {
    const folder = repository();
    addFiles(folder, faulty);
    const { code, told } = await run(folder);
    expect(told).toContain('data/reperes/reperes.csv : 1 erreur');
    expect(told).toContain('Rien n’est comparé tant qu’il y a des erreurs.');
    expect(code).toBe(1);
  });
});

describe('un appel incorrect : une phrase, code 2', () => {
  test.each([
    [['principal'], '« principal » n’est ni une branche, ni une étiquette, ni un commit de ce dépôt'],
    [['--format', 'pdf'], '« pdf » n’est pas une forme ; il y a texte, markdown et html.'],
    [['a', '--avec', 'b'], '« a » ou « --avec b », pas les deux.'],
  ] as const)('%s', async (args, sentence) => {
    const { code, told } = await run(repository(), ...args);
    expect(told).toContain(`Appel incorrect : ${sentence}`);
    expect(told.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(2);
  });
});
