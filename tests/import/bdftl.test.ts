import { describe, expect, test } from 'vitest';
import { findFormat } from '../../src/import/find-format.ts';
import { formats } from '../../src/import/index.ts';
import { importSurvey, importThemes, nameColumns } from './survey-files.ts';

const FICHE = 'bdftl-2026-01-fiche-identite.csv';
const ACTIVITES = 'bdftl-2026-04-activites.csv';
const IDENTITY = 'ID_UNIQUE;NOM;VILLE;DEPARTEMENT_TL;LATITUDE;LONGITUDE;EMAIL;DATE_OUV';
const place = (id: string, ville = 'Commune A1', departement = 'Territoire 1') =>
  `${id};Lieu ${id};${ville};${departement};0,57;-0,51;a@example.org;2015`;
const base = { consentement: 'aucun', code_insee: 'ZA001', ouverture: '2015' };
const problems = (told: readonly { level: string; problem?: string }[]) => told.map(({ problem }) => problem);

describe('le recensement national de 2026', () => {
  /** Identity and activities of place 12, with the columns and cells of a test. */
  const answer = (columns: string, cells: string, context = {}) =>
    importThemes(
      {
        [FICHE]: [IDENTITY, place('12')],
        [ACTIVITES]: [`ID_UNIQUE;NOM;Mail;${columns}`, `12;Lieu 12;a@example.org;${cells}`],
      },
      context,
    );

  test('réunit ses fichiers, trouve la commune par son nom et son département, et dit l’année', () => {
    const { format, rows, imported, told } = answer('Activités;Coworking;Formation', 'Formation;0;1');
    expect(format).toBe('bdftl');
    expect(rows).toEqual([{ ...base, id_unite: '12', activites: ['formation'] }]);
    expect(imported!.lines).toMatchObject([
      { millesime: '2026', place: { nom: 'Lieu 12', commune: 'Commune A1' }, file: FICHE, line: 2, record: 2 },
    ]);
    expect(told.find(({ mended }) => mended)).toMatchObject({
      file: FICHE,
      columnName: 'VILLE',
      problem: 'code INSEE absent, trouvé par le nom et le département',
      mended: 'ZA001',
    });
    expect(imported!.dropped).toEqual(['EMAIL', 'LATITUDE', 'LONGITUDE', 'Mail']);
    expect(JSON.stringify([imported!.lines, told])).not.toContain('example.org');
  });

  test('des colonnes de même nom sont lues par leur place', () => {
    const columns =
      'Activités;Coworking;Formation;Attentes envers le réseau;Formation;Visibilité;Vocation principale;Coworking;Fab lab';
    expect(answer(columns, 'Coworking;1;0;Formation;1;0;Fab lab;0;1').rows).toEqual([
      { ...base, id_unite: '12', activites: ['coworking'], attentes_reseau: ['formation'], type_principal: 'fablab' },
    ]);
    expect(
      problems(answer(columns, 'Coworking;1;0;Formation;1;0;Fab lab;0;1').told).filter((one) =>
        /case|cellule/.test(one ?? ''),
      ),
    ).toEqual([]);
  });

  test('une réponse qui est aussi une question n’est une case que parmi les siennes', () => {
    const boxes = answer('Activités;Coworking;Médiation numérique;Médiation numérique', 'Médiation numérique;0;1;0');
    expect(boxes.rows).toEqual([
      { ...base, id_unite: '12', activites: ['mediation-numerique'], mediation_numerique: false },
    ]);
    const questions = answer('Activités;Médiation numérique', 'Coworking;1');
    expect(questions.rows).toEqual([{ ...base, id_unite: '12', activites: ['coworking'], mediation_numerique: true }]);
    expect(problems(questions.told).filter((one) => one?.includes('case'))).toEqual([]);
  });

  test.each([
    [
      'Coworking;0;1;0',
      'les cases cochées disent « Fablab » : la cellule de réponses l’emporte',
      'Coworking',
      ['coworking'],
    ],
    ['Coworking;0;0;0', 'aucune case n’est cochée : la cellule de réponses l’emporte', 'Coworking', ['coworking']],
    [
      ';1;1;0',
      'cellule de réponses vide, alors que les cases cochées disent « Coworking », « Fablab » : les cases sont lues',
      'Coworking; Fablab',
      ['coworking', 'fablab'],
    ],
  ])('une cellule et des cases qui se contredisent sont dites : « %s »', (cells, problem, mended, activites) => {
    const { rows, told } = answer('Activités;Coworking;Fablab;Culture', cells);
    expect(rows).toEqual([{ ...base, id_unite: '12', activites }]);
    expect(told.filter(({ columnName }) => columnName === 'Activités')).toEqual([
      {
        level: 'avertissement',
        file: ACTIVITES,
        line: 2,
        record: 2,
        columnLetter: 'D',
        columnName: 'Activités',
        value: cells.split(';')[0],
        problem,
        expected: 'les mêmes réponses dans la cellule et dans les cases',
        mended,
      },
    ]);
  });

  test('une cellule seule, ou des cases vides, ne se contredisent pas', () => {
    for (const cells of ['Coworking;;;', 'Coworking;1;0;0', 'Coworking;1;;'])
      expect(
        problems(answer('Activités;Coworking;Fablab;Culture', cells).told).filter((one) => one?.includes('case')),
      ).toEqual([]);
  });

  test('plusieurs cases cochées pour une réponse unique', () => {
    const { rows, told } = answer(
      'Organisation de la décision;Conseil d’administration élu;Direction collégiale',
      ';1;1',
    );
    expect(rows).toEqual([]);
    expect(told.filter(({ level }) => level === 'erreur')).toMatchObject([
      {
        columnLetter: 'F',
        problem:
          'plusieurs réponses cochées à « Organisation de la décision » : « Conseil d’administration élu », « Direction collégiale »',
      },
    ]);
  });

  test('des cases sans leur question : seulement si toutes ses réponses y sont', () => {
    const all =
      'Mise en relation;Aide au financement;Formation;Représentation auprès des collectivités;Outils partagés;Visibilité';
    expect(answer(`Surface bâtie;${all}`, '10;1;0;1;0;0;0').rows).toMatchObject([
      { attentes_reseau: ['mise-en-relation', 'formation'] },
    ]);
    expect(answer(`Surface bâtie;Coworking;Fablab;${all}`, '10;1;1;1;0;1;0;0;0').rows).toEqual([
      { ...base, id_unite: '12', surface: 10, attentes_reseau: ['mise-en-relation', 'formation'] },
    ]);
    const { rows, imported } = answer('Surface bâtie;Coworking;Bureaux;Fablab', '10;1;1;1');
    expect(rows).toEqual([{ ...base, id_unite: '12', surface: 10 }]);
    expect(imported!.dropped).toEqual(expect.arrayContaining(['Coworking', 'Bureaux', 'Fablab']));
  });

  test('les questions d’un autre questionnaire sont laissées de côté ; leurs proches sont montrées', () => {
    const columns = 'Surface bâtie;familles_tiers_lieux;Bureaux partagés / coworking;Ateliers artisanaux partagés';
    const cells = '10;Bureaux partagés / coworking;1;0';
    const { rows, told } = answer(columns, cells);
    expect(rows).toEqual([{ ...base, id_unite: '12', surface: 10 }]);
    expect(told.find(({ columnName }) => columnName === 'familles_tiers_lieux')).toMatchObject({
      level: 'avertissement',
      problem: 'colonne sans place dans notre schéma, laissée de côté',
      nearest: 'Activités',
    });
    const named = answer(
      columns,
      cells,
      nameColumns('familles_tiers_lieux;activites;Bureaux partagés / coworking;coworking'),
    );
    expect(named.rows).toEqual([{ ...base, id_unite: '12', surface: 10, activites: ['coworking'] }]);
    expect(problems(named.told).filter((one) => one?.includes('case'))).toEqual([]);
  });

  test('les lieux d’ailleurs sont comptés, sans une faute par ligne', () => {
    const { rows, told } = importThemes({
      [FICHE]: [
        IDENTITY,
        place('1'),
        place('2', 'Ailleurs', 'Ain'),
        place('3', 'Commune A1', 'Paris'),
        place('3', 'Autrebourg', 'Paris'),
      ],
      [ACTIVITES]: ['ID_UNIQUE;NOM;Surface bâtie', '1;Lieu 1;10', '2;Lieu 2;abc', '3;Lieu 3;10'],
    });
    expect(rows.map(({ id_unite }) => id_unite)).toEqual(['1']);
    expect(told.filter(({ problem }) => problem?.includes('territoire'))).toEqual([
      {
        level: 'avertissement',
        file: FICHE,
        line: 3,
        record: 3,
        problem: '2\u00a0lieux hors du territoire, laissés de côté',
        expected: 'des lieux du territoire de l’observatoire',
      },
    ]);
    expect(told.filter(({ level }) => level === 'erreur')).toEqual([]);
  });

  test('les lieux en projet sont comptés et laissés de côté dans tous les fichiers', () => {
    const { rows, told } = importThemes({
      [FICHE]: [IDENTITY, place('1'), place('2')],
      [ACTIVITES]: [
        'ID_UNIQUE;NOM;statut_lieu;Surface bâtie',
        '1;Lieu 1;en activité;10',
        '2;Lieu 2;en projet (pas encore ouvert);20',
      ],
    });
    expect(rows.map(({ id_unite }) => id_unite)).toEqual(['1']);
    expect(told.filter(({ problem }) => problem?.includes('projet'))).toMatchObject([
      { file: FICHE, line: 3, problem: 'lieux en projet, pas encore ouverts : 1\u00a0ligne laissée de côté' },
      { file: ACTIVITES, line: 3, problem: 'lieux en projet, pas encore ouverts : 1\u00a0ligne laissée de côté' },
    ]);
  });

  test('un identifiant absent d’un fichier, doublé dans un autre, inconnu de la fiche : chacun à sa place', () => {
    const { rows, told } = importThemes({
      [ACTIVITES]: [
        'ID_UNIQUE;NOM;Surface bâtie',
        '2;Lieu 2;10',
        '3;Lieu 3;20',
        '3;Lieu 3;30',
        '9;Lieu 9;40',
        ';Lieu;50',
      ],
      [FICHE]: [IDENTITY, place('1'), place('2'), place('3')],
    });
    expect(rows.map(({ id_unite }) => id_unite)).toEqual(['1', '2']);
    const told2 = told
      .filter(({ columnName }) => columnName === 'ID_UNIQUE')
      .map(({ level, file, line, problem }) => [level, file, line, problem]);
    expect(told2).toEqual([
      ['erreur', ACTIVITES, 3, 'même identifiant qu’à la ligne 4 : aucune réponse n’est choisie à votre place'],
      ['erreur', ACTIVITES, 4, 'même identifiant qu’à la ligne 3 : aucune réponse n’est choisie à votre place'],
      ['avertissement', ACTIVITES, 6, 'ligne sans identifiant : laissée de côté'],
      ['avertissement', FICHE, 2, `identifiant absent de « ${ACTIVITES} » : ses réponses restent vides`],
      ['avertissement', ACTIVITES, 5, 'aucun fichier ne dit la commune de ce lieu : ligne laissée de côté'],
    ]);
  });

  test('sans la fiche d’identité, l’import dit qu’elle manque', () => {
    const { rows, told } = importThemes({ [ACTIVITES]: ['ID_UNIQUE;NOM;Activités;Coworking', '1;Lieu 1;Coworking;1'] });
    expect(rows).toEqual([]);
    expect(told.filter(({ level }) => level === 'erreur')).toMatchObject([
      {
        problem: 'aucune colonne ne dit la commune du lieu',
        expected: 'une colonne « Code INSEE », « Commune » ou « Code postal », ou le fichier qui la donne',
      },
    ]);
  });

  test('un en-tête coupé par « ; » et une cellule de plusieurs lignes ne déplacent rien', () => {
    expect(answer('Publics accueillis', '"Artistes ;\nÉtudiants ;\n"').rows).toMatchObject([
      { publics: ['artistes', 'etudiants'] },
    ]);
  });
});

