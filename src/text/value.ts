import type { PublishedCell } from '../model/table.ts';
import type { Precision, Sign, Unit } from '../model/unit.ts';
import { formatNumber, NO_BREAK } from './number.ts';
import { pluralNoun } from './plural.ts';

interface ValueOptions {
  /** Written before the number unless exact: "environ 200 lieux". */
  readonly precision?: Precision | undefined;
  /** For pictures: euros as "780 k€" or "1,2 M€". */
  readonly short?: boolean;
  /** For sentences: euros as "13 millions d’euros" where nothing is lost by it. */
  readonly prose?: boolean;
  /** Leaves out the noun ("lieux") where the context already says it; %, € and m² stay. */
  readonly bare?: boolean;
  /** Fixes the number of decimals; without it none for percentages of 1 and more. */
  readonly decimals?: number;
}

/** A number with its unit: "56 %", cents → "779 973 €", "environ 200 lieux". */
export function formatValue(value: number, unit: Unit, options: ValueOptions = {}): string {
  const printed = formatExact(value, unit, options);
  return options.precision && options.precision !== 'exact' ? `${options.precision}${NO_BREAK}${printed}` : printed;
}

function formatExact(value: number, unit: Unit, { short, prose, bare, decimals }: ValueOptions): string {
  if (unit === '%') return `${formatNumber(value, percentDecimals(value, decimals))}${NO_BREAK}%`;
  if (unit === '€' && prose && isRound(value)) return formatMillions(value / 1e8);
  if (unit === '€')
    return short
      ? formatShortEuros(value / 100)
      : `${formatNumber(value / 100, { decimals: decimals ?? 0 })}${NO_BREAK}€`;
  const number = formatNumber(value, decimals === undefined ? {} : { decimals });
  if (unit === 'm²') return `${number}${NO_BREAK}m²`;
  return bare ? number : `${number}${NO_BREAK}${pluralNoun(value, unit.one, unit.many)}`;
}

function percentDecimals(value: number, decimals: number | undefined): { decimals?: number } {
  if (decimals !== undefined) return { decimals };
  return Math.abs(value) < 1 ? {} : { decimals: 0 };
}

/** True for a million euros or more with at most one decimal: "2,5 millions d’euros" then says it whole. */
function isRound(cents: number): boolean {
  return Math.abs(cents) >= 1e8 && cents % 1e7 === 0;
}

function formatMillions(millions: number): string {
  return `${formatNumber(millions)}${NO_BREAK}${pluralNoun(millions, 'million', 'millions')} d’euros`;
}

function formatShortEuros(euros: number): string {
  const size = Math.abs(euros);
  if (size >= 999_500_000) return `${formatNumber(euros / 1e9)}${NO_BREAK}Md€`;
  if (size >= 999_500) return `${formatNumber(euros / 1e6, size >= 99_950_000 ? { decimals: 0 } : {})}${NO_BREAK}M€`;
  if (size >= 1_000) return `${formatNumber(euros / 1e3, size >= 9_950 ? { decimals: 0 } : {})}${NO_BREAK}k€`;
  return `${formatNumber(euros, { decimals: 0 })}${NO_BREAK}€`;
}

/** What the signs of public statistics mean, in words. */
export const SIGN_MEANINGS: Readonly<Record<Sign, string>> = {
  s: 'secret statistique',
  nd: 'non disponible',
  p: 'provisoire',
  r: 'révisé',
};

/** A published cell as it is printed: its value ("56 %", "56 % (p)") or its sign alone ("s", "nd"). */
export function formatCell(cell: PublishedCell, unit: Unit, options: Omit<ValueOptions, 'precision'> = {}): string {
  if (cell.value === null) return cell.sign ?? 'nd';
  const printed = formatValue(cell.value, unit, { ...options, precision: cell.precision });
  return cell.sign ? `${printed}${NO_BREAK}(${cell.sign})` : printed;
}

/** A published cell as it is read aloud: signs become words ("secret statistique", "56 %, provisoire"). */
export function speakCell(cell: PublishedCell, unit: Unit, options: Omit<ValueOptions, 'precision'> = {}): string {
  if (cell.value === null) return SIGN_MEANINGS[cell.sign ?? 'nd'];
  const printed = formatValue(cell.value, unit, { ...options, precision: cell.precision });
  return cell.sign ? `${printed}, ${SIGN_MEANINGS[cell.sign]}` : printed;
}
