import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCell } from '../../src/csv/cell.ts';
import {
  amount,
  communeCode,
  coordinates,
  date,
  decimal,
  integer,
  oneOf,
  severalOf,
  siret,
  slug,
  text,
  url,
  yesNo,
} from '../../src/csv/kinds.ts';
import { editDistance } from '../../src/csv/nearest.ts';
import { readCsv } from '../../src/csv/read.ts';
import { writeCsv } from '../../src/csv/write.ts';
import { describeFaults } from '../../src/report/terminal.ts';

const columns = {
  slug: slug({ title: 'slug', unique: true }),
  text: text({ title: 'text' }),
  integer: integer({ title: 'integer', required: true }),
  decimal: decimal({ title: 'decimal' }),
  amount: amount({ title: 'amount' }),
  date: date({ title: 'date' }),
  yesNo: yesNo({ title: 'yesNo' }),
  oneOf: oneOf({ a: 'Un', b: 'Deux' }, { title: 'oneOf' }),
  severalOf: severalOf({ a: 'Un ; et demi', b: 'Deux, trois' }, { title: 'severalOf' }),
  commune: communeCode({ title: 'commune' }),
  siret: siret({ title: 'siret' }),
  coordinates: coordinates({ title: 'coordinates' }),
  url: url({ title: 'url' }),
};
const references = { communes: new Map([['02408', { nom: 'Laon' }]]), formerCommunes: new Map<string, string>() };
const read = (bytes: Uint8Array) => readCsv(bytes, { file: 'x.csv', columns, references });
const HEADER = new TextEncoder().encode(`${Object.keys(columns).join(';')}\n`);

/** Pieces that files are really broken with. */
const piece = fc.oneof(
  fc.constantFrom(
    ';',
    ',',
    '\t',
    '"',
    '""',
    '\n',
    '\r',
    '\r\n',
    '\ufeff',
    '<b>',
    '=1+1',
    '\u202e',
    '\0',
    '1 234,5',
    '12/13/2020',
    'é',
    '😀',
    '\ud800',
  ),
  fc.string({ unit: 'grapheme' }),
);

describe('whatever a file holds', () => {
  test('any bytes give a list of faults, never a throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (bytes, hasHeader) => {
        const { faults } = read(hasHeader ? Uint8Array.from([...HEADER, ...bytes]) : bytes);
        expect(describeFaults(faults)).not.toMatch(/undefined|\[object/);
      }),
      { numRuns: 500 },
    );
  });

  test('any text gives rows of the declared types, and lines that exist', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const body = pieces.join('');
        const { rows, faults } = read(Uint8Array.from([...HEADER, ...new TextEncoder().encode(body)]));
        const lines = body.split(/\r\n|\r|\n/).length + 1;
        for (const { line } of faults) if (line !== undefined) expect(line).toBeLessThanOrEqual(lines);
        for (const row of rows) {
          expect(Object.keys(row)).toEqual(Object.keys(columns));
          expect(Number.isSafeInteger(row.integer)).toBe(true);
          expect(row.amount === null || Number.isSafeInteger(row.amount)).toBe(true);
          expect(row.text ?? '').not.toMatch(/[\u0000-\u0008\u202a-\u202e]|<[a-z]/i);
          expect(row.url === null || /^https?:\/\//.test(row.url)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('what is written is read back', () => {
  const written = {
    texte: text({ title: 'texte' }),
    entier: integer({ title: 'entier' }),
    nombre: decimal({ title: 'nombre' }),
  };
  /** Texts that we accept; those that get an apostrophe when written are another test's. */
  const plain = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .map((value) => value.normalize('NFC').trim())
    .filter(
      (value) => value !== '' && !/^[=+\-@＝＋－＠]/.test(value) && !readCell(value, written.texte, undefined).flaw,
    );

  test('texts, integers and decimals survive', () => {
    const record = fc.tuple(
      plain,
      fc.maxSafeInteger(),
      fc
        .double({ noDefaultInfinity: true, noNaN: true, min: -1e15, max: 1e15 })
        .filter((value) => value === 0 || Math.abs(value) > 1e-6),
    );
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 8 }), (records) => {
        const csv = writeCsv([Object.keys(written), ...records]);
        const { rows, faults } = readCsv(new TextEncoder().encode(csv), { file: 'x.csv', columns: written });
        expect(faults.filter(({ level }) => level === 'erreur')).toEqual([]);
        expect(rows.map(({ texte, entier, nombre }) => [texte, entier, nombre])).toEqual(
          records.map(([a, b, c]) => [a, b + 0, c + 0]),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('cents survive, written in euros with any French space', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99_999_999_999 }),
        fc.constantFrom(' ', '\u00a0', '\u202f', ''),
        (cents, space) => {
          const euros = String(Math.floor(cents / 100)).replace(/\B(?=(\d{3})+$)/g, space);
          const csv = `montant\n${euros},${String(cents % 100).padStart(2, '0')}${space}€\n`;
          const { rows, faults } = readCsv(new TextEncoder().encode(csv), {
            file: 'x.csv',
            columns: { montant: amount({ title: 'montant' }) },
          });
          expect(faults).toEqual([]);
          expect(rows[0]?.montant).toBe(cents);
        },
      ),
    );
  });

  test('any choice among options survives any separator', () => {
    const options = { a: 'Un', b: 'Un, deux', c: 'Un, deux ; trois', d: 'deux', e: 'Quatre | cinq' };
    const codes = Object.keys(options) as (keyof typeof options)[];
    fc.assert(
      fc.property(
        fc.shuffledSubarray(codes, { minLength: 1 }),
        fc.constantFrom(';', '; ', ' ;\n', '|', '\n'),
        (chosen, separator) => {
          const cell = chosen.map((code) => options[code]).join(separator);
          const { rows, faults } = readCsv(new TextEncoder().encode(`choix\n"${cell}"\n`), {
            file: 'x.csv',
            columns: { choix: severalOf(options, { title: 'choix' }) },
          });
          expect(faults).toEqual([]);
          const joined = chosen.map((code) => options[code]).join('; ');
          const labels = (rows[0]?.choix ?? []).map((code) => options[code]).join('; ');
          expect(new Set(labels.split(/[;,|] /))).toEqual(new Set(joined.split(/[;,|] /)));
        },
      ),
    );
  });
});

test('edit distance is a distance', () => {
  const word = fc.string({ maxLength: 8 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(editDistance(a, a)).toBe(0);
      expect(editDistance(a, b)).toBe(editDistance(b, a));
      expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
    }),
  );
  expect([editDistance('Lille', 'Lile'), editDistance('Lille', 'Lilel'), editDistance('a', '')]).toEqual([1, 1, 1]);
});
