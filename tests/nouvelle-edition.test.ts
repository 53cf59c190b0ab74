import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verify } from '../src/observatory/verify.ts';
import { runCommand } from './run-command.ts';

const ROOT = join(import.meta.dirname, '..');
let content: string;
beforeAll(() => {
  content = join(mkdtempSync(join(tmpdir(), 'nouvelle-edition-')), 'content');
  cpSync(join(ROOT, 'content'), content, { recursive: true, filter: (path) => !path.includes('demonstration') });
});
afterAll(() => rmSync(join(content, '..'), { recursive: true, force: true }));

const begin = (...words: readonly string[]) =>
  runCommand('nouvelle-edition', [...words, '--contenu', content], { folder: join(content, '..') });

const folder = () => join(content, 'editions/2027');

test('--essai montre les fichiers, et n’écrit rien', () => {
  const { code, said } = begin('2027', '--essai');
  expect(code).toBe(0);
  expect(said).toContain('── content/editions/2027/edition.yaml');
  expect(said).toContain('<Seance heure="9 h"');
  expect(said).toMatch(/Essai : rien n’est écrit. Sans « --essai », 5 fichiers le seraient.\n$/);
  expect(existsSync(folder())).toBe(false);
});

test('le squelette s’écrit, se vérifie sans une erreur, et reste un brouillon', async () => {
  const { code, said, complained } = begin('2027');
  expect({ code, complained }).toEqual({ code: 0, complained: '' });
  expect(said).toContain('L’édition 2027 commence : 5 fichiers écrits dans content/editions/2027/.');
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
    code: 1,
    said: '',
    complained: 'L’édition 2027 existe déjà, dans content/editions/2027/ : rien n’est écrit.\n',
  });
  expect(readFileSync(card, 'utf8')).toBe('title: À moi\n');
  expect(readdirSync(join(content, 'editions')).filter((name) => name.includes('en-cours'))).toEqual([]);
});

test.each([[[]], [['deux-mille']], [['2027', '2028']]])('un appel incorrect est refusé, code 2 : %j', (words) => {
  const { code, complained } = begin(...words);
  expect(code).toBe(2);
  expect(complained).toBe('Appel incorrect : la commande attend une année, comme 2026.\n');
});
