import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const scripts: Readonly<Record<string, string>> = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts;

/** The `npm run` calls of a text: each command with the options that it is given there. */
export function callsIn(text: string): ReadonlyMap<string, ReadonlySet<string>> {
  const called = new Map<string, Set<string>>();
  for (const [, command = '', words = ''] of text.matchAll(/\bnpm run ([a-z]+)(?: -- ([^|>&`»\n]*))?/g)) {
    const options = called.get(command) ?? new Set();
    for (const [option] of words.matchAll(/--[a-zA-Z]+/g)) options.add(option);
    called.set(command, options);
  }
  return called;
}

/** The options that a command of package.json takes, as it says itself when it is called wrongly; undefined where there is no such command. */
export function optionsOf(command: string): ReadonlySet<string> | undefined {
  const [, file] = /^node scripts\/run\.mjs (scripts\/[a-z-]+\.ts)$/.exec(scripts[command] ?? '') ?? [];
  if (!file) return undefined;
  const { stderr } = spawnSync(process.execPath, ['scripts/run.mjs', file, '--inconnue'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return new Set([...stderr.matchAll(/\[(--[a-zA-Z]+)/g)].map(([, option]) => option as string));
}
