import { describe, expect, test } from 'vitest';
import { nameRows, readLeftRows, rowsOf } from '../../src/import/left-rows.ts';

const FILES = ['data/a.csv', 'data/b.csv'];

describe('les lignes à laisser de côté', () => {
  test.each([
    ['12', [12]],
    ['12,45-47', [12, 45, 46, 47]],
    [' 3 , 2 ', [2, 3]],
  ])('« %s » avec un seul fichier', (text, rows) => {
    expect([...rowsOf(readLeftRows(text)!, 'a.csv', ['a.csv'])].sort()).toEqual(rows);
  });

  test('avec plusieurs, chaque ligne est à son fichier', () => {
    const left = readLeftRows('a.csv:1,2,b.csv:3-4')!;
    expect([...rowsOf(left, 'data/a.csv', FILES)]).toEqual([1, 2]);
    expect([...rowsOf(left, 'data/b.csv', FILES)]).toEqual([3, 4]);
    expect([...rowsOf(readLeftRows('1')!, 'data/a.csv', FILES)]).toEqual([]);
  });

  test.each(['', 'douze', '1;2', '-3', '1-', 'a.csv:', '1-9999999'])('« %s » ne se comprend pas', (text) => {
    expect(readLeftRows(text)).toBeUndefined();
  });

  test('ce qu’il faut taper reprend ce qui était déjà laissé', () => {
    const left = readLeftRows('a.csv:2')!;
    const more = [3, 4, 9].map((record) => ({ file: 'data/a.csv', record }));
    expect(nameRows(left, FILES, [...more, { file: 'data/b.csv', record: 5 }])).toBe('a.csv:2-4,9,b.csv:5');
    expect(nameRows(readLeftRows('7')!, ['a.csv'], [{ file: 'a.csv', record: 6 }])).toBe('6-7');
  });
});
