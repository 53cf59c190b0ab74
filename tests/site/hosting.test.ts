import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentTypeOf } from '../../src/hosting/content-types.ts';
import { headersOf } from '../../src/hosting/headers.ts';
import { serve } from '../../src/hosting/serve.ts';
import { openSite } from '../browser/site.ts';
import { dist, files, pages, read } from './dist.ts';
import { hasNginx, serveWithNginx } from './serve-with-nginx.ts';

const EXAMPLE = readFileSync(join(import.meta.dirname, '../../hebergement/nginx.conf'), 'utf8');
const HASHED = files.filter((file) => /(?:^|\/)_astro\//.test(file));

/** One file of each kind and folder, in each observatory: the rules know no more than that. */
const SAMPLES = [
  ...new Map(
    files
      .filter((file) => file !== '_headers')
      .map((file) => [`${file.replace(/^(demonstration\/)?([^/]*\/)?.*$/, '$1$2')} ${file.split('.').at(-1)}`, file]),
  ).values(),
];

/** The address of a file: that of its folder, for a page. */
const addressOf = (file: string) => file.replace(/(^|\/)index\.html$/, '$1');

/** The headers of a response that our rules speak of. */
function sentOf(response: Response): Readonly<Record<string, string | null>> {
  return Object.fromEntries(Object.keys(headersOf('index.html')).map((name) => [name, response.headers.get(name)]));
}

/** The headers that are to be sent, with nothing for those that an address does not have. */
function expectedOf(path: string): Readonly<Record<string, string | null>> {
  const none = Object.fromEntries(Object.keys(headersOf('index.html')).map((name) => [name, null]));
  return { ...none, ...headersOf(path) };
}

describe('ce que disent les règles', () => {
  const policyOf = (page: string) =>
    /<meta http-equiv="content-security-policy" content="([^"]*)"/i.exec(read(page))![1]!.replaceAll('&#39;', "'");
  const isEmbed = (page: string) => /^(?:demonstration\/)?integrer\//.test(page);

  test('chaque page : la politique qu’elle porte, et aucun cadre, sauf pour les figures à intégrer', () => {
    const sent = pages.map((page) => [page, headersOf(page)['Content-Security-Policy']]);
    expect(sent).toEqual(
      pages.map((page) => [page, `${policyOf(page)}${isEmbed(page) ? '' : "; frame-ancestors 'none'"}`]),
    );
    expect(pages.filter(isEmbed).length).toBeGreaterThan(20);
  });

  test('un an pour les fichiers dont le nom change avec eux, et pour eux seuls', () => {
    const kept = files.filter((file) => headersOf(file)['Cache-Control']!.includes('immutable'));
    expect(kept).toEqual(HASHED);
    expect(HASHED.filter((file) => !/\.[\w-]{8}\.\w+$/.test(file))).toEqual([]);
  });

  test('_headers les donne toutes, une fois, dans les limites de Netlify et de Cloudflare', () => {
    const text = read('_headers');
    const rules = text
      .split('\n\n')
      .slice(1)
      .map((block) => block.trimEnd().split('\n  ') as [string, ...string[]]);
    const applies = (path: string, address: string) =>
      path.endsWith('*') ? address.startsWith(path.slice(0, -1)) : path === address;
    for (const file of files.filter((name) => name !== '_headers')) {
      const address = `/${addressOf(file)}`;
      const sent = rules
        .filter(([path]) => applies(path, address))
        .flatMap(([, ...headers]) => headers.map((line) => line.split(/: (.*)/).slice(0, 2) as [string, string]));
      expect(new Set(sent.map(([name]) => name)).size, file).toBe(sent.length);
      expect(Object.fromEntries(sent), file).toEqual(headersOf(file));
    }
    expect(rules.length).toBeLessThanOrEqual(100);
    expect(text.split('\n').filter((line) => line.length > 2000)).toEqual([]);
    // What else may stand there is read in different ways: « ! » by one alone, « : » in a path as any name, « * » in its midst.
    const form = /^(?:|# .*|\/[^\s:*]*\*?| {2}[A-Z][A-Za-z-]+: \S.*)$/;
    expect(text.split('\n').filter((line) => !form.test(line))).toEqual([]);
  });
});

const SERVERS = [
  { name: 'npm run preview', base: '/', start: () => serve(dist, { headersOf }) },
  { name: 'npm run preview', base: '/observatoire/', start: () => serve(dist, { base: '/observatoire/', headersOf }) },
  { name: 'nginx', base: '/', start: () => serveWithNginx(EXAMPLE, dist, '/') },
  { name: 'nginx', base: '/observatoire/', start: () => serveWithNginx(EXAMPLE, dist, '/observatoire/') },
];

