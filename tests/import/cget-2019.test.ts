import { beforeAll, describe, expect, test } from 'vitest';
import type { References } from '../../src/csv/column.ts';
import { hasErrors } from '../../src/csv/fault.ts';
import { readCsv } from '../../src/csv/read.ts';
import { type Lieu, lieux } from '../../src/datasets/lieux.ts';
import { readOfficialCommunes } from '../../src/datasets/official-communes.ts';
import { importFile } from '../../src/import/index.ts';
import { bytesOf, readReal } from './real-file.ts';
import { writeCells } from './write-cells.ts';

const FILE = 'cget-2019-hauts-de-france.csv';
const HEADER =
  'ID,NOM_TL,ADRESSE,CP,COMINIT,INSEECOM,NOMCOM,WEB,TYPO,LAT,LONG,GEOCOD,PRECISION,CONTACT,MAIL,INSEEMETRO,NOMCOMMETRO';
const references: References = {
  communes: new Map([
    ['99001', { nom: 'Saint-Exemple' }],
    ['99002', { nom: 'Autrebourg' }],
  ]),
  formerCommunes: new Map(),
};

/** A line as the file has it, but for what a test changes. */
function lineOf(changes: Record<string, string> = {}): string {
  const usual: Record<string, string> = {
    ID: '7',
    NOM_TL: 'Le Lieu',
    ADRESSE: '1 rue du Test',
    CP: '99000',
    COMINIT: 'Saint-Exemple',
    INSEECOM: '99001',
    NOMCOM: 'Saint-Exemple',
    WEB: 'https://exemple.test/',
    TYPO: 'Tiers lieux à dominante fablab',
    LAT: '50.1',
    LONG: '3.1',
    GEOCOD: '1 Rue du Test 99000 Saint-Exemple',
    PRECISION: '0.95',
    CONTACT: 'Camille Exemple',
    MAIL: 'camille@exemple.test',
    INSEEMETRO: '99001',
    NOMCOMMETRO: 'Saint-Exemple',
  };
  return HEADER.split(',')
    .map((name) => `"${changes[name] ?? usual[name]}"`)
    .join(',');
}

function convert(...lines: readonly string[]) {
  const { format, imported, faults } = importFile(bytesOf(HEADER, ...lines), 'liste.csv', references);
  expect(format?.id).toBe('cget-2019');
  const told = faults.filter(({ line }) => line !== 1);
  return { rows: imported!.rows as readonly Lieu[], imported: imported!, told };
}

