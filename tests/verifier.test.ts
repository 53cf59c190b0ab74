import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

/** A project of its own: the real data and texts, without the demonstration. */
let project: string;
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'verifier-'));
  symlinkSync(join(ROOT, 'node_modules'), join(project, 'node_modules'));
});
afterAll(() => rmSync(project, { recursive: true, force: true }));
beforeEach(() => {
  for (const folder of ['data', 'content']) {
    rmSync(join(project, folder), { recursive: true, force: true });
    cpSync(join(ROOT, folder), join(project, folder), {
      recursive: true,
      filter: (path) => !path.includes('demonstration'),
    });
  }
});

function verifier(...options: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'scripts/run.mjs'), 'scripts/verifier.ts', ...options],
    { cwd: project, encoding: 'utf8', env: { ...process.env, FORCE_COLOR: undefined } },
  );
  return { status, stdout: plain(stdout), stderr: plain(stderr) };
}

/** Writes a value in a cell of the directory, by the spreadsheet's row and letter. */
function damage(row: number, letter: string, value: string) {
  const path = join(project, 'data/lieux/lieux.csv');
  const lines = readFileSync(path, 'utf8').split('\n');
  const cells = lines[row - 1]!.split(';');
  cells[letter.charCodeAt(0) - 65] = value;
  lines[row - 1] = cells.join(';');
  writeFileSync(path, lines.join('\n'));
}

test('des données saines : code 0, et ce qui manque aux éditions en brouillon', () => {
  const { status, stdout, stderr } = verifier();
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout.replace(/\n {2}/g, ' ')).toBe(
    'Aucune erreur.\n\nL’édition 2024 n’est pas publiée : il lui manque son titre (title), sa description (description), son thème (theme), ses dates (dates) et son lieu (lieu).\n',
  );
});

describe('des données abîmées', () => {
  test('data/LISEZMOI.md montre ce que la commande écrit vraiment ; code 1', () => {
    damage(3, 'I', 'assocation');
    damage(4, 'D', '2408');
    damage(9, 'N', '45231');
    const { status, stdout, stderr } = verifier();
    const manual = plain(readFileSync(join(ROOT, 'data/LISEZMOI.md'), 'utf8'));
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toContain('3 erreurs dans 1 fichier.');
    expect(manual).toContain(`\`\`\`\n${stdout}\`\`\``);
  });

  test('sur GitHub, la faute tombe sur le fichier et la ligne', () => {
    damage(3, 'I', 'assocation');
    const { status, stdout } = verifier('--format', 'github');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error file=data\/lieux\/lieux\.csv,line=3,col=\d+,title=Erreur%2C cellule I3/);
  });

  test('une page à envoyer s’écrit à côté, entière', () => {
    damage(3, 'I', 'assocation');
    expect(verifier('--format', 'html', '--sortie', 'fautes.html')).toEqual({
      status: 1,
      stdout: 'Résultat écrit dans fautes.html.\n',
      stderr: '',
    });
    expect(readFileSync(join(project, 'fautes.html'), 'utf8')).toContain('<h1>1\u00a0erreur</h1>');
  });

  test('un téléphone dans une cellule arrête tout, et n’est pas répété', () => {
    damage(3, 'L', 'ouvert le mardi, 06 12 34 56 78');
    const { status, stdout } = verifier('--format', 'json');
    expect(status).toBe(1);
    expect(stdout).toContain('numéro de téléphone');
    expect(stdout).not.toContain('12 34');
  });

  test('un dossier, un zip et des réglages en morceaux : code 1, sans anglais ni pile', () => {
    rmSync(join(project, 'data/lieux/lieux.csv'));
    mkdirSync(join(project, 'data/lieux/lieux.csv'));
    writeFileSync(join(project, 'data/reperes/reperes.csv'), Uint8Array.from([0x50, 0x4b, 3, 4, 255, 0]));
    writeFileSync(join(project, 'content/observatoire.yaml'), 'nom: [\n\t{');
    const { status, stdout, stderr } = verifier();
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toContain('c’est un dossier');
    expect(stdout).toContain('c’est un classeur');
    expect(stdout).toContain('syntaxe incorrecte');
    expect(stdout).not.toMatch(/\bat file|node:internal|Error:/);
  });
});

describe('l’appel', () => {
  test('--aide dit les options ; code 0', () => {
    const { status, stdout } = verifier('--aide');
    expect(status).toBe(0);
    expect(stdout).toContain('--format FORME');
  });

  test.each([
    [['--format', 'xml'], '« xml » n’est pas une forme'],
    [['--fromat', 'json'], 'l’option « --fromat » n’existe pas'],
    [['--sortie', 'absent/fautes.html'], 'impossible d’écrire « absent/fautes.html »'],
  ])('un appel incorrect est refusé, code 2 : %j', (options, reason) => {
    const { status, stderr } = verifier(...options);
    expect(status).toBe(2);
    expect(stderr).toContain(reason);
    expect(existsSync(join(project, 'absent'))).toBe(false);
  });
});
