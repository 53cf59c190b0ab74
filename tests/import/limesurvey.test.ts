import { describe, expect, test } from 'vitest';
import { importSurvey, nameColumns } from './survey-files.ts';

const OWN = '"id";"submitdate";"lastpage";"startlanguage"';
const SENT = '"1";"3003-03-12 10:00:00";"4";"fr"';
const HEADER = `${OWN};"idunite";"codeinsee"`;
const quote = (cells: string) =>
  cells
    .split(';')
    .map((cell) => `"${cell}"`)
    .join(';');

/** An export of one complete answer of place `u1`, with the columns and cells that a test adds. */
function answer(columns: string, cells: string, context = {}) {
  return importSurvey([`${HEADER};${quote(columns)}`, `${SENT};"u1";"ZA001";${quote(cells)}`], context);
}

const base = { id_unite: 'u1', consentement: 'aucun', code_insee: 'ZA001' };

describe('un export LimeSurvey', () => {
  test('a ses en-têtes en codes : sans accent, ni tiret, ni souligné', () => {
    const { format, rows, told } = answer(
      'formejuridique;activites[coworking];activites[mediationnumerique];activites[other];travaux;surface;ouverture',
      'Scic;Y;;un four à pain;N;120.5000000000;2012-01-01 00:00:00',
    );
    expect(format).toBe('limesurvey');
    expect(rows).toEqual([
      {
        ...base,
        ouverture: '2012-01-01',
        forme_juridique: 'scic',
        surface: 120.5,
        travaux: false,
        activites: ['coworking', 'autre'],
      },
    ]);
    expect(told.map(({ columnName }) => columnName)).toEqual(['submitdate', undefined]);
  });

  test.each([
    ['Activités [Coworking]', 'Activités [Café, cantine ou restaurant]'],
    ['Q7[SQ001]. Activités [Coworking]', 'Q7[SQ005]. Activités [Café, cantine ou restaurant]'],
    [
      'activites[SQ001]. Activités (plusieurs réponses possibles) [Coworking]',
      'activites[SQ005]. Activités [Cafe, cantine ou restaurant]',
    ],
  ])('a ses en-têtes en questions : « %s »', (first, second) => {
    expect(answer(`${first};${second}`, 'Oui;Oui').rows).toEqual([{ ...base, activites: ['coworking', 'cafe'] }]);
    expect(answer(`${first};${second}`, 'Non;N/A').rows).toEqual([base]);
  });

  test('est reconnu avec ses colonnes en français', () => {
    const { format, rows } = importSurvey([
      'ID de la réponse;Date de soumission;Dernière page;Langue de départ;Identifiant du lieu;Code INSEE;Surface bâtie',
      '1;3003-03-12 10:00:00;4;fr;u1;ZA001;12',
    ]);
    expect(format).toBe('limesurvey');
    expect(rows).toEqual([{ ...base, surface: 12 }]);
  });

  test('une case inconnue est refusée dès qu’elle est cochée, et se traduit', () => {
    const columns = 'Activités [Coworking];Activités [Brasserie]';
    expect(answer(columns, 'Oui;Non').told.filter(({ level }) => level === 'erreur')).toEqual([]);
    const { told } = answer(columns, 'Oui;Oui');
    expect(told.filter(({ level }) => level === 'erreur')).toMatchObject([
      {
        columnLetter: 'H',
        columnName: 'Activités [Brasserie]',
        problem: 'réponse inconnue « Brasserie » à « Activités », cochée 1\u00a0fois',
        expected:
          'une réponse du dictionnaire, écrite en entier à l’export, ou une ligne pour cette colonne dans le fichier de --colonnes',
      },
    ]);
    expect(answer(columns, 'Oui;Oui', nameColumns('Activités [Brasserie];activites;;cafe')).rows).toEqual([
      { ...base, activites: ['coworking', 'cafe'] },
    ]);
    expect(answer(columns, 'Oui;Oui', nameColumns('Activités [Brasserie];;;')).rows).toEqual([
      { ...base, activites: ['coworking'] },
    ]);
  });

  test('une case qui dit autre chose est une faute, à sa place', () => {
    const { rows, told } = answer('Activités [Coworking]', 'peut-être');
    expect(rows).toEqual([]);
    expect(told.find(({ level }) => level === 'erreur')).toMatchObject({
      line: 2,
      columnLetter: 'G',
      value: 'peut-être',
      problem: 'ni cochée ni vide',
    });
  });

  test('« Autre » à choix unique vient de la cellule ou de la case où l’on écrit, sans les mots', () => {
    const columns = 'gouvernance;gouvernance[other]';
    for (const cell of ['-oth-', 'Autre', '']) {
      const { rows, imported } = answer(columns, `${cell};les habitants le mardi`);
      expect(rows).toEqual([{ ...base, gouvernance: 'autre' }]);
      expect(JSON.stringify(imported!.lines)).not.toContain('mardi');
    }
  });

  test('les réponses jamais envoyées sont comptées et laissées de côté', () => {
    const { rows, told } = importSurvey([
      `${HEADER};"surface"`,
      `${SENT};"u1";"ZA001";"10"`,
      '"2";"";"1";"fr";"u2";"ZA001";"20"',
      '"3";"";"2";"fr";"";"";""',
    ]);
    expect(rows).toHaveLength(1);
    expect(told).toContainEqual({
      level: 'avertissement',
      file: 'reponses.csv',
      line: 3,
      record: 3,
      problem: 'réponses commencées et jamais envoyées : 2\u00a0lignes laissées de côté',
      expected: 'des réponses complètes de lieux ouverts',
    });
  });

  test('deux réponses d’un lieu sont dites l’une et l’autre, aucune n’est choisie', () => {
    const { rows, text } = importSurvey([
      `${HEADER};"surface"`,
      `${SENT};"u1";"ZA001";"10"`,
      `${SENT};"u2";"ZA001";"15"`,
      `${SENT};"U1";"ZA001";"20"`,
    ]);
    expect(rows.map(({ id_unite }) => id_unite)).toEqual(['u2']);
    expect(text).toContain('même identifiant qu’à la ligne 4 : aucune réponse n’est choisie à votre place');
    expect(text).toContain('même identifiant qu’à la ligne 2 : aucune réponse n’est choisie à votre place');
    expect(text).toContain('une ligne par lieu : corrigez l’identifiant, ou écartez une ligne avec --sans');
  });

  test('l’invitation sert d’identifiant quand rien d’autre n’en donne', () => {
    const header = `${OWN};"token";"codeinsee";"surface"`;
    expect(importSurvey([header, `${SENT};"aB3_x9";"ZA001";"10"`]).rows).toEqual([
      { ...base, id_unite: 'ab3-x9', surface: 10 },
    ]);
    const both = importSurvey([`${header};"idunite"`, `${SENT};"aB3_x9";"ZA001";"10";"u7"`]);
    expect(both.rows).toMatchObject([{ id_unite: 'u7' }]);
    expect(both.imported!.dropped).toContain('token');
    expect(JSON.stringify(both.imported!.lines)).not.toContain('aB3_x9');
  });

  test('sans identifiant, l’import dit quoi ajouter', () => {
    const { rows, told } = importSurvey([`${OWN};"codeinsee";"surface"`, `${SENT};"ZA001";"10"`]);
    expect(rows).toEqual([]);
    expect(told.filter(({ level }) => level === 'erreur')).toMatchObject([
      {
        columnName: 'Identifiant du lieu',
        problem: 'aucune colonne ne dit quel lieu répond',
        expected:
          'une question « Identifiant du lieu », ou la colonne « token » d’un questionnaire à invitations : cochez-la à l’export',
      },
    ]);
  });

  test('une adresse électronique n’est pas un identifiant', () => {
    const { rows, told } = importSurvey([`${HEADER};"surface"`, `${SENT};"camille@example.org";"ZA001";"10"`]);
    expect(rows).toEqual([]);
    expect(told.at(-1)).toMatchObject({
      line: 2,
      columnLetter: 'E',
      problem: 'adresse électronique à la place de l’identifiant',
    });
  });

  test.each([
    ['3003', {}, '3003-01-02 10:00:00', '3003-12-30 10:00:00', undefined],
    ['3001', { millesime: '3001' }, '3003-01-02 10:00:00', '3002-12-30 10:00:00', undefined],
    ['3003', {}, '3003-01-02 10:00:00', '1980-01-01 00:00:00', undefined],
    [undefined, {}, '3003-01-02 10:00:00', '3002-12-30 10:00:00', 'réponses de plusieurs années : 3002 et 3003'],
    [undefined, {}, '1980-01-01 00:00:00', '1980-01-01 00:00:00', 'aucune date ne dit l’année de l’enquête'],
  ])('année %s', (millesime, context, first, second, problem) => {
    const { imported, faults } = importSurvey(
      [`${HEADER};"surface"`, ...[first, second].map((date, at) => `"${at}";"${date}";"4";"fr";"u${at}";"ZA001";"10"`)],
      context,
    );
    expect(imported!.lines.map((line) => line.millesime)).toEqual(millesime ? [millesime, millesime] : []);
    const errors = faults.filter(({ level }) => level === 'erreur').map((fault) => fault.problem);
    expect(errors).toEqual(problem ? [problem] : []);
  });

  test('noms, adresses, heures et traces restent dans le fichier', () => {
    const { imported, told } = answer(
      'ipaddr;Votre adresse e-mail;Nom;Prénom;datestamp;surface',
      '192.0.2.1;a@example.org;Exemple;Camille;3003-03-12;10',
    );
    expect(imported!.dropped.slice(0, 6)).toEqual([
      'submitdate',
      'ipaddr',
      'Votre adresse e-mail',
      'Nom',
      'Prénom',
      'datestamp',
    ]);
    expect(told.filter(({ problem }) => problem?.startsWith('données personnelles'))).toHaveLength(6);
    expect(JSON.stringify([imported!.lines, told])).not.toMatch(/192\.0|example\.org|Exemple|Camille|10:00/);
  });

  test('le nom du lieu et sa commune servent à la liste privée, et trouvent le code INSEE', () => {
    const { imported, told } = importSurvey([
      `${OWN};"Identifiant du lieu";"Nom du lieu";"Ville";"Surface bâtie"`,
      `${SENT};"u1";"Lieu A";"COMMUNE A1";"10"`,
      `${SENT};"u2";"Lieu B";"Commune Z9";"10"`,
    ]);
    expect(imported!.lines.map(({ place, row }) => [place, (row as { code_insee: string }).code_insee])).toEqual([
      [{ nom: 'Lieu A', commune: 'Commune A1' }, 'ZA001'],
    ]);
    expect(JSON.stringify(imported!.lines.map(({ cells }) => cells))).not.toContain('Lieu A');
    expect(told.filter(({ level }) => level === 'erreur')).toMatchObject([
      { line: 3, columnName: 'Ville', value: 'Commune Z9', problem: 'commune inconnue du territoire' },
    ]);
  });

  test('un questionnaire partiel : ce qui manque est dit en une fois', () => {
    const { faults } = answer('surface', '10');
    expect(faults.filter(({ problem }) => problem?.includes('absentes'))).toMatchObject([
      { level: 'avertissement', line: 1, problem: '71\u00a0questions de l’enquête absentes, lues comme vides' },
    ]);
    expect(faults.filter(({ problem }) => problem?.includes('publié'))).toMatchObject([
      { problem: '1\u00a0réponse ne dit pas ce que le lieu accepte de voir publié : « Rien sous le nom du lieu »' },
    ]);
  });

  test('un autre questionnaire : rien n’est deviné', () => {
    const { rows, told } = answer('Combien de chats ?;Aimez-vous les cafés ?', '3;Oui');
    expect(rows).toEqual([]);
    expect(told.filter(({ level }) => level === 'erreur')).toMatchObject([
      { problem: 'aucune question de l’enquête reconnue dans la ligne d’en-tête' },
    ]);
    const named = answer(
      'Combien de places ?;Aimez-vous les cafés ?',
      '3;Oui',
      nameColumns('Combien de places ?;capacite;;', 'Combien de chats ?;surface;;'),
    );
    expect(named.rows).toEqual([{ ...base, capacite: 3 }]);
    expect(named.told).toContainEqual(
      expect.objectContaining({
        level: 'avertissement',
        value: 'combien de chats ?',
        problem: 'colonne nommée dans le fichier de --colonnes, absente de ce fichier',
        nearest: 'Combien de places ?',
      }),
    );
  });
});
