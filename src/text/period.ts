import { formatDate } from './date.ts';
import { NO_BREAK } from './number.ts';

/** Two days of ISO dates as a sentence says them: "6 et 7 novembre 2025", "du 30 novembre au 2 décembre 2025". */
export function periodOf({ debut, fin }: { readonly debut: string; readonly fin: string }): string {
  const start = formatDate(debut);
  const end = formatDate(fin);
  if (debut === fin) return end;
  if (debut.slice(0, 4) !== fin.slice(0, 4)) return `du ${start} au ${end}`;
  const [day = '', month = ''] = start.split(NO_BREAK);
  if (debut.slice(0, 7) !== fin.slice(0, 7)) return `du ${day}${NO_BREAK}${month} au ${end}`;
  const isNextDay = Number(fin.slice(8)) - Number(debut.slice(8)) === 1;
  return isNextDay ? `${day} et ${end}` : `du ${day} au ${end}`;
}
