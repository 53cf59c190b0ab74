import { describe, expect, test } from 'vitest';
import { demonstration } from './demonstration-survey.ts';
import { importSurvey, nameColumns } from './survey-files.ts';

const HEADER = 'Horodateur,Identifiant du lieu,Code INSEE';
const TIME = '3003/03/12 10:11:12 AM UTC+1';
const base = { id_unite: 'u1', consentement: 'aucun', code_insee: 'ZA001' };
const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

/** An export of one answer of place `u1` to one question. */
function answer(question: string, cell: string, context = {}) {
  return importSurvey([`${HEADER},${quote(question)}`, `${TIME},u1,ZA001,${quote(cell)}`], context);
}

describe('un export Google Forms', () => {
  test.each([
    ['Coworking, Café, cantine ou restaurant, Fablab', ['coworking', 'cafe', 'fablab']],
    ['Café, cantine ou restaurant', ['cafe']],
    ['Coworking;Café, cantine ou restaurant', ['coworking', 'cafe']],
    ['Fablab ;\nCafé, cantine ou restaurant', ['fablab', 'cafe']],
    ['Autre', ['autre']],
  ])('coupe « %s » sur les réponses connues seulement', (cell, activites) => {
    const { format, rows } = answer('Activités (plusieurs réponses possibles)', cell);
    expect(format).toBe('google-forms');
    expect(rows).toEqual([{ ...base, activites }]);
  });

  test('une réponse écrite à la main est demandée, avec sa place, et se traduit', () => {
    const cell = 'Coworking, un four, des poules';
    const { rows, told } = answer('Activités', cell);
    expect(rows).toEqual([]);
    expect(told.filter(({ level }) => level === 'erreur')).toMatchObject([
      { line: 2, columnLetter: 'D', columnName: 'Activités', value: cell, problem: 'réponse inconnue « un four »' },
    ]);
    expect(answer('Activités', cell, nameColumns('Activités;activites;un four, des poules;autre')).rows).toEqual([
      { ...base, activites: ['coworking', 'autre'] },
    ]);
    expect(answer('Activités', cell, nameColumns('Activités;activites;*;autre')).rows).toEqual([
      { ...base, activites: ['coworking', 'autre'] },
    ]);
    expect(answer('Activités', cell, nameColumns('Activités;activites;*;')).rows).toEqual([
      { ...base, activites: ['coworking'] },
    ]);
  });

  test('un choix unique se traduit aussi, et oui ou non', () => {
    const told = nameColumns(
      'Statut ?;forme_juridique;Association loi 1901;Association',
      'Des travaux ?;travaux;Peut-être;',
    );
    expect(answer('Statut ?', 'association loi 1901', told).rows).toEqual([
      { ...base, forme_juridique: 'association' },
    ]);
    expect(answer('Des travaux ?', 'Peut-être', told).rows).toEqual([base]);
    expect(answer('Statut ?', 'Autre chose', told).told.filter(({ level }) => level === 'erreur')).toMatchObject([
      { value: 'Autre chose', columnName: 'Statut ?' },
    ]);
  });

  test('est reconnu par son titre anglais, jamais par une autre place', () => {
    expect(importSurvey(['Timestamp,id_unite,code_insee,surface', '3/12/3003 10:11:12,u1,ZA001,10']).rows).toEqual([
      { ...base, surface: 10 },
    ]);
    expect(importSurvey(['id_unite,Horodateur,code_insee', 'u1,x,ZA001']).format).toBeUndefined();
  });

  test('les nombres abîmés sont réparés et dits', () => {
    const { rows, told } = answer('Surface bâtie', '1 200,50 m²');
    expect(rows).toEqual([{ ...base, surface: 1200.5 }]);
    expect(told).toContainEqual(
      expect.objectContaining({
        line: 2,
        value: '1 200,50 m²',
        mended: '1200,5',
        problem: 'unité « m² » dans la cellule',
      }),
    );
  });

  test('deux colonnes d’un nom : mêmes réponses ou faute, selon ce qu’elles disent', () => {
    const header = `${HEADER},Surface bâtie,Surface bâtie`;
    const twice = 'deuxième colonne pour « Surface bâtie », déjà lue en D';
    expect(importSurvey([header, `${TIME},u1,ZA001,10,`]).rows).toEqual([{ ...base, surface: 10 }]);
    const { rows, told } = importSurvey([header, `${TIME},u1,ZA001,10,20`]);
    expect(rows).toEqual([]);
    expect(told.filter(({ columnLetter }) => columnLetter === 'E')).toMatchObject([
      { level: 'avertissement', line: 1, problem: twice },
      { level: 'erreur', line: 2, value: '20', problem: 'autre réponse que « 10 », lue sous « Surface bâtie »' },
    ]);
  });

  test('un lieu hors du territoire est une faute : l’enquête est régionale', () => {
    const { told } = importSurvey([`${HEADER},Surface bâtie`, `${TIME},u1,75056,10`]);
    expect(told.filter(({ level }) => level === 'erreur')).toMatchObject([
      { line: 2, columnName: 'Code INSEE', value: '75056' },
    ]);
  });

  test('le cercle se dit par son nom ou son identifiant', () => {
    const territoires = [...demonstration.settings.territoires, { id: 'cercle-a', nom: 'Cercle A', type: 'cercle' }];
    const context = { settings: { ...demonstration.settings, territoires } };
    expect(answer('Cercle territorial', 'CERCLE A', context).rows).toEqual([{ ...base, cercle: 'cercle-a' }]);
    expect(
      answer('Cercle territorial', 'Cercle Z', context).told.filter(({ level }) => level === 'erreur'),
    ).toMatchObject([{ value: 'Cercle Z', nearest: 'cercle-z' }]);
  });
});