for (const { name, base, start } of SERVERS) {
  const isAbsent = name === 'nginx' && !hasNginx;
  describe.skipIf(isAbsent)(`${name}, sous ${base}${isAbsent ? ' (nginx n’est pas sur cette machine)' : ''}`, () => {
    let root: string;
    let close: () => Promise<void>;
    beforeAll(async () => {
      const served = await start();
      close = served.close;
      root = served.origin + base;
    });
    afterAll(() => close());
    const ask = (path: string) => fetch(root + path, { redirect: 'manual' });

    test('chaque sorte d’adresse répond sans détour, avec son genre et ce que disent les règles', async () => {
      expect(SAMPLES.length).toBeGreaterThan(40);
      for (const file of SAMPLES) {
        const response = await ask(addressOf(file));
        expect(response.status, file).toBe(200);
        expect(sentOf(response), file).toEqual(expectedOf(file));
        expect(Buffer.from(await response.arrayBuffer()).equals(readFileSync(join(dist, file))), file).toBe(true);
        const type =
          file.endsWith('flux.xml') && name === 'nginx' ? 'application/atom+xml; charset=utf-8' : contentTypeOf(file);
        expect(response.headers.get('content-type'), file).toBe(type);
      }
    });

    test('une figure à intégrer répond aussi sans barre finale', async () => {
      const embed = pages.find((page) => page.startsWith('integrer/'))!;
      for (const path of [addressOf(embed), addressOf(embed).slice(0, -1), `${addressOf(embed)}?theme=sombre`]) {
        const response = await ask(path);
        expect([path, response.status]).toEqual([path, 200]);
        expect(await response.text()).toBe(read(embed));
      }
    });

    test('une adresse inconnue montre la page 404, qui ne se garde pas ; aucun dossier ne se liste', async () => {
      const unknown = ['rien/du/tout/', '_astro/rien.js', 'integrer/rien/', 'integrer/'];
      expect(files).not.toContain('integrer/index.html');
      for (const path of unknown) {
        const response = await ask(path);
        expect([path, response.status]).toEqual([path, 404]);
        expect(sentOf(response), path).toEqual(expectedOf('404.html'));
        expect(await response.text()).toBe(read('404.html'));
      }
    });

    test.runIf(name === 'nginx')(
      'les textes voyagent compressés ; les règles des autres hébergeurs restent ici',
      async () => {
        const response = await fetch(`${root}integrer/v1.js`, { headers: { 'accept-encoding': 'gzip' } });
        expect(response.headers.get('content-encoding')).toBe('gzip');
        expect((await ask('_headers')).status).toBe(404);
      },
    );
  });
}

describe('dans le navigateur, les pages d’un autre site', () => {
  const site = openSite();
  const host = (path: string) => `<!doctype html><iframe src="${site.origin}${path}"></iframe>`;
  const escaped = (html: string) => html.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const EMBED = `/${addressOf(pages.find((page) => page.startsWith('integrer/'))!)}`;
  let folder: string;
  let server: Server;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'observatoire-hote-'));
    server = createServer((request, response) => {
      const { pathname, searchParams } = new URL(request.url!, 'http://x');
      const page = host(searchParams.get('cadre')!);
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end(pathname === '/bac' ? `<iframe sandbox="allow-scripts" srcdoc="${escaped(page)}"></iframe>` : page);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The headings of the frames of a host page, once it has loaded. */
  async function shownIn(address: string): Promise<readonly string[]> {
    const page = await site.browser.newPage();
    await page.goto(address, { waitUntil: 'load' });
    const headings = await Promise.all(page.frames().map((frame) => frame.locator('h1').allInnerTexts()));
    await page.close();
    return headings.flat();
  }
  const elsewhere = (path: string, kind = '') =>
    `http://127.0.0.1:${(server.address() as AddressInfo).port}/${kind}?cadre=${encodeURIComponent(path)}`;

  test('montrent une figure à intégrer : en ligne, dans un bac à sable, ouvertes depuis un disque', async () => {
    const file = join(folder, 'page.html');
    writeFileSync(file, host(EMBED));
    for (const address of [elsewhere(EMBED), elsewhere(EMBED, 'bac'), pathToFileURL(file).href])
      expect(await shownIn(address), address).toHaveLength(1);
  });

  test('ne montrent aucune autre page', async () => {
    for (const path of ['/', '/portrait/', '/rechercher/', '/demonstration/portrait/'])
      expect(await shownIn(elsewhere(path)), path).toEqual([]);
  });
});