describe('le recensement national de 2023', () => {
  const HEADER_2023 = 'ID_UNIQUE;NOM;Insee;VILLE;CODPOST;TYPE_ACT_NUMER;TYPE_ACT_CULT';
  const named = nameColumns('TYPE_ACT_NUMER;activites;;mediation-numerique', 'TYPE_ACT_CULT;activites;;culture');

  test('a des codes : les cases que la correspondance nomme font une réponse, et la ligne vide de la fin ne compte pas', () => {
    const { rows, imported } = importSurvey(
      [HEADER_2023, '7;Lieu 7;ZA001;Commune A1;;1;0', '8;Lieu 8;ZA002;Commune A2;;1;1', ';;;;;;'],
      named,
    );
    expect(rows).toEqual([
      { id_unite: '7', consentement: 'aucun', code_insee: 'ZA001', activites: ['mediation-numerique'] },
      { id_unite: '8', consentement: 'aucun', code_insee: 'ZA002', activites: ['culture', 'mediation-numerique'] },
    ]);
    expect(imported!.lines.map(({ millesime }) => millesime)).toEqual(['2023', '2023']);
  });

  test('des réponses à « 1 » et « 0 » se traduisent aussi comme des réponses', () => {
    const context = nameColumns('TYPE_ACT_NUMER;activites;1;mediation-numerique');
    expect(
      importSurvey([HEADER_2023, '7;Lieu 7;ZA001;Commune A1;;1;0', '8;Lieu 8;ZA001;Commune A1;;0;0'], context).rows,
    ).toMatchObject([{ activites: ['mediation-numerique'] }, { id_unite: '8' }]);
  });

  test('sans correspondance, rien n’est deviné de ses codes', () => {
    const { rows, told } = importSurvey([HEADER_2023, '7;Lieu 7;ZA001;Commune A1;;1;0']);
    expect(rows).toEqual([]);
    expect(told.filter(({ level }) => level === 'erreur')).toMatchObject([
      { problem: 'aucune question de l’enquête reconnue dans la ligne d’en-tête' },
    ]);
    expect(told.find(({ columnName }) => columnName === 'TYPE_ACT_NUMER')).toMatchObject({ nearest: 'Activités' });
  });
});

