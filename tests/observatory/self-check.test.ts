import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { byTheme, judgeConformity, readSelfCheck, type SelfCheck } from '../../src/observatory/self-check.ts';

const OURS = join(import.meta.dirname, '../../content');
const written = readFileSync(join(OURS, 'accessibilite.yaml'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'observatoire-rgaa-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What is said of a file that holds this text. */
function faultsOf(text: string): readonly string[] {
  writeFileSync(join(folder, 'accessibilite.yaml'), text);
  return readSelfCheck({ content: folder, demonstration: false }).faults.map(({ line, value, problem, expected }) =>
    [line, value, problem, expected].filter(Boolean).join(' | '),
  );
}

/** A self-check with these counts. */
function checkOf(counts: Partial<Record<SelfCheck['criteres'][number]['etat'], number>>): SelfCheck {
  const criteres = Object.entries(counts).flatMap(([etat, count]) =>
    Array.from({ length: count }, () => ({ critere: '1.1', sujet: 'x', etat: etat as 'conforme' })),
  );
  return { date: '2026-01-01', criteres };
}

describe('notre auto-contrôle', () => {
  const { check, faults } = readSelfCheck({ content: OURS, demonstration: false });

  test('porte sur les 106 critères du RGAA 4.1, chacun une fois, en 13 thèmes', () => {
    expect(faults).toEqual([]);
    expect(new Set(check?.criteres.map(({ critere }) => critere)).size).toBe(106);
    expect(byTheme(check!).map(({ criteria }) => criteria.length)).toEqual([
      9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12,
    ]);
  });

  test('ses comptes font le total, et les critères non vérifiés pèsent dans le taux', () => {
    const { counts, rate } = judgeConformity(check);
    expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(106);
    expect(rate).toBeCloseTo((100 * counts.conforme) / (106 - counts['non applicable']), 10);
  });

  test('les deux observatoires le partagent', () => {
    expect(readSelfCheck({ content: join(OURS, 'demonstration'), demonstration: true }).check).toEqual(check);
  });
});

describe('l’état de conformité', () => {
  test.each([
    [{ conforme: 3, 'non applicable': 7 }, 'conforme'],
    [{ conforme: 1, 'non vérifié': 1, 'non applicable': 2 }, 'partiellement conforme'],
    [{ conforme: 9, 'non conforme': 1 }, 'partiellement conforme'],
    [{ conforme: 1, 'non conforme': 1, 'non vérifié': 1 }, 'non conforme'],
    [{ 'non applicable': 4 }, 'non conforme'],
  ] as const)('%j : %s', (counts, state) => expect(judgeConformity(checkOf(counts)).state).toBe(state));

  test('un site que personne n’a contrôlé n’est pas conforme', () => {
    expect(judgeConformity(null)).toMatchObject({ state: 'non conforme', rate: 0 });
  });
});

describe('un fichier fautif le dit', () => {
  test('un critère oublié', () => {
    expect(faultsOf(written.replace(/^.*"10\.4".*\n/m, ''))).toEqual([
      expect.stringContaining('les 106 critères du RGAA 4.1, chacun une fois, dans leur ordre'),
    ]);
  });

  test('un numéro sans guillemets : 1.10 serait 1.1', () => {
    expect(faultsOf(written.replace('critere: "10.10"', 'critere: 10.10')).join()).toContain('entre guillemets');
  });

  test('un état inconnu', () => {
    expect(faultsOf(written.replace('etat: conforme', 'etat: conform')).join()).toContain('conforme');
  });

  test('vérifié, mais jamais essayé', () => {
    expect(faultsOf(written.replace('etat: conforme, moyen: test', 'etat: conforme, moyen: jamais'))).toEqual([
      expect.stringContaining('« jamais » là où rien n’est vérifié, et nulle part ailleurs'),
    ]);
  });
});
