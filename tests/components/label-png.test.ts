import { Resvg } from '@resvg/resvg-js';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { labelPng } from '../../src/components/label-png.ts';
import { readPngTexts } from './read-png-texts.ts';

const drawing = new Resvg(
  '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"><path fill="red" d="M1 1h3v2z"/></svg>',
);
const png = new Uint8Array(drawing.render().asPng());

test('une image dit ce qu’elle est, en français, et montre les mêmes points', async () => {
  const labelled = labelPng(png, [
    ['Title', 'L’œuvre : 50\u00a0% « à lire »'],
    ['Copyright', 'CC BY-SA 4.0'],
    ['URL', undefined],
  ]);
  expect([...readPngTexts(labelled)]).toEqual([
    ['Title', 'L’œuvre : 50\u00a0% « à lire »'],
    ['Copyright', 'CC BY-SA 4.0'],
  ]);
  expect(await sharp(labelled).raw().toBuffer()).toEqual(await sharp(png).raw().toBuffer());
});

test('sans rien à dire, pas un octet ne change', () => {
  expect(labelPng(png, [['URL', '']])).toEqual(png);
});
