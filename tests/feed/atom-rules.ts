import { z } from 'zod';

/** An element of a feed, read with no more than feeds need: no comment, no processing after the first line. */
interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** `atom:id` is an absolute IRI: a scheme, no blank, one fragment at most. */
const iri = z.string().regex(/^[a-z][a-z0-9+.-]*:[^\s#<>"{}|\\^`]+(?:#[^\s#<>"{}|\\^`]*)?$/i, 'no IRI');
const date = z.iso.datetime({ offset: true });
const text = z.string().regex(/\S/);
const link = z.strictObject({
  href: z.string().min(1),
  rel: z.enum(['self', 'alternate']).optional(),
  type: z.string().optional(),
});
const alternates = (links: readonly z.infer<typeof link>[]) => links.filter(({ rel }) => rel !== 'self');

const entry = z
  .strictObject({
    id: z.tuple([iri]),
    title: z.tuple([text]),
    updated: z.tuple([date]),
    summary: z.tuple([text]).optional(),
    link: z.array(link),
  })
  .refine((one) => alternates(one.link).length === 1, 'an entry without content has one alternate link');

/** The rules of RFC 4287 (4.1.1, 4.1.2, 4.2.6, 3.3) for a feed that its publisher signs; what we never write is refused. */
const feed = z
  .strictObject({
    id: z.tuple([iri]),
    title: z.tuple([text]),
    subtitle: z.tuple([text]).optional(),
    updated: z.tuple([date]),
    author: z.tuple([z.strictObject({ name: z.tuple([text]) })]),
    link: z.array(link).refine((links) => alternates(links).length <= 1, 'two alternate links'),
    entry: z.array(entry),
  })
  .refine(({ link: links }) => links.some(({ rel }) => rel === 'self'), 'no link to itself')
  .refine((one) => new Set(one.entry.map(({ id }) => id[0])).size === one.entry.length, 'one id twice')
  .refine((one) => one.entry.every(({ updated }) => updated[0] <= one.updated[0]), 'an entry newer than its feed')
  .refine(
    ({ entry: entries }) => entries.every(({ updated }, at) => at === 0 || updated[0] <= entries[at - 1]!.updated[0]),
    'not newest first',
  );

/** All that an Atom feed does against RFC 4287, and against our order; nothing where it is valid. */
export function faultsOfFeed(xml: string): readonly string[] {
  const root = readXml(xml);
  if (typeof root === 'string') return [root];
  if (root.name !== 'feed' || root.attributes.xmlns !== 'http://www.w3.org/2005/Atom') return ['no Atom feed'];
  const read = feed.safeParse(shapeOf(root));
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`.trim());
}

/** Lists of elements by name; an element of text alone is that text, an empty one its attributes. */
function shapeOf({ children }: Element): unknown {
  const lists = Map.groupBy(children, ({ name }) => name);
  const shape = (one: Element) =>
    one.children.length > 0 ? shapeOf(one) : one.name === 'link' ? one.attributes : one.text;
  return {
    ...(children.some(({ name }) => name === 'author') ? { entry: [] } : {}),
    ...Object.fromEntries([...lists].map(([name, list]) => [name, list.map(shape)])),
  };
}

/** The root element, or why the text is not well formed. */
function readXml(xml: string): Element | string {
  const [, body] = /^<\?xml version="1\.0" encoding="UTF-8"\?>\n(.*)$/s.exec(xml) ?? [];
  if (body === undefined) return 'no XML declaration';
  const open: Element[] = [{ name: '', attributes: {}, children: [], text: '' }];
  for (const [token] of body.matchAll(/<[^>]*>|[^<]+|</g)) {
    const [, end, name, inside = '', empty] = /^<(\/?)([a-z]+)((?: [a-z:]+="[^"<]*")*)(\/?)>$/.exec(token) ?? [];
    if (token.startsWith('<') && name === undefined) return `not well formed: ${token}`;
    if (/&(?!(?:amp|lt|gt|quot|#39);)/.test(token)) return `not well formed: ${token}`;
    if (name === undefined) open.at(-1)!.text += token;
    else if (end) {
      if (open.pop()?.name !== name) return `</${name}> closes another element`;
    } else {
      const attributes = Object.fromEntries(
        [...inside.matchAll(/([a-z:]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]),
      );
      const element = { name, attributes, children: [], text: '' };
      open.at(-1)!.children.push(element);
      if (!empty) open.push(element);
    }
  }
  const root = open[0]!;
  return open.length === 1 && root.children.length === 1 && root.text.trim() === ''
    ? root.children[0]!
    : 'no single root';
}
