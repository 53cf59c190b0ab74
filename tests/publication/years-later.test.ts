import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { freezeIn, toldIn } from './frozen-small.ts';

const ROOT = join(import.meta.dirname, '../..');
const LATER = ['enquete/enquete-3003.csv', 'flux/flux-3003.csv', 'subventions/subventions-3003.csv'];

/** The demonstration as a main observatory, which may be frozen. */
function copyDemonstration(): string {
  const folder = mkdtempSync(join(tmpdir(), 'observatoire-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const part of ['data', 'content'])
    cpSync(join(ROOT, part, 'demonstration'), join(folder, part), {
      recursive: true,
      filter: (file) => !file.includes('/editions'),
    });
  change(folder, 'content/observatoire.yaml', (text) => text.replace(/^demonstration: true/m, 'demonstration: false'));
  return folder;
}

function change(folder: string, file: string, edit: (text: string) => string): void {
  writeFileSync(join(folder, file), edit(readFileSync(join(folder, file), 'utf8')));
}

/** Puts back a file of data as the demonstration has it. */
function putBack(folder: string, file: string): void {
  cpSync(join(ROOT, 'data/demonstration', file), join(folder, 'data', file));
}

test('une vague, un exercice et des subventions de plus ne changent rien de ce qui est figé', async () => {
  const folder = copyDemonstration();
  for (const file of LATER) rmSync(join(folder, 'data', file));
  change(folder, 'data/datapackage.json', (text) => {
    const { resources, ...description } = JSON.parse(text);
    const left = resources.filter(({ path }: { path: string }) => !LATER.includes(path));
    expect(resources.length - left.length).toBe(LATER.length);
    return JSON.stringify({ ...description, resources: left });
  });
  await freezeIn(folder, '3001');
  for (const file of [...LATER, 'datapackage.json']) putBack(folder, file);
  expect(await toldIn(folder)).toBe('');
});

test('un lieu qui rejoint l’annuaire n’est pas un nombre changé, même là où il a reçu des subventions', async () => {
  const folder = copyDemonstration();
  change(folder, 'data/lieux/lieux.csv', (text) => text.replace(/^lieu-1;.*\r?\n/m, ''));
  await freezeIn(folder, '3003');
  putBack(folder, 'lieux/lieux.csv');
  expect(await toldIn(folder)).toBe('');
});
