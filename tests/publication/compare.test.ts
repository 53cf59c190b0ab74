import { describe, expect, test } from 'vitest';
import { forms } from '../../src/publication/forms.ts';
import { proposeEntries, unexplainedIds } from '../../src/publication/unexplained.ts';
import { lieux } from '../datasets/folders.ts';
import { compareSmall, lieu, repere, reperes, SMALL, told } from './small-observatory.ts';

const NUMBERS = 'data/reperes/reperes.csv';
const PLACES = 'data/lieux/lieux.csv';
const JOURNAL = 'content/journal.yaml';
const jumped = { [NUMBERS]: reperes(repere('un', 150), repere('deux', 300)) };
const entry = (quoi: string) => ({
  [JOURNAL]: `- date: 2026-11-02\n  quoi: ${quoi}\n  explication: Un relevé oublié.\n`,
});

describe('rien', () => {
  test('deux fois la même chose : une phrase', async () => {
    const comparison = await compareSmall({}, {});
    expect(told(comparison)).toBe('Rien ne change pour les lecteurs.\n');
    for (const form of Object.values(forms))
      expect(form(comparison, { titre: '', texte: '' })).toContain('Rien ne change pour les lecteurs.');
  });

  test('une virgule dans le fichier, que nul lecteur ne voit', async () => {
    const quoted = SMALL[NUMBERS]!.replace(';Source A;', ';"Source A";');
    expect(told(await compareSmall({}, { [NUMBERS]: quoted }))).toBe('Rien ne change pour les lecteurs.\n');
  });
});

describe('un nombre publié ailleurs', () => {
  test('avant, après, écart, et chaque endroit qui le montre', async () => {
    const text = told(await compareSmall({}, { [NUMBERS]: reperes(repere('un', 104), repere('deux', 300)) }));
    expect(text).toContain('Figure « Le nombre de tiers-lieux, selon qui compte » [combien-de-lieux]');
    expect(text).toContain('avant : De 100 à 300 lieux, selon la source et l’année');
    expect(text).toContain('après : De 104 à 300 lieux, selon la source et l’année');
    expect(text).toContain('Comptage un : 100 lieux → 104 lieux ; +4 lieux (+4 %)\n');
    expect(text).toContain('pages : / · /portrait/ · /graphiques/ · /presse/ · /graphiques/combien-de-lieux/');
    expect(text).toContain('à intégrer : /integrer/combien-de-lieux/');
    expect(text).toContain('pages : /methode/ (content/pages/methode.mdx)');
    expect(text).toContain('fichiers : /donnees/reperes.csv');
    expect(text).not.toContain('reperes/deux');
    expect(text).not.toContain('SAUT');
  });

  test('un saut est le premier dit, avec la ligne à écrire', async () => {
    const comparison = await compareSmall({}, jumped);
    expect(told(comparison)).toContain(
      'Des nombres ont fait un saut, et rien ne dit pourquoi. Écrivez-le dans\ncontent/journal.yaml :\n\n  - date: AAAA-MM-JJ\n  quoi: [reperes/un]\n  explication:'.replace(
        /\n {2}(?=quoi|expl)/g,
        ' ',
      ),
    );
    expect(comparison.observatories[0]!.changes[0]!.isUnexplained).toBe(true);
    expect(told(comparison)).toContain('Comptage un : 100 lieux → 150 lieux ; +50 lieux (+50 %), SAUT');
  });

  test('expliqué, il est dit avec son explication', async () => {
    const comparison = await compareSmall({}, { ...jumped, ...entry('reperes/un') });
    expect(comparison.observatories[0]!.changes.filter(({ isUnexplained }) => isUnexplained)).toEqual([]);
    expect(told(comparison)).toContain('Saut expliqué, 2 novembre 2026 : Un relevé oublié.');
    expect(told(comparison)).not.toContain('rien ne dit pourquoi');
  });

  test('une explication d’hier n’explique pas le saut d’aujourd’hui, ni celle d’un autre nombre', async () => {
    const old = await compareSmall(entry('reperes/un'), { ...jumped, ...entry('reperes/un') });
    const other = await compareSmall({}, { ...jumped, ...entry('reperes/deux') });
    for (const { observatories } of [old, other]) expect(observatories[0]!.changes[0]!.isUnexplained).toBe(true);
  });

  test('le seuil se règle', async () => {
    const settings = 'content/observatoire.yaml';
    const patient = { [settings]: `${SMALL[settings]}comparaison: { seuil: 0.6 }\n` };
    const { observatories } = await compareSmall(patient, { ...patient, ...jumped });
    expect(observatories[0]!.changes.some(({ isUnexplained }) => isUnexplained)).toBe(false);
    // The threshold itself is no reader's concern.
    expect(told(await compareSmall({}, patient))).toBe('Rien ne change pour les lecteurs.\n');
  });

  test('un autre champ : une rupture de série, à part du mouvement', async () => {
    const other = reperes(repere('un', 104, { champ: 'lieux aidés' }), repere('deux', 300));
    const text = told(await compareSmall({}, { [NUMBERS]: other }));
    expect(text).toContain('Rupture de série : le champ change');
    expect(text).toContain('Rupture de série : Comptage un : le champ change, de « lieux recensés » à « lieux aidés »');
  });

  test('un saut dont la série n’est plus la même : la ligne à écrire dit la rupture, à part des autres', async () => {
    const other = { [NUMBERS]: reperes(repere('un', 150, { champ: 'lieux aidés' }), repere('deux', 500)) };
    const comparison = await compareSmall({}, other);
    expect(proposeEntries(comparison)).toEqual([
      '- date: AAAA-MM-JJ',
      '  quoi: [reperes/deux]',
      '  explication: pourquoi ces nombres ont bougé',
      '- date: AAAA-MM-JJ',
      '  quoi: [reperes/un]',
      '  rupture: true',
      '  explication: ce qui a changé, et ne se compare plus',
    ]);
    for (const line of proposeEntries(comparison)) expect(told(comparison)).toContain(line.trim());
    expect(unexplainedIds(comparison)).toEqual(['reperes/deux', 'reperes/un']);
    const written = proposeEntries(comparison)
      .join('\n')
      .replaceAll('AAAA-MM-JJ', '2026-11-02')
      .replace(/explication: .*/g, 'explication: une série refaite');
    const explained = await compareSmall({}, { ...other, 'content/journal.yaml': written });
    expect(proposeEntries(explained)).toEqual([]);
  });

  test('une autre unité ne se soustrait pas', async () => {
    const other = reperes(repere('un', 900, { unite: 'emplois' }), repere('deux', 300));
    const { observatories } = await compareSmall({}, { [NUMBERS]: other });
    const change = observatories[0]!.changes.find(({ thing }) => thing.id === 'reperes/un')!;
    expect(change.breaks).toEqual(['l’unité change']);
    expect(change.cells).toMatchObject([{ before: '100\u00a0lieux', after: '900\u00a0emplois', jump: false }]);
    expect(change.cells[0]!.difference).toBeUndefined();
  });

  test('nouveau, retiré', async () => {
    const less = { [NUMBERS]: reperes(repere('un', 100)) };
    expect(told(await compareSmall(less, {}))).toContain('Chiffre, nouveau « Comptage deux » [reperes/deux]');
    expect(told(await compareSmall({}, less))).toContain('Comptage deux : 300 lieux → rien');
  });
});

