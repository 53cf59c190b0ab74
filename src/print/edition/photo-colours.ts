import { enumerate } from '../../text/list.ts';
import { plural } from '../../text/plural.ts';
import type { Check } from '../preflight.ts';
import { isSrgb } from '../press/is-srgb.ts';
import { nameProfile } from '../press/profile.ts';

/** What the file of a photograph says of its colours, as sharp reads it. */
export interface PhotoColours {
  /** Name of the file. */
  readonly file: string;
  /** "srgb" is any red, green and blue; "cmyk", "b-w", "rgb16"… */
  readonly space: string;
  /** Of each part of a pixel: "uchar" is 8 bits. */
  readonly depth: string;
  /** The ICC profile that it holds. */
  readonly icc?: Uint8Array;
  /** What the camera wrote. */
  readonly exif?: Uint8Array;
  /** True where a PNG says that it is in sRGB, without a profile. */
  readonly saysSrgb?: boolean;
}

/** What is done with the colours of a photograph, and what is wrong where nothing can be trusted. */
interface Judged {
  readonly file: string;
  readonly done: string;
  readonly wrong?: string;
  /** What a press cannot guess, and screens do. */
  readonly unfit?: string;
}

/** So many photographs of one kind are named; past that they are counted. */
const NAMED = 3;

/** The photographs that no press file may hold, and why. */
export function refusedForPress(photos: readonly PhotoColours[]): readonly string[] {
  return photos.map(judge).flatMap(({ file, wrong, unfit }) => {
    const why = wrong ?? unfit;
    return why === undefined ? [] : [`${file} : ${why}`];
  });
}

/** What a book makes of the colours of its photographs: a profile is followed, its lack is said, what is lost is refused. */
export function checkPhotoColours(photos: readonly PhotoColours[]): Check {
  const judged = photos.map(judge);
  const kinds = [...Map.groupBy(judged, ({ done }) => done)].map(([done, alike]) => {
    const files = alike.map(({ file }) => file);
    const who = files.length > NAMED ? plural(files.length, 'photographie', 'photographies') : enumerate(files);
    return `${who} : ${done}`;
  });
  return {
    id: 'photographies',
    title: 'Photographies d’origine',
    found: kinds.join(' ; ') || 'aucune',
    wrong: judged.flatMap(({ file, wrong }) => (wrong === undefined ? [] : [`${file} : ${wrong}`])),
  };
}

function judge({ file, space, depth, icc, exif, saysSrgb }: PhotoColours): Judged {
  const kept = depth === 'uchar' ? '' : ', ramenée à 8 bits';
  if (icc) {
    if (isSrgb(icc)) return { file, done: `en sRGB${kept}` };
    const name = nameProfile(icc);
    if (name !== undefined) return { file, done: `convertie en sRGB depuis son profil « ${name} »${kept}` };
    return { file, done: 'profil illisible', wrong: `profil ICC abîmé : ${SAVE_AGAIN}` };
  }
  if (space === 'cmyk') {
    return { file, done: 'encres sans profil', wrong: `CMJN sans profil, des encres sans presse : ${SAVE_AGAIN}` };
  }
  if (space === 'b-w' || space === 'grey16') return { file, done: `en gris${kept}` };
  if (exif && saysAdobeRgb(exif)) {
    return { file, done: 'profil perdu', wrong: `l’appareil dit « Adobe RGB », et le profil manque : ${SAVE_AGAIN}` };
  }
  if (saysSrgb || (exif && isSrgbByExif(exif))) return { file, done: `en sRGB, comme elle le dit${kept}` };
  const unfit = `sans profil, personne ne sait ses couleurs : ${SAVE_AGAIN}`;
  return { file, done: `sans profil, prise pour du sRGB${kept}`, unfit };
}

const SAVE_AGAIN = 'enregistrez-la de nouveau en sRGB, avec son profil';

/** Cameras that photograph in Adobe RGB write no profile, but the mark "R03" (Exif 2.3, Interoperability): its entry as both orders of bytes have it. */
const ADOBE_RGB = ['\x01\x00\x02\x00\x04\x00\x00\x00R03\0', '\x00\x01\x00\x02\x00\x00\x00\x04R03\0'];

/** The entry ColorSpace of an Exif, one number, 1 for sRGB (Exif 2.3, 4.6.5), as both orders of bytes have it. */
const SRGB = ['\x01\xa0\x03\x00\x01\x00\x00\x00\x01\x00', '\xa0\x01\x00\x03\x00\x00\x00\x01\x00\x01'];

function isSrgbByExif(exif: Uint8Array): boolean {
  return holds(exif, SRGB);
}

function saysAdobeRgb(exif: Uint8Array): boolean {
  return holds(exif, ADOBE_RGB);
}

function holds(exif: Uint8Array, entries: readonly string[]): boolean {
  const bytes = Buffer.from(exif);
  return entries.some((entry) => bytes.includes(Buffer.from(entry, 'latin1')));
}
