/** What each kind of file is, by the end of its name; text is UTF-8. */
export const CONTENT_TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  csv: 'text/csv',
  txt: 'text/plain',
  json: 'application/json',
  geojson: 'application/geo+json',
  jsonld: 'application/ld+json',
  xml: 'application/xml',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  woff2: 'font/woff2',
  ttf: 'font/ttf',
  pdf: 'application/pdf',
  zip: 'application/zip',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The type of what is no file of ours, or of a compiled program. */
export const UNKNOWN_TYPE = 'application/octet-stream';

/** The types whose bytes are text. */
export const TEXT_TYPES: readonly string[] = Object.values(CONTENT_TYPES).filter((type) =>
  /^text\/|json$|xml$/.test(type),
);

/** The type of a file, with its encoding where it is text. */
export function contentTypeOf(name: string): string {
  const type = CONTENT_TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? UNKNOWN_TYPE;
  return TEXT_TYPES.includes(type) ? `${type}; charset=utf-8` : type;
}
