import Papa from 'papaparse';
import { windows1252 } from '../damage/damage.ts';

const MONTHS = ['janv', 'févr', 'mars', 'avr', 'mai', 'juin', 'juil', 'août', 'sept', 'oct', 'nov', 'déc'];
const DAY = 86_400_000;

/** One of our files as Excel in French saves it: windows-1252, zeros lost, days as numbers or in French, months in letters, VRAI and FAUX. */
export function saveByExcel(csv: string): Uint8Array {
  const rows = Papa.parse<string[]>(csv.replace(/^\ufeff/, ''), { delimiter: ';', skipEmptyLines: true }).data;
  const [header, ...lines] = rows as [string[], ...string[][]];
  const saved = lines.map((cells, at) => cells.map((cell) => saveCell(cell, at)));
  return windows1252(`${Papa.unparse([header, ...saved], { delimiter: ';', newline: '\r\n' })}\r\n`);
}

function saveCell(cell: string, at: number): string {
  if (cell === 'oui') return 'VRAI';
  if (cell === 'non') return 'FAUX';
  if (/^0\d{4}$/.test(cell)) return String(Number(cell));
  const [, year = '', month = '', day] = /^(\d{4})-(0[1-9]|1[0-2])(?:-(\d\d))?$/.exec(cell) ?? [];
  if (year === '') return cell;
  // In two figures, a year is of our century.
  if (day === undefined) return year.startsWith('20') ? `${MONTHS[Number(month) - 1]}-${year.slice(2)}` : cell;
  const isNumber = at % 2 === 0 && /^(?:19[89]|20[0-2])/.test(year);
  const number = (Date.UTC(Number(year), Number(month) - 1, Number(day)) - Date.UTC(1899, 11, 30)) / DAY;
  return isNumber ? String(number) : `${day}/${month}/${year}`;
}
