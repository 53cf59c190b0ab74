import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { currentFolders, demonstrationFolders, realFolders } from '../../src/observatory/folders.ts';

let folder: string;
let environment: Record<string, string>;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'observatoire-dossiers-'));
  environment = { OBSERVATOIRE_DATA: join(folder, 'data'), OBSERVATOIRE_CONTENT: join(folder, 'content') };
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('sans rien dire, data et content', () => {
  expect(realFolders({})).toEqual({ data: resolve('data'), content: resolve('content'), demonstration: false });
});

test('d’autres dossiers sans démonstration n’empruntent pas la nôtre', () => {
  expect(realFolders(environment).data).toBe(join(folder, 'data'));
  expect(demonstrationFolders(environment)).toBeUndefined();
  expect(() => currentFolders({ ...environment, OBSERVATOIRE_DEMONSTRATION: '1' })).toThrow('observatoire.yaml');
});

test.each([
  ['de données', 'content'],
  ['de textes', 'data'],
])('une démonstration sans dossier %s n’en est pas une', (_what, only) => {
  mkdirSync(join(folder, only, 'demonstration'), { recursive: true });
  if (only === 'content') writeFileSync(join(folder, 'content/demonstration/observatoire.yaml'), '');
  expect(demonstrationFolders(environment)).toBeUndefined();
});

test('la démonstration est dans les dossiers réels, et se choisit', () => {
  mkdirSync(join(folder, 'data/demonstration'), { recursive: true });
  mkdirSync(join(folder, 'content/demonstration'), { recursive: true });
  writeFileSync(join(folder, 'content/demonstration/observatoire.yaml'), '');
  const demonstration = {
    data: join(folder, 'data/demonstration'),
    content: join(folder, 'content/demonstration'),
    demonstration: true,
  };
  expect(demonstrationFolders(environment)).toEqual(demonstration);
  expect(currentFolders({ ...environment, OBSERVATOIRE_DEMONSTRATION: '1' })).toEqual(demonstration);
  expect(currentFolders(environment).demonstration).toBe(false);
});
