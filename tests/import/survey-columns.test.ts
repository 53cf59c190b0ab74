import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { enquete } from '../../src/datasets/enquete.ts';
import { COLUMNS_HEADER, readColumns } from '../../src/import/read-columns.ts';
import { bytesOf } from './real-file.ts';

const read = (...lines: readonly string[]) => readColumns(bytesOf(COLUMNS_HEADER, ...lines), 'colonnes.csv');

describe('le fichier de correspondance de --colonnes', () => {
  test('dit les colonnes, les réponses, les cases et ce qui est laissé de côté', () => {
    const { columns, answers, faults } = read(
      'Vos activités ?;Activités;Bureau / Coworking;Coworking',
      'Vos activités ?;activites;*;autre',
      'Vos activités ?;activites;Ne sait pas;',
      'TYPE_ACT_NUMER;activites;;mediation-numerique',
      'Médiation ?;mediation_numerique;un peu;oui',
      'Remarques;;;',
    );
    expect(faults).toEqual([]);
    expect([...columns]).toEqual([
      ['vos activites ?', 'activites'],
      ['type_act_numer', 'activites'],
      ['mediation ?', 'mediation_numerique'],
      ['remarques', ''],
    ]);
    expect([...answers].map(([header, own]) => [header, Object.fromEntries(own)])).toEqual([
      ['vos activites ?', { 'bureau / coworking': 'coworking', '*': 'autre', 'ne sait pas': '' }],
      ['type_act_numer', { '': 'mediation-numerique' }],
      ['mediation ?', { 'un peu': 'oui' }],
    ]);
  });

  test('les deux dernières colonnes sont facultatives', () => {
    const { columns, faults } = readColumns(
      bytesOf('Colonne du fichier,colonne de l’observatoire', 'Q1,surface'),
      'c.csv',
    );
    expect(faults).toEqual([]);
    expect([...columns]).toEqual([['q1', 'surface']]);
  });

  test('toute question du dictionnaire se nomme par son titre ou son identifiant', () => {
    for (const [id, { meta }] of Object.entries(enquete.columns)) {
      const { columns, faults } = read(`A;${id};;`, `B;${meta.title};;`);
      expect(faults).toEqual([]);
      expect([...columns.values()]).toEqual([id, id]);
    }
  });

  test.each([
    ['Q1;Surface bati;;', 'D', 'colonne inconnue de l’observatoire', 'Surface bâtie', 'B'],
    ['Q1;surface;12;13', '12', 'réponse traduite pour une colonne sans choix', undefined, 'C'],
    ['Q1;;12;13', '12', 'réponse traduite pour une colonne sans choix', undefined, 'C'],
    ['Q1;activites;x;cowork', 'cowork', undefined, 'Coworking', 'D'],
    ['Q1;travaux;x;peut-être', 'peut-être', undefined, undefined, 'D'],
    [';activites;;', '', 'cellule vide', undefined, 'A'],
  ])('« %s » est refusé', (line, _, problem, nearest, columnLetter) => {
    const { columns, answers, faults } = read(line);
    expect(faults).toMatchObject([{ level: 'erreur', line: 2, columnLetter }]);
    expect(faults[0]).toMatchObject({ ...(problem ? { problem } : {}), ...(nearest ? { nearest } : {}) });
    expect(columns.size + answers.size).toBeLessThanOrEqual(1);
  });

  test('une colonne du fichier ne répond qu’à une question', () => {
    expect(read('Q1;surface;;', 'q1;capacite;;').faults).toMatchObject([
      { line: 3, problem: 'colonne déjà donnée à « Surface bâtie » plus haut' },
    ]);
  });

  test('un fichier sans rapport, ou vide, est refusé sans exception', () => {
    expect(readColumns(bytesOf('nom;ville', 'A;B'), 'c.csv').faults).toMatchObject([
      { problem: 'aucune colonne reconnue dans la ligne d’en-tête' },
    ]);
    expect(readColumns(new Uint8Array(), 'c.csv').faults).toMatchObject([{ problem: 'fichier vide' }]);
  });
});

test('l’exemple du mode d’emploi se lit sans faute', () => {
  const manual = readFileSync(join(import.meta.dirname, '../../data/LISEZMOI.md'), 'utf8');
  const [, example = ''] = /```\n(colonne du fichier;[^`]*)```/.exec(manual) ?? [];
  const { columns, answers, faults } = readColumns(bytesOf(example), 'colonnes.csv');
  expect(faults).toEqual([]);
  expect(Object.fromEntries(columns)).toEqual({
    'vos activites ?': 'activites',
    type_act_numer: 'activites',
    remarques: '',
  });
  expect(answers.get('vos activites ?')).toEqual(
    new Map([
      ['bureau partage', 'coworking'],
      ['*', 'autre'],
    ]),
  );
});
