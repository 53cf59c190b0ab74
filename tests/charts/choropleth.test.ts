import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choropleth } from '../../src/charts/choropleth.ts';
import { classify, classOf } from '../../src/charts/classes.ts';
import { filePaletteOf, pagePalette } from '../../src/charts/palette.ts';
import { plain } from '../plain.ts';
import { examples, frameOf, geoOf, tableOf } from './examples.ts';

const draw = (more: Parameters<typeof frameOf>[1] = {}) => examples.choropleth!(frameOf(720, more));

describe('la carte d’un taux', () => {
  test('refuse un nombre et une somme : les grands territoires y paraîtraient toujours pleins', () => {
    for (const unit of [{ one: 'lieu', many: 'lieux' }, '€'] as const) {
      const table = tableOf(['departement'], unit, [['59', 12]]);
      const options = { area: 'departement', object: 'territoires', value: 'valeur', title: 'Lieux' } as const;
      expect(() => choropleth(table, options, { ...frameOf(720), geo: geoOf(720) })).toThrow(
        /A choropleth shows a rate/,
      );
    }
  });

  test('dit chaque territoire d’une phrase, et ce qui manque', () => {
    const { marks, svg } = draw();
    expect(marks.map(({ sentence }) => plain(sentence))).toEqual([
      'Nord : 12,4 lieux pour 100 000 habitants (un détail)',
      'Pas-de-Calais : 7,3 lieux pour 100 000 habitants (un détail)',
      'Somme : secret statistique (un détail)',
      'Oise : 0 lieu pour 100 000 habitants (un détail)',
    ]);
    expect(plain(svg)).toContain('s : secret statistique · nd : non disponible');
    expect(svg.match(/fill="url\(#essai-h\)"/g)).toHaveLength(3);
  });

  test('écrit les valeurs sur les territoires qui ont la place, jamais les zéros', () => {
    const texts = [...draw().svg.matchAll(/font-weight="700"[^>]*>([^<]*)</g)].map(([, text]) => text);
    expect(texts).toEqual(['12,4', '7,3', 's']);
  });

  test('le plus fort est le plus foncé ; à l’impression, une trame par classe', () => {
    const { ramp } = filePaletteOf(false);
    const fills = draw()
      .marks.map(({ key }) => new RegExp(`data-mark="${key}".*?<path fill="([^"]*)"`).exec(draw().svg)?.[1])
      .map((fill) => ramp.indexOf(fill ?? ''));
    expect(fills).toEqual([0, 2, -1, -1]);
    expect(draw({ medium: 'page', palette: pagePalette }).svg).toContain('url(#essai-t1)');
  });
});

describe('les classes', () => {
  const values = fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0.001, max: 1e6, noNaN: true })), {
    maxLength: 60,
  });

  test('rangent chaque valeur, sans classe vide, de la plus basse à la plus haute', () => {
    fc.assert(
      fc.property(values, (given) => {
        const classes = classify(given);
        const positive = given.filter((value) => value > 0);
        expect(classes.length).toBeLessThanOrEqual(4);
        expect(classes.length > 0).toBe(positive.length > 0);
        const found = positive.map((value) => classOf(value, classes));
        expect(new Set(found).size).toBe(classes.length);
        positive.forEach((value, i) => {
          const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = classes[found[i]!]!;
          expect(value >= from && value < to).toBe(true);
        });
        classes.slice(1).forEach(({ from }, i) => {
          expect(from).toBe(classes[i]!.to);
        });
      }),
      // Two values that no round number parts, nor the middle between them.
      { examples: [[[999999.9999999979, 0.001, 999999.999999998]]] },
    );
  });

  test('ont des limites rondes', () => {
    expect(classify([6.1, 6.5, 7.6, 10, 17.4, 17.6, 28, 28.6, 35.7, 56.3, 180.7])).toEqual([
      { to: 10 },
      { from: 10, to: 20 },
      { from: 20, to: 30 },
      { from: 30 },
    ]);
    expect(classify([3, 3, 3])).toEqual([{}]);
    expect(classify([0, 0])).toEqual([]);
  });
});
