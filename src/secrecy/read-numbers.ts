/** A number found in a text: its key ("1663790€", "5.4M€", "56%", "78"), its text and where it begins. */
export interface PrintedNumber {
  readonly key: string;
  readonly text: string;
  readonly at: number;
}

const SPACE = '[ \\u00a0\\u202f]';

/** A number as French or a program writes it, with the unit that changes what it means; not the digits of a name or an id. */
const NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}_]|\\p{L}-|\\d[.,])(\\d{1,3}(?:${SPACE}\\d{3})+(?!\\d)|\\d+)(?:[.,](\\d+))?(?:e([+-]?\\d+))?(?:${SPACE}?(%|(?:k|M|Md)?€|m²(?!\\p{L})|millions?|milliards?|milliers?))?`,
  'gu',
);

/** Every number written in figures in a text; signs, spaces between thousands and final zeros make no difference. */
export function readNumbers(text: string): readonly PrintedNumber[] {
  return [...text.matchAll(NUMBER)].map((match) => {
    const [found, whole = '', fraction = '0', exponent = '0', unit = ''] = match;
    const value = Number(`${whole.replace(/\D/g, '')}.${fraction}e${exponent}`);
    return { key: keyOf(value, unit), text: found, at: match.index };
  });
}

/** The key of a number and a unit, as `readNumbers` gives it. */
export function keyOf(value: number, unit = ''): string {
  return `${Math.abs(value)}${unit.replace(/s$/, '')}`;
}
