import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatNumber } from '../../src/text/number.ts';
import type { BenchRow } from './table.ts';

const COMMAND = join(import.meta.dirname, '../imprimer.ts');

/** Whole runs of `npm run imprimer` on the demonstration, from its data to the checked PDFs. */
export function benchPrinting(): readonly BenchRow[] {
  return [measure('Affiche A3 et A4', ['--affiche']), measure('Livret d’un territoire', ['--livret', 'territoire-1'])];
}

function measure(name: string, args: readonly string[]): BenchRow {
  const folder = mkdtempSync(join(tmpdir(), 'observatoire-bench-'));
  try {
    const start = performance.now();
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [COMMAND, ...args, '--demonstration', '--sortie', folder],
      { encoding: 'utf8' },
    );
    const seconds = (performance.now() - start) / 1000;
    if (status !== 0) throw new Error(`imprimer ${args.join(' ')} failed:\n${stdout}\n${stderr}`);
    return { name: `${name} (${weigh(folder)} Ko)`, value: `${formatNumber(seconds, { decimals: 1 })} s` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function weigh(folder: string): string {
  const sizes = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.pdf'))
    .map((entry) => statSync(join(entry.parentPath, entry.name)).size / 1000);
  return sizes.map((size) => formatNumber(size, { decimals: 0 })).join(' et ');
}
