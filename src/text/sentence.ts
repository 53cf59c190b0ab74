/** The text with a capital at its beginning. */
export function upperFirst(text: string): string {
  return text.charAt(0).toLocaleUpperCase('fr') + text.slice(1);
}

/** The text without a capital at its beginning: a label inside a sentence. Acronyms keep theirs. */
export function lowerFirst(text: string): string {
  return /^\p{Lu}{2}/u.test(text) ? text : text.charAt(0).toLocaleLowerCase('fr') + text.slice(1);
}

/** A text with a capital and a final stop, whoever wrote it. */
export function sentence(text: string): string {
  const capital = upperFirst(text);
  return /[.!?…]$/.test(capital) ? capital : `${capital}.`;
}
