import { cpSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importHere, makeFolder, put, readAll } from './command.ts';
import { demonstrationAnswers } from './demonstration-survey.ts';
import { writeBdftl2026, writeGoogleForms, writeLimeSurvey } from './write-survey.ts';

/** A real observatory of the fictional region, without survey. */
function makeRegion(): string {
  const folder = makeFolder();
  const root = join(import.meta.dirname, '../..');
  const isKept = (path: string) => !/[/\\](?:enquete|flux)\b/.test(path.slice(root.length));
  cpSync(join(root, 'data/demonstration'), join(folder, 'data'), { recursive: true, filter: isKept });
  const described = JSON.parse(readFileSync(join(folder, 'data/datapackage.json'), 'utf8'));
  const resources = described.resources.filter(({ name }: { name: string }) => name === 'lieux');
  put(folder, 'data/datapackage.json', `${JSON.stringify({ ...described, resources }, null, 2)}\n`);
  const settings = readFileSync(join(root, 'content/demonstration/observatoire.yaml'), 'utf8');
  put(folder, 'content/observatoire.yaml', settings.replace('demonstration: true', 'demonstration: false'));
  return folder;
}

const answers = demonstrationAnswers.slice(0, 12).map((answer) => ({ ...answer, ouverture: '2012' }));
const files = (folder: string, ...names: readonly string[]) => names.map((name) => join(folder, name));

describe('une enquête', () => {
  test('entre telle que deux outils l’écrivent, sans rien changer la seconde fois', async () => {
    const folder = makeRegion();
    put(folder, 'lime.csv', writeLimeSurvey(answers, 'questions'));
    put(folder, 'google.csv', writeGoogleForms(answers));
    const first = await importHere(folder, { files: files(folder, 'lime.csv'), millesime: '2026' });
    expect(first.code).toBe(0);
    expect(first.out).toContain('data/enquete/enquete-2026.csv (nouveau) : 12 lignes');
    expect(first.out).toContain('à compléter : « univers » de « enquete-2026 »');
    const written = readAll(folder);
    const { resources } = JSON.parse(written['datapackage.json']!);
    expect(resources.at(-1)).toMatchObject({
      name: 'enquete-2026',
      sources: [{ title: expect.any(String) }],
      date: '2026',
      univers: null,
      access: 'aggregates',
      declaratif: true,
    });
    const second = await importHere(folder, { files: files(folder, 'google.csv'), millesime: '2026' });
    expect(second).toEqual({ code: 0, out: expect.stringContaining('Tout y est déjà : rien à écrire.') });
    expect(readAll(folder)).toEqual(written);
    expect(existsSync(join(folder, 'prive'))).toBe(false);
  });

  test('sans année, une erreur dit l’option à ajouter', async () => {
    const folder = makeRegion();
    const text = new TextDecoder()
      .decode(writeGoogleForms(answers))
      .replaceAll(/3003\/\d\d\/\d\d [\d:]+ AM UTC\+1/g, '');
    put(folder, 'google.csv', text);
    const { code, out } = await importHere(folder, {
      files: files(folder, 'google.csv'),
      text: 'npm run importer -- g.csv',
    });
    expect(code).toBe(1);
    expect(out).toMatch(/à taper :\n {4}npm run importer -- g\.csv --millesime AAAA\n/);
  });

  test('qui nomme ses lieux complète la liste privée, et elle seule', async () => {
    const folder = makeRegion();
    const themes = writeBdftl2026(answers);
    for (const { file, bytes } of themes) put(folder, file, bytes);
    const { code, out } = await importHere(folder, { files: files(folder, ...themes.map(({ file }) => file)) });
    expect(out).toContain('data/enquete/enquete-2026.csv (nouveau) : 12 lignes');
    expect(code).toBe(0);
    expect(out).toContain('prive/identifiants.csv est créé : ');
    const list = join(folder, 'prive/identifiants.csv');
    expect(readFileSync(list, 'utf8')).toContain(`Lieu ${answers[0]!.id_unite}`);
    expect(statSync(list).mode & 0o077).toBe(0);
    expect(readAll(folder)['enquete/enquete-2026.csv']).not.toMatch(/Lieu u|personne@example\.org/);
  });

  test('une liste privée abîmée arrête tout avant d’écrire', async () => {
    const folder = makeRegion();
    const themes = writeBdftl2026(answers);
    for (const { file, bytes } of themes) put(folder, file, bytes);
    put(folder, 'prive/identifiants.csv', 'rien;de;tel\n1;2;3\n');
    const before = readAll(folder);
    const { code, out } = await importHere(folder, { files: files(folder, ...themes.map(({ file }) => file)) });
    expect(code).toBe(1);
    expect(out).toContain('prive/identifiants.csv');
    expect(readAll(folder)).toEqual(before);
  });
});

test('une liste à lire dont rien ne dit la source : l’option à ajouter', async () => {
  const folder = makeRegion();
  writeFileSync(join(folder, 'carte.csv'), 'name,description,Latitude,Longitude\nLieu Z,,50.6,3.05\n');
  const asked = await importHere(folder, { files: files(folder, 'carte.csv') });
  expect(asked.code).toBe(1);
  expect(asked.out).toMatch(/à taper :\n {4}npm run importer -- liste\.csv --source ADRESSE --date DATE\n/);
  const stated = { source: { title: 'Carte', path: 'https://example.org/carte' }, date: '2025' };
  const { code, out } = await importHere(folder, { files: files(folder, 'carte.csv'), stated });
  expect(code).toBe(0);
  expect(out).toContain('data/lieux/lieux.csv : 1 ligne ajoutée');
  expect(readAll(folder)['datapackage.json']).toContain('"path": "https://example.org/carte"');
});
