import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readJournal } from '../../src/observatory/journal.ts';
import { describeFaults } from '../../src/report/terminal.ts';

const KNOWN = { things: ['combien-de-lieux', 'enquete-emplois', 'reperes/lieux-2026'], territoires: ['territoire-1'] };

function journal(text: string | undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'observatoire-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  if (text !== undefined) writeFileSync(join(folder, 'journal.yaml'), text);
  const { entries, faults } = readJournal(folder, KNOWN);
  return {
    entries,
    told: describeFaults(faults)
      .replaceAll(`${folder}/`, '')
      .replace(/[\u00a0\u202f]/g, ' '),
  };
}

describe('le journal', () => {
  test.each([
    ['absent', undefined],
    ['vide', ''],
    ['sans entrée', '# rien encore\n'],
  ])('%s : rien à dire', (_name, text) => {
    expect(journal(text)).toEqual({ entries: [], told: '' });
  });

  test('une entrée nomme un identifiant ou plusieurs', () => {
    const { entries, told } = journal(
      [
        '- date: 2026-11-02',
        '  quoi: combien-de-lieux',
        '  explication: Un relevé oublié.',
        '- date: "2026-11-03"',
        '  quoi: [enquete-emplois, reperes/lieux-2026]',
        '  millesime: 2026',
        '  territoire: territoire-1',
        '  explication: Une vague de plus.',
      ].join('\n'),
    );
    expect(told).toBe('');
    expect(entries).toEqual([
      { date: '2026-11-02', quoi: ['combien-de-lieux'], explication: 'Un relevé oublié.' },
      {
        date: '2026-11-03',
        quoi: ['enquete-emplois', 'reperes/lieux-2026'],
        millesime: '2026',
        territoire: 'territoire-1',
        explication: 'Une vague de plus.',
      },
    ]);
  });

  test('une rupture de série est dite par « rupture: true », et par rien d’autre', () => {
    const entry = (rupture: string) =>
      journal(`- date: 2026-11-02\n  quoi: combien-de-lieux\n  rupture: ${rupture}\n  explication: Un autre champ.\n`);
    expect(entry('true')).toEqual({
      entries: [{ date: '2026-11-02', quoi: ['combien-de-lieux'], rupture: true, explication: 'Un autre champ.' }],
      told: '',
    });
    for (const written of ['oui', 'false']) {
      const { entries, told } = entry(written);
      expect(entries).toEqual([]);
      expect(told).toBe(
        `journal.yaml : 1 erreur\n\n  Erreur, ligne 3, clé « entrée 1, rupture »\n    lu : « ${written} »\n    attendu : true, ou rien : la ligne dit une rupture de série`,
      );
    }
  });

  test('une faute a sa ligne et le numéro de l’entrée', () => {
    const { entries, told } = journal(
      '- date: 2026-11-02\n  quoi: combien-de-lieux\n  explication: x\n- date: novembre\n  quoi: []\n  raison: x\n',
    );
    expect(entries).toEqual([]);
    for (const words of ['entrée 2, date', 'lu : « novembre »', 'un jour, AAAA-MM-JJ', 'au moins un identifiant'])
      expect(told).toContain(words);
    expect(told).toContain('entrée 2, explication');
    expect(told).toContain('entrée 2, raison');
    expect(told).not.toContain('entrée 1');
  });

  test('ce que chacun lirait ne donne l’adresse de personne', () => {
    expect(
      journal('- date: 2026-11-02\n  quoi: combien-de-lieux\n  explication: Demander à camille@example.org.\n').told,
    ).toBe(
      'journal.yaml : 1 erreur\n\n  Erreur, ligne 3, clé « entrée 1, explication »\n    lu : « … c…@… … »\n    attendu : un texte sans adresse électronique, ni téléphone, ni personne à contacter',
    );
  });

  test('la ligne proposée, collée telle quelle, attend sa phrase', () => {
    expect(
      journal('- date: 2026-11-02\n  quoi: combien-de-lieux\n  explication: pourquoi ces nombres ont bougé\n').told,
    ).toBe(
      'journal.yaml : 1 erreur\n\n  Erreur, ligne 3, clé « entrée 1, explication »\n    lu : « pourquoi ces nombres ont bougé »\n    attendu : votre phrase, à la place de ces mots',
    );
  });

  test('un identifiant qui ne nomme rien est un avertissement, et l’entrée reste', () => {
    const { entries, told } = journal('- date: 2026-11-02\n  quoi: [combien-de-lieu]\n  explication: x\n');
    expect(entries).toHaveLength(1);
    expect(told).toContain('Avertissement');
    expect(told).toContain('combien-de-lieux');
  });
});
