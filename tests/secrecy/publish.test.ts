import { describe, expect, test } from 'vitest';
import type { Cell, Table } from '../../src/model/table.ts';
import { publish } from '../../src/secrecy/publish.ts';

const THRESHOLDS = { minimumUnits: 3, maximumShare: 0.85 };

function count(...units: string[]): Cell {
  return {
    kind: 'count',
    value: units.length,
    n: units.length,
    base: 10,
    contributions: units.map((unit) => [unit, 1]),
  };
}

function sum(...amounts: number[]): Cell {
  return {
    kind: 'sum',
    value: amounts.reduce((total, amount) => total + amount, 0),
    n: amounts.length,
    base: 10,
    contributions: amounts.map((amount, index) => [`u${index}`, amount]),
  };
}

function tableOf(...cells: Cell[]): Table {
  return {
    columns: [{ id: 'valeur', title: 'Valeur', role: 'measure' }],
    rows: cells.map((valeur, index) => ({ key: { rang: String(index) }, cells: { valeur } })),
    sums: [],
    champ: 'lieux répondants',
    sources: [],
  };
}

function through(cell: Cell, gated = true) {
  return publish([{ address: 'a', gated, table: tableOf(cell) }], THRESHOLDS).get('a')?.rows[0]?.cells.valeur;
}

describe('la porte', () => {
  test('moins de trois lieux : la case est masquée, avec sa base', () => {
    expect(through(count('a', 'b'))).toEqual({ kind: 'count', value: null, sign: 's' });
  });

  test('trois lieux : la case passe', () => {
    expect(through(count('a', 'b', 'c'))).toEqual({ kind: 'count', value: 3, n: 3, base: 10 });
  });

  test('un même lieu compté trois fois reste un seul lieu', () => {
    expect(through(count('a', 'a', 'a'))).toMatchObject({ sign: 's' });
  });

  test('zéro est publié', () => {
    expect(through(count())).toEqual({ kind: 'count', value: 0, n: 0, base: 10 });
  });

  test('un zéro sur deux réponses dirait ce qu’ont répondu ces deux lieux : il est masqué', () => {
    expect(through({ ...count(), base: 2 })).toMatchObject({ value: null, sign: 's' });
  });

  test('une somme dont un lieu fait plus de 85 % est masquée', () => {
    expect(through(sum(90, 5, 5))).toMatchObject({ value: null, sign: 's' });
    expect(through(sum(85, 10, 5))).toMatchObject({ value: 100 });
  });

  test('une donnée publique passe sans être jugée', () => {
    const cell: Cell = { kind: 'count', value: 1, n: null, base: null, precision: 'environ' };
    expect(through(cell, false)).toEqual({ kind: 'count', value: 1, precision: 'environ' });
  });

  test('une valeur absente est « non disponible »', () => {
    expect(through({ kind: 'count', value: null, n: null, base: null }, false)).toEqual({
      kind: 'count',
      value: null,
      sign: 'nd',
    });
  });

  test('ce qui n’est pas montré ne dit pas non plus s’il serait secret', () => {
    expect(through({ ...count('a'), value: null })).toEqual({ kind: 'count', value: null, sign: 'nd' });
  });

  test('aucune contribution ne sort', () => {
    expect(
      JSON.stringify([...publish([{ address: 'a', gated: true, table: tableOf(count('a', 'b', 'c')) }], THRESHOLDS)]),
    ).not.toContain('contributions');
  });

  test('une case d’enquête sans contributions est une faute du code', () => {
    expect(() => through({ kind: 'count', value: 5, n: 5, base: 10 })).toThrow('a: cell "valeur" has no contributions');
  });

  test('deux tables ne peuvent porter la même adresse', () => {
    const submission = { address: 'a', gated: false, table: tableOf() };
    expect(() => publish([submission, submission], THRESHOLDS)).toThrow('Two tables ask to be published as a');
  });
});
