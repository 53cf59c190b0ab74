/** A cell of a French CSV: decimal comma, nothing for null, quotes where the text holds a separator. */
function writeCell(value: string | number | null): string {
  if (value === null) return '';
  const text = typeof value === 'number' ? String(value).replace('.', ',') : value;
  return /[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A CSV with `;`, one row a line, headers first. */
export function writeCsv(headers: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  return `${[headers, ...rows].map((cells) => cells.map(writeCell).join(';')).join('\n')}\n`;
}
