import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { checkPhotoFiles } from '../../../src/observatory/edition/check-photo-files.ts';

const content = mkdtempSync(join(tmpdir(), 'observatoire-photos-'));
const photos = join(content, 'editions/3003/photos');
mkdirSync(photos, { recursive: true });
afterAll(() => rmSync(content, { recursive: true, force: true }));

test('une image qui ne s’ouvre pas, ou s’arrête au milieu, est nommée ; les autres non', async () => {
  const photo = sharp({ create: { width: 400, height: 300, channels: 3, background: '#808080' } });
  for (const [ending, bytes] of [
    ['jpg', await photo.jpeg().toBuffer()],
    ['png', await photo.png({ compressionLevel: 0 }).toBuffer()],
    ['webp', await photo.webp().toBuffer()],
  ] as const) {
    writeFileSync(join(photos, `entiere.${ending}`), bytes);
    writeFileSync(join(photos, `coupee.${ending}`), bytes.subarray(0, bytes.length / 2));
  }
  writeFileSync(join(photos, 'texte.jpg'), 'Ceci n’est pas une image.');
  writeFileSync(join(photos, 'vide.png'), '');
  mkdirSync(join(photos, 'dossier.webp'));
  const faults = await checkPhotoFiles(content, '3003');
  expect(faults.map(({ file, problem }) => [file.slice(photos.length + 1), problem])).toEqual(
    ['coupee.jpg', 'coupee.png', 'coupee.webp', 'dossier.webp', 'texte.jpg', 'vide.png'].map((file) => [
      file,
      'image illisible',
    ]),
  );
});

test('une édition sans photographie n’a pas de faute', async () => {
  expect(await checkPhotoFiles(content, '2025')).toEqual([]);
});
