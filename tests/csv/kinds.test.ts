import { describe, expect, test } from 'vitest';
import { readCell } from '../../src/csv/cell.ts';
import type { Column, References } from '../../src/csv/column.ts';
import * as kinds from '../../src/csv/kinds.ts';

const meta = { title: 'Colonne' };
const references: References = {
  communes: new Map([
    ['02408', { nom: 'Laon' }],
    ['99001', { nom: 'Saint-Épi' }],
  ]),
  formerCommunes: new Map([['99002', '99001']]),
};

const value = (column: Column<unknown>, text: string) => {
  const { value, flaw } = readCell(text, column, references);
  return flaw ? `refusé : ${flaw.problem ?? flaw.expected}${flaw.nearest ? ` → ${flaw.nearest}` : ''}` : value;
};
const problem = (column: Column<unknown>, text: string) => readCell(text, column, references).flaw?.problem;

describe('text', () => {
  test.each([
    'L’Épi',
    'C’est < 3 km',
    'a & b',
    '“Le 9”',
    'R+1',
    '+40 % en un an',
    '- 5 lieux',
    'x=1',
    'été 2024 : ouvert',
    'ligne 1\nligne 2',
  ])('takes %j', (cell) => expect(value(kinds.text(meta), cell)).toBe(cell));

  test.each([
    ['<script>alert(1)</script>', 'balise HTML'],
    ['texte </p>', 'balise HTML'],
    ['<!-- x', 'balise HTML'],
    ['javascript:alert(1)', 'adresse qui exécute un programme'],
    ['JavaScript :alert(1)', 'adresse qui exécute un programme'],
    ['data:text/html,x', 'adresse qui exécute un programme'],
    ["=cmd|' /C calc'!A0", 'formule de tableur (commence par « = »)'],
    ['+SUM(A1)', 'formule de tableur (commence par « + »)'],
    ['-cmd', 'formule de tableur (commence par « - »)'],
    ['@SUM(A1)', 'formule de tableur (commence par « @ »)'],
    ['a\u0007b', 'caractère de contrôle U+0007'],
    ['a\u0085b', 'caractère de contrôle U+0085'],
    ['a\u202eb', 'caractère invisible qui renverse le sens de lecture U+202E'],
    ['a\u200bb', 'caractère invisible U+200B'],
    ['x'.repeat(10_000), '10\u202f000 caractères'],
  ])('refuses %.20j by name', (cell, expected) => expect(problem(kinds.text(meta), cell)).toBe(expected));

  test('puts accents in their composed form', () => {
    expect(value(kinds.text(meta), 'E\u0301pi')).toBe('Épi');
  });

  test('writes line ends one way', () => {
    expect(value(kinds.text(meta), 'a\r\nb\rc')).toBe('a\nb\nc');
  });

  test('warns of a character lost in a conversion, and keeps the text', () => {
    expect(readCell('Caf\ufffd', kinds.text(meta), undefined)).toMatchObject({
      value: 'Caf\ufffd',
      flaw: { level: 'avertissement' },
    });
  });
});

describe('slug', () => {
  test.each(['a', 'la-piscine', '9'])('takes %s', (cell) => expect(value(kinds.slug(meta), cell)).toBe(cell));

  test.each([
    ['../../etc/passwd', 'chemin de fichier'],
    ['a/b', 'chemin de fichier'],
    ['a\\b', 'chemin de fichier'],
    ['a%2fb', 'chemin de fichier'],
    ['con', 'nom réservé par les ordinateurs'],
    ['index', 'nom réservé par les ordinateurs'],
    ['<b>', 'balise HTML'],
  ])('refuses %s by name', (cell, expected) => expect(problem(kinds.slug(meta), cell)).toBe(expected));

  test('suggests what comes closest', () => {
    expect(readCell('L’Épi de blé', kinds.slug(meta), undefined).flaw?.nearest).toBe('l-epi-de-ble');
  });
});

