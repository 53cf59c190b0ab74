import { join } from 'node:path';

/** The printing condition that a press PDF is made for: paper, inks and press, as an ICC profile describes them. */
export interface Profile {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** "FOGRA39"; UNREGISTERED where the profile names no registered condition. */
  readonly identifier: string;
  /** What the profile says of itself. */
  readonly description: string;
}

/** The profile of the project: coated paper, offset. Where it comes from stands in LICENCES.md. */
export const DEFAULT_PROFILE = join(import.meta.dirname, 'FOGRA39L-observatoire.icc');

/** The identifier of a printing condition that no registry holds. */
export const UNREGISTERED = 'Custom';

/** Names of the registered conditions, as profiles spell them: "FOGRA39L", "Fogra 51". */
const REGISTERED = /fogra\s?(\d+)/i;

/** Reads an ICC profile; gives what is wrong, a French noun phrase, where it is not that of a CMYK press. */
export function readProfile(file: string, bytes: Uint8Array): Profile | string {
  const said = Buffer.from(bytes);
  const code = (at: number) => said.subarray(at, at + 4).toString('latin1');
  if (said.length < 132 || code(36) !== 'acsp') return 'ce fichier n’est pas un profil ICC';
  if (said.readUInt32BE(0) !== said.length) return 'ce profil ICC est incomplet : demandez-le de nouveau';
  if (code(12) !== 'prtr') return 'ce profil ICC n’est pas celui d’une impression';
  if (code(16) !== 'CMYK') return `ce profil ICC n’est pas en CMJN (il dit « ${code(16).trim()} »)`;
  const description = describe(said);
  const [, number] = REGISTERED.exec(description) ?? [];
  return { file, bytes, identifier: number ? `FOGRA${number}` : UNREGISTERED, description };
}

/** What a profile of any kind calls itself; nothing where it is none, or incomplete. */
export function nameProfile(bytes: Uint8Array): string | undefined {
  const profile = Buffer.from(bytes);
  const isWhole = profile.length >= 132 && profile.toString('latin1', 36, 40) === 'acsp';
  return isWhole && profile.readUInt32BE(0) === profile.length ? describe(profile) || 'sans nom' : undefined;
}

/** Its name, from the tag "desc": plain text in a profile of version 2, several languages in version 4. */
function describe(profile: Buffer): string {
  const count = profile.readUInt32BE(128);
  for (let i = 0; i < count && 144 + i * 12 <= profile.length; i++) {
    const entry = 132 + i * 12;
    if (profile.subarray(entry, entry + 4).toString('latin1') !== 'desc') continue;
    const start = profile.readUInt32BE(entry + 4);
    const tag = profile.subarray(start, start + profile.readUInt32BE(entry + 8));
    if (tag.length < 28) break;
    if (tag.toString('latin1', 0, 4) !== 'mluc') return tag.toString('latin1', 12, 11 + tag.readUInt32BE(8));
    const text = Buffer.from(tag.subarray(tag.readUInt32BE(24), tag.readUInt32BE(24) + tag.readUInt32BE(20)));
    return text.length % 2 === 0 ? text.swap16().toString('utf16le') : '';
  }
  return '';
}
