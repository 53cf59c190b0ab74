import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyProject, ELSEWHERE } from '../elsewhere.ts';
import { otherFiles } from '../files-of.ts';
import { dist, files } from './dist.ts';

const ROOT = join(import.meta.dirname, '../..');
let folder: string;

/** Runs a command as a person would, and gathers what it says. */
function run(
  script: string,
  args: readonly string[],
  {
    killAfter,
    cwd = ROOT,
    env = {},
  }: { killAfter?: RegExp; cwd?: string; env?: Readonly<Record<string, string>> } = {},
): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ['scripts/run.mjs', `scripts/${script}.ts`, ...args], {
    cwd,
    // Vitest's workers tell Vite that this is no production.
    env: { ...process.env, CI: '', VITEST: '', PROD: '1', DEV: '', ...env },
  });
  let said = '';
  const listen = (chunk: Buffer) => {
    said += chunk;
    if (killAfter?.test(said)) child.kill('SIGTERM');
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  return new Promise((resolve) =>
    child.on('exit', (code) => resolve({ code, said: said.replace(/[\u00a0\u202f]/g, ' ') })),
  );
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'observatoire-'));
  cpSync(join(ROOT, 'data'), join(folder, 'data'), {
    recursive: true,
    filter: (file) => !file.includes('/demonstration'),
  });
  cpSync(join(ROOT, 'content'), join(folder, 'content'), {
    recursive: true,
    filter: (file) => !file.includes('/demonstration'),
  });
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'dist/index.html'), 'le dernier bon site');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const elsewhere = () => ['--donnees', join(folder, 'data'), '--contenu', join(folder, 'content')];
const lastSite = () => readFileSync(join(folder, 'dist/index.html'), 'utf8');

describe('une construction qui échoue ne change rien', () => {
  test('données fautives : les fautes sont dites, le dernier site reste', async () => {
    const file = join(folder, 'data/lieux/lieux.csv');
    const good = readFileSync(file);
    writeFileSync(file, good.toString().replace('59599', '5959'));
    const { code, said } = await run('build', [...elsewhere(), '--outDir', join(folder, 'dist')]);
    writeFileSync(file, good);
    expect(code).toBe(1);
    expect(said).toContain('lieux.csv');
    expect(said).toContain('5959');
    expect(said).toContain('le dernier reste en place');
    expect(lastSite()).toBe('le dernier bon site');
  });

  test('identifiant inconnu dans un texte : la ligne est dite', async () => {
    const file = join(folder, 'content/pages/methode.mdx');
    const good = readFileSync(file, 'utf8');
    writeFileSync(file, `${good}\n<Figure id="inexistante" />\n`);
    const { code, said } = await run('build', [...elsewhere(), '--outDir', join(folder, 'dist')]);
    writeFileSync(file, good);
    expect(code).toBe(1);
    expect(said).toContain('inexistante');
    expect(said).toContain(`ligne ${good.split('\n').length + 1}`);
    expect(lastSite()).toBe('le dernier bon site');
  });

  test('construction arrêtée : le dernier site reste, rien ne traîne', async () => {
    const { code, said } = await run('build', [...elsewhere(), '--outDir', join(folder, 'dist')], {
      killAfter: /se construi/,
    });
    expect(code).not.toBe(0);
    expect(said).not.toContain('pages dans');
    expect(lastSite()).toBe('le dernier bon site');
    expect(readdirSync(folder).sort()).toEqual(['content', 'data', 'dist']);
  });

  test('emplacements vides : « --publication » les nomme et s’arrête', async () => {
    const { code, said } = await run('build', [...elsewhere(), '--outDir', join(folder, 'dist'), '--publication']);
    expect(code).toBe(1);
    for (const slot of ['adresse', 'directeurPublication', 'hebergeur', 'contact']) expect(said).toContain(slot);
    expect(lastSite()).toBe('le dernier bon site');
  });

  test('appel incorrect : une phrase, code 2', async () => {
    const { code, said } = await run('build', ['--zzz']);
    expect(code).toBe(2);
    expect(said).toContain('Appel incorrect : l’option « --zzz » n’existe pas.\nUsage : npm run build -- ');
  });
});

describe('la même fabrication, ailleurs', () => {
  test('un autre dossier, un autre jour, un autre fuseau, une autre langue, rien de gardé : les mêmes octets', async () => {
    const copy = join(folder, 'Un autre dépôt');
    copyProject(copy);
    const { code, said } = await run('build', ['--outDir', join(folder, 'ailleurs')], {
      cwd: copy,
      env: ELSEWHERE,
    });
    expect(said).not.toMatch(/\berreur\b/i);
    expect(code).toBe(0);
    expect(files.length).toBeGreaterThan(500);
    expect(otherFiles(dist, join(folder, 'ailleurs'))).toEqual([]);
  });
});
