import { describe, expect, test } from 'vitest';
import { cutDrawing } from '../../src/print/edition/cut-drawing.ts';
import { hyphenate } from '../../src/print/edition/hyphenate.ts';

const shown = (text: string) => hyphenate(text).replaceAll('\u00ad', '|');

describe('les césures', () => {
  test('coupent les mots longs selon l’usage français, jamais à moins de trois lettres d’un bord', () => {
    expect(shown('l’observatoire restitution bénévoles')).toBe('l’obser|va|toire res|ti|tu|tion béné|voles');
  });

  test('laissent entiers les noms, les mots courts et les mots à trait d’union', () => {
    expect(shown('Observatoire lieux tiers-lieux 12e')).toBe('Observatoire lieux tiers-lieux 12e');
  });
});

describe('une figure trop haute pour sa page', () => {
  const lines = [20, 40, 60, 500, 520, 900, 940].map((y) => `<text x="0" y="${y}">Ligne</text>`).join('');

  test('reste entière quand une réduction légère suffit', () => {
    expect(cutDrawing({ svg: lines, height: 1000 }, 850)).toEqual([{ from: 0, to: 1000 }]);
  });

  test('se coupe en deux là où ses lignes sont le plus loin l’une de l’autre', () => {
    expect(cutDrawing({ svg: lines, height: 1000 }, 700)).toEqual([
      { from: 0, to: 482 },
      { from: 482, to: 1000 },
    ]);
  });
});
