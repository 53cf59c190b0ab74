import { escapeXml } from '../text/escape.ts';

/** What a picture says of itself to programs, typography done. */
export interface FileWords {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly reading: string;
  readonly champ: string;
  readonly sources: string;
  /** The name of the licence, and its address where it has one. */
  readonly licence: string;
  readonly licenceUrl?: string;
  readonly publisher: string;
  /** The alternative text. */
  readonly summary: string;
  /** What readers call the years of data, or their date where they bear no year; none where nobody knows. */
  readonly millesime?: string;
  /** The address of its page; none where the site has none. */
  readonly address?: string;
}

/** The element `<metadata>` of an SVG file: Dublin Core and the licence, as drawing programs and Wikimedia read them. */
export function writeMetadata(words: FileWords): string {
  const { id, title, summary, subtitle, reading, champ, sources, licence, publisher, millesime, address } = words;
  const told: readonly (readonly [string, string | undefined])[] = [
    ['dc:identifier', address ?? id],
    ['dc:title', title],
    ['dc:description', subtitle],
    ['dcterms:abstract', `Lecture\u00a0: ${reading}`],
    ['dcterms:coverage', `Champ\u00a0: ${champ}`],
    ['dc:source', sources],
    ['dc:date', millesime],
    ['dc:publisher', publisher],
    ['dc:rights', licence],
    ['dc:language', 'fr'],
    ['dcterms:alternative', summary],
  ];
  const lines = told.map(([name, text]) => (text === undefined ? '' : `<${name}>${escapeXml(text)}</${name}>`));
  const licensed = words.licenceUrl ? `<cc:license rdf:resource="${escapeXml(words.licenceUrl)}"/>` : '';
  return `<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:cc="http://creativecommons.org/ns#"><cc:Work rdf:about="">${lines.join('')}${licensed}</cc:Work></rdf:RDF></metadata>`;
}
