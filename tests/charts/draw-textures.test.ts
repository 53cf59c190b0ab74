import { describe, expect, test } from 'vitest';
import { drawTextures } from '../../src/charts/draw-textures.ts';
import { filePaletteOf } from '../../src/charts/palette.ts';
import { TEXTURES, textureOf } from '../../src/charts/textures.ts';
import type { Frame } from '../../src/model/drawing.ts';

const frame: Frame = {
  id: 'essai',
  width: 300,
  medium: 'press',
  palette: filePaletteOf(false),
  demonstration: false,
};
/** The ends of the strokes that a texture draws where it paints a path. */
function endsOf(index: number, painted: (paint: string) => string): { x: number; y: number }[] {
  const drawn = drawTextures(frame, painted(textureOf(frame, index)!));
  expect(drawn).not.toContain('url(');
  return [...drawn.matchAll(/M([-.\d]+) ([-.\d]+)(?:l([-.\d]+) ([-.\d]+)|h)/g)].flatMap(([, x, y, across, down]) => [
    { x: Number(x), y: Number(y) },
    { x: Number(x) + Number(across ?? 0), y: Number(y) + Number(down ?? 0) },
  ]);
}
const textures = Array.from({ length: TEXTURES - 1 }, (_, i) => i + 1);

describe('les trames tracées en traits', () => {
  test.each(textures)(
    'trame %i : des traits qui ne sortent pas de ce qu’ils couvrent, ni ne passent ses trous',
    (index) => {
      const ends = endsOf(index, (paint) => `<path fill="${paint}" d="M20 20h60v40h-60zM40 30v20h20v-20z"/>`);
      expect(ends.length).toBeGreaterThan(15);
      for (const { x, y } of ends) {
        expect(x >= 19.9 && x <= 80.1 && y >= 19.9 && y <= 60.1).toBe(true);
        expect(x > 40.1 && x < 59.9 && y > 30.1 && y < 49.9).toBe(false);
      }
      expect(Math.min(...ends.map(({ x }) => x))).toBeLessThan(30);
      expect(Math.max(...ends.map(({ x }) => x))).toBeGreaterThan(70);
    },
  );

  test('le long d’un ruban, ils en suivent la courbe', () => {
    const ends = endsOf(
      1,
      (paint) => `<path fill="none" stroke="${paint}" stroke-width="20" d="M0 50C50 50 50 150 100 150"/>`,
    );
    const near = (from: number, to: number) => ends.filter(({ x }) => x >= from && x <= to).map(({ y }) => y);
    expect(Math.max(...near(0, 10))).toBeLessThan(65);
    expect(Math.min(...near(90, 100))).toBeGreaterThan(135);
    expect(near(45, 55).length).toBeGreaterThan(0);
  });
});
