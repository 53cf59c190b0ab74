import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCell } from '../../src/csv/cell.ts';
import type { Column } from '../../src/csv/column.ts';
import { readDecimal } from '../../src/csv/kinds/decimal.ts';
import {
  amount,
  communeCode,
  date,
  decimal,
  integer,
  latitude,
  oneOf,
  period,
  pointAmount,
  rna,
  severalOf,
  siret,
  slug,
  text,
  url,
  yesNo,
} from '../../src/csv/kinds.ts';
import { mendCell } from '../../src/import/mend-cell.ts';
import { references } from './import-places.ts';

const OPTIONS = { bureau: 'Bureau', nsp: 'Ne sait pas' } as const;
const columns = {
  entier: integer({ title: 'entier', unit: { one: 'personne', many: 'personnes' }, min: 0 }),
  surface: decimal({ title: 'surface', unit: 'm²' }),
  part: decimal({ title: 'part', unit: '%', min: 0, max: 100 }),
  montant: amount({ title: 'montant' }),
  latitude: latitude({ title: 'latitude' }),
  code: communeCode({ title: 'code' }),
  siret: siret({ title: 'siret' }),
  rna: rna({ title: 'rna' }),
  date: date({ title: 'date' }),
  jour: date({ title: 'jour', precision: 'day', min: 1990 }),
  oui: yesNo({ title: 'oui' }),
  url: url({ title: 'url' }),
  texte: text({ title: 'texte' }),
  nom: text({ title: 'nom', max: 120 }),
  requis: text({ title: 'requis', required: true }),
  choix: oneOf(OPTIONS, { title: 'choix' }),
  choixMultiple: severalOf(OPTIONS, { title: 'choix multiple' }),
  identifiant: slug({ title: 'identifiant' }),
  periode: period({ title: 'periode' }),
  montantNorme: pointAmount({ title: 'montant de la norme' }),
} satisfies Record<string, Column<unknown>>;
type Id = keyof typeof columns;

describe('une cellule abîmée est réparée quand elle ne peut vouloir dire qu’une chose', () => {
  test.each<[Id, string, string, string]>([
    ['entier', '1 234', '1234', 'espaces dans un nombre'],
    ['entier', '1\u202f234', '1234', 'espaces dans un nombre'],
    ['entier', '1\u00a0234', '1234', 'espaces dans un nombre'],
    ['entier', '12 personnes', '12', 'unité « personnes » dans la cellule'],
    ['surface', '45 m²', '45', 'unité « m² » dans la cellule'],
    ['surface', '1 450,5 m2', '1450,5', 'unité « m² » dans la cellule'],
    ['surface', '45 mètres carrés', '45', 'unité « mètres carrés » dans la cellule'],
    ['surface', '1.234,5', '1234,5', 'milliers séparés par des signes'],
    ['surface', '1,234.5', '1234,5', 'milliers séparés par des signes'],
    ['part', '50 %', '50', 'unité « % » dans la cellule'],
    ['montant', '12 500 €', '12500', 'unité « € » dans la cellule'],
    ['montant', '12 500,50 euros', '12500,50', 'unité « euros » dans la cellule'],
    ['montantNorme', '137 825,00', '137825.00', 'écriture corrigée'],
    ['code', '2408', '02408', 'zéro initial perdu'],
    ['code', '59350.0', '59350', 'code pris pour un nombre à décimales'],
    ['code', '2a004', '2A004', 'code écrit en minuscules'],
    ['siret', '9900000000010', '09900000000010', 'zéro initial perdu'],
    ['siret', '524 991 205 00013', '52499120500013', 'espaces en trop'],
    ['rna', 'w333 216 789', 'W333216789', 'écriture corrigée'],
    ['date', '45231', '2023-11-01', 'date devenue un nombre dans un tableur'],
    ['date', '45231,5', '2023-11-01', 'date devenue un nombre dans un tableur'],
    ['date', '15/10/2023', '2023-10-15', 'date écrite autrement'],
    ['date', '5/1/2023', '2023-01-05', 'date écrite autrement'],
    ['date', '15/10/2023 14:30:05', '2023-10-15', 'date écrite autrement'],
    ['date', '2022-01-24T23:15:20+01:00', '2022-01-24', 'date écrite autrement'],
    ['date', 'oct-23', '2023-10', 'mois écrit en lettres'],
    ['periode', '2018/01/30_2022/01/29', '2018-01-30/2022-01-29', 'écriture corrigée'],
    ['oui', 'VRAI', 'oui', 'oui ou non écrit autrement'],
    ['oui', 'FALSE', 'non', 'oui ou non écrit autrement'],
    ['oui', 'x', 'oui', 'oui ou non écrit autrement'],
    ['oui', 'N', 'non', 'oui ou non écrit autrement'],
    ['url', 'www.example.org', 'https://www.example.org', 'début de l’adresse absent'],
    ['nom', 'Le lieu\nBis', 'Le lieu Bis', 'retour à la ligne dans une cellule'],
    ['nom', 'Le\u200b lieu', 'Le lieu', 'caractère invisible, retiré'],
    ['nom', 'NC', '', 'réponse inconnue : lue comme une cellule vide'],
    ['entier', 'N/A', '', 'réponse inconnue : lue comme une cellule vide'],
    ['choix', '-', '', 'réponse inconnue : lue comme une cellule vide'],
  ])('%s : « %s » devient « %s »', (id, written, mended, problem) => {
    expect(mendCell(written, columns[id])).toEqual({ text: mended, problem });
  });

  test('le code d’une absence est celui que dit le format', () => {
    expect(mendCell('0', columns.latitude, { missing: ['0'] })).toEqual({
      text: '',
      problem: 'valeur absente codée « 0 »',
    });
    expect(mendCell('0', columns.latitude)).toEqual({ text: '0' });
  });
});