describe('le fichier réel du CGET', () => {
  let official: References;
  beforeAll(async () => {
    official = await readOfficialCommunes(new Set(['02', '59', '60', '62', '80']));
  });

  test('devient 76 lieux, sans erreur', (context) => {
    const { imported, faults } = importFile(readReal(FILE, context), 'nom-sans-rapport.csv', official);
    expect(imported?.rows).toHaveLength(76);
    expect(hasErrors(faults)).toBe(false);
    const rows = imported!.rows as readonly Lieu[];
    expect(new Set(rows.map(({ id }) => id)).size).toBe(76);
    expect(rows.every(({ commune, code_insee }) => official.communes.get(code_insee!)?.nom === commune)).toBe(true);
    expect(
      Object.fromEntries([...Map.groupBy(rows, ({ types }) => types.join())].map(([k, { length }]) => [k, length])),
    ).toEqual({ coworking: 56, fablab: 19, '': 1 });
  });

  test('ses fautes connues sont dites', (context) => {
    const { faults } = importFile(readReal(FILE, context), FILE, official);
    const told = faults.map(({ line, columnName, value, problem, mended }) => ({
      line,
      columnName,
      value,
      problem,
      mended,
    }));
    const zeros = told.filter(({ problem }) => problem?.startsWith('valeur absente codée « 0 »'));
    expect(zeros.map(({ line, columnName, mended }) => [line, columnName, mended])).toEqual([
      [62, 'CP', undefined],
      [63, 'CP', undefined],
      [64, 'INSEECOM', '59324'],
      [77, 'CP', undefined],
      [77, 'INSEECOM', '60032'],
    ]);
    const doubles = told.filter(({ problem }) => problem?.startsWith('lieu déjà présent'));
    expect(doubles.map(({ line, problem }) => [line, problem])).toEqual([
      [37, "lieu déjà présent à la ligne 4 (« L'Atelier du 9 », placé à 2,1 km de là)"],
      [15, "lieu déjà présent à la ligne 50 (« 1624 Cowork'in Lille », placé à 3,4 km de là)"],
    ]);
    expect(told).toContainEqual({
      line: 37,
      columnName: 'NOM_TL',
      value: "L'atelier du 9 (Actuellement fermé)",
      problem: 'état écrit dans le nom : « Actuellement fermé »',
      mended: "L'atelier du 9",
    });
    expect(told).toContainEqual({
      line: 67,
      columnName: 'COMINIT',
      value: 'ST OMER',
      problem: 'commune écrite autrement',
      mended: 'Saint-Omer',
    });
    const bad = told.filter(({ problem }) => problem?.startsWith('adresse mal trouvée'));
    expect(bad.map(({ line, value }) => [line, value])).toEqual([
      [6, '0.4'],
      [15, '0.41'],
      [37, '0.49'],
      [69, '0.44'],
      [72, '0.39'],
    ]);
    expect(told.filter(({ problem }) => problem === 'début de l’adresse absent')).toHaveLength(13);
  });

  test('les données personnelles et les colonnes sans place sont laissées de côté, par leur nom', (context) => {
    const { imported, faults } = importFile(readReal(FILE, context), FILE, official);
    expect(imported?.dropped).toEqual(
      'ADRESSE TWITTER FACEBOOK CONTACT MAIL METRO NOMMETRO INSEEREG NOMREG INSEEDEP POPCOM COMCLASS INSEE_ZE NOM_ZE CLASS_ZE POP_ZE'.split(
        ' ',
      ),
    );
    const personal = faults.filter(({ problem }) => problem?.startsWith('données personnelles'));
    expect(personal.map(({ columnName }) => columnName)).toEqual(['CONTACT', 'MAIL']);
  });

  test('l’annuaire garde 74 lieux, qui se relisent comme des lieux', (context) => {
    const { imported } = importFile(readReal(FILE, context), FILE, official);
    const remaining = imported!.remaining as readonly Lieu[];
    expect(remaining).toHaveLength(74);
    expect(remaining.filter(({ nom }) => /atelier du 9/i.test(nom))).toMatchObject([
      { commune: 'Saint-Martin-Boulogne' },
    ]);
    const reading = readCsv(writeCells(imported!.cells), {
      file: 'lieux.csv',
      columns: lieux.columns,
      references: official,
    });
    expect(reading.faults.filter(({ level }) => level === 'erreur')).toEqual([]);
    expect(reading.rows).toEqual(imported!.rows);
    expect(lieux.checks?.flatMap((check) => check(remaining, reading.faultAt))).toEqual([]);
  });
});

