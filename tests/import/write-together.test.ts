import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeTogether } from '../../scripts/importer/write-together.ts';
import { makeFolder, readAll } from './command.ts';

/** A data folder with two files in place. */
function makeData() {
  const folder = makeFolder();
  mkdirSync(join(folder, 'data/lieux'), { recursive: true });
  writeFileSync(join(folder, 'data/lieux/lieux.csv'), 'ancien');
  writeFileSync(join(folder, 'data/lieux/lieux.csv.avant-import'), 'plus ancien');
  writeFileSync(join(folder, 'data/datapackage.json'), '{}');
  return folder;
}

const bytes = (text: string) => new TextEncoder().encode(text);
const wanted = (folder: string) =>
  new Map([
    [join(folder, 'data/lieux/lieux.csv'), bytes('nouveau')],
    [join(folder, 'data/enquete/enquete-2026.csv'), bytes('neuf')],
    [join(folder, 'data/datapackage.json'), bytes('{"a":1}')],
  ]);

describe('plusieurs fichiers s’écrivent ensemble', () => {
  test('tous, et ce qui était là reste à côté', () => {
    const folder = makeData();
    writeTogether(wanted(folder));
    expect(readAll(folder)).toEqual({
      'datapackage.json': '{"a":1}',
      'datapackage.json.avant-import': '{}',
      'enquete/enquete-2026.csv': 'neuf',
      'lieux/lieux.csv': 'nouveau',
      'lieux/lieux.csv.avant-import': 'ancien',
    });
  });

  test.each([1, 2, 3])('ou aucun : une panne au %ie fichier remet tout comme avant', (turn) => {
    const folder = makeData();
    const before = readAll(folder);
    let moves = 0;
    const failing: typeof renameSync = (from, to) => {
      if (++moves === turn) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      renameSync(from, to);
    };
    expect(() => writeTogether(wanted(folder), failing)).toThrow('full');
    expect(readAll(folder)).toEqual(before);
    expect(readdirSync(join(folder, 'data'))).not.toContain('enquete');
  });

  test('ou aucun : un dossier à la place d’un fichier arrête avant d’écrire', () => {
    const folder = makeData();
    const before = readAll(folder);
    mkdirSync(join(folder, 'data/enquete/enquete-2026.csv'), { recursive: true });
    expect(() => writeTogether(wanted(folder))).toThrow();
    expect(readAll(folder)).toEqual(before);
    expect(readFileSync(join(folder, 'data/lieux/lieux.csv.avant-import'), 'utf8')).toBe('plus ancien');
  });
});
