import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { plain } from './plain.ts';
import { runCommand } from './run-command.ts';

const ROOT = join(import.meta.dirname, '..');

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

const verifier = (...options: readonly string[]) => runCommand('verifier', options, { cwd: project });

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
  const { code, said, complained } = verifier();
  expect({ code, complained }).toEqual({ code: 0, complained: '' });
  expect(said.replace(/\n {2}/g, ' ')).toBe(
    'Aucune erreur.\n\nL’édition 2024 n’est pas publiée : il lui manque son titre (title), sa description (description), son thème (theme), ses dates (dates) et son lieu (lieu).\n',
  );
});

describe('des données abîmées', () => {
  test('data/LISEZMOI.md montre ce que la commande écrit vraiment ; code 1', () => {
    damage(3, 'I', 'assocation');
    damage(4, 'D', '2408');
    damage(9, 'N', '45231');
    const { code, said, complained } = verifier();
    const manual = plain(readFileSync(join(ROOT, 'data/LISEZMOI.md'), 'utf8'));
    expect({ code, complained }).toEqual({ code: 1, complained: '' });
    expect(said).toContain('3 erreurs dans 1 fichier.');
    expect(manual).toContain(`\`\`\`\n${said}\`\`\``);
  });

  test('sur GitHub, la faute tombe sur le fichier et la ligne', () => {
    damage(3, 'I', 'assocation');
    const { code, said } = verifier('--format', 'github');
    expect(code).toBe(1);
    expect(said).toMatch(/^::error file=data\/lieux\/lieux\.csv,line=3,col=\d+,title=Erreur%2C cellule I3/);
  });

  test('une page à envoyer s’écrit à côté, entière', () => {
    damage(3, 'I', 'assocation');
    expect(verifier('--format', 'html', '--sortie', 'fautes.html')).toEqual({
      code: 1,
      said: 'Résultat écrit dans fautes.html.\n',
      complained: '',
    });
    expect(readFileSync(join(project, 'fautes.html'), 'utf8')).toContain('<h1>1\u00a0erreur</h1>');
  });

  test('un téléphone dans une cellule arrête tout, et n’est pas répété', () => {
    damage(3, 'L', 'ouvert le mardi, 06 12 34 56 78');
    const { code, said } = verifier('--format', 'json');
    expect(code).toBe(1);
    expect(said).toContain('numéro de téléphone');
    expect(said).not.toContain('12 34');
  });

  test('un dossier, un zip et des réglages en morceaux : code 1, sans anglais ni pile', () => {
    rmSync(join(project, 'data/lieux/lieux.csv'));
    mkdirSync(join(project, 'data/lieux/lieux.csv'));
    writeFileSync(join(project, 'data/reperes/reperes.csv'), Uint8Array.from([0x50, 0x4b, 3, 4, 255, 0]));
    writeFileSync(join(project, 'content/observatoire.yaml'), 'nom: [\n\t{');
    const { code, said, complained } = verifier();
    expect({ code, complained }).toEqual({ code: 1, complained: '' });
    expect(said).toContain('c’est un dossier');
    expect(said).toContain('c’est un classeur');
    expect(said).toContain('syntaxe incorrecte');
    expect(said).not.toMatch(/\bat file|node:internal|Error:/);
  });
});

describe('l’appel', () => {
  test('--aide dit les options ; code 0', () => {
    const { code, said } = verifier('--aide');
    expect(code).toBe(0);
    expect(said).toContain('--format FORME');
  });

  test.each([
    [['--format', 'xml'], '« xml » n’est pas une forme'],
    [['--fromat', 'json'], 'l’option « --fromat » n’existe pas'],
    [['--sortie', 'absent/fautes.html'], 'impossible d’écrire « absent/fautes.html »'],
  ])('un appel incorrect est refusé, code 2 : %j', (options, reason) => {
    const { code, complained } = verifier(...options);
    expect(code).toBe(2);
    expect(complained).toContain(reason);
    expect(existsSync(join(project, 'absent'))).toBe(false);
  });
});
