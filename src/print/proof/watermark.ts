import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import type { PDFContext, PDFRef } from 'pdf-lib';
import { flateStream } from '../press/flate-stream.ts';

const FONT = '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf';

/** The size at which the letters are drawn before they are scaled, and room enough for any proof's words. */
const [SIZE, ROOM] = [100, 10_000];
/** Share of the page's diagonal that the words take. */
const SPAN = 0.8;
/** Of the letters, and of the light line around them, which keeps them legible on a dark picture. */
const [INK, HALO] = [0.15, 0.3];
const GREY = 0.25;

/**
 * Words across a page of this size in points, as a drawing to be placed on it: outlines of letters, so that nothing is copied
 * with the text of the page; the page is read through them.
 */
export function drawWatermark(context: PDFContext, words: string, width: number, height: number): PDFRef {
  const { path, length } = outline(words);
  const scale = (SPAN * Math.hypot(width, height)) / length;
  const angle = Math.atan2(height, width);
  const [cos, sin] = [Math.cos(angle) * scale, Math.sin(angle) * scale];
  // The middle of the words, at half the height of a small letter, comes to the middle of the page; SVG counts downwards.
  const [x, y] = [length / 2, SIZE * 0.75];
  const place = [cos, sin, sin, -cos, width / 2 - cos * x - sin * y, height / 2 - sin * x + cos * y];
  const drawing = [
    'q',
    `${place.map(short).join(' ')} cm`,
    `1 G ${short(SIZE / 45)} w 1 j /Halo gs ${path} S`,
    `${GREY} g /Ink gs ${path} f`,
    'Q',
  ].join('\n');
  const state = (entries: Record<string, number>) => context.obj({ Type: 'ExtGState', ...entries });
  const stream = flateStream(context, Buffer.from(drawing, 'latin1'), { Type: 'XObject', Subtype: 'Form' });
  stream.dict.set(context.obj('BBox'), context.obj([0, 0, width, height]));
  stream.dict.set(
    context.obj('Resources'),
    context.obj({ ExtGState: { Halo: state({ CA: HALO, ca: HALO }), Ink: state({ CA: INK, ca: INK }) } }),
  );
  return context.register(stream);
}

/** The outline of words as operations of a drawing, on the base line from 0, and how long it is. */
function outline(words: string): { readonly path: string; readonly length: number } {
  const text = `<text x="0" y="${SIZE}" font-family="Source Sans 3" font-weight="600" font-size="${SIZE}">${words}</text>`;
  const drawn = new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${ROOM}" height="${2 * SIZE}">${text}</svg>`,
    {
      font: {
        fontFiles: [fileURLToPath(import.meta.resolve(FONT))],
        loadSystemFonts: false,
        defaultFontFamily: 'Source Sans 3',
      },
    },
  );
  const path = /\sd="([^"]+)"/.exec(drawn.toString())?.[1];
  if (path === undefined) throw new Error('no letter was drawn');
  const box = new Resvg(drawn.toString()).innerBBox();
  return { path: operationsOf(path), length: box?.width ?? ROOM };
}

/** A path as resvg writes one, in the operations of a PDF, which knows only curves of two handles. */
function operationsOf(path: string): string {
  let [x, y] = [0, 0];
  const operations = [...path.matchAll(/([A-Z])([^A-Z]*)/g)].map(([, command, given = '']) => {
    const numbers = given
      .trim()
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(Number);
    const [fromX, fromY] = [x, y];
    [x, y] = [numbers.at(-2) ?? x, numbers.at(-1) ?? y];
    switch (command) {
      case 'M':
        return `${numbers.map(short).join(' ')} m`;
      case 'L':
        return `${numbers.map(short).join(' ')} l`;
      case 'C':
        return `${numbers.map(short).join(' ')} c`;
      case 'Q': {
        const [handleX, handleY] = numbers as [number, number];
        const near = (from: number, handle: number) => from + (2 / 3) * (handle - from);
        const handles = [near(fromX, handleX), near(fromY, handleY), near(x, handleX), near(y, handleY)];
        return `${[...handles, x, y].map(short).join(' ')} c`;
      }
      case 'Z':
        return 'h';
      default:
        throw new Error(`a path of letters holds ${command}`);
    }
  });
  return operations.join('\n');
}

/** Fewer digits than floating numbers have: the same on every machine. */
const short = (value: number): string => String(Math.round(value * 10_000) / 10_000);
