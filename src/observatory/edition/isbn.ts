/** True for the thirteen digits of a book, hyphens left out, whose last one agrees with the others. */
export function isIsbn(text: string): boolean {
  const digits = text.replace(/[ -]/g, '');
  if (!/^97[89]\d{10}$/.test(digits)) return false;
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return sum % 10 === 0;
}
