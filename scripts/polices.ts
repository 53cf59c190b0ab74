/**
 * Makes what the site needs from the fonts' packages: `src/text/advances.json` (widths of characters, so that charts
 * wrap and place their labels without a browser) and `src/styles/fonts/*.woff2` (web fonts cut down to French).
 * Run after a change of font or version: `npm run polices`.
 */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import subsetFont from 'subset-font';
import { formatNumber } from '../src/text/number.ts';
import { readOptions } from './options.ts';

readOptions({
  name: 'npm run polices',
  does: 'recalcule les polices réduites au français et la largeur de leurs signes, après un changement de police.',
  options: {},
  codes: ['quand tout est écrit', 'quand un fichier n’a pas pu l’être'],
});

const require = createRequire(import.meta.url);
const root = join(import.meta.dirname, '..');

/** What French pages, tables and pictures write: Latin 1, the ligatures, typographic signs, arrows and a few marks. */
const CHARACTERS = [
  ...Array.from({ length: 0x7e - 0x20 + 1 }, (_, i) => String.fromCodePoint(0x20 + i)),
  ...Array.from({ length: 0xff - 0xa0 + 1 }, (_, i) => String.fromCodePoint(0xa0 + i)),
  ...'ŒœŸŠšŽžĆćČčĐđĞğŁłŃńŘřŞşţȚț',
  ...'‐‑–—‘’‚“”„†•…‰‹›⁄€™−×≈≠≤≥←↑→↓↗↘',
  ...'⁰¹²³⁴⁵⁶⁷⁸⁹₂ᵉʳ',
  '\u2009\u202f',
].join('');

const MEASURED = {
  '400': '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  '600': '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  '700': '@expo-google-fonts/source-sans-3/700Bold/SourceSans3_700Bold.ttf',
  titre: '@expo-google-fonts/bricolage-grotesque/700Bold/BricolageGrotesque_700Bold.ttf',
};

/** Variable fonts kept along their weight only; every other axis is pinned. Text in Latin comes from one file each. */
const SUBSETS: readonly { file: string; from: string; axes: Record<string, number | { min: number; max: number }> }[] =
  [
    {
      file: 'bricolage-grotesque.woff2',
      from: '@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-standard-normal.woff2',
      axes: { opsz: 24, wdth: 100, wght: { min: 400, max: 800 } },
    },
    {
      file: 'source-serif-4.woff2',
      from: '@fontsource-variable/source-serif-4/files/source-serif-4-latin-standard-normal.woff2',
      axes: { opsz: 18, wght: { min: 400, max: 700 } },
    },
    {
      file: 'source-sans-3.woff2',
      from: '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
      axes: { wght: { min: 400, max: 700 } },
    },
  ];

await writeAdvances();
await writeWebFonts();

async function writeAdvances(): Promise<void> {
  const advances: Record<string, Record<string, number>> = {};
  for (const [name, path] of Object.entries(MEASURED)) {
    advances[name] = readAdvances(await readFile(require.resolve(path)), CHARACTERS);
  }
  await writeFile(join(root, 'src/text/advances.json'), `${JSON.stringify(advances)}\n`);
}

async function writeWebFonts(): Promise<void> {
  const folder = join(root, 'src/styles/fonts');
  await mkdir(folder, { recursive: true });
  let total = 0;
  for (const { file, from, axes } of SUBSETS) {
    const whole = await readFile(require.resolve(from));
    const cut = await subsetFont(whole, CHARACTERS, { targetFormat: 'truetype', variationAxes: axes });
    const subset = await subsetFont(renamed(cut), CHARACTERS, { targetFormat: 'woff2' });
    await writeFile(join(folder, file), subset);
    // The Open Font License asks that its text goes with every copy.
    await copyFile(
      join(dirname(require.resolve(from)), '../LICENSE'),
      join(folder, file.replace('.woff2', '-OFL.txt')),
    );
    total += subset.length;
    console.log(`${file} : ${formatNumber(subset.length / 1024)} Ko (${formatNumber(whole.length / 1024)} Ko avant)`);
  }
  console.log(`Polices du site : ${formatNumber(total / 1024)} Ko`);
}

/** The OFL reserves the name "Source" to the whole fonts: ours, cut down, bear another of the same length. */
function renamed(font: Buffer): Buffer {
  const [reserved, ours] = ['Source', 'Relais'];
  const wide = (text: string) => Buffer.from([...text].flatMap((letter) => [0, letter.charCodeAt(0)]));
  for (const [from, to] of [
    [Buffer.from(reserved), Buffer.from(ours)],
    [wide(reserved), wide(ours)],
  ] as const) {
    for (let at = font.indexOf(from); at >= 0; at = font.indexOf(from, at + from.length)) to.copy(font, at);
  }
  return font;
}

/** Advance of each character in thousandths of an em, read from a TrueType file's head, hhea, hmtx and cmap (format 4). */
function readAdvances(font: Buffer, characters: string): Record<string, number> {
  const tables = new Map<string, number>();
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const entry = 12 + i * 16;
    tables.set(font.toString('latin1', entry, entry + 4), font.readUInt32BE(entry + 8));
  }
  const table = (name: string) => {
    const offset = tables.get(name);
    if (offset === undefined) throw new Error(`Font without table ${name}`);
    return offset;
  };
  const unitsPerEm = font.readUInt16BE(table('head') + 18);
  const metricCount = font.readUInt16BE(table('hhea') + 34);
  const advanceOf = (glyph: number) => font.readUInt16BE(table('hmtx') + Math.min(glyph, metricCount - 1) * 4);
  const glyphOf = readCharacterMap(font, table('cmap'));
  const advances: Record<string, number> = {};
  for (const character of characters) {
    const glyph = glyphOf(character.codePointAt(0)!);
    if (glyph) advances[character] = Math.round((advanceOf(glyph) * 1000) / unitsPerEm);
  }
  return advances;
}

function readCharacterMap(font: Buffer, cmap: number): (code: number) => number {
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i++) {
    const subtable = cmap + font.readUInt32BE(cmap + 4 + i * 8 + 4);
    if (font.readUInt16BE(subtable) !== 4) continue;
    const segments = font.readUInt16BE(subtable + 6) / 2;
    const ends = subtable + 14;
    const starts = ends + segments * 2 + 2;
    const deltas = starts + segments * 2;
    const ranges = deltas + segments * 2;
    return (code) => {
      for (let s = 0; s < segments; s++) {
        if (code > font.readUInt16BE(ends + s * 2)) continue;
        const start = font.readUInt16BE(starts + s * 2);
        if (code < start) return 0;
        const range = font.readUInt16BE(ranges + s * 2);
        const delta = font.readUInt16BE(deltas + s * 2);
        if (range === 0) return (code + delta) & 0xffff;
        const glyph = font.readUInt16BE(ranges + s * 2 + range + (code - start) * 2);
        return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
      }
      return 0;
    };
  }
  throw new Error('Font without a character map of format 4');
}
