import { beforeAll, describe, expect, test } from 'vitest';
import type { References } from '../../src/csv/column.ts';
import { hasErrors } from '../../src/csv/fault.ts';
import { readCsv } from '../../src/csv/read.ts';
import { type Lieu, lieux } from '../../src/datasets/lieux.ts';
import { readOfficialCommunes } from '../../src/datasets/official-communes.ts';
import { importFile } from './import-file.ts';
import { bytesOf, readReal } from './real-file.ts';
import { rowsOf, writeCells } from './write-cells.ts';

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
  const { format, imported, faults } = importFile(bytesOf(HEADER, ...lines), 'liste.csv', { references });
  expect(format?.id).toBe('cget-2019');
  const told = faults.filter(({ line }) => line !== 1);
  return { rows: rowsOf(imported) as readonly Lieu[], imported: imported!, told };
}

describe('le fichier réel du CGET', () => {
  let official: References;
  beforeAll(async () => {
    official = await readOfficialCommunes(new Set(['02', '59', '60', '62', '80']));
  });

  test('devient 75 lieux, sans erreur : le 76e est dit fermé', (context) => {
    const { imported, faults } = importFile(readReal(FILE, context), 'nom-sans-rapport.csv', { references: official });
    expect(rowsOf(imported)).toHaveLength(75);
    expect(hasErrors(faults)).toBe(false);
    const rows = rowsOf(imported) as readonly Lieu[];
    expect(new Set(rows.map(({ id }) => id)).size).toBe(75);
    expect(rows.every(({ commune, code_insee }) => official.communes.get(code_insee!)?.nom === commune)).toBe(true);
    expect(
      Object.fromEntries([...Map.groupBy(rows, ({ types }) => types.join())].map(([k, { length }]) => [k, length])),
    ).toEqual({ coworking: 55, fablab: 19, '': 1 });
  });

  test('ses fautes connues sont dites', (context) => {
    const { faults } = importFile(readReal(FILE, context), FILE, { references: official });
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
    expect(told).toContainEqual({
      line: 37,
      columnName: 'NOM_TL',
      value: "L'atelier du 9 (Actuellement fermé)",
      problem: 'lieu dit fermé (« Actuellement fermé ») : ligne laissée de côté',
      mended: undefined,
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
    const { imported, faults } = importFile(readReal(FILE, context), FILE, { references: official });
    expect(imported?.dropped).toEqual(
      'ADRESSE TWITTER FACEBOOK CONTACT MAIL METRO NOMMETRO INSEEREG NOMREG INSEEDEP POPCOM COMCLASS INSEE_ZE NOM_ZE CLASS_ZE POP_ZE'.split(
        ' ',
      ),
    );
    const personal = faults.filter(({ problem }) => problem?.startsWith('données personnelles'));
    expect(personal.map(({ columnName }) => columnName)).toEqual(['CONTACT', 'MAIL']);
  });

  test('ses lignes se relisent comme des lieux', (context) => {
    const { imported } = importFile(readReal(FILE, context), FILE, { references: official });
    const reading = readCsv(writeCells(imported!.lines), {
      file: 'lieux.csv',
      columns: lieux.columns,
      references: official,
    });
    expect(reading.faults.filter(({ level }) => level === 'erreur')).toEqual([]);
    expect(reading.rows).toEqual(rowsOf(imported));
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
    ['Le Lieu (Actuellement fermé)', 'Le Lieu', false],
    ['Le Lieu (fermé)', 'Le Lieu', false],
    ['Le Lieu - En cours', 'Le Lieu', true],
    ['Le Lieu (Bis)', 'Le Lieu (Bis)', true],
    ['Lieu en cours', 'Lieu en cours', true],
    ['(fermé)', '(fermé)', true],
  ])('« %s » s’appelle « %s »', (name, nom, shown) => {
    const { rows } = convert(lineOf({ NOM_TL: name }));
    expect(rows.map((row) => row.nom)).toEqual(shown ? [nom] : []);
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
