import { describe, expect, test } from 'vitest';
import { files, pages, read } from './dist.ts';

const policyOf = (page: string) =>
  /<meta http-equiv="content-security-policy" content="([^"]*)"/i.exec(read(page))?.[1] ?? '';

describe('ce que le navigateur a le droit de faire', () => {
  test.each(pages)('%s : politique stricte, rien en ligne', (page) => {
    const policy = policyOf(page);
    expect(policy).toContain("default-src 'none'");
    // The engine of the search is a compiled program: only the page that searches runs one, and no text is run as code.
    const own = page.endsWith('rechercher/index.html') ? policy.replace(" 'wasm-unsafe-eval';", ';') : policy;
    expect(own).not.toMatch(/unsafe|https?:|\*/);
    const html = read(page);
    expect(html).not.toMatch(/<[a-z][^>]*\sstyle="/i);
    expect(html).not.toMatch(/<[a-z][^>]*\son[a-z]+="/i);
    expect(html).not.toMatch(/<style[\s>]/i);
    expect(
      [...html.matchAll(/<script(?![^>]*\ssrc=)([^>]*)>/gi)]
        .map(([tag]) => tag)
        .filter((tag) => !/type="application\/(ld\+)?json"/.test(tag)),
    ).toEqual([]);
  });

  test('rien n’est demandé à un autre site', () => {
    const asked =
      /<(?:script|img|iframe|source|video|audio|embed|object|link(?=[^>]*rel="(?:stylesheet|preload|icon|modulepreload|preconnect|dns-prefetch|manifest)"))[^>]*\s(?:src|href|data|srcset)="(?:https?:)?\/\//i;
    expect(pages.filter((page) => asked.test(read(page)))).toEqual([]);
    const styles = files
      .filter((file) => file.endsWith('.css'))
      .map(read)
      .join('\n');
    expect(styles).not.toMatch(/url\(\s*['"]?(?:https?:)?\/\//i);
    expect(styles).not.toContain('@import');
    const scripts = files
      .filter((file) => file.endsWith('.js') && !file.endsWith('/pagefind.js'))
      .map(read)
      .join('\n');
    // One list is asked for, by one line of each observatory's scripts: tests/browser/nearby.test.ts sees when.
    expect([...new Set(scripts.match(/\bfetch\b.{0,30}|XMLHttpRequest|sendBeacon|WebSocket|EventSource/g))]).toEqual([
      expect.stringMatching(/^fetch\(this\.dataset\.communes\)/),
    ]);
  });

  test('la liste des communes est demandée à ce site, et son adresse est écrite dans la page', () => {
    const asked = pages.flatMap((page) =>
      [...read(page).matchAll(/data-communes="([^"]*)"/g)].map(([, address]) => `${page} ${address}`),
    );
    expect(asked).toEqual(
      ['demonstration/', ''].map((root) => `${root}pres-de-chez-moi/index.html /${root}pres-de-chez-moi/communes.json`),
    );
  });

  test('une image SVG se suffit à elle-même', () => {
    for (const file of files.filter((name) => /graphiques\/[^/]+\.svg$/.test(name))) {
      expect(read(file), file).not.toMatch(/<script|<style|@import|<foreignObject|<image|href="(?!#)|var\(--/);
    }
  });

  test('la démonstration n’est pas référencée', () => {
    for (const page of pages.filter((name) => name.startsWith('demonstration/')))
      expect(read(page), page).toMatch(/<meta name="robots" content="noindex/);
    expect(read('sitemap.xml')).not.toContain('demonstration');
    expect(files.filter((file) => /^demonstration\/(sitemap|flux)\.xml$/.test(file))).toEqual([]);
  });
});
