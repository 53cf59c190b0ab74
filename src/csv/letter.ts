/** A column's letter in a spreadsheet, from its position counted from 0: A … Z, AA … */
export function columnLetter(position: number): string {
  const rest = Math.floor(position / 26);
  return (rest > 0 ? columnLetter(rest - 1) : '') + String.fromCharCode(65 + (position % 26));
}