describe('une cellule est laissée telle quelle', () => {
  test.each<[Id, string, string]>([
    ['entier', '12', 'déjà juste'],
    ['surface', '12,5', 'déjà juste'],
    ['surface', '12.5', 'déjà juste'],
    ['oui', 'Oui', 'déjà juste'],
    ['texte', 'Deux\nlignes', 'un texte long a ses lignes'],
    ['choix', 'Ne sait pas', 'une réponse de la liste'],
    ['choix', 'nsp', 'une réponse de la liste, qui ailleurs ne dit rien'],
    ['surface', '2 ha', 'une autre unité'],
    ['montant', '12 k€', 'une unité abrégée'],
    ['entier', '1.234', 'mille ou un virgule deux'],
    ['date', '59350', 'un code postal plutôt qu’un jour'],
    ['date', '31/02/2023', 'un jour qui n’existe pas'],
    ['jour', '32000', 'un jour hors des bornes'],
    ['siret', '4,50325E+13', 'des chiffres perdus'],
    ['siret', '45032466000000.0', 'des chiffres perdus'],
    ['siret', '5249912050001', 'une clé fausse'],
    ['url', 'https://example.org/ma page', 'une espace qui compte peut-être'],
    ['url', 'javascript:alert(1)', 'autre chose qu’une adresse'],
    ['choix', 'Bureaux', 'une réponse seulement voisine'],
    ['requis', 'NC', 'une cellule obligatoire'],
    ['nom', '=cmd()', 'une formule'],
  ])('%s : « %s », %s', (id, written) => {
    expect(mendCell(written, columns[id])).toEqual({ text: written });
  });

  test('un SIRET arrondi garde le refus de son genre', () => {
    const { text: kept } = mendCell('4,50325E+13', columns.siret);
    expect(readCell(kept, columns.siret, undefined).flaw).toEqual({
      level: 'erreur',
      problem: 'SIRET arrondi par un tableur : les derniers chiffres sont perdus',
      expected: 'le SIRET de 14 chiffres, à reprendre à sa source dans une colonne de texte',
    });
  });

  test('un code de commune se juge sur la liste, quand elle est connue', () => {
    expect(mendCell('2408', columns.code, { references })).toEqual({ text: '2408' });
  });
});

/** Texts near to what columns take, and any text. */
const cell = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc
    .tuple(
      fc.constantFrom('', '-', '+', ' ', '\u00a0', '\u200b'),
      fc.integer({ min: 0, max: 99_999_999_999_999 }).map(String),
      fc.constantFrom('', ',5', '.0', ' %', ' m²', ' €', ' k€', 'E+13', '/10/2023', ' 000', '.500,25', ',500.25'),
    )
    .map((parts) => parts.join('')),
  fc.constantFrom('NC', 'x', 'VRAI', 'Bureau', 'bureau ; nsp', 'W333216789', 'oct-23', 'www.a.fr', '2023-02-30', '1 2'),
);

describe('quel que soit le texte', () => {
  test.each(Object.keys(columns) as Id[])('%s : ce qui est réparé est admis, et ne se répare plus', (id) => {
    const column: Column<unknown> = columns[id];
    fc.assert(
      fc.property(cell, (written) => {
        const { text: mended, problem } = mendCell(written, column);
        if (problem === undefined) expect(mended).toBe(written.trim());
        else {
          expect(mended).not.toBe(written.trim());
          if (mended !== '') expect(readCell(mended, column, undefined).flaw?.level).not.toBe('erreur');
        }
        expect(mendCell(mended, column)).toEqual({ text: mended });
      }),
      { numRuns: 300 },
    );
  });

  test.each(['entier', 'surface', 'montant', 'part'] as const)('%s : un nombre garde sa valeur', (id) => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99_999_999 }),
        fc.constantFrom(' ', '\u00a0', '\u202f'),
        fc.constantFrom('', ' €', ' %', ' m²', ' personnes'),
        (value, space, unit) => {
          const written = String(value).replace(/\B(?=(\d{3})+$)/g, space) + unit;
          const { text: mended } = mendCell(written, columns[id]);
          if (mended !== written) expect(readDecimal(mended)).toBe(value);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('une valeur que la colonne admet déjà reste la même', () => {
    fc.assert(
      fc.property(cell, fc.constantFrom(...(Object.keys(columns) as Id[])), (written, id) => {
        const column: Column<unknown> = columns[id];
        const before = readCell(written, column, undefined);
        const { text: mended } = mendCell(written, column);
        if (before.flaw || mended === '' || id === 'nom' || id === 'texte' || id === 'requis') return;
        expect(readCell(mended, column, undefined).value).toEqual(before.value);
      }),
      { numRuns: 1000 },
    );
  });
});
