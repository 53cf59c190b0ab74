import { MONTHS } from './date.ts';
import { NARROW, NO_BREAK } from './number.ts';

/** Web addresses, e-mail addresses and code in backticks: never touched. */
const UNTOUCHED = /(`[^`]*`|(?:https?:\/\/|www\.)[^\s«»]+|[\w.+-]+@[\w-]+\.[\w.-]+|&#?\w{1,8};)/;

const SPACES = '[ \\u00a0\\u202f]';
const UNITS = '%|‰|(?:k|M|Md)?€|m²|km²|km|ha|kg|m|h|min|ans?|euros?|millions?|milliards?|points?';
/** What a word may end with: a colon or a question mark stuck to it gets its space. */
const ENDS = '[\\p{L}\\p{N}»)\\]’…%€.²]';
const MONTH = MONTHS.join('|');

const RULES: readonly (readonly [RegExp, string])[] = [
  [/\.\.\./g, '…'],
  [/(?<=\p{L})'(?=[\p{L}\p{N}«])/gu, '’'],
  [new RegExp(`«${SPACES}*`, 'g'), `«${NO_BREAK}`],
  [new RegExp(`${SPACES}*»`, 'g'), `${NO_BREAK}»`],
  [new RegExp(`(?:${SPACES}+|(?<=${ENDS})):(?=\\s|$)`, 'gu'), `${NO_BREAK}:`],
  [new RegExp(`(?:${SPACES}+|(?<=${ENDS}))([;!?])(?=[\\s!?»)\\].,…]|$)`, 'gu'), `${NARROW}$1`],
  [new RegExp(`(\\d)${SPACES}*(%|‰|(?:k|M|Md)?€)(?![\\p{L}\\p{N}])`, 'gu'), `$1${NO_BREAK}$2`],
  [new RegExp(`(?<=\\p{L})${SPACES}(?=[%‰€](?![\\p{L}\\p{N}]))`, 'gu'), NO_BREAK],
  [new RegExp(`(\\d)${SPACES}(${UNITS})(?![\\p{L}\\p{N}’'])`, 'gu'), `$1${NO_BREAK}$2`],
  [new RegExp(`(?<!\\d)(\\d{1,2}|1er)${SPACES}(${MONTH})(?!\\p{L})`, 'giu'), `$1${NO_BREAK}$2`],
  [new RegExp(`(?<!\\p{L})(${MONTH})${SPACES}(\\d{4})(?!\\d)`, 'giu'), `$1${NO_BREAK}$2`],
  [new RegExp(`(?<!\\p{L})([nN]°|p\\.)${SPACES}*(?=\\d)`, 'gu'), `$1${NO_BREAK}`],
];

const THOUSANDS = new RegExp(`(?<![\\d,.]|\\d${SPACES})\\d{1,3}(?:${SPACES}\\d{3})+(?![\\d]|${SPACES}\\d)`, 'g');

/**
 * French typography for plain text: no-break spaces where a line may not break, real apostrophes and ellipses.
 * Digits are never split, so years, SIRET and postal codes keep their shape; doing it twice changes nothing.
 */
export function typo(text: string): string {
  return text
    .split(UNTOUCHED)
    .map((part, index) => (index % 2 === 1 ? part : setProse(part)))
    .join('');
}

function setProse(text: string): string {
  const set = RULES.reduce((done, [pattern, replacement]) => done.replace(pattern, replacement), text);
  return set.replace(THOUSANDS, (number) => number.replace(/[ \u00a0]/g, NARROW));
}
