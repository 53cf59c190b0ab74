import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** True where this machine has nginx. */
export const hasNginx = spawnSync('nginx', ['-v']).status === 0;

/** A site that nginx serves, without a final slash. */
interface Served {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** Serves a built site by our example, with the three lines changed that it asks a host to change; needs no rights. */
export async function serveWithNginx(example: string, dist: string, base: string): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'observatoire-nginx-'));
  const site = join(folder, 'public', base).replace(/\/$/, '');
  mkdirSync(dirname(site), { recursive: true });
  symlinkSync(dist, site);
  const port = await freePort();
  const server = example
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('root /srv/observatoire/dist;', `root ${join(folder, 'public')};`)
    .replace(/^( +)error_page 404 .*$/m, `$1error_page 404 ${base}404.html;`);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${join(folder, kind)};`,
  );
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; master_process off; pid ${join(folder, 'pid')}; error_log stderr;
events {}
http { access_log off; ${temporary.join(' ')}
${server}}`,
  );
  const args = ['-p', folder, '-e', 'stderr', '-c', join(folder, 'nginx.conf')];
  const { status, stderr } = spawnSync('nginx', [...args, '-t'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const child = spawn('nginx', args, { stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const origin = `http://127.0.0.1:${port}`;
  await untilItAnswers(origin, ended);
  return {
    origin,
    close: async () => {
      child.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** Waits for a server that is starting; it may also end at once. */
async function untilItAnswers(origin: string, ended: Promise<void>): Promise<void> {
  let isOver = false;
  ended.then(() => {
    isOver = true;
  });
  while (!isOver) {
    const answers = await fetch(origin).then(
      () => true,
      () => false,
    );
    if (answers) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('nginx ended at once');
}
