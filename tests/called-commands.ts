import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './run-command.ts';

const ROOT = join(import.meta.dirname, '..');
const scripts: Readonly<Record<string, string>> = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts;

/** The `npm run` calls of a text: each command with the options that it is given there. */
export function callsIn(text: string): ReadonlyMap<string, ReadonlySet<string>> {
  const called = new Map<string, Set<string>>();
  for (const [, command = '', words = ''] of text.matchAll(/\bnpm run ([a-z]+(?:-[a-z]+)*)(?: -- ([^|>&`»\n]*))?/g)) {
    const options = called.get(command) ?? new Set();
    for (const [option] of words.matchAll(/--[a-zA-Z]+/g)) options.add(option);
    called.set(command, options);
  }
  return called;
}

/** The commands of package.json that are ours to read: `npm test` hands its options on. */
export const COMMANDS = Object.keys(scripts).filter((command) => command !== 'test');

/** What a command prints with `--aide`, its code and what it complains of; undefined where package.json has no such command. */
export function helpOf(command: string) {
  const [, script] = /^node scripts\/run\.mjs scripts\/([a-z-]+)\.ts$/.exec(scripts[command] ?? '') ?? [];
  return script === undefined ? undefined : runCommand(script, ['--aide']);
}

/** The options that a command of package.json takes, as it says itself; undefined where there is no such command. */
export function optionsOf(command: string): ReadonlySet<string> | undefined {
  const help = helpOf(command);
  return help && new Set([...help.said.matchAll(/^ {2}(--[a-zA-Z]+)/gm)].map(([, option]) => option as string));
}
