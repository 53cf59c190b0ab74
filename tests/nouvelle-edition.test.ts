import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verify } from '../src/observatory/verify.ts';

const ROOT = join(import.meta.dirname, '..');
let content: string;
beforeAll(() => {
  content = join(mkdtempSync(join(tmpdir(), 'nouvelle-edition-')), 'content');
  cpSync(join(ROOT, 'content'), content, { recursive: true, filter: (path) => !path.includes('demonstration') });
});
afterAll(() => rmSync(join(content, '..'), { recursive: true, force: true }));

function begin(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/run.mjs', 'scripts/nouvelle-edition.ts', ...words, '--contenu', content],
    { cwd: ROOT, encoding: 'utf8' },
  );
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ').replaceAll(content, 'content');
  return { status, stdout: plain(stdout), stderr: plain(stderr) };
}

const folder = () => join(content, 'editions/2027');

test('--essai montre les fichiers, et n’écrit rien', () => {
  const { status, stdout } = begin('2027', '--essai');
  expect(status).toBe(0);
  expect(stdout).toContain('── content/editions/2027/edition.yaml');
  expect(stdout).toContain('<Seance heure="9 h"');
  expect(stdout).toMatch(/Essai : rien n’est écrit. Sans « --essai », 5 fichiers le seraient.\n$/);
  expect(existsSync(folder())).toBe(false);
});

test('le squelette s’écrit, se vérifie sans une erreur, et reste un brouillon', async () => {
  const { status, stdout, stderr } = begin('2027');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('L’édition 2027 commence : 5 fichiers écrits dans content/editions/2027/.');
  const { faults, masking } = await verify([{ data: join(ROOT, 'data'), content, demonstration: false }], {
    publication: false,
  });
  expect(faults).toEqual([]);
  expect(masking.join('\n')).toContain('L’édition 2027 n’est pas publiée : il lui manque son titre (title)');
});

test('une édition qui existe n’est jamais touchée ; code 1', () => {
  const card = join(folder(), 'edition.yaml');
  writeFileSync(card, 'title: À moi\n');
  expect(begin('2027')).toEqual({
    status: 1,
    stdout: '',
    stderr: 'L’édition 2027 existe déjà, dans content/editions/2027/ : rien n’est écrit.\n',
  });
  expect(readFileSync(card, 'utf8')).toBe('title: À moi\n');
  expect(readdirSync(join(content, 'editions')).filter((name) => name.includes('en-cours'))).toEqual([]);
});

test.each([[[]], [['deux-mille']], [['2027', '2028']]])('un appel incorrect est refusé, code 2 : %j', (words) => {
  const { status, stderr } = begin(...words);
  expect(status).toBe(2);
  expect(stderr).toBe('Appel incorrect : la commande attend une année, comme 2026.\n');
});
