/** What WordPress keeps of the HTML of an unknown host, tag by tag: `$allowed_html` of wp_filter_oembed_result. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  blockquote: [],
  iframe: ['src', 'width', 'height', 'frameborder', 'marginwidth', 'marginheight', 'scrolling', 'title'],
};

/** What it lets through once it has put it there itself. */
const OWN = { ...KEPT, blockquote: ['data-secret'], iframe: [...KEPT.iframe!, 'data-secret'] };

/** A part of an oEmbed answer that WordPress reads. */
interface Answer {
  readonly type: string;
  readonly html: string;
  readonly title?: string;
}

/**
 * What WordPress 6 puts in an article for an oEmbed answer from a host that it does not know, or nothing: what
 * wp-includes/embed.php does, step by step, from data2html to wp_filter_oembed_result.
 */
export function filterLikeWordpress(answer: Answer, secret: string): string | false {
  if (answer.type !== 'rich' && answer.type !== 'video') return answer.html;
  const [, quote = '', frame] = CONTENT.exec(keep(putTitleFirst(answer), KEPT)) ?? [];
  if (!frame) return false;
  const told = (quote + frame)
    .replace(/ src=(['"])(.*?)\1/, (_, mark, src) => {
      const url = `${escapeUrl(src)}#?secret=${secret}`;
      return ` src=${mark}${url}${mark} data-secret=${mark}${secret}${mark}`;
    })
    .replaceAll('<blockquote', `<blockquote data-secret="${secret}"`);
  const kept = keep(told, OWN);
  // A quotation stands for the frame until the frame speaks.
  const hidden = quote
    ? kept
        .replaceAll('<iframe', '<iframe style="position: absolute; visibility: hidden;"')
        .replaceAll('<blockquote', '<blockquote class="wp-embedded-content"')
    : kept;
  return hidden.replaceAll(
    '<iframe',
    '<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted"',
  );
}

/** `|(<blockquote>.*?</blockquote>)?.*(<iframe.*?></iframe>)|ms` */
const CONTENT = /(<blockquote>.*?<\/blockquote>)?.*(<iframe.*?><\/iframe>)/ms;

/** wp_filter_oembed_iframe_title_attribute: the frame's own title before that of the answer, written first. */
function putTitleFirst({ html, title = '' }: Answer): string {
  const found = /<iframe([^>]*)>/i.exec(html);
  const attributes = found ? attributesOf(found[1]!) : [];
  const own = attributes.find(([name]) => name === 'title')?.[1];
  const said = own || title;
  if (!said) return html;
  const others = attributes.filter(([name]) => name !== 'title').map(([name, value]) => `${name}="${value}"`);
  const bare = own === undefined ? html : html.replace(found![0], `<iframe ${others.join(' ')}>`);
  return bare.replaceAll(/<iframe /gi, `<iframe title="${escapeAttribute(said)}" `);
}

/** wp_kses: a tag ends at its first ">", wherever that stands; what is not allowed goes, and the text stays. */
function keep(html: string, allowed: typeof KEPT): string {
  return html.replace(/<(\/?)([a-z]+)([^>]*)>/gi, (_, end: string, tag: string, inside: string) => {
    const names = allowed[tag.toLowerCase()];
    if (!names) return '';
    const kept = attributesOf(inside).filter(([name]) => names.includes(name));
    return `<${end}${tag}${kept.map(([name, value]) => ` ${name}="${value}"`).join('')}>`;
  });
}

function attributesOf(inside: string): readonly (readonly [name: string, value: string])[] {
  return [...inside.matchAll(/([a-z-]+)(?:=(?:"([^"]*)"|'([^']*)'))?/gi)].map(([, name, double, single]) => [
    name!.toLowerCase(),
    double ?? single ?? '',
  ]);
}

/** esc_attr: entities that are there already are left alone. */
function escapeAttribute(text: string): string {
  return text
    .replaceAll(/&(?!#?\w+;)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#039;');
}

/** esc_url: what no address holds goes, and another protocol than the web's makes it empty. */
function escapeUrl(src: string): string {
  const clean = src
    .replaceAll(/[^a-z0-9-~+_.?#=!&;,/:%@$|*'()[\]\x80-\xff]/gi, '')
    .replaceAll(/&(?!#?\w+;)/g, '&#038;');
  return /^(?:https?:\/\/|\/|#)/.test(clean) ? clean : '';
}
