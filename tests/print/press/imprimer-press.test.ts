import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { DEFAULT_PROFILE } from '../../../src/print/press/profile.ts';
import { readPress } from '../../../src/print/press/read-press.ts';

const folder = mkdtempSync(join(tmpdir(), 'observatoire-presse-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function imprimer(...args: string[]): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, ['scripts/run.mjs', 'scripts/imprimer.ts', ...args, '--sortie', folder]);
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].on('data', (chunk) => {
      said[stream] += String(chunk).replaceAll(/[\u00a0\u202f]/g, ' ');
    });
  }
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, ...said })));
}

describe('npm run imprimer -- --imprimeur', () => {
  test('--icc sans --imprimeur est un mauvais appel', async () => {
    expect(await imprimer('--affiche', '--icc', 'papier.icc')).toMatchObject({
      status: 2,
      stderr: 'Appel incorrect : --icc ne sert qu’avec --imprimeur.\n',
    });
  });

  test('un profil qui n’en est pas un est dit avant de rien composer', async () => {
    const file = join(folder, 'papier.icc');
    writeFileSync(file, 'rien');
    const { status, stdout, stderr } = await imprimer('--demonstration', '--affiche', '--imprimeur', '--icc', file);
    rmSync(file);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('ce fichier n’est pas un profil ICC');
    expect(stderr).toContain('Rien n’est imprimé.');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('l’affiche de la démonstration sort en quatre encres, toutes promesses tenues', async () => {
    const profile = join(folder, 'du papier.icc');
    copyFileSync(DEFAULT_PROFILE, profile);
    const call = ['--demonstration', '--affiche', '--format', 'a3', '--imprimeur', '--icc', profile];
    const { status, stdout, stderr } = await imprimer(...call);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain(
      '297,0 × 420,0 mm, fond perdu 307,0 × 430,0 mm, feuille 323,0 × 446,0 mm, à 0,000 pt près',
    );
    expect(stdout).toMatch(/oui {2}Secret statistique +1.page lue, rien de secret/);
    expect(stdout).toContain('PDF/UA et PDF/X : non certifié');
    const printed = join(folder, 'demonstration/affiche-a3-imprimeur');
    const { conforme, controles } = JSON.parse(readFileSync(`${printed}.json`, 'utf8'));
    expect({ conforme, controles: controles.length }).toEqual({ conforme: true, controles: 16 });
    const { colours, intent } = await readPress(readFileSync(`${printed}.pdf`));
    expect(intent).toEqual({ identifier: 'FOGRA39', hasProfile: true });
    expect([...new Set(colours.map(({ colour }) => colour.model))].toSorted()).toEqual(['all', 'cmyk']);
  });
});
