import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createServer } from 'vite';
import { expect, onTestFinished, test } from 'vitest';
import { faultsPlugin } from '../../src/publication/faults-plugin.ts';
import { freezeSmall } from './frozen-small.ts';
import { accounts, PAYEES } from './small-accounts.ts';

/** The pages of an observatory while one writes, but for the pages themselves: what comes through is not found. */
async function open(folder: string) {
  const said: string[] = [];
  const server = await createServer({
    configFile: false,
    root: folder,
    base: '/essai/',
    appType: 'custom',
    plugins: [faultsPlugin({ data: join(folder, 'data'), content: join(folder, 'content'), demonstration: false })],
    customLogger: {
      ...{ info: () => {}, warn: () => {}, warnOnce: () => {}, clearScreen: () => {} },
      ...{ hasErrorLogged: () => false, hasWarned: false },
      error: (words) => said.push(words),
    },
    server: { port: 0, proxy: { '/essai/demonstration/': 'http://127.0.0.1:9' } },
  });
  onTestFinished(() => server.close());
  server.watcher.add(folder);
  await server.listen();
  const { port } = server.httpServer!.address() as { port: number };
  const ask = async (path: string, accept = 'text/html') => {
    const response = await fetch(`http://localhost:${port}${path}`, { headers: { accept } });
    return { status: response.status, text: await response.text() };
  };
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ').replaceAll(`${folder}/`, '');
  return { ask, said: () => said.map(plain), plain };
}

test('npm run dev : une carte coupée se lit en français sur chaque page et à l’écran, sans pile, jusqu’à ce qu’elle soit rendue', async () => {
  const folder = await freezeSmall(accounts(PAYEES), '2027');
  const card = join(folder, 'content/publications/2027/publication.json');
  const good = readFileSync(card, 'utf8');
  writeFileSync(card, good.slice(0, 400));
  const { ask, said, plain } = await open(folder);
  for (const path of ['/essai/', '/essai/graphiques/']) {
    const { status, text } = await ask(path);
    expect(status).toBe(500);
    expect(plain(text).replace(/<[^>]*>/g, '')).toContain('content/publications/2027/publication.json');
    expect(text).toContain('fichier figé modifié');
    expect(text).not.toMatch(/SyntaxError|JSON|\bat .*:\d+/);
  }
  expect(said()).toEqual([
    'content/publications/2027/publication.json : 1 erreur\n\n  Erreur : fichier figé modifié\n    attendu : ce fichier tel que git le garde : ce qui est figé ne change plus\n\n1 erreur dans 1 fichier.\n',
  ]);
  // Neither pictures nor the other observatory wait for it.
  expect((await ask('/essai/logo.svg', 'image/svg+xml')).status).toBe(404);
  expect((await ask('/essai/demonstration/')).text).not.toContain('publication.json');
  writeFileSync(card, good);
  await expect.poll(async () => (await ask('/essai/')).status, { timeout: 5000 }).toBe(404);
});