describe('un lieu', () => {
  test('qui change de nom', async () => {
    const text = told(await compareSmall({}, { [PLACES]: lieux(lieu('lieu-a', 'Lieu C'), lieu('lieu-b', 'Lieu B')) }));
    expect(text).toContain('Lieu « Lieu C » [lieu-a]\n  nom\n    avant : Lieu A\n    après : Lieu C');
    expect(text).toContain('· /lieux/ · /lieux/lieu-a/ · /lieux/lieu-b/');
  });

  test('qui demande à sortir : son nom n’est écrit dans aucune forme', async () => {
    const gone = lieux(lieu('lieu-b', 'Lieu B')).concat(`${lieu('lieu-a', 'Lieu A')};2026-11-01\n`);
    const comparison = await compareSmall({}, { [PLACES]: gone });
    expect(told(comparison)).toContain('Lieu, retiré « Fiche retirée » [lieu-a]');
    for (const form of Object.values(forms))
      expect(form(comparison, { titre: '', texte: '' }).replace(/[\u00a0\u202f]/g, ' ')).not.toContain('Lieu A');
  });
});

describe('un texte', () => {
  test('récrit : le fichier et l’adresse', async () => {
    const text = told(
      await compareSmall({}, { 'content/portrait/combien.mdx': '---\ntitle: Combien\n---\n\nAutre chose.\n' }),
    );
    expect(text).toContain(
      'Texte « Combien » [portrait/combien]\n  Le texte est récrit.\n  pages : /portrait/ (« Combien sont-ils ? », content/portrait/combien.mdx)',
    );
  });

  test('une page qui apparaît', async () => {
    const { observatories } = await compareSmall(
      {},
      { 'content/pages/glossaire.mdx': '---\ntitle: Glossaire\n---\n\nTexte.\n' },
    );
    expect(observatories[0]!.addresses).toEqual([
      { address: '/glossaire/', state: 'nouvelle' },
      { address: '/sitemap.xml', state: 'changée' },
    ]);
  });
});
