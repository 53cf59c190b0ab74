import { parseArgs } from 'node:util';

/** The options of a command: what was given, and the environment that our other code reads the folders from. */
export interface Options {
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly flags: ReadonlySet<string>;
  /** What stands without a dash, such as files to read; empty for a command that takes none. */
  readonly files: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** What a command takes besides its options: words without a dash (`FICHIER…`), and the text of `--aide`. */
export interface Words {
  readonly files?: string;
  readonly help?: string;
}

/** Reads a command's options (`--donnees`, `--contenu` name other folders); a wrong call says how to write it, exit code 2. */
export function readOptions(
  command: string,
  names: readonly string[],
  flags: readonly string[] = [],
  { files, help }: Words = {},
): Options {
  const switches = help === undefined ? flags : [...flags, 'aide'];
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: files !== undefined,
      options: {
        ...Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
        ...Object.fromEntries(switches.map((name) => [name, { type: 'boolean' as const }])),
      },
    });
    if (values.aide === true) {
      console.log(help);
      process.exit(0);
    }
    const given = Object.fromEntries(Object.entries(values).filter(([, value]) => typeof value === 'string')) as Record<
      string,
      string
    >;
    return {
      values: given,
      flags: new Set(flags.filter((name) => values[name] === true)),
      files: positionals,
      environment: environmentOf(given),
    };
  } catch (error) {
    const usage = [
      ...(files === undefined ? [] : [files]),
      ...names.map((name) => `[--${name} …]`),
      ...switches.map((name) => `[--${name}]`),
    ].join(' ');
    refuseCall(`${describeMistake(error)}.\nUsage : ${command} -- ${usage}`);
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
function describeMistake(error: unknown): string {
  const { code, message } = error as { code?: string; message: string };
  const named = /'(?:-\w, )?([^' ]+)/.exec(message)?.[1] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `l’option « ${named} » n’existe pas`;
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return `l’option « ${named} » attend autre chose à sa suite`;
  if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') return `« ${named} » n’est l’argument d’aucune option`;
  throw error;
}
