import { spawn } from 'node:child_process';
import { join } from 'node:path';

const MODULES = join(import.meta.dirname, '../node_modules');

const TOOLS = {
  astro: 'astro/bin/astro.mjs',
  biome: '@biomejs/biome/bin/biome',
  vitest: 'vitest/vitest.mjs',
} as const;

/** Exit codes of a process that was interrupted or asked to end. */
export const STOPPED: readonly number[] = [130, 143];

/** How a tool ended: its exit code, and what it printed when it was run quietly. */
interface ToolResult {
  readonly code: number;
  readonly output: string;
}

/** Runs a command-line tool of node_modules with our Node; signals are passed on. `quiet` gathers what it prints. */
export function runTool(
  tool: keyof typeof TOOLS,
  args: readonly string[],
  options: { env?: NodeJS.ProcessEnv; quiet?: boolean } = {},
): Promise<ToolResult> {
  const child = spawn(process.execPath, [join(MODULES, TOOLS[tool]), ...args], {
    stdio: options.quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...options.env },
  });
  let output = '';
  const gather = (chunk: Buffer) => {
    output += chunk;
  };
  child.stdout?.on('data', gather);
  child.stderr?.on('data', gather);
  const stop = (signal: NodeJS.Signals) => child.kill(signal);
  process.on('SIGINT', stop).on('SIGTERM', stop);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      process.off('SIGINT', stop).off('SIGTERM', stop);
      resolve({ code: code ?? (signal === 'SIGINT' ? 130 : 143), output });
    });
  });
}
