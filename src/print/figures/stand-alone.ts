import type { Drawing } from '../../model/drawing.ts';
import { escapeXml } from '../../text/escape.ts';
import type { FigureWords, SizedDrawing } from './taken-figure.ts';

/** What a file says of the figure that it holds. */
interface FileWords extends FigureWords {
  readonly id: string;
  readonly title: string;
}

/**
 * The families that a drawing names, each with what replaces it where it is not installed. A name that ends with a number
 * stands between quotation marks, else no program that follows CSS takes it.
 */
const FAMILIES: readonly (readonly [RegExp, string])[] = [
  [/font-family="Source Sans 3"/g, `font-family="'Source Sans 3', 'Source Sans Pro', Helvetica, Arial, sans-serif"`],
  [
    /font-family="Bricolage Grotesque"/g,
    `font-family="'Bricolage Grotesque', 'Source Sans 3', Helvetica, Arial, sans-serif"`,
  ],
];

/**
 * A drawing as a file that other programs open: its size in mm, what it is in its title, description and metadata (Dublin
 * Core, which drawing programs read), fonts with a fallback; `width` in mm.
 */
export function standAlone({ svg, width: pixels, height }: Drawing, width: number, words: FileWords): SizedDrawing {
  const size = { width, height: roundTo((height * width) / pixels) };
  const inside = separateOutlines(FAMILIES.reduce((done, [family, named]) => done.replace(family, named), svg));
  const root = inside.replace(
    /^<svg([^>]*?) class="chart"([^>]*?) width="[^"]*" height="[^"]*"/,
    `<svg$1$2 width="${size.width}mm" height="${size.height}mm" role="img"`,
  );
  const said = `<title>${escapeXml(words.title)}</title><desc>${escapeXml(words.summary)}</desc>${describe(words)}`;
  return { ...size, svg: root.replace(/^<svg[^>]*>/, `$&${said}`) };
}

/**
 * Letters over a line are outlined with the colour of the ground. The attribute that says that the outline lies under the
 * letters is unknown to several drawing programs, which paint it over them: the outline becomes a text of its own, before.
 */
function separateOutlines(svg: string): string {
  return svg.replace(
    /<text([^>]*?) (stroke="[^"]*"[^>]*?) paint-order="stroke"([^>]*)>(.*?)<\/text>/gs,
    (_, before, outline, after, inner) => {
      const attributes = `${before}${after}`;
      return `<text aria-hidden="true"${attributes} ${outline}>${inner}</text><text${attributes}>${inner}</text>`;
    },
  );
}

function describe({
  id,
  title,
  summary,
  subtitle,
  reading,
  champ,
  sources,
  licence,
  publisher,
  millesime,
}: FileWords): string {
  const told: readonly (readonly [string, string | undefined])[] = [
    ['dc:identifier', id],
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
  return `<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><rdf:Description rdf:about="">${lines.join('')}</rdf:Description></rdf:RDF></metadata>`;
}

/** A thousandth of a millimetre is finer than any press. */
function roundTo(length: number): number {
  return Math.round(length * 1000) / 1000;
}
