import { NO_BREAK } from './number.ts';

/** Names of the months, January first. */
export const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const;

/** '2025-11-06' → "6 novembre 2025", '2023-10' → "octobre 2023", '2023' → "2023"; anything else is a bug. */
export function formatDate(date: string): string {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
  if (!parts) throw new Error(`Not a date: "${date}"`);
  const [, year = '', month, day] = parts;
  if (!month) return year;
  const name = MONTHS[Number(month) - 1];
  if (!name || (day && (Number(day) < 1 || Number(day) > 31))) throw new Error(`Not a date: "${date}"`);
  return [day && (day === '01' ? '1er' : String(Number(day))), name, year].filter(Boolean).join(NO_BREAK);
}
