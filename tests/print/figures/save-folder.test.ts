import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { tellForeign } from '../../../scripts/imprimer/make-figures.ts';
import { findForeign, saveFolder } from '../../../scripts/imprimer/save-folder.ts';

const root = mkdtempSync(join(tmpdir(), 'observatoire-dossier-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const folder = join(root, 'edition-3003-figures');
const list = JSON.stringify({ fichiers: ['a.svg', 'polices/b.ttf', 'controle.json'] });

test('un dossier est remplacé en entier, d’un geste', () => {
  const first = new Map([
    ['a.svg', 'un'],
    ['polices/b.ttf', 'b'],
    ['controle.json', list],
  ]);
  saveFolder(folder, first);
  saveFolder(folder, new Map([...first].map(([file]) => [file, file === 'controle.json' ? list : 'deux'])));
  expect(readFileSync(join(folder, 'a.svg'), 'utf8')).toBe('deux');
  expect(readdirSync(root)).toEqual(['edition-3003-figures']);
});

test('ce que quelqu’un y a rangé se voit, pas ce que les logiciels y laissent', () => {
  expect(findForeign(folder)).toEqual([]);
  for (const left of ['.DS_Store', 'Thumbs.db', '~$texte.docx']) writeFileSync(join(folder, left), '');
  expect(findForeign(folder)).toEqual([]);
  mkdirSync(join(folder, 'maquette'));
  writeFileSync(join(folder, 'maquette', 'livre.indd'), '');
  symlinkSync('ailleurs', join(folder, 'raccourci'));
  expect(findForeign(folder)).toEqual(['maquette/livre.indd', 'raccourci']);
  rmSync(join(folder, 'raccourci'));
  expect(tellForeign(root, '3003')).toMatch(
    /edition-3003-figures\s» est remplacé en entier, et contient ce que cette commande n’y a pas mis\. Déplacez d’abord\s:\n {2}maquette\/livre\.indd$/,
  );
  expect(tellForeign(root, '3001')).toBeUndefined();
  writeFileSync(join(root, 'edition-3002-figures'), 'mes notes');
  expect(tellForeign(root, '3002')).toMatch(/edition-3002-figures\s» n’est pas un dossier\.$/);
  rmSync(join(root, 'edition-3002-figures'));
});

test('un dossier qui n’est pas de nous est tout entier à quelqu’un', () => {
  const other = join(root, 'autre');
  mkdirSync(other);
  writeFileSync(join(other, 'a.svg'), '');
  expect(findForeign(other)).toEqual(['a.svg']);
});

test('quand l’écriture échoue, l’ancien dossier reste', () => {
  const impossible = new Map([
    ['a.svg', 'trois'],
    ['a.svg/dedans', 'x'],
  ]);
  expect(() => saveFolder(folder, impossible)).toThrow();
  expect(readFileSync(join(folder, 'a.svg'), 'utf8')).toBe('deux');
  expect(readdirSync(root).filter((name) => name.includes('en-cours') || name.includes('ancien'))).toEqual([]);
  expect(existsSync(folder)).toBe(true);
});