describe('integer', () => {
  test.each([
    ['12', 12],
    ['-12', -12],
    ['+12', 12],
    ['−12', -12],
    ['1 234', 1234],
    ['1\u202f234\u00a0567', 1_234_567],
    ['12,0', 12],
    ['12.00', 12],
    ['-0', 0],
  ])('reads %j', (cell, expected) => expect(value(kinds.integer(meta), cell)).toBe(expected));

  test.each(['12,5', '12 34', '1e3', 'douze', '0x10', '12 €', 'NaN', '99999999999999999999'])('refuses %j', (cell) =>
    expect(readCell(cell, kinds.integer(meta), undefined).flaw?.expected).toBe('un nombre entier'),
  );

  test('keeps to its bounds', () => {
    const column = kinds.integer({ ...meta, min: 0, max: 10 });
    expect([value(column, '0'), value(column, '10')]).toEqual([0, 10]);
    expect(value(column, '11')).toBe('refusé : un nombre entier entre 0 et 10');
  });
});

describe('decimal', () => {
  test.each([
    ['12,5', 12.5],
    ['12.5', 12.5],
    ['1 234,5', 1234.5],
    ['-0,5', -0.5],
  ])('reads %j', (cell, expected) => expect(value(kinds.decimal(meta), cell)).toBe(expected));

  test.each(['1.234,5', '1,234.5', ',5', '5,', '1E+3', 'Infinity'])('refuses %j', (cell) =>
    expect(readCell(cell, kinds.decimal(meta), undefined).flaw).toBeDefined(),
  );
});

describe('a number with its unit', () => {
  test.each([
    ['50 %', 'refusé : « % » de trop : l’unité ne s’écrit pas dans la cellule → 50'],
    ['.5%', 'refusé : « % » de trop : l’unité ne s’écrit pas dans la cellule → 0,5'],
    ['779 973 €', 'refusé : « € » de trop : l’unité ne s’écrit pas dans la cellule → 779 973'],
    ['25k€', 'refusé : nombre abrégé « k€ » : écrivez-le en entier'],
    ['1E+3', 'refusé : un nombre'],
    ['1E3', 'refusé : un nombre'],
  ])('%s', (cell, expected) => expect(value(kinds.decimal(meta), cell)).toBe(expected));

  test('in a column of whole numbers', () =>
    expect(value(kinds.integer(meta), '12 lieux')).toBe(
      'refusé : « lieux » de trop : l’unité ne s’écrit pas dans la cellule → 12',
    ));
});

describe('amount', () => {
  test.each([
    ['137 825,00', 13_782_500],
    ['137\u00a0825,00', 13_782_500],
    ['137\u202f825,00 €', 13_782_500],
    ['0,07', 7],
    ['0,29', 29],
    ['1,1€', 110],
    ['8,2 euros', 820],
    ['-12,5', -1250],
    ['1234567890,12', 123_456_789_012],
    ['100,1000', 10_010],
  ])('reads %j as cents', (cell, expected) => expect(value(kinds.amount(meta), cell)).toBe(expected));

  test.each(['12,345', '12 k€', '$12', '1.234,00', '12 34,00'])('refuses %j', (cell) =>
    expect(readCell(cell, kinds.amount(meta), undefined).flaw?.expected).toBe(
      'un montant en euros, avec au plus deux décimales',
    ),
  );

  test('is bounded in euros', () => {
    expect(value(kinds.amount({ ...meta, min: 0 }), '-0,01')).toContain('d’au moins 0 €');
  });
});

describe('date', () => {
  test.each([
    ['2023', '2023'],
    ['2023-10', '2023-10'],
    ['2024-02-29', '2024-02-29'],
    ['2018/01/30', '2018-01-30'],
    ['30/01/2018', '2018-01-30'],
    ['2018-01-30T00:00:00+01:00', '2018-01-30'],
  ])('reads %s', (cell, expected) => expect(value(kinds.date(meta), cell)).toBe(expected));

  test.each(['2023-02-29', '31/04/2023', '2023-13', '01/2023', 'hier', '23', '2023-00'])('refuses %s', (cell) =>
    expect(readCell(cell, kinds.date(meta), undefined).flaw?.expected).toBe('une date AAAA, AAAA-MM ou AAAA-MM-JJ'),
  );

  test('names a day that a spreadsheet turned into a number', () => {
    expect(value(kinds.date(meta), '31/02/2023')).toBe('refusé : cette date n’existe pas');
    expect(value(kinds.date(meta), 'janv-23')).toBe('refusé : mois écrit en lettres → 2023-01');
    expect(value(kinds.date(meta), '43130')).toBe('refusé : date devenue un nombre dans un tableur → 2018-01-30');
  });

  test('asks for the precision of its column', () => {
    expect(value(kinds.date({ ...meta, precision: 'day' }), '2023-10')).toBe('refusé : une date AAAA-MM-JJ');
    expect(value(kinds.date({ ...meta, precision: 'month' }), '2023-10')).toBe('2023-10');
  });
});

