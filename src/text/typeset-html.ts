import { typo } from './typography.ts';

/** A tag (with quoted attributes that may hold ">"), a comment or a doctype. */
const TAG = /<!--[\s\S]*?-->|<[a-zA-Z/!](?:"[^"]*"|'[^']*'|[^'">])*>/g;

/** Elements whose text is read by machines, copied as it is, or cannot hold a span. */
const VERBATIM = new Set([
  'script',
  'style',
  'code',
  'pre',
  'kbd',
  'samp',
  'textarea',
  'title',
  'svg',
  'option',
  'template',
]);

/** Words that must not break at their hyphen, but not in an address; a plain hyphen in a span serves search better than U+2011. */
const UNBROKEN = /(?<![\w./-])(?:tiers-lieux?|\d{4}-\d{4}|mi-\d{4})(?![\w/-]|\.\w)/gi;

const UNBROKEN_SPAN = '<span class="insecable">';

/** Applies French typography to the text of an HTML page and keeps "tiers-lieux" on one line; tags are left as they are. */
export function typesetHtml(html: string): string {
  const out: string[] = [];
  let verbatim: string | undefined;
  let end = 0;
  let last = '';
  for (const match of html.matchAll(TAG)) {
    const text = html.slice(end, match.index);
    out.push(verbatim ? text : typesetText(text, last), match[0]);
    last = match[0];
    end = match.index + match[0].length;
    verbatim = verbatimAfter(verbatim, match[0]);
  }
  out.push(typesetText(html.slice(end), last));
  return out.join('');
}

function verbatimAfter(verbatim: string | undefined, tag: string): string | undefined {
  const name = /^<\/?([a-zA-Z][\w-]*)/.exec(tag)?.[1]?.toLowerCase();
  if (name === undefined) return verbatim;
  if (verbatim) return tag.startsWith('</') && name === verbatim ? undefined : verbatim;
  return VERBATIM.has(name) && !tag.startsWith('</') && !tag.endsWith('/>') ? name : undefined;
}

/** Header, footer and labels are the same on thousands of pages: each text is composed once. */
const composed = new Map<string, string>();

/** Beyond this many texts the memory is worth more than the time. */
const MOST_COMPOSED = 20_000;

function typesetText(text: string, tagBefore: string): string {
  if (text.trim() === '') return text;
  const isUnbroken = tagBefore === UNBROKEN_SPAN;
  const key = isUnbroken ? `${UNBROKEN_SPAN}${text}` : text;
  const known = composed.get(key);
  if (known !== undefined) return known;
  const set = isUnbroken ? typo(text) : typo(text).replace(UNBROKEN, `${UNBROKEN_SPAN}$&</span>`);
  if (composed.size < MOST_COMPOSED) composed.set(key, set);
  return set;
}