describe('l’année d’un fichier dont l’en-tête ne la dit pas', () => {
  const lines = ['ID_UNIQUE;NOM;VILLE;CAPACITE;SURFACE', '1;Lieu 1;Commune A1;10;20'];
  const yearOf = (file: string, context = {}, others: Record<string, readonly string[]> = {}) => {
    const { imported, faults } = importThemes({ [file]: lines, ...others }, context);
    return [
      imported!.lines.map(({ millesime }) => millesime),
      faults.filter(({ problem }) => problem?.includes('année')),
    ] as const;
  };

  test('vient de --millesime, des autres fichiers, ou de son nom, dit comme un indice', () => {
    expect(yearOf('a.csv', { millesime: '2023' })).toEqual([['2023'], []]);
    expect(yearOf('a.csv', {}, { 'b.csv': ['ID_UNIQUE;LATITUDE;LONGITUDE', '1;0,5;0,5'] })).toEqual([['2026'], []]);
    expect(yearOf('bdftl-2023-03.csv')).toMatchObject([
      ['2023'],
      [{ level: 'avertissement', problem: 'l’en-tête ne dit pas l’année : 2023, d’après le nom du fichier' }],
    ]);
    expect(yearOf('a.csv')).toMatchObject([
      [],
      [{ level: 'erreur', problem: 'l’en-tête ne dit pas l’année de ce fichier' }],
    ]);
  });

  test('un nom de fichier ne contredit pas l’en-tête, et --millesime non plus', () => {
    const header = ['ID_UNIQUE;VILLE;DEPARTEMENT_TL;Surface bâtie', '1;Commune A1;Territoire 1;10'];
    expect(importThemes({ 'bdftl-2023.csv': header }).imported!.lines).toMatchObject([{ millesime: '2026' }]);
    expect(importThemes({ 'a.csv': header }, { millesime: '2023' }).told).toContainEqual({
      level: 'erreur',
      file: 'a.csv',
      line: 1,
      record: 1,
      problem: 'ce fichier est du recensement 2026, et --millesime dit 2023',
      expected: '--millesime 2026, ou rien : l’en-tête dit l’année',
    });
  });

  test('les deux années données ensemble restent deux vagues', () => {
    const { imported } = importThemes({
      'a.csv': ['ID_UNIQUE;Insee;Surface bâtie', '1;ZA001;10'],
      'b.csv': ['ID_UNIQUE;VILLE;DEPARTEMENT_TL;Surface bâtie', '1;Commune A2;Territoire 1;20'],
    });
    expect(imported!.lines.map(({ millesime, row }) => [millesime, (row as { surface: number }).surface])).toEqual([
      ['2023', 10],
      ['2026', 20],
    ]);
  });
});

test('l’en-tête d’une enquête est d’abord celui de son outil', () => {
  const headers = [
    'ID_UNIQUE;NOM;VILLE;DEPARTEMENT_TL;LATITUDE;LONGITUDE;EMAIL',
    'id;submitdate;lastpage;startlanguage;seed',
    'submitdate. Date de soumission;lastpage. Dernière page',
    'Horodateur;Nom du lieu;Commune;Latitude;Longitude',
  ].map((line) => line.split(';'));
  const found = headers.map((header) => findFormat(header, formats)?.id);
  expect(found).toEqual(['bdftl', 'limesurvey', 'limesurvey', 'google-forms']);
});
