import { describe, expect, test } from 'vitest';
import { bars } from '../../src/charts/bars.ts';
import { filePaletteOf } from '../../src/charts/palette.ts';
import type { Medium } from '../../src/model/drawing.ts';
import { tableOf } from './table-of.ts';

const table = tableOf(['activite'], '%', [
  ['coworking', { valeur: { value: 56, n: 56, base: 100 } }],
  ['culture', { valeur: { value: null, sign: 's' } }],
  ['fablab', { valeur: { value: null, sign: 's' } }],
]);
const draw = (medium: Medium, demonstration: boolean) =>
  bars(
    table,
    { category: 'activite', value: 'valeur' },
    { id: 'essai', width: 360, medium, palette: filePaletteOf(demonstration), demonstration },
  ).svg;

describe('les hachures sur papier', () => {
  test.each(['poster', 'press'] as const)(
    '%s : des traits coupés à la forme, aucun motif que le navigateur ferait en pixels',
    (medium) => {
      const svg = draw(medium, true);
      expect(svg).not.toContain('<pattern');
      expect(svg).not.toMatch(/fill="url/);
      // Two hidden values and the ground of the demonstration.
      expect(svg.match(/<clipPath /g)).toHaveLength(3);
      expect(svg.match(/<use href="#essai-lh"/g)).toHaveLength(2);
      expect(svg.match(/<use href="#essai-ld"/g)).toHaveLength(1);
    },
  );

  test('sur une page, un motif suffit ; sans rien de caché, rien n’est tracé', () => {
    expect(draw('page', true)).toContain('<pattern id="essai-h"');
    expect(draw('page', true)).not.toContain('<clipPath');
    const sound = bars(
      tableOf(['activite'], '%', [['coworking', { valeur: { value: 56, n: 56, base: 100 } }]]),
      { category: 'activite', value: 'valeur' },
      { id: 'essai', width: 360, medium: 'poster', palette: filePaletteOf(false), demonstration: false },
    );
    expect(sound.svg).not.toContain('clip');
  });
});
