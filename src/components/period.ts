import { formatDate } from '../text/date.ts';

/** Two days of ISO dates as a sentence says them: "6 et 7 novembre 2025", "du 30 novembre au 2 décembre 2025". */
export function periodOf({ debut, fin }: { readonly debut: string; readonly fin: string }): string {
  if (debut === fin) return formatDate(fin);
  const [start = '', month] = formatDate(debut).split('\u00a0');
  if (debut.slice(0, 7) !== fin.slice(0, 7)) return `du ${start}\u00a0${month} au ${formatDate(fin)}`;
  const isNextDay = Number(fin.slice(8)) - Number(debut.slice(8)) === 1;
  return isNextDay ? `${start} et ${formatDate(fin)}` : `du ${start} au ${formatDate(fin)}`;
}
