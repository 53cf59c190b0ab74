import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'observatoire-preview-'));
const started: ChildProcess[] = [];
afterAll(() => {
  for (const child of started) child.kill();
  rmSync(folder, { recursive: true, force: true });
});

const call = (...options: string[]) => ['scripts/run.mjs', 'scripts/preview.ts', ...options];

function preview(...options: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, call(...options), { encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('sans site fabriqué, preview dit quelle commande le fabrique', () => {
  const absent = join(tmpdir(), 'aucun-site-ici');
  expect(preview('--outDir', absent)).toEqual({
    status: 1,
    stdout: '',
    stderr: `Il n’y a pas encore de site dans ${absent}/ : « npm run build » le fabrique.\n`,
  });
});

test('preview dit où voir le site, et envoie ce qu’un hébergeur doit envoyer', async () => {
  writeFileSync(join(folder, 'index.html'), '<p>Le site</p>');
  mkdirSync(join(folder, 'integrer/a'), { recursive: true });
  writeFileSync(join(folder, 'integrer/a/index.html'), '<p>La figure</p>');
  const child = spawn(process.execPath, call('--outDir', folder, '--port', '0'));
  started.push(child);
  const [said] = await once(child.stdout, 'data');
  const [, origin] = /^.* se voit à (http:\/\/127\.0\.0\.1:\d+)\/ ; Ctrl\+C l’arrête\.\n$/.exec(String(said))!;
  const home = await fetch(`${origin}/`);
  expect(await home.text()).toBe('<p>Le site</p>');
  expect(home.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect((await fetch(`${origin}/integrer/a/`)).headers.get('content-security-policy')).not.toContain(
    'frame-ancestors',
  );
});

test('un port déjà pris, un port qui n’existe pas : une phrase', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as { port: number };
  // The other server has to go on while the command runs.
  const child = spawn(process.execPath, call('--outDir', folder, '--port', String(port)));
  const [said] = await once(child.stderr, 'data');
  const [code] = await once(child, 'exit');
  other.close();
  expect({ code, said: String(said) }).toEqual({
    code: 1,
    said: `Le port ${port} est déjà pris : « npm run preview -- --port ${port + 1} » en prend un autre.\n`,
  });
  expect(preview('--outDir', folder, '--port', 'abc')).toEqual({
    status: 2,
    stdout: '',
    stderr: 'Appel incorrect : « abc » n’est pas un numéro de port, de 0 à 65535\n',
  });
});
