import { readFileSync } from 'node:fs';
import type { Fault } from '../../src/csv/fault.ts';
import { convertPixels, UnusableProfile } from '../../src/print/press/convert-pixels.ts';
import { DEFAULT_PROFILE, type Profile, readProfile } from '../../src/print/press/profile.ts';

/** The printer's profile, else that of the project; what is wrong with the file where it is none. */
export async function loadProfile(chosen: string | undefined): Promise<Profile | Fault> {
  const file = chosen ?? DEFAULT_PROFILE;
  const fault = (problem: string): Fault => ({
    level: 'erreur',
    file,
    problem,
    expected: 'le profil ICC que donne l’imprimeur : une impression, en CMJN',
  });
  try {
    const profile = readProfile(file, readFileSync(file));
    if (typeof profile === 'string') return fault(profile);
    // A profile may have a sound header and no table that works.
    await convertPixels({ data: Uint8Array.of(255, 255, 255), width: 1, height: 1, channels: 3 }, profile);
    return profile;
  } catch (error) {
    if (error instanceof UnusableProfile) return fault(error.message);
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return fault(code === 'ENOENT' ? 'ce fichier n’existe pas' : `ce fichier ne peut pas être lu (${code})`);
  }
}
