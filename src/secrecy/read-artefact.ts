/** How an artefact is written; `texte` for what has no form of its own, such as the text of a PDF. */
export type Format = 'html' | 'svg' | 'xml' | 'csv' | 'json' | 'texte';

/** A piece of an artefact that can be read by itself, and where it stands: `text`, `@title`, `svg@d`, a JSON path, a column. */
export interface Fragment {
  readonly place: string;
  readonly text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** A comment, a CDATA section, a tag with its attributes, or the text between two of them. */
const MARKUP = /<!--([\s\S]*?)-->|<!\[CDATA\[([\s\S]*?)\]\]>|<([/!?]?[\w:-]+)((?:"[^"]*"|'[^']*'|[^>"'])*)>|([^<]+|<)/g;
const ATTRIBUTE = /([\w:@.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;

/** Cuts an artefact into what a reader, a program or a search engine could take out of it. */
export function readArtefact(text: string, format: Format): readonly Fragment[] {
  if (format === 'json') return readJson(JSON.parse(text), '');
  if (format === 'csv') return readCells(text);
  return format === 'texte' ? [{ place: 'text', text }] : readMarkup(text);
}

function readMarkup(text: string): readonly Fragment[] {
  return [...text.matchAll(MARKUP)].flatMap(([, comment, data, tag, attributes = '', words]) => {
    if (comment !== undefined) return [{ place: 'comment', text: comment }];
    if (tag === undefined) return [{ place: 'text', text: data ?? decode(words ?? '') }];
    return [...attributes.matchAll(ATTRIBUTE)].map(([, name, double, single, bare]) => ({
      place: `${tag}@${name}`,
      text: decode(double ?? single ?? bare ?? ''),
    }));
  });
}

function decode(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (entity, hex, decimal, name) =>
    hex || decimal ? String.fromCodePoint(Number.parseInt(hex ?? decimal, hex ? 16 : 10)) : (ENTITIES[name] ?? entity),
  );
}

/** Every key, text and number of a JSON value, by its path. */
function readJson(value: unknown, path: string): readonly Fragment[] {
  if (value === null || typeof value === 'boolean') return [];
  if (typeof value !== 'object') return [{ place: path, text: String(value) }];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(Array.isArray(value) ? [] : [{ place: `${path}/clé`, text: key }]),
    ...readJson(inner, Array.isArray(value) ? path : `${path}/${key}`),
  ]);
}

/** The cells of our own CSV files (semicolons, doubled quotes), each with the title of its column. */
function readCells(text: string): readonly Fragment[] {
  const records = text
    .replace(/^\ufeff/, '')
    .match(/(?:"(?:[^"]|"")*"|[^"\r\n])+/g)
    ?.map((record) => [...`;${record}`.matchAll(/;("(?:[^"]|"")*"|[^;]*)/g)].map(([, cell = '']) => unquote(cell)));
  const [titles = [], ...rows] = records ?? [];
  return [
    ...titles.map((title) => ({ place: 'titre', text: title })),
    ...rows.flatMap((cells) => cells.map((cell, index) => ({ place: titles[index] ?? '', text: cell }))),
  ];
}

function unquote(cell: string): string {
  return cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}