describe('la lecture d’une liste du CGET', () => {
  test('une ligne juste donne un lieu et ne dit rien', () => {
    const { rows, told, imported } = convert(lineOf());
    expect(told).toEqual([]);
    expect(rows).toEqual([
      {
        id: 'le-lieu',
        nom: 'Le Lieu',
        commune: 'Saint-Exemple',
        code_insee: '99001',
        latitude: 50.1,
        longitude: 3.1,
        position: 'exacte',
        types: ['fablab'],
        forme_juridique: null,
        cercle: null,
        site_web: 'https://exemple.test/',
        activite_citee: null,
        cite_comme: 'tiers-lieu',
        cite_le: '2019',
        source: 'https://github.com/anct-carto/mission_coworking',
        verifie_le: null,
        retire_le: null,
      },
    ]);
    expect(imported.dropped).toEqual(['ADRESSE', 'CONTACT', 'MAIL']);
    expect(JSON.stringify(imported)).not.toMatch(/camille/i);
  });

  test.each([
    ['Le Lieu (Actuellement fermé)', 'Le Lieu', 0],
    ['Le Lieu (fermé)', 'Le Lieu', 0],
    ['Le Lieu - En cours', 'Le Lieu', 1],
    ['Le Lieu (Bis)', 'Le Lieu (Bis)', 1],
    ['Lieu en cours', 'Lieu en cours', 1],
    ['(fermé)', '(fermé)', 1],
  ])('« %s » s’appelle « %s »', (name, nom, shown) => {
    const { rows, imported } = convert(lineOf({ NOM_TL: name }));
    expect(rows[0]?.nom).toBe(nom);
    expect(imported.remaining).toHaveLength(shown);
  });

  test('un doublon est écarté au profit du lieu le mieux placé', () => {
    const { rows, imported, told } = convert(
      lineOf({ ID: '1', NOM_TL: 'L’ATELIER', PRECISION: '0.6', LAT: '50.2' }),
      lineOf({ ID: '2', NOM_TL: "L'Atelier", PRECISION: '0.9' }),
    );
    expect(rows.map(({ id }) => id)).toEqual(['l-atelier', 'l-atelier-2']);
    expect((imported.remaining as readonly Lieu[]).map(({ id }) => id)).toEqual(['l-atelier-2']);
    expect(told).toMatchObject([
      { line: 2, problem: "lieu déjà présent à la ligne 3 (« L'Atelier », placé à 11,1 km de là)" },
    ]);
  });

  test('deux lieux à la même adresse restent deux lieux', () => {
    expect(convert(lineOf(), lineOf({ ID: '8', NOM_TL: 'Autre lieu' })).imported.remaining).toHaveLength(2);
  });

  test('la commune est celle de la liste officielle ; un écart avec le point est dit', () => {
    const { rows, told } = convert(
      lineOf({ COMINIT: 'ST EXEMPLE', NOMCOM: 'Saint Exemple', INSEEMETRO: '99002', NOMCOMMETRO: 'Autrebourg' }),
    );
    expect(rows[0]?.commune).toBe('Saint-Exemple');
    expect(told).toMatchObject([
      { columnName: 'INSEECOM', problem: 'le point tombe dans une autre commune : 99002 (Autrebourg)' },
      { columnName: 'COMINIT', value: 'ST EXEMPLE', mended: 'Saint-Exemple' },
    ]);
  });

  test.each([
    ['score faible', { PRECISION: '0.3' }, { latitude: null, longitude: null, position: null }],
    ['commune seule trouvée', { GEOCOD: 'saint-exemple' }, { latitude: 50.1, position: 'commune' }],
    ['sans score', { PRECISION: '', GEOCOD: '' }, { latitude: 50.1, position: 'exacte' }],
    ['point absent', { LAT: '0', LONG: '0', PRECISION: '0.9' }, { latitude: null, longitude: null, position: null }],
    ['virgule décimale', { LAT: '50,1' }, { latitude: 50.1, position: 'exacte' }],
  ])('position : %s', (_, changes, place) => {
    expect(convert(lineOf(changes)).rows).toMatchObject([place]);
  });

  test('un code de commune absent est celui de la commune où le point tombe', () => {
    const { rows, told } = convert(lineOf({ INSEECOM: '0', NOMCOM: '' }));
    expect(rows).toMatchObject([{ code_insee: '99001', commune: 'Saint-Exemple' }]);
    expect(told).toMatchObject([{ value: '0', mended: '99001' }]);
  });

  test.each([
    ['www.exemple.test', 'http://www.exemple.test/'],
    ['exemple.test/page', 'http://exemple.test/page'],
    ['', null],
    ['0', null],
  ])('site « %s »', (web, address) => {
    expect(convert(lineOf({ WEB: web })).rows[0]?.site_web).toBe(address);
  });

  test.each([
    ['WEB', 'javascript:alert(1)', 'adresse qui exécute un programme'],
    ['NOM_TL', '<script>', 'balise HTML'],
    ['NOM_TL', '=cmd()', 'formule de tableur (commence par « = »)'],
    ['TYPO', 'Autre chose', 'réponse inconnue « Autre chose »'],
    ['INSEECOM', '75000', 'commune inconnue du territoire'],
  ])('%s : « %s » est refusé et la ligne n’entre pas', (column, value, problem) => {
    const { rows, told } = convert(lineOf({ [column]: value, INSEEMETRO: '' }));
    expect(rows).toEqual([]);
    expect(told.filter(({ level }) => level === 'erreur')).toMatchObject([{ columnName: column, value, problem }]);
  });
});
