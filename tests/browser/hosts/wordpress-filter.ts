/** What WordPress keeps of the HTML of an unknown host, tag by tag: `$allowed_html` of wp_filter_oembed_result. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  blockquote: [],
  iframe: ['src', 'width', 'height', 'frameborder', 'marginwidth', 'marginheight', 'scrolling', 'title'],
};

/**
 * What WordPress puts in an article for the `html` of an oEmbed answer from a host that it does not know, or nothing: as
 * wp_filter_oembed_result documents it, with the title of the answer where the frame has none.
 */
export function filterLikeWordpress(
  { html, title }: { readonly html: string; readonly title: string },
  secret: string,
): string | false {
  const titled = / title=/.test(html) ? html : html.replace(/<iframe /, `<iframe title="${title}" `);
  const [, quote = '', frame] = /(<blockquote>.*?<\/blockquote>)?.*(<iframe.*?><\/iframe>)/s.exec(keep(titled)) ?? [];
  if (!frame) return false;
  const secured = frame.replace(/ src="(.*?)"/, (_, src) => ` src="${src}#?secret=${secret}" data-secret="${secret}"`);
  const hidden = quote
    ? secured.replace('<iframe', '<iframe style="position: absolute; visibility: hidden;"')
    : secured;
  return `${quote}${hidden.replace('<iframe', '<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted"')}`;
}

/** Takes away tags and attributes that are not allowed, as wp_kses does; the text stays. */
function keep(html: string): string {
  return html.replace(/<(\/?)([a-z]+)((?:"[^"]*"|[^">])*)>/gi, (_, end: string, tag: string, attributes: string) => {
    const allowed = KEPT[tag.toLowerCase()];
    if (!allowed) return '';
    const kept = [...attributes.matchAll(/\s([a-z-]+)(?:="([^"]*)")?/gi)].filter(([, name]) => allowed.includes(name!));
    return `<${end}${tag}${kept.map(([, name, value = '']) => ` ${name}="${value}"`).join('')}>`;
  });
}
