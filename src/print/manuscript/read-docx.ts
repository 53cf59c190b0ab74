import { strFromU8, unzipSync } from 'fflate';

/** A Word document read back: paragraphs and notes in order, each with the name of its style. */
export interface DocxText {
  readonly paragraphs: readonly DocxParagraph[];
  readonly notes: readonly string[];
  /** What it says of itself, and whatever else is read in it: title, author, names of styles. */
  readonly properties: string;
}

interface DocxParagraph {
  /** Empty where it has none. */
  readonly style: string;
  readonly text: string;
}

/** Reads the text of a Word document, as any program would find it. */
export function readDocx(bytes: Uint8Array): DocxText {
  const parts = unzipSync(bytes);
  const read = (name: string) => (parts[name] ? strFromU8(parts[name]) : '');
  const names = new Map(
    [...read('word/styles.xml').matchAll(/<w:style [^>]*w:styleId="([^"]*)"[^>]*>.*?<w:name w:val="([^"]*)"/gs)].map(
      ([, id, name]) => [id!, unescapeXml(name!)] as const,
    ),
  );
  return {
    paragraphs: paragraphsOf(read('word/document.xml')).map(({ style, text }) => ({
      style: names.get(style) ?? style,
      text,
    })),
    notes: [...read('word/footnotes.xml').matchAll(/<w:footnote (?![^>]*w:type=)[^>]*>(.*?)<\/w:footnote>/gs)].map(
      ([, note]) =>
        paragraphsOf(note!)
          .map(({ text }) => text.trim())
          .join(' '),
    ),
    properties: textIn(read('docProps/core.xml')),
  };
}

function paragraphsOf(xml: string): readonly DocxParagraph[] {
  return [...xml.matchAll(/<w:p(?: [^>]*)?>(.*?)<\/w:p>/gs)].map(([, inner]) => ({
    style: /<w:pStyle w:val="([^"]*)"/.exec(inner!)?.[1] ?? '',
    text: [...inner!.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(?:br|tab)\/>|<w:noBreakHyphen\/>/g)]
      .map(([tag, text]) => (text === undefined ? (tag.includes('noBreak') ? '-' : ' ') : unescapeXml(text)))
      .join(''),
  }));
}

function textIn(xml: string): string {
  return unescapeXml(xml.replace(/<[^>]*>/g, ' '));
}

function unescapeXml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
