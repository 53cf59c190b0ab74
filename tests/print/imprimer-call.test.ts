import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'observatoire-imprimer-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function imprimer(args: readonly string[], env: Record<string, string> = {}, to = folder) {
  const child = spawn(process.execPath, ['scripts/run.mjs', 'scripts/imprimer.ts', ...args, '--sortie', to], {
    env: { ...process.env, ...env },
  });
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  return new Promise((resolve) =>
    child.on('close', (status) => resolve({ status, stderr: stderr.replaceAll(/[\u00a0\u202f]/g, ' ') })),
  );
}

describe.concurrent('un mauvais appel est dit, et rien n’est imprimé', () => {
  const territoires =
    'territoire-1, territoire-2, territoire-3, territoire-4, cercle-a, cercle-b, cercle-c, cercle-d et cercle-e';
  test.each<[string, string[], string]>([
    ['sans rien à imprimer', [], 'dites ce qu’il faut imprimer : --affiche, --livret TERRITOIRE, ou --edition ANNÉE.'],
    ['un format inconnu', ['--affiche', '--format', 'a5'], '« --format a5 » : une affiche est en a3 ou en a4.'],
    [
      'un format pour un livret',
      ['--livret', 'tous', '--format', 'a4'],
      '--format sert à une affiche ou à un livre : un livret est en A4.',
    ],
    [
      'un livre dans un format inconnu',
      ['--edition', '2025', '--format', 'a3'],
      '« --format a3 » : un livre est en a4 ou en a5.',
    ],
    [
      'une épreuve pour une presse',
      ['--edition', '2025', '--bat', '--imprimeur'],
      '--bat va avec --edition, sans --imprimeur ni --figures : une épreuve se relit et se signe.',
    ],
    [
      'une épreuve d’une affiche',
      ['--affiche', '--bat'],
      '--bat va avec --edition, sans --imprimeur ni --figures : une épreuve se relit et se signe.',
    ],
    [
      'des figures pour une presse',
      ['--edition', '2025', '--figures', '--imprimeur'],
      '--figures va avec --edition, sans --imprimeur : un dossier pour mettre le livre en pages ailleurs.',
    ],
    [
      'les figures d’une édition en préparation',
      ['--edition', '2024', '--figures'],
      'l’édition 2024 est en préparation : npm run verifier dit ce qui lui manque.',
    ],
    [
      'une édition en préparation',
      ['--edition', '2024'],
      'l’édition 2024 est en préparation : npm run verifier dit ce qui lui manque.',
    ],
    [
      'une édition inconnue',
      ['--edition', '1999', '--demonstration'],
      'aucune édition n’est « 1999 ». Éditions : 3003.',
    ],
    [
      'un territoire mal écrit',
      ['--demonstration', '--livret', 'teritoire 2'],
      `aucun territoire n’est « teritoire 2 » ; le plus proche : « territoire-2 ». Identifiants : ${territoires}.`,
    ],
  ])('%s', async (_, args, mistake) => {
    expect(await imprimer(args)).toEqual({ status: 2, stderr: `Appel incorrect : ${mistake}\n` });
  });

  test('sans navigateur, la commande le dit avant de rien composer', async () => {
    expect(await imprimer(['--affiche'], { CHROME_PATH: '/nulle/part/chromium' })).toEqual({
      status: 1,
      stderr: 'CHROME_PATH ne mène à aucun navigateur : /nulle/part/chromium n’existe pas.\n',
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each([
    ['un livre', ['--edition', '2025'], ''],
    ['un dossier de figures', ['--edition', '2025', '--figures', '--format', 'A5'], '/edition-2025-figures'],
  ])('un fichier à la place du dossier, pour %s : dit avant de rien composer', async (_, args, inside) => {
    const there = mkdtempSync(join(tmpdir(), 'observatoire-imprimer-'));
    const file = join(there, 'notes.txt');
    writeFileSync(file, 'mes notes');
    expect(await imprimer(args, {}, file)).toEqual({
      status: 1,
      stderr: `Impossible d’écrire dans « ${file}${inside} » : « ${file} » n’est pas un dossier.\nRien n’est imprimé.\n`,
    });
    rmSync(there, { recursive: true });
  });
});
