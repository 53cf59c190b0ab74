import { execFileSync, spawnSync } from 'node:child_process';
import sharp from 'sharp';
import { decode } from './read-texts.ts';

/** True where the program that paints is there: tests say what they are left without. */
export const hasRsvg = spawnSync('rsvg-convert', ['--version']).status === 0;

/** A line of text as another program paints it: the box of its ink in the drawing, px. */
export interface Ink {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A line of text as the drawing writes it. */
interface Line {
  readonly drawing: number;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** What shows this line alone, at its abscissa, on the baseline 0. */
  readonly alone: string;
}

/** Room on both sides of a drawing, px, for what runs out of it. */
const PAD = 40;

/** The tallest picture that rsvg-convert paints, with some to spare. */
const TALLEST = 30_000;

/** Ink darker than this counts: the edge of a letter is grey. */
const DARK = 160;

/**
 * Where rsvg-convert, with the fonts that it finds, puts the ink of each line of text of each drawing. All lines are
 * painted in black one under the other, each at its own abscissa: a few pictures tell of all drawings.
 */
export async function measureInk(svgs: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Ink[][]> {
  const inks: Ink[][] = svgs.map(() => []);
  const width = 2 * PAD + Math.max(...svgs.map(widthOf));
  for (const bands of inPictures(svgs.flatMap(readLines))) {
    const painted = await paint(bands, width, environment);
    for (const { line, top, bottom, baseline } of bands) {
      const box = boxIn(painted, width, top, bottom);
      if (!box) throw new Error(`rsvg-convert paints nothing for « ${line.text} »`);
      const toDrawing = line.y - baseline;
      inks[line.drawing]!.push({
        text: line.text,
        left: box.left - PAD,
        right: box.right - PAD,
        top: box.top + toDrawing,
        bottom: box.bottom + toDrawing,
      });
    }
  }
  return inks;
}

/** The pairs of lines of a drawing whose boxes lie over one another, and the lines that run out of it. */
export function findCollisions(inks: readonly Ink[], { width }: { readonly width: number }): readonly string[] {
  const meet = (a: Ink, b: Ink) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5;
  return [
    ...inks.flatMap((a, index) =>
      inks
        .slice(index + 1)
        .filter((b) => meet(a, b))
        .map((b) => `« ${a.text} » et « ${b.text} »`),
    ),
    ...inks.filter(({ left, right }) => left < 0 || right > width).map(({ text }) => `« ${text} » sort de l’image`),
  ];
}

/** The width that a drawing says, px. */
export function widthOf(svg: string): number {
  return Number(/ width="([\d.]+)"/.exec(svg)![1]);
}

/** Every line of text of a drawing; what this does not know how to place is an error, not a line less. */
function readLines(svg: string, drawing: number): Line[] {
  const lines: Line[] = [];
  const shifts: (readonly [number, number])[] = [];
  const [root = ''] = /^<svg[^>]*>/.exec(svg) ?? [];
  const inherited = ['font-family', 'font-size'].map((name) => ` ${name}="${attribute(root, name)}"`).join('');
  for (const [whole, group, attributes = '', content] of svg.matchAll(
    /<g\b([^>]*)>|<\/g>|<text\b([^>]*)>(.*?)<\/text>/gs,
  )) {
    if (group !== undefined) shifts.push(shiftOf(group));
    else if (content === undefined) shifts.pop();
    // The outline of a text stands under the text itself.
    else if (!attributes.includes('aria-hidden')) {
      if (/ (?:transform|d[xy]|rotate)=/.test(attributes))
        throw new Error(`A text that is not placed plainly: ${whole}`);
      const [dx, dy] = shifts.reduce(([x, y], [more, down]) => [x + more, y + down], [0, 0]);
      const size = Number(attribute(attributes, 'font-size') ?? attribute(root, 'font-size'));
      const bare = attributes.replace(/ (?:x|y|fill|stroke[-\w]*)="[^"]*"/g, '');
      for (const { x, y, inner } of splitLines(attributes, content)) {
        const text = decode(inner.replace(/<[^>]*>/g, '').trim());
        if (text === '') continue;
        const placed = `x="${x + dx + PAD}" y="0"`;
        lines.push({
          drawing,
          text,
          x: x + dx,
          y: y + dy,
          size,
          alone: `<g${inherited}><text${bare} ${placed}>${inner.replace(/ fill="[^"]*"/g, '')}</text></g>`,
        });
      }
    }
  }
  return lines;
}

function splitLines(attributes: string, content: string) {
  const spans = [
    ...content.matchAll(/<tspan x="([-\d.]+)" y="([-\d.]+)">((?:<tspan[^>]*>.*?<\/tspan>|.)*?)<\/tspan>/gs),
  ];
  if (spans.length > 0) return spans.map(([, x, y, inner = '']) => ({ x: Number(x), y: Number(y), inner }));
  return [{ x: Number(attribute(attributes, 'x')), y: Number(attribute(attributes, 'y')), inner: content }];
}

function shiftOf(group: string): readonly [number, number] {
  const transform = attribute(group, 'transform');
  if (transform === undefined) return [0, 0];
  const found = /^translate\(([-\d.]+)[ ,]([-\d.]+)\)$/.exec(transform);
  if (!found) throw new Error(`A group that is not placed plainly: ${transform}`);
  return [Number(found[1]), Number(found[2])];
}

function attribute(attributes: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1];
}

interface Band {
  readonly line: Line;
  readonly top: number;
  readonly baseline: number;
  readonly bottom: number;
}

/** Lines one under the other, as many pictures as that takes. */
function inPictures(lines: readonly Line[]): Band[][] {
  const pictures: Band[][] = [[]];
  let top = 0;
  for (const line of lines) {
    const height = Math.ceil(line.size * 1.7);
    if (top + height > TALLEST) {
      pictures.push([]);
      top = 0;
    }
    pictures.at(-1)!.push({ line, top, baseline: top + Math.round(line.size * 1.2), bottom: top + height });
    top += height;
  }
  return pictures;
}

async function paint(bands: readonly Band[], width: number, environment: NodeJS.ProcessEnv): Promise<Buffer> {
  const height = bands.at(-1)!.bottom;
  const texts = bands.map(({ line, baseline }) => `<g transform="translate(0 ${baseline})">${line.alone}</g>`);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${texts.join('')}</svg>`;
  const png = execFileSync('rsvg-convert', ['--unlimited', '--background-color', 'white'], {
    input: svg,
    maxBuffer: 1e9,
    env: { ...process.env, ...environment },
  });
  return sharp(png, { limitInputPixels: false }).greyscale().raw().toBuffer();
}

/** The box of what is dark in some rows of a picture. */
function boxIn(pixels: Buffer, width: number, from: number, to: number): Omit<Ink, 'text'> | undefined {
  let [left, right, top, bottom] = [width, -1, -1, -1];
  for (let row = from; row < to; row += 1) {
    for (let column = 0; column < width; column += 1) {
      if (pixels[row * width + column]! >= DARK) continue;
      if (column < left) left = column;
      if (column > right) right = column;
      if (top < 0) top = row;
      bottom = row;
    }
  }
  return right < 0 ? undefined : { left, right: right + 1, top, bottom: bottom + 1 };
}
