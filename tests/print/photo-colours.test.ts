import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { readPhotos } from '../../scripts/imprimer/read-photos.ts';
import { makePrintedPhoto } from '../../src/components/edition/print-photo.ts';
import { checkPhotoColours, refusedForPress } from '../../src/print/edition/photo-colours.ts';

const folder = mkdtempSync(join(tmpdir(), 'observatoire-photos-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const COLOUR = { r: 160, g: 100, b: 80 };
const square = () => sharp({ create: { width: 8, height: 8, channels: 3, background: COLOUR } });
/** What a camera that was set to Adobe RGB writes of it: an Exif of one entry. */
const EXIF = Buffer.from('Exif\0\0II*\0\x08\0\0\0\x01\0\x01\0\x02\0\x04\0\0\0R03\0\0\0\0\0', 'latin1');

/** The same of a telephone, whose only entry is the colour space: sRGB. */
const SRGB_EXIF = Buffer.from('Exif\0\0II*\0\x08\0\0\0\x01\0\x01\xa0\x03\0\x01\0\0\0\x01\0\0\0\0\0\0\0', 'latin1');

/** A PNG that says after its header that it is in sRGB. */
async function withSrgbChunk(): Promise<Buffer> {
  const png = await square().png().toBuffer();
  const chunk = Buffer.from([0, 0, 0, 1, ...Buffer.from('sRGB'), 0, 0xae, 0xce, 0x1c, 0xe9]);
  const afterHeader = 8 + 25;
  return Buffer.concat([png.subarray(0, afterHeader), chunk, png.subarray(afterHeader)]);
}

/** A JPEG with these bytes as its Exif. */
async function withExif(exif: Buffer): Promise<Buffer> {
  const jpeg = await square().jpeg().toBuffer();
  const head = Buffer.from([0xff, 0xe1, (exif.length + 2) >> 8, (exif.length + 2) & 255]);
  return Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)]);
}

async function judge(file: string, made: Sharp | Buffer) {
  writeFileSync(join(folder, file), Buffer.isBuffer(made) ? made : await made.toBuffer());
  const placed = { file, alt: '', credit: '', chapter: 'avant', line: 1 };
  const photos = await readPhotos([placed, placed], folder);
  const { found, wrong } = checkPhotoColours(photos);
  return { found: found.replaceAll('\u00a0', ' '), wrong, refused: refusedForPress(photos) };
}

test.each<[string, string, () => Sharp | Promise<Buffer>, string, string[]]>([
  ['en sRGB', 'a.jpg', () => square().withIccProfile('srgb').jpeg(), 'a.jpg : en sRGB', []],
  ['qui se dit en sRGB, par son Exif', 'a.jpg', () => withExif(SRGB_EXIF), 'a.jpg : en sRGB, comme elle le dit', []],
  ['qui se dit en sRGB, par un bloc PNG', 'a.png', withSrgbChunk, 'a.png : en sRGB, comme elle le dit', []],
  [
    'd’un autre profil : le suit, et le nomme',
    'a.jpg',
    () => square().withIccProfile('p3').jpeg(),
    'a.jpg : convertie en sRGB depuis son profil « sP3C »',
    [],
  ],
  ['en gris', 'a.png', () => square().toColourspace('b-w').png(), 'a.png : en gris', []],
  [
    'de 16 bits',
    'a.png',
    () => square().toColourspace('rgb16').withIccProfile('srgb').png(),
    'a.png : en sRGB, ramenée à 8 bits',
    [],
  ],
  [
    'en CMJN sans profil',
    'a.jpg',
    () => square().toColourspace('cmyk').jpeg(),
    'a.jpg : encres sans profil',
    ['a.jpg : CMJN sans profil, des encres sans presse : enregistrez-la de nouveau en sRGB, avec son profil'],
  ],
  [
    'd’un appareil réglé sur Adobe RGB',
    'a.jpg',
    () => withExif(EXIF),
    'a.jpg : profil perdu',
    ['a.jpg : l’appareil dit « Adobe RGB », et le profil manque : enregistrez-la de nouveau en sRGB, avec son profil'],
  ],
])('une photographie %s', async (_, file, make, found, wrong) => {
  expect(await judge(file, await make())).toEqual({ found, wrong, refused: wrong });
});

test('une photographie sans profil ni rien qui le remplace : un écran la montre, une presse la refuse par son nom', async () => {
  expect(await judge('a.png', square().png())).toEqual({
    found: 'a.png : sans profil, prise pour du sRGB',
    wrong: [],
    refused: [
      'a.png : sans profil, personne ne sait ses couleurs : enregistrez-la de nouveau en sRGB, avec son profil',
    ],
  });
});

test('un profil abîmé est refusé par son nom', () => {
  const photo = { file: 'a.jpg', space: 'srgb', depth: 'uchar', icc: Buffer.alloc(200) };
  expect(checkPhotoColours([photo]).wrong).toEqual([
    'a.jpg : profil ICC abîmé : enregistrez-la de nouveau en sRGB, avec son profil',
  ]);
});

test('celles qui se ressemblent sont comptées, les autres nommées', () => {
  const plain = ['a', 'b', 'c', 'd'].map((name) => ({ file: `${name}.png`, space: 'srgb', depth: 'uchar' }));
  const grey = { file: 'e.png', space: 'b-w', depth: 'uchar' };
  expect(checkPhotoColours([...plain, grey]).found.replaceAll('\u00a0', ' ')).toBe(
    '4 photographies : sans profil, prise pour du sRGB ; e.png : en gris',
  );
  expect(checkPhotoColours([]).found).toBe('aucune');
});

test('imprimée, une photographie d’un autre profil retrouve ses couleurs en sRGB', async () => {
  const source = join(folder, 'p3.jpg');
  const p3 = await square().withIccProfile('p3').jpeg({ quality: 100, chromaSubsampling: '4:4:4' }).toBuffer();
  writeFileSync(source, p3);
  const own = await sharp(p3).stats();
  const printed = await sharp(await makePrintedPhoto({ name: 'p3-jpg.jpg', source })).stats();
  const distance = ({ channels }: typeof own) =>
    Math.max(...[COLOUR.r, COLOUR.g, COLOUR.b].map((part, i) => Math.abs(channels[i]!.mean - part)));
  expect(distance(printed)).toBeLessThan(4);
  // Else the conversion would show nothing.
  const kept = await sharp(p3).keepIccProfile().raw().toBuffer();
  expect(Math.abs(kept[0]! - COLOUR.r)).toBeGreaterThan(4);
});
