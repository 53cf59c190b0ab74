import { EVERYWHERE, ownHeadersOf, type ResponseHeaders, SECOND } from './headers.ts';

/** Where the file lies, from the root of the site. */
export const HEADERS_FILE = '_headers';

/**
 * The headers of a site in the format that Netlify and Cloudflare Pages read. Where two rules fit an address, one host
 * keeps a header and the other joins both: each folder has a rule of its own, and no header is said twice for an address.
 *
 * @param files every file of the site, from its root
 * @param base the path under which the site lies: "/" or "/observatoire/"
 */
export function headersFile(files: readonly string[], base: string): string {
  const own = [...new Set(files.filter((file) => file !== HEADERS_FILE).map(ruleOf))].sort();
  const rules: readonly (readonly [path: string, headers: ResponseHeaders])[] = [
    [`${base}*`, EVERYWHERE],
    ...own.map((rule) => [base + rule, ownHeadersOf(rule)] as const),
  ];
  return `# Pour Netlify et Cloudflare Pages ; les autres hébergeurs ne lisent pas ce fichier.\n${rules.map(write).join('')}`;
}

/** The rule that a file falls under: its folder's, or its own at the root; a page is asked for without its file's name. */
function ruleOf(file: string): string {
  const [first = '', ...rest] = file.split('/');
  if (rest.length === 0) return first === 'index.html' ? '' : first;
  return first === SECOND ? `${first}/${ruleOf(rest.join('/'))}` : `${first}/*`;
}

function write([path, headers]: readonly [path: string, headers: ResponseHeaders]): string {
  const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`);
  return `\n${path}\n${lines.join('')}`;
}
