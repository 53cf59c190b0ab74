import { parseArgs } from 'node:util';

/** The options of a command: what was given, and the environment that our other code reads the folders from. */
export interface Options {
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly flags: ReadonlySet<string>;
  readonly environment: Readonly<Record<string, string>>;
}

/** Reads a command's options (`--donnees`, `--contenu` name other folders); a wrong call says how to write it, exit code 2. */
export function readOptions(command: string, names: readonly string[], flags: readonly string[] = []): Options {
  try {
    const { values } = parseArgs({
      options: {
        ...Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
        ...Object.fromEntries(flags.map((name) => [name, { type: 'boolean' as const }])),
      },
    });
    const given = Object.fromEntries(Object.entries(values).filter(([, value]) => typeof value === 'string')) as Record<
      string,
      string
    >;
    return {
      values: given,
      flags: new Set(flags.filter((name) => values[name] === true)),
      environment: environmentOf(given),
    };
  } catch (error) {
    const usage = [...names.map((name) => `[--${name} …]`), ...flags.map((name) => `[--${name}]`)].join(' ');
    console.error(`Appel incorrect : ${describeMistake(error)}.\nUsage : ${command} -- ${usage}`);
    process.exit(2);
  }
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
