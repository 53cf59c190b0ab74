/** The parts of a quoted number that are set apart: "plus de 1 000 structures" → the words of precision, the number with its sign, the noun. */
export function splitNumber(text: string): {
  readonly precision: string;
  readonly number: string;
  readonly noun: string;
} {
  const [, precision = '', number = text, noun = ''] =
    /^(\D*?)[\s\u00a0]*(\d[\d\s\u00a0\u202f,]*(?:[%€]|m²)?)(.*)$/u.exec(text) ?? [];
  return { precision, number: number.trim(), noun: noun.trim() };
}
