import { describe, expect, test } from 'vitest';
import { type Block, placeFloats } from '../../src/print/edition/place-floats.ts';

const block = (kind: Block['kind'], height: number, splits = kind === 'text'): Block => ({
  kind,
  height,
  space: 0,
  notes: 0,
  splits,
});
const order = (blocks: readonly Block[], head = 0) => placeFloats({ page: 1000, head, line: 20, blocks });

describe('les figures dans le fil du livre', () => {
  test('une figure qui tient reste à sa place', () => {
    expect(order([block('text', 300), block('float', 400), block('text', 300)])).toEqual([0, 1, 2]);
  });

  test('une figure trop haute pour la fin de sa page attend la suivante : le texte prend sa place', () => {
    const texts = [block('text', 200), block('text', 200), block('text', 200)];
    expect(order([block('text', 500), block('float', 600), ...texts])).toEqual([0, 2, 3, 4, 1]);
  });

  test('le titre du chapitre compte dans sa première page', () => {
    const blocks = [block('text', 300), block('float', 400), block('text', 300)];
    expect(order(blocks, 350)).toEqual([0, 2, 1]);
  });

  test('deux figures gardent leur ordre, même si la seconde tiendrait plus tôt', () => {
    const blocks = [
      block('text', 500),
      block('float', 700),
      block('text', 100),
      block('float', 100),
      block('text', 300),
    ];
    const placed = order(blocks);
    expect(placed.indexOf(1)).toBeLessThan(placed.indexOf(3));
    expect(placed.toSorted()).toEqual([0, 1, 2, 3, 4]);
  });

  test('une figure ne sépare pas un titre de son texte', () => {
    expect(order([block('heading', 50, false), block('float', 200), block('text', 200)])).toEqual([0, 2, 1]);
  });

  test('une figure presque aussi haute qu’une page trouve la sienne entre deux paragraphes', () => {
    const texts = Array.from({ length: 9 }, () => block('text', 150));
    const placed = order([block('text', 100), block('float', 980, false), ...texts]);
    expect(placed.indexOf(1)).toBe(7);
  });

  test('ce qui attend encore à la fin du chapitre n’est pas perdu', () => {
    expect(order([block('text', 900), block('float', 500)])).toEqual([0, 1]);
  });
});