describe('yesNo', () => {
  test.each([
    ['Oui', true],
    ['NON', false],
    ['1', true],
    ['0', false],
    ['Vrai', true],
    ['faux', false],
  ])('reads %s', (cell, expected) => expect(value(kinds.yesNo(meta), cell)).toBe(expected));

  test('refuses the rest', () => expect(value(kinds.yesNo(meta), 'peut-être')).toBe('refusé : « oui » ou « non »'));
});

describe('oneOf', () => {
  const column = kinds.oneOf({ scic: 'Scic', asso: 'Association loi 1901', commune: 'Commune' }, meta);

  test.each([
    ['asso', 'asso'],
    ['Association loi 1901', 'asso'],
    ['ASSOCIATION  LOI 1901', 'asso'],
  ])('reads %s', (cell, expected) => expect(value(column, cell)).toBe(expected));

  test('gives the nearest allowed value', () => {
    expect(value(column, 'Asociation loi 1910')).toBe(
      'refusé : « Scic », « Association loi 1901 » ou « Commune » → Association loi 1901',
    );
    expect(readCell('tout autre chose', column, undefined).flaw?.nearest).toBeUndefined();
  });

  test('an option named twice is a bug', () => {
    expect(() => kinds.oneOf({ a: 'Un', b: 'un' }, meta)).toThrow('share the name');
  });
});

describe('severalOf', () => {
  const column = kinds.severalOf(
    {
      bureau: 'Bureau',
      atelier: 'Atelier (bois, métal)',
      cuisine: 'Cuisine ; traiteur',
      autre: 'Autre | divers',
      metal: 'métal)',
    },
    meta,
  );

  test.each([
    ['', []],
    ['Bureau', ['bureau']],
    ['Bureau;Autre | divers', ['bureau', 'autre']],
    ['Bureau, Atelier (bois, métal), Cuisine ; traiteur', ['bureau', 'atelier', 'cuisine']],
    ['Bureau ;\nCuisine ; traiteur', ['bureau', 'cuisine']],
    ['bureau|bureau', ['bureau']],
    ['ATELIER (BOIS, METAL);métal)', ['atelier', 'metal']],
    ['Bureau;', ['bureau']],
  ])('splits %j against the known options', (cell, expected) => expect(value(column, cell)).toEqual(expected));

  test('names the answer that is unknown, and the nearest one', () => {
    expect(value(column, 'Bureau;Ateleir (bois;Cuisine ; traiteur')).toBe(
      'refusé : réponse inconnue « Ateleir (bois »',
    );
    expect(value(column, 'Bureeau;métal)')).toBe('refusé : réponse inconnue « Bureeau » → Bureau');
  });
});

describe('communeCode', () => {
  const column = kinds.communeCode(meta);

  test.each([
    ['02408', '02408'],
    ['2408', 'refusé : zéro initial perdu → 02408 (Laon)'],
    ['5935', 'refusé : quatre chiffres au lieu de cinq'],
    ['99002', 'refusé : ancienne commune, fusionnée → 99001 (Saint-Épi)'],
    ['99011', 'refusé : commune inconnue du territoire → 99001 (Saint-Épi)'],
    ['75056', 'refusé : commune inconnue du territoire'],
    ['ST EPI', 'refusé : nom de commune au lieu du code → 99001 (Saint-Épi)'],
    ['Ailleurs', 'refusé : un code INSEE de commune (5 caractères)'],
    ['Saint-Epi', 'refusé : nom de commune au lieu du code → 99001 (Saint-Épi)'],
  ])('%s', (cell, expected) => expect(value(column, cell)).toBe(expected));

  test('without the list, only the form is checked', () => {
    expect(readCell('2a004', column, undefined)).toEqual({ value: '2A004' });
    expect(readCell('Lieu', column, undefined).flaw).toBeDefined();
  });
});

