import { fold, foldName } from '../text/fold.ts';

/** Five figures, whatever stands around them; a lost zero comes back. */
export function readPostalCode(text: string): string {
  const [code] = /(?<!\d)\d{2} ?\d{3}(?!\d)/.exec(text) ?? (/^\d{4}$/.test(text) ? [`0${text}`] : []);
  return code?.replace(' ', '') ?? '';
}

/** What stands in brackets. */
export function bracketed(text: string): string {
  return /\(([^)]*)\)/.exec(text)?.[1]?.trim() ?? '';
}

/**
 * Ways to read the name of a commune as lists have it, the likeliest first; those of one reading are equally likely. Reads
 * "59000 LILLE CEDEX 9", "Paris 11e", "Lille (Hellemmes)", "Condé s/ l'Escaut".
 */
export function readCommuneName(written: string): readonly (readonly string[])[] {
  const cleaned = fold(written)
    .replace(/\bcedex\b(?: *\d+)?/g, ' ')
    .replace(/(?<!\d)\d{2} ?\d{3}(?!\d)/g, ' ')
    .replace(/, *france *$/, '')
    .replace(/&/g, ' et ');
  const inside = bracketed(cleaned);
  const outside = cleaned.replace(/\([^)]*\)/g, ' ').trim();
  const readings = /^(?:la|le|les|l')$/.test(inside) ? [`${inside} ${outside}`] : [outside, inside];
  return readings.map(spellOut).filter((names) => names.length > 0);
}

/** What a name may stand for: « s/ » is « sur » or « sous », and an arrondissement is no commune. */
function spellOut(reading: string): readonly string[] {
  const whole = reading.replace(/\s\d{1,2} *(?:er|e|eme)?(?: arr\S*)?$/, '');
  const spelled = ['sur', 'sous'].map((word) => whole.replace(/(?<=\s)s *\/ */g, `${word} `));
  const names = spelled.map((name) => foldName(name.replace(/[,;./]+/g, ' ')).trim());
  return [...new Set(names)].filter(Boolean);
}
