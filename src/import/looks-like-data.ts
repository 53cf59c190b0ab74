import { splitNumber } from '../csv/number.ts';
import { readPoint } from './read-point.ts';

/** More numbers than this are no names of columns. */
const NUMBERS = 2;

/** True for a line that holds what only data holds: a point, a day, an address, numbers (years may be names of columns). */
export function looksLikeData(cells: readonly string[]): boolean {
  const isTelling = (cell: string) =>
    readPoint(cell) !== undefined ||
    /^\d{4}-\d{2}-\d{2}|^\d{2}\/\d{2}\/\d{4}|^https?:\/\/|^[^\s@]+@[^\s@]+\.\w+$/.test(cell);
  const numbers = cells.filter((cell) => splitNumber(cell) !== undefined && !/^(?:19|20)\d{2}$/.test(cell));
  return cells.some(isTelling) || numbers.length >= NUMBERS;
}
