import { type ParseArgsConfig, parseArgs } from 'node:util';
import { findNearest } from '../src/csv/nearest.ts';
import { writeHelp, writeUsage } from './help.ts';

/** An option of a command: what it takes ("DOSSIER"), where it takes something, and what it does. */
export interface Option {
  readonly takes?: string;
  readonly does: string;
}

/** What a command is called and takes; its help, its usage and what it reads all come from here. */
export interface Command {
  /** As it is typed: "npm run verifier". */
  readonly name: string;
  /** What it does, a sentence with its final stop. */
  readonly does: string;
  /** The words without a dash that it takes, such as files to read. */
  readonly words?: Option & { readonly takes: string };
  readonly options: Readonly<Record<string, Option>>;
  /** What else the help says, before the exit codes. */
  readonly more?: string;
  /** When it ends with 0, and with 1: "avec des erreurs"; none where somebody has to stop it. */
  readonly codes?: readonly [fine: string, faults: string];
}

/** The options of a call: what was given, and the environment that our other code reads the folders from. */
export interface Options {
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly flags: ReadonlySet<string>;
  /** What stands without a dash; empty for a command that takes none. */
  readonly words: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** The options of every command that reads an observatory. */
export const FOLDERS = {
  donnees: { takes: 'DOSSIER', does: 'lit ces données plutôt que data/' },
  contenu: { takes: 'DOSSIER', does: 'lit ces textes et ces réglages plutôt que content/' },
} as const satisfies Command['options'];

/** Reads a command's options; `--aide` tells them and ends, a wrong call says how to write it, exit code 2. */
export function readOptions(command: Command): Options {
  const { values, words } = parseCall(command);
  if (values.aide === true) {
    process.stdout.write(writeHelp(command));
    process.exit(0);
  }
  const given = Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])),
  );
  const flags = new Set(Object.keys(values).filter((name) => values[name] === true));
  return { values: given, flags, words, environment: environmentOf(given) };
}

function parseCall(command: Command) {
  const taken = Object.entries(command.options).map(
    ([name, { takes }]) => [name, { type: takes === undefined ? 'boolean' : 'string' }] as const,
  );
  const options: ParseArgsConfig['options'] = { ...Object.fromEntries(taken), aide: { type: 'boolean' } };
  try {
    const { values, positionals } = parseArgs({ allowPositionals: command.words !== undefined, options });
    return { values, words: positionals };
  } catch (error) {
    refuseCall(`${describeMistake(error, Object.keys(options))}.\n${writeUsage(command)}`);
  }
}

/** Ends a command that was called wrongly: says why, exit code 2. */
export function refuseCall(mistake: string): never {
  console.error(`Appel incorrect : ${mistake}`);
  process.exit(2);
}

function environmentOf({ donnees, contenu }: Record<string, string>): Record<string, string> {
  return { ...(donnees ? { OBSERVATOIRE_DATA: donnees } : {}), ...(contenu ? { OBSERVATOIRE_CONTENT: contenu } : {}) };
}

/** Node's reason, in French; the thing at fault stands between quotes in its English sentence. */
function describeMistake(error: unknown, known: readonly string[]): string {
  const { code, message } = error as { code?: string; message: string };
  const named = /'(?:-\w, )?([^' ]+)/.exec(message)?.[1] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const nearest = findNearest(named.replace(/^-+/, ''), known);
    return `l’option « ${named} » n’existe pas${nearest ? ` ; la plus proche : « --${nearest} »` : ''}`;
  }
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return `l’option « ${named} » attend autre chose à sa suite`;
  if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') return `« ${named} » n’est l’argument d’aucune option`;
  throw error;
}
