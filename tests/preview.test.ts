import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('sans site fabriqué, preview dit quelle commande le fabrique', () => {
  const absent = join(tmpdir(), 'aucun-site-ici');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/run.mjs', 'scripts/preview.ts', '--outDir', absent],
    { encoding: 'utf8' },
  );
  expect({ status, stdout, stderr }).toEqual({
    status: 1,
    stdout: '',
    stderr: `Il n’y a pas encore de site dans ${absent}/ : « npm run build » le fabrique.\n`,
  });
});
