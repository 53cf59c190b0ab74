import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits, BrokenDrawing, tokenize } from '../../../src/print/press/tokenize.ts';

const bytesOf = (text: string) => Buffer.from(text, 'latin1');
const operatorsOf = (text: string) => tokenize(bytesOf(text)).map(({ operator }) => operator);

describe('les instructions d’un dessin', () => {
  test.each([
    ['des parenthèses dans un texte', '(a (rg) \\) 1 0 0 rg) Tj 1 0 0 rg', ['Tj', 'rg']],
    ['un texte en hexadécimal', '<0072 0067> Tj', ['Tj']],
    ['un tableau', '[(a]) -12 <5d> [1 2]] TJ [] 0 d', ['TJ', 'd']],
    ['un dictionnaire', '/Span<</ActualText <feff>/D<</E(>>)>>>>BDC EMC', ['BDC', 'EMC']],
    ['un commentaire', '% 1 0 0 rg (\n0 g % fin', ['g']],
    ['une image dans le dessin', 'q BI /W 1 /H 1 ID \u00ffEI( rg EIx\nEI Q', ['q', 'BI', 'Q']],
    ['un nom collé à ce qui précède', '/Pattern cs/P48 scn', ['cs', 'scn']],
    ['les deux apostrophes', '(a) \' 1 2 (b) "', ["'", '"']],
  ])('%s', (_, drawing, operators) => {
    expect(operatorsOf(drawing)).toEqual(operators);
  });

  test('les nombres se lisent dans toutes leurs écritures, les noms sans leurs codes', () => {
    expect(tokenize(bytesOf('-.5 +3 4. 0.25 /A#42 x'))[0]!.operands).toEqual([
      { kind: 'number', value: -0.5 },
      { kind: 'number', value: 3 },
      { kind: 'number', value: 4 },
      { kind: 'number', value: 0.25 },
      { kind: 'name', value: 'AB' },
    ]);
  });

  test.each(['(a', '<00', '[1 2', '<< /A', '1 2 3', ')', ']', 'BI /W 1', 'BI ID abc', '{ }'])(
    'un dessin abîmé est refusé : %s',
    (drawing) => {
      expect(() => tokenize(bytesOf(drawing))).toThrow(BrokenDrawing);
    },
  );

  const blank = fc.constantFrom(' ', '\n', '\r\n', '\t', ' % rg (\n', '\u0000 ');
  const sign = fc.constantFrom('a', '(', ')', '\\', ' ', 'rg', '\n', '%', '<', '\u00e9');
  const text = fc.array(sign).map((signs) => `(${signs.join('').replace(/[\\()]/g, '\\$&')})`);
  const hex = fc.array(fc.constantFrom('0', 'f', 'A', ' ')).map((digits) => `<${digits.join('')}>`);
  const simple = fc.oneof(text, hex, fc.constantFrom('1', '-.5', '/Nom', 'true', '/A#20'));
  const nested = fc.oneof(
    simple,
    fc.array(simple).map((parts) => `[${parts.join(' ')}]`),
    fc.array(simple).map((parts) => `<<${parts.map((part) => `/C ${part}`).join(' ')}>>`),
  );
  const picture = fc
    .uint8Array({ maxLength: 20 })
    .map((data) => Buffer.from(data).toString('latin1').replace(/EI/g, 'IE'))
    .map((data) => ({ operator: 'BI', said: `BI /W 1 ID ${data}\nEI` }));
  const plain = fc
    .tuple(fc.array(nested, { maxLength: 4 }), fc.constantFrom('Tj', 'TJ', 'BDC', 'f*', "'", 'd'))
    .map(([operands, operator]) => ({ operator, said: [...operands, operator].join(' ') }));
  const colour = fc.constant({ operator: 'rg', said: '1 0 0 rg' });
  const drawing = fc.array(fc.tuple(fc.oneof(plain, picture, colour), blank));

  test('n’importe quel dessin se relit instruction par instruction ; une couleur remplacée laisse tout le reste, octet pour octet', () => {
    fc.assert(
      fc.property(drawing, (parts) => {
        const bytes = bytesOf(parts.map(([{ said }, space]) => said + space).join(''));
        const operations = tokenize(bytes);
        expect(operations.map(({ operator }) => operator)).toEqual(parts.map(([{ operator }]) => operator));
        const edits = operations
          .filter(({ operator }) => operator === 'rg')
          .map(({ start, end }) => ({ start, end, text: '0 1 1 0 k' }));
        const wished = parts.map(([{ operator, said }, space]) => (operator === 'rg' ? '0 1 1 0 k' : said) + space);
        expect(Buffer.from(applyEdits(bytes, edits))).toEqual(bytesOf(wished.join('')));
      }),
    );
  });

  test('des octets quelconques se lisent ou se refusent, rien d’autre', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        try {
          const ends = tokenize(bytes).flatMap(({ start, end }) => [start, end]);
          expect(ends).toEqual(ends.toSorted((a, b) => a - b));
        } catch (error) {
          expect(error).toBeInstanceOf(BrokenDrawing);
        }
      }),
    );
  });
});
