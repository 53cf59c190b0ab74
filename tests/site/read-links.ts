import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf } from '../files-of.ts';

/** A link as a file of a site writes it, without entities. */
export interface Link {
  /** The file that bears it, from the root of the site. */
  readonly page: string;
  readonly target: string;
}

/** A built site: its folder, the path under which it lies, and the address of its host where its settings give one. */
export interface BuiltSite {
  readonly dist: string;
  readonly base: string;
  readonly address?: string;
}

/** Where a site without an address is taken to lie. */
const NOWHERE = 'https://sans-adresse.invalid';

/** What the elements of its pages lead to or show. */
export function readLinks(dist: string): readonly Link[] {
  return textsOf(dist, /\.html$/).flatMap(({ page, text }) =>
    [...text.matchAll(/\s(href|src|srcset|poster|action)="([^"]*)"/g)].flatMap(([, attribute, target]) =>
      // Sizes of one picture, each with its width: "a.webp 640w, b.webp 1280w".
      (attribute === 'srcset' ? target!.split(', ').map((size) => size.replace(/ \d+w$/, '')) : [target!]).map(
        (one) => ({ page, target: one.replaceAll('&amp;', '&') }),
      ),
    ),
  );
}

/** The file a link leads to; nothing for another site, an empty name for what no file of this one can be. */
export function fileOf({ page, target }: Link, { base, address = NOWHERE }: BuiltSite): string | undefined {
  const here = new URL(base + page, address);
  const there = URL.parse(target, here);
  if (!there) return '';
  if (there.origin !== here.origin) return undefined;
  if (!there.pathname.startsWith(base)) return '';
  const file = decodeURIComponent(there.pathname.slice(base.length));
  return file === '' || file.endsWith('/') ? `${file}index.html` : file;
}

/**
 * The links that lead to no file of the site, or out of the path under which it lies: those of elements, those of styles,
 * and every whole address of the site, be it in the code of a frame, in metadata, in the feed or in the sitemap.
 */
export function brokenLinks(site: BuiltSite): readonly string[] {
  const known = new Set(filesOf(site.dist));
  return [...readLinks(site.dist), ...stylesLinks(site), ...wholeAddresses(site)].flatMap((link) => {
    const file = fileOf(link, site);
    return file === undefined || known.has(file) ? [] : `${link.page} → ${link.target}`;
  });
}

function stylesLinks({ dist }: BuiltSite): readonly Link[] {
  return textsOf(dist, /\.(?:css|html)$/).flatMap(({ page, text }) =>
    [...text.matchAll(/url\((["']?)(.*?)\1\)/g)].map(([, , target]) => ({ page, target: target! })),
  );
}

function wholeAddresses({ dist, address }: BuiltSite): readonly Link[] {
  if (address === undefined) return [];
  return textsOf(dist, /\.(?:html|xml|jsonld)$/).flatMap(({ page, text }) =>
    text
      .split(address)
      .slice(1)
      // A sentence may end after an address.
      .map((after) => ({ page, target: address + /^[^\s"'<>&)]*?(?=[.,;]*(?:[\s"'<>&)]|$))/.exec(after)![0] })),
  );
}

function textsOf(dist: string, name: RegExp) {
  return filesOf(dist)
    .filter((file) => name.test(file))
    .map((page) => ({ page, text: readFileSync(join(dist, page), 'utf8') }));
}
