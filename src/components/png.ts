import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';

const CACHE = join('node_modules', '.cache', 'observatoire', 'png');

/** TTF only: resvg draws no text from woff2, and says nothing. */
const FONTS = [
  '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  '@expo-google-fonts/source-sans-3/700Bold/SourceSans3_700Bold.ttf',
  '@expo-google-fonts/bricolage-grotesque/700Bold/BricolageGrotesque_700Bold.ttf',
];

const require = createRequire(join(process.cwd(), 'package.json'));

/** An SVG as PNG bytes, `width` px wide; kept by the hash of what goes in, so that nothing stale is ever served. */
export function renderPng(svg: string, width: number): Uint8Array<ArrayBuffer> {
  const { version } = require('@resvg/resvg-js/package.json') as { version: string };
  const key = createHash('sha256')
    .update([version, width, ...FONTS, svg].join('\n'))
    .digest('hex');
  const file = join(CACHE, `${key}.png`);
  if (existsSync(file)) return new Uint8Array(readFileSync(file));
  const fontFiles = FONTS.map((font) => require.resolve(font));
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Source Sans 3' },
  });
  const png = new Uint8Array(drawing.render().asPng());
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, png);
  renameSync(draft, file);
  return png;
}
