import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { convertPixels, UnusableProfile } from '../../../src/print/press/convert-pixels.ts';
import { DEFAULT_PROFILE, type Profile, readProfile } from '../../../src/print/press/profile.ts';

const bytes = readFileSync(DEFAULT_PROFILE);
const changed = (at: number, text: string) => {
  const copy = Buffer.from(bytes);
  copy.write(text, at, 'latin1');
  return copy;
};

test('le profil du projet est celui d’une impression en CMJN, et nomme sa condition', () => {
  expect(readProfile('x.icc', bytes)).toMatchObject({
    identifier: 'FOGRA39',
    description: 'FOGRA39L coated, rebuilt for the observatory with colprof',
  });
});

test.each([
  ['un autre fichier', Buffer.from('%PDF-1.7'), 'ce fichier n’est pas un profil ICC'],
  ['un profil d’écran', changed(12, 'mntr'), 'ce profil ICC n’est pas celui d’une impression'],
  ['un profil en RVB', changed(16, 'RGB '), 'ce profil ICC n’est pas en CMJN (il dit « RGB »)'],
  ['un profil coupé', bytes.subarray(0, 9000), 'ce profil ICC est incomplet : demandez-le de nouveau'],
])('%s est refusé', (_, profile, problem) => {
  expect(readProfile('x.icc', profile)).toBe(problem);
});

test('le blanc ne prend aucune encre, et aucune couleur n’en prend plus de 300 %', async () => {
  const steps = [0, 51, 102, 153, 204, 255];
  const colours = steps.flatMap((r) => steps.flatMap((g) => steps.map((b) => [r, g, b] as const)));
  const profile = readProfile(DEFAULT_PROFILE, bytes) as Profile;
  const data = Uint8Array.from(colours.flat());
  const inks = await convertPixels({ data, width: colours.length, height: 1, channels: 3 }, profile);
  const sums = colours.map((_, i) => inks.subarray(i * 4, i * 4 + 4).reduce((sum, ink) => sum + ink, 0) / 255);
  expect(sums.at(-1)).toBe(0);
  expect(Math.max(...sums)).toBeLessThanOrEqual(3);
});

test('un profil dont les tables ne servent à rien est refusé, jamais remplacé en silence par un autre', async () => {
  const pixels = { data: Uint8Array.of(9, 9, 9), width: 1, height: 1, channels: 3 } as const;
  const profile = { ...(readProfile(DEFAULT_PROFILE, bytes) as Profile), file: import.meta.filename };
  await expect(convertPixels(pixels, profile)).rejects.toThrow(UnusableProfile);
});
