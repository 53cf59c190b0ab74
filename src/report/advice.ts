import type { Fault } from '../csv/fault.ts';
import type { Advice } from './advice/advice.ts';
import { EDITION } from './advice/edition.ts';
import { LEDGER } from './advice/ledger.ts';
import { READING } from './advice/reading.ts';
import { RULES } from './advice/rules.ts';

/** All that can be advised; the first whose words fit is told. */
export const ADVICE: readonly Advice[] = [...READING, ...RULES, ...LEDGER, ...EDITION];

/** The same for cells of which it is only said what was expected. */
const BY_EXPECTED: readonly (readonly [expected: RegExp, value: RegExp, advice: string])[] = [
  [
    /^un (?:nombre|montant)/,
    /[\p{L}#]/u,
    'n’écrivez que des chiffres ; une case vide veut dire que nous ne savons pas',
  ],
  [/^une date/, /\D/, 'écrivez l’année d’abord : 2026, 2026-03 ou 2026-03-15'],
  [/^« oui » ou « non »/, /./, 'répondez par oui ou par non, sans autre mot'],
];

/** How to mend a fault, a short sentence without capital nor stop; undefined where what was expected says it all. */
export function adviceFor({ problem, expected, columnLetter, value = '' }: Fault): string | undefined {
  if (problem !== undefined) {
    // An import tells what will be wrong once it is done: the way to mend it is the same.
    const own = problem.replace(/^une fois importé\s: /, '');
    return ADVICE.find(([pattern]) => pattern.test(own))?.[1];
  }
  if (columnLetter === undefined) return undefined;
  return BY_EXPECTED.find(([wanted, read]) => wanted.test(expected) && read.test(value))?.[2];
}
