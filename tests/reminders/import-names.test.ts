import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lieux, SOUND } from '../datasets/folders.ts';
import { runCommand } from '../run-command.ts';

let folder: string;
let said: string;

/** An export of LimeSurvey with the names of those who answered. */
const EXPORT = [
  'id;submitdate;lastpage;startlanguage;Identifiant du lieu;Code INSEE;Nom du lieu;Commune;Surface bâtie',
  '1;2026-03-12 10:00:00;4;fr;p-1;99001;LIEU  UN;ST-UN;100',
  '2;2026-03-12 10:00:00;4;fr;p-2;99001;Lieux Un;Saint-Un;50',
  '3;2026-03-12 10:00:00;4;fr;p-3;99002;ecrire@exemple.org;Deux;20',
].join('\r\n');

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function runImport(...args: string[]): number | null {
  const call = ['--millesime', '2026', '--source', 'Essai', '--licence', 'etalab-2.0', '--date', '2026'];
  const folders = ['donnees', 'contenu', 'prive'].flatMap((name) => [
    `--${name}`,
    join(folder, { donnees: 'data', contenu: 'content', prive: 'prive' }[name]!),
  ]);
  const ended = runCommand('importer', [join(folder, 'reponses.csv'), ...call, ...folders, ...args]);
  said = ended.said;
  return ended.code;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'observatoire-noms-'));
  for (const [path, text] of Object.entries(SOUND)) write(path, text);
  write('data/lieux/lieux.csv', lieux('un;Lieu Un;Saint-Un;99001;;;;;;;;;tiers-lieu;;https://exemple.fr;'));
  write('reponses.csv', EXPORT);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('un import d’enquête met les noms dans la liste privée, et jamais dans les données', () => {
  expect(runImport()).toBe(0);
  expect(readFileSync(join(folder, 'prive/identifiants.csv'), 'utf8').split('\r\n').slice(1)).toEqual([
    'p-1;un;LIEU  UN;Saint-Un;proposé;',
    'p-2;;Lieux Un;Saint-Un;à compléter;un (Lieu Un, Saint-Un)',
    'p-3;;;Deux;à compléter;',
    '',
  ]);
  const data = readdirSync(join(folder, 'data'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.includes('enquete') && file.endsWith('.csv'))
    .map((file) => readFileSync(join(folder, 'data', file), 'utf8'));
  expect(data).toHaveLength(1);
  expect(data[0]).toContain('p-1');
  expect(data[0]).not.toMatch(/LIEU|Lieux|exemple/);
});

test('un essai n’écrit rien, ni données ni noms', () => {
  expect(runImport('--essai')).toBe(0);
  expect(existsSync(join(folder, 'prive'))).toBe(false);
  expect(existsSync(join(folder, 'data/enquete'))).toBe(false);
});

test('une liste privée qu’on ne peut pas écrire se dit, et les données sont là', () => {
  write('prive', 'je suis un fichier');
  expect(runImport()).toBe(0);
  expect(existsSync(join(folder, 'data/enquete/enquete-2026.csv'))).toBe(true);
  expect(said).toContain('Un fichier n’a pas pu être écrit dans');
});
