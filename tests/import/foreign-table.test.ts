import { describe, expect, test } from 'vitest';
import { openForeignTable } from '../../src/import/foreign-table.ts';
import { bytesOf } from './real-file.ts';

const HEADER = 'nom;commune;montant';
const isHeader = (cells: readonly string[]) => cells.includes('nom');

/** The first cells kept, and what is told with its line. */
function open(lines: readonly string[], without?: ReadonlySet<number>) {
  const table = openForeignTable(bytesOf(...lines), 'essai.csv', { isHeader, ...(without ? { without } : {}) });
  return {
    ...table,
    kept: table.records.map(({ cells }) => cells[0]),
    told: table.faults.map(({ level, line, problem }) => `${level}, ligne ${line} : ${problem}`),
  };
}

describe('les lignes de titre au-dessus de l’en-tête', () => {
  test.each([
    ['un titre', ['Liste des lieux']],
    ['un titre avec une virgule', ['Lieux, tels que connus, en tout']],
    ['un titre en cellules, une ligne vide, une note', ['Liste;;', ';;', 'Source : essai;;']],
    ['un guillemet ouvert', ['Le "Lieu']],
  ])('%s', (_, above) => {
    const { kept, header, told } = open([...above, HEADER, 'A;Commune A1;1', 'B;Commune A2;2']);
    expect(header.cells).toEqual(['nom', 'commune', 'montant']);
    expect(kept).toEqual(['A', 'B']);
    expect(header.line).toBe(above.length + 1);
    const written = above.filter((line) => !/^;*$/.test(line));
    expect(told).toEqual(
      written.map(
        (line) => `avertissement, ligne ${above.indexOf(line) + 1} : ligne au-dessus de l’en-tête, laissée de côté`,
      ),
    );
  });

  test('sans format qui connaisse l’en-tête, la première ligne écrite en tient lieu', () => {
    const { header } = openForeignTable(bytesOf('', 'Liste', HEADER), 'essai.csv');
    expect(header.cells).toEqual(['Liste']);
  });

  test('« sep=, » annonce le séparateur et n’est pas une ligne', () => {
    const { kept, told } = open(['sep=,', 'nom,commune', '"A;a",B']);
    expect([kept, told]).toEqual([['A;a'], []]);
  });
});

describe('les lignes de total', () => {
  test.each([
    ['TOTAL;;3'],
    ['Total général;;3,00 €'],
    ['Sous-total Commune A1;;3'],
    [';;Total : '],
    ['TOTAL'.concat(';;')],
    [';;3'],
    [';;3,004'],
  ])('« %s » est laissée de côté', (line) => {
    const { kept, told } = open([HEADER, 'A;Commune A1;1', 'B;Commune A2;2', line]);
    expect(kept).toEqual(['A', 'B']);
    expect(told).toEqual(['avertissement, ligne 4 : ligne de total, laissée de côté']);
  });

  test('des sous-totaux, puis le total des totaux', () => {
    const { kept } = open([HEADER, 'A;x;1', 'B;x;2', ';;3', 'C;y;4', 'D;y;5', ';;9', ';;12']);
    expect(kept).toEqual(['A', 'B', 'C', 'D']);
  });

  test.each([
    ['Total;Commune A1;3', 'un lieu peut s’appeler « Total »'],
    ['Totalement lieu;;3', 'un mot qui commence pareil'],
    [';;4', 'un nombre qui n’est pas la somme'],
    ['Somme;;3', 'un département'],
  ])('« %s » reste : %s', (line) => {
    const { records, told } = open([HEADER, 'A;Commune A1;1', 'B;Commune A2;2', line]);
    expect(records).toHaveLength(3);
    expect(told).toEqual([]);
  });

  test('une seule valeur au-dessus n’est pas une somme', () => {
    expect(open([HEADER, 'A;Commune A1;1', ';;1']).records).toHaveLength(2);
  });
});

describe('lignes et colonnes vides, lignes décalées', () => {
  test('des lignes vides se disent une fois, une fin de fichier ne se dit pas', () => {
    const { kept, told, read } = open([HEADER, 'A;x;1', ';;', 'B;y;2', ...Array(21).fill(' ; ;'), '', '']);
    expect([kept, read]).toEqual([['A', 'B'], 2]);
    expect(told).toEqual(['avertissement, ligne 3 : ligne vide, laissée de côté']);
  });

  test('des colonnes vides se disent une fois', () => {
    const { kept, told } = open([`;${HEADER};;`, ';A;x;1;;', ';B;y;2;;']);
    expect(kept).toEqual(['', '']);
    expect(told).toEqual(['avertissement, ligne 1 : 3\u00a0colonnes vides, laissées de côté']);
  });

  test('une cellule décalée par un séparateur, une ligne coupée en deux : des erreurs, et rien n’est lu de travers', () => {
    const { kept, told } = open([HEADER, 'A; a;x;1', 'B', 'b;y;2', 'C;z;3', 'D;z;4;;']);
    expect(kept).toEqual(['b', 'C', 'D']);
    expect(told).toEqual([
      'erreur, ligne 2 : cellule en trop : un séparateur dans un texte sans guillemets a décalé la ligne',
      'erreur, ligne 3 : ligne incomplète : 1\u00a0cellule',
    ]);
  });

  test('un point-virgule entre guillemets n’est pas un séparateur', () => {
    const { records, told } = open([HEADER, '"aide;en nature";"x\ny";1']);
    expect(records[0]?.cells).toEqual(['aide;en nature', 'x\ny', '1']);
    expect(told).toEqual([]);
  });
});

describe('les lignes que la personne laisse de côté', () => {
  test('sont celles du fichier, avec leurs fautes', () => {
    const lines = [HEADER, 'A;x;1', 'B', 'C;z;3'];
    const { kept, told, read, omitted } = open(lines, new Set([2, 3, 9]));
    expect({ kept, told, read, omitted }).toEqual({ kept: ['C'], told: [], read: 3, omitted: [2, 3] });
  });

  test('une ligne que rien ne referme ne se cache pas ainsi', () => {
    const { told, omitted } = open([HEADER, 'A;x;1', '"B;y;2', 'C;z;3'], new Set([3]));
    expect(omitted).toEqual([]);
    expect(told).toEqual([
      'erreur, ligne 3 : guillemet ouvert et jamais refermé : la suite du fichier n’a pas pu être lue',
    ]);
  });
});
