/** Longest value told in a message, in characters. */
const LONGEST = 60;

/** A character that cannot be shown, by its code point: "U+202E". */
export function showCharacter(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A text as it may be printed in a terminal or a page of faults: one line, no invisible character, shortened. */
export function makePrintable(value: string, longest = LONGEST): string {
  const characters = Array.from(value.slice(0, longest * 4));
  const isLong = characters.length > longest || value.length > longest * 4;
  const shown = (isLong ? characters.slice(0, longest) : characters).join('');
  const printable = shown
    .replace(/\r\n|\r|\n/g, '⏎')
    .replace(/\t/g, '⇥')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu, (character) => `[${showCharacter(character)}]`);
  if (!isLong) return printable;
  return `${printable}… (${new Intl.NumberFormat('fr-FR').format(value.length)} caractères)`;
}
