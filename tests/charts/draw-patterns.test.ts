import { expect, test } from 'vitest';
import { drawPatterns } from '../../src/charts/draw-patterns.ts';
import { filePaletteOf } from '../../src/charts/palette.ts';
import { hatch } from '../../src/charts/svg.ts';
import { textureOf } from '../../src/charts/textures.ts';
import type { Frame } from '../../src/model/drawing.ts';

const frame: Frame = {
  ...{ id: 'essai', width: 300, medium: 'press' },
  ...{ palette: filePaletteOf(false), demonstration: false },
};
const texture = textureOf(frame, 1)!;

test.each([
  ['une hachure', `<path fill="${hatch(frame)}" stroke="#000" d="M0 0h60v40h-60z"/>`],
  ['une trame', `<path fill="${texture}" d="M0 0h60v40h-60z"/>`],
  ['une trame le long d’un trait', `<path fill="none" stroke="${texture}" stroke-width="20" d="M0 50L90 50"/>`],
])('%s se trace en traits', (_, shape) => {
  const drawn = drawPatterns(frame, 200, shape);
  expect(drawn).not.toContain('="url(#essai-t');
  expect(drawn).toMatch(/<path [^>]*stroke-width="[\d.]+"/);
});

test.each([
  ['une hachure sur une forme inconnue', `<ellipse fill="${hatch(frame)}" rx="9" ry="4"/>`],
  ['une trame sur un cercle', `<circle fill="${texture}" r="9"/>`],
  ['une hachure le long d’un trait', `<path fill="none" stroke="${hatch(frame)}" stroke-width="20" d="M0 50L90 50"/>`],
  ['une trame dite dans un autre ordre', `<path d="M0 0h60v40h-60z" fill="${texture}"/>`],
])('%s s’imprimerait vide : c’est une erreur du code', (_, shape) => {
  expect(() => drawPatterns(frame, 200, `<g>${shape}</g>`)).toThrow(/No lines are drawn for <(ellipse|circle|path)/);
});
