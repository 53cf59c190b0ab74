import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exportFolder, nameReference, UnreadableReference } from '../../scripts/comparer/git.ts';
import { git, repository } from './repository.ts';
import { addFiles, SMALL, writeFiles } from './small-observatory.ts';

/** What the team is told of a reference that cannot be read. */
function refusal(folder: string, reference: string): string {
  try {
    exportFolder(join(folder, 'data'), reference, join(writeFiles({}), 'data'));
  } catch (error) {
    if (error instanceof UnreadableReference) return error.message;
    throw error;
  }
  return 'lu';
}

describe('lire une référence', () => {
  test('le dossier tel qu’il était, sans toucher au dossier de travail ni à l’index', () => {
    const folder = repository();
    addFiles(folder, { 'data/lieux/lieux.csv': 'autre chose\n', 'data/nouveau.csv': 'a\n' });
    git(folder, 'add', 'data/nouveau.csv');
    const index = readFileSync(join(folder, '.git/index'));
    const into = join(writeFiles({}), 'data');
    exportFolder(join(folder, 'data'), 'HEAD', into);
    expect(readFileSync(join(into, 'lieux/lieux.csv'), 'utf8')).toBe(SMALL['data/lieux/lieux.csv']);
    expect(existsSync(join(into, 'nouveau.csv'))).toBe(false);
    expect(readFileSync(join(folder, '.git/index'))).toEqual(index);
    expect(readFileSync(join(folder, 'data/lieux/lieux.csv'), 'utf8')).toBe('autre chose\n');
  });

  test('un projet rangé plus bas dans son dépôt, et un dossier qui est lui-même un dépôt', () => {
    const lower = Object.fromEntries(Object.entries(SMALL).map(([path, text]) => [`projet/${path}`, text]));
    const own = Object.fromEntries(
      Object.entries(SMALL).flatMap(([path, text]) => (path.startsWith('data/') ? [[path.slice(5), text]] : [])),
    );
    for (const folder of [join(repository(lower), 'projet/data'), repository(own)]) {
      const into = join(writeFiles({}), 'data');
      exportFolder(folder, 'principale', into);
      expect(readdirSync(into).filter((name) => !name.startsWith('.'))).toEqual(
        readdirSync(folder).filter((name) => name !== '.git'),
      );
    }
  });

  test('elle est nommée avec son commit et son jour', () => {
    const folder = repository();
    expect(nameReference(folder, 'principale').replaceAll('\u00a0', ' ')).toMatch(
      /^principale \([0-9a-f]{7,}, \d{1,2}(?:er)? \p{L}+ \d{4}\)$/u,
    );
  });
});

describe('une référence illisible se dit en français', () => {
  test('inconnue, avec la plus proche', () => {
    const folder = repository();
    expect(refusal(folder, 'principal')).toBe(
      '« principal » n’est ni une branche, ni une étiquette, ni un commit de ce dépôt ; le plus proche : « principale »',
    );
    expect(refusal(folder, '--output=/tmp/x')).toContain('n’est ni une branche');
    expect(refusal(folder, '')).toContain('n’est ni une branche');
  });

  test('hors d’un dépôt, sans commit, sans data/', () => {
    const folder = writeFiles(SMALL);
    expect(refusal(folder, 'HEAD')).toBe(
      `${join(folder, 'data')} n’est pas dans un dépôt git ; « --avec DOSSIER » compare avec un autre dossier`,
    );
    git(folder, 'init', '--quiet');
    expect(refusal(folder, 'HEAD')).toBe('ce dépôt n’a encore aucun commit : il n’y a rien à quoi comparer');
    git(folder, 'add', 'content');
    git(folder, 'commit', '--quiet', '--message=début');
    expect(refusal(folder, 'HEAD')).toBe('« HEAD » ne contient pas le dossier data/');
    rmSync(join(folder, '.git'), { recursive: true });
  });
});
