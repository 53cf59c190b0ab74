import { NO_BREAK } from '../src/text/number.ts';
import { typo } from '../src/text/typography.ts';
import { wrap } from '../src/text/wrap.ts';
import type { Command, Option } from './options.ts';

/** Columns of a terminal. */
const WIDTH = 80;
/** Signs between an option and what it does. */
const GAP = 3;

const HELP: Option = { does: 'affiche ce texte' };

/** What `--aide` prints: what the command does, its options, its exit codes; lines of 80 columns. */
export function writeHelp({ name, does, words, options, more, codes }: Command): string {
  const entries = [
    ...(words ? [[words.takes, words.does] as const] : []),
    ...Object.entries({ ...options, aide: HELP }).map(([id, option]) => [nameOption(id, option), option.does] as const),
  ];
  const margin = 2 + Math.max(...entries.map(([label]) => label.length)) + GAP;
  const call = words ? `${name} -- ${words.takes}` : name;
  return `${[
    ...fold(`${call} : ${does}`),
    '',
    ...entries.flatMap(([label, text]) => fold(`  ${label}`.padEnd(margin) + text, ' '.repeat(margin))),
    ...(more === undefined ? [] : ['', more]),
    ...(codes ? ['', ...fold(`Code de sortie : 0 ${codes[0]} ; 1 ${codes[1]} ; 2 pour un appel incorrect.`)] : []),
  ].join('\n')}\n`;
}

/** How the command is written: what a wrong call is answered. */
export function writeUsage({ name, words, options }: Command): string {
  const taken = Object.entries({ ...options, aide: HELP }).map(([id, option]) => `[${nameOption(id, option)}]`);
  // An option and what it takes stay on one line.
  const call = [...(words ? [words.takes] : []), ...taken].map((word) => word.replaceAll(' ', NO_BREAK)).join(' ');
  return fold(`Usage : ${name} -- ${call}`, '  ').join('\n').replaceAll(NO_BREAK, ' ');
}

function nameOption(id: string, { takes }: Option): string {
  return takes === undefined ? `--${id}` : `--${id} ${takes}`;
}

function fold(text: string, hanging = ''): readonly string[] {
  return wrap(typo(text), WIDTH, hanging);
}
