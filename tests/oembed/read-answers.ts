import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filterLikeWordpress } from '../browser/hosts/wordpress-filter.ts';
import { oembedAnswer } from './specification.ts';

/** As WordPress draws it: ten letters and digits. */
const SECRET = 'aZ3aZ3aZ30';

/** What a host reads of an answer and of a page, at most (`limit_response_size`). */
const MOST = 153_600;

/** A built site, and the address under which it is served. */
interface Site {
  readonly dist: string;
  readonly address: string;
}

/** The paths of the pages to embed that a site has, from its root: "/integrer/nord/x/". */
export function embedPages({ dist }: Site): readonly string[] {
  return pathsUnder(dist, 'integrer', 'index.html').map((file) => `/${file.slice(0, -'index.html'.length)}`);
}

/** The paths of the oEmbed answers that a site has: "/oembed/nord/x.json". */
export function answerFiles({ dist }: Site): readonly string[] {
  return pathsUnder(dist, 'oembed', '.json').map((file) => `/${file}`);
}

/** All that is wrong with what a host gets of a page to embed, from the address of that page to the frame in its article. */
export function faultsOfEmbed(page: string, site: Site): readonly string[] {
  const html = readFileSync(join(site.dist, page, 'index.html'), 'utf8');
  const found = discover(html);
  if (found.length !== 1) return [`${page}: ${found.length} discovery links`];
  const [{ href, title }] = found as [Found];
  const file = join(site.dist, href.slice(site.address.length));
  if (!href.startsWith(`${site.address}/oembed/`) || !existsSync(file)) return [`${page}: ${href} is not there`];
  const bytes = readFileSync(file);
  const read = oembedAnswer.safeParse(JSON.parse(bytes.toString()));
  if (!read.success) return read.error.issues.map(({ path, message }) => `${page}: ${path.join('.')} ${message}`);
  if (read.data.type !== 'rich') return [`${page}: ${read.data.type}`];
  const answer = read.data;
  const kept = filterLikeWordpress(answer, SECRET);
  const frame = frameOf(answer.html);
  const rules: Readonly<Record<string, boolean>> = {
    'too heavy': bytes.length < MOST && html.indexOf('</head>') < MOST,
    'announced by another title': decode(title) === answer.title,
    'not ours': [answer.author_url, answer.provider_url].every((one) => one === `${site.address}/`),
    'the picture is not there':
      answer.thumbnail_url === undefined ||
      existsSync(join(site.dist, answer.thumbnail_url.slice(site.address.length))),
    'not the bare frame': /^<iframe [^<>]*><\/iframe>$/.test(answer.html),
    'shows another page': frame.src === `${site.address}${page}`,
    'another height': frame.height === `${answer.height}`,
    'named otherwise': decode(frame.title ?? '').startsWith(answer.title ?? ''),
    'lost by WordPress': kept === wordpressFrame(frame),
  };
  return Object.entries(rules).flatMap(([rule, holds]) => (holds ? [] : [`${page}: ${rule}`]));
}

interface Found {
  readonly href: string;
  readonly title: string;
}

/** The links that WP_oEmbed::discover finds in the head of a page. */
export function discover(html: string): readonly Found[] {
  const head = html.slice(0, html.search(/<\/head>/i));
  return [...head.matchAll(/<link([^<>]+)\/?>/gi)]
    .map(([, inside]) => Object.fromEntries([...inside!.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, a, b]) => [a, b])))
    .filter(({ type, href }) => type === 'application/json+oembed' && href)
    .map(({ href, title }) => ({ href: href!, title: title! }));
}

/** The attributes of a frame as they are written. */
function frameOf(html: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...html.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));
}

/** What has to be left: sandbox and secret of its own, and of ours the title, the address, the sizes. */
function wordpressFrame({
  title,
  src,
  width,
  height,
  scrolling,
  frameborder,
}: Readonly<Record<string, string>>): string {
  return `<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" title="${title}" src="${src}#?secret=${SECRET}" data-secret="${SECRET}" width="${width}" height="${height}" scrolling="${scrolling}" frameborder="${frameborder}"></iframe>`;
}

function decode(text: string): string {
  return text
    .replaceAll(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function pathsUnder(dist: string, part: string, ending: string): readonly string[] {
  const folder = join(dist, part);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${part}/${name}`)
    .sort();
}
