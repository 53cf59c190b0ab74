import sharp from 'sharp';
import { expect, test } from 'vitest';
import { isSrgb } from '../../../src/print/press/is-srgb.ts';

async function profileNamed(name: string): Promise<Buffer> {
  const picture = sharp({ create: { width: 1, height: 1, channels: 3, background: '#888' } }).withIccProfile(name);
  return (await sharp(await picture.png().toBuffer()).metadata()).icc!;
}

test('sRGB se reconnaît à ce qu’il est, non à son nom : un autre espace n’est pas pris pour lui', async () => {
  const srgb = await profileNamed('srgb');
  expect(isSrgb(srgb)).toBe(true);
  expect(isSrgb(Buffer.from(srgb.toString('latin1').replaceAll('sRGB', 'XXXX'), 'latin1'))).toBe(true);
  expect(isSrgb(await profileNamed('p3'))).toBe(false);
});

test.each([
  ['rien', Buffer.alloc(0)],
  ['un en-tête seul', Buffer.alloc(140, 1)],
])('%s n’est pas un profil', (_, bytes) => {
  expect(isSrgb(bytes)).toBe(false);
});
