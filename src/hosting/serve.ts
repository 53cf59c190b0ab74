import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import { contentTypeOf } from './content-types.ts';
import type { ResponseHeaders } from './headers.ts';

/** Where a site is served, and with what. */
interface ServeOptions {
  /** Any free one where none is given. */
  readonly port?: number;
  /** The path under which the site lies: "/" or "/observatoire/". */
  readonly base?: string;
  /** What is sent with an address inside the site. */
  readonly headersOf?: (path: string) => ResponseHeaders;
}

/** Serves a built site as a plain web server would (folders give their index.html, the rest 404.html). */
export async function serve(
  dist: string,
  { port = 0, base = '/', headersOf = () => ({}) }: ServeOptions = {},
): Promise<{ origin: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const asked = readPath(request.url ?? '/');
    const path = asked?.startsWith(base) ? asked.slice(base.length) : undefined;
    const file = [join(dist, path ?? ''), join(dist, path ?? '', 'index.html')].find(
      (one) => path !== undefined && existsSync(one) && statSync(one).isFile(),
    );
    const served = file ?? join(dist, '404.html');
    response.writeHead(file ? 200 : 404, {
      ...headersOf(file && path !== undefined ? path : '404.html'),
      'content-type': contentTypeOf(served),
    });
    response.end(existsSync(served) ? readFileSync(served) : '');
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const { port: own } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${own}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The path that a browser asks for; undefined where it is not written as one: it is then found nowhere. */
function readPath(url: string): string | undefined {
  try {
    return normalize(decodeURIComponent(new URL(url, 'http://x').pathname));
  } catch {
    return undefined;
  }
}