describe('siret', () => {
  const column = kinds.siret(meta);

  test.each([
    ['73282932000074', '73282932000074'],
    ['732 829 320 00074', '73282932000074'],
    ['35600000000048', '35600000000048'],
    ['35600000049837', '35600000049837'],
    ['73282932000075', 'refusé : clé fausse'],
    ['732829320', 'refusé : SIREN (9 chiffres) au lieu d’un SIRET'],
    ['4,50325E+13', 'refusé : SIRET arrondi par un tableur : les derniers chiffres sont perdus'],
    ['4.50325E+13', 'refusé : SIRET arrondi par un tableur : les derniers chiffres sont perdus'],
    ['45032466000000.0', 'refusé : SIRET arrondi par un tableur : les derniers chiffres sont perdus'],
  ])('%s', (cell, expected) => expect(value(column, cell)).toBe(expected));
});

describe('latitude, longitude, coordinates', () => {
  test('degrees, with a comma or a point', () => {
    expect(value(kinds.latitude(meta), '50,63')).toBe(50.63);
    expect(value(kinds.longitude(meta), '-1.5')).toBe(-1.5);
    expect(value(kinds.latitude(meta), '90,01')).toBe('refusé : une latitude en degrés, entre -90 et 90');
    expect(value(kinds.longitude(meta), '704000')).toBe('refusé : virgule décimale perdue');
    expect(value(kinds.longitude(meta), '180,5')).toBe('refusé : une longitude en degrés, entre -180 et 180');
  });

  test.each([
    ['50.65505, 3.08581', { latitude: 50.65505, longitude: 3.08581 }],
    ['50.6,3', { latitude: 50.6, longitude: 3 }],
    ['50,6 ; 3,1', { latitude: 50.6, longitude: 3.1 }],
  ])('a point in one cell: %s', (cell, expected) => expect(value(kinds.coordinates(meta), cell)).toEqual(expected));

  test.each(['50.6', '95, 3', '50,6, 3,1', 'a, b'])('not a point: %s', (cell) =>
    expect(readCell(cell, kinds.coordinates(meta), undefined).flaw).toBeDefined(),
  );
});

describe('url', () => {
  const column = kinds.url(meta);

  test.each([
    ['https://exemple.fr/a?b=1#c', 'https://exemple.fr/a?b=1#c'],
    ['HTTP://Exemple.fr', 'http://exemple.fr/'],
    ['www.exemple.fr', 'refusé : début de l’adresse absent → https://www.exemple.fr'],
    ['javascript:alert(1)', 'refusé : adresse qui exécute un programme'],
    ['https://moi:secret@exemple.fr', 'refusé : nom ou mot de passe dans l’adresse'],
    ['https://exemple.fr/a b', 'refusé : espace dans l’adresse'],
    ['ftp://exemple.fr', 'refusé : une adresse web complète, https://…'],
    ['https://', 'refusé : une adresse web complète, https://…'],
    ['https://exemple.fr/"><script>', 'refusé : balise HTML'],
  ])('%s', (cell, expected) => expect(value(column, cell)).toBe(expected));

  test('what comes out holds no quote nor angle bracket', () => {
    expect(value(column, `https://exemple.fr/"a'>b`)).toBe("https://exemple.fr/%22a'%3Eb");
  });
});

describe('empty cells', () => {
  test('are null, an empty list, or refused where a value is required', () => {
    expect(value(kinds.integer(meta), '  ')).toBeNull();
    expect(value(kinds.severalOf({ a: 'A' }, meta), '')).toEqual([]);
    expect(value(kinds.integer({ ...meta, required: true }), '')).toBe('refusé : cellule vide');
  });

  test('words for "unknown" are told to be left out', () => {
    expect(problem(kinds.integer(meta), 'NC')).toBe('réponse inconnue : laissez la cellule vide');
  });
});
