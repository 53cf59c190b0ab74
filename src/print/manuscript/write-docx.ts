import {
  Document,
  type IRunStylePropertiesOptions,
  NoteNumberRestart,
  Packer,
  type Paragraph,
  SectionType,
  type Table,
} from 'docx';
import { htmlToContent } from 'docx/html';
import { PAPERS } from '../papers.ts';
import { sayLeftOut } from './say-left-out.ts';
import { settleDocx } from './settle-docx.ts';
import { CHARACTERS, HEADINGS, type ManuscriptStyle, PARAGRAPHS, STYLE_MAP } from './styles.ts';
import type { Manuscript } from './take-manuscript.ts';

const FONTS = { serif: 'Source Serif 4', sans: 'Source Sans 3', title: 'Bricolage Grotesque' } as const;

/** Looks are the styles' business: what browsers do by themselves would stand in each paragraph, over them. */
const PLAIN =
  'p,div,figure,figcaption,blockquote,dl,dt,dd,h1,h2,h3,h4,h5,ul,ol,li{margin:0} strong,b,th{font-weight:inherit} em,i{font-style:inherit} th{text-align:left}';

const POINTS = 20;

/** Twentieths of a point in mm: the one unit that every program that opens these files reads. */
const twips = (mm: number): number => Math.round((mm * 1440) / 25.4);

/** A Word document, and what of the book it cannot hold. */
interface WrittenDocx {
  readonly bytes: Uint8Array;
  readonly leftOut: readonly string[];
}

/**
 * Writes a manuscript as a Word document: named styles without local formatting, notes as real footnotes that begin at 1 in
 * each chapter, live links. The converter reads the book's own HTML; the same manuscript gives the same bytes. What the
 * converter leaves out is told, with its chapter: it would be lost in silence.
 */
export async function writeDocx(manuscript: Manuscript): Promise<WrittenDocx> {
  const { title, author, subject, front, chapters, date } = manuscript;
  const parts = [{ title, html: front }, ...chapters];
  const leftOut: string[] = [];
  const places = parts.map(({ html: part }) => [...part.matchAll(/\sid="(lieu\d+)"/g)].map(([, id]) => id!));
  const document = new Document({
    title,
    creator: author,
    lastModifiedBy: author,
    subject,
    description: subject,
    revision: 1,
    styles: {
      default: {
        document: { run: { font: FONTS.serif, size: 22, language: { value: 'fr-FR' } } },
        title: styleOf(HEADINGS[0]!),
        heading1: styleOf(HEADINGS[1]!),
        heading2: styleOf(HEADINGS[2]!),
        heading3: styleOf(HEADINGS[3]!),
        footnoteText: { run: { font: FONTS.sans, size: 17 }, paragraph: { spacing: { after: 2 * POINTS } } },
      },
      paragraphStyles: PARAGRAPHS.map((style) => ({
        id: style.id,
        name: style.name,
        basedOn: 'Normal',
        quickFormat: true,
        ...styleOf(style),
      })),
      characterStyles: CHARACTERS.map((style) => ({
        id: style.id,
        name: style.name,
        quickFormat: true,
        run: runOf(style),
      })),
    },
    sections: parts.map((part, i) => ({
      properties: {
        type: SectionType.NEXT_PAGE,
        // A manuscript is read and marked on office paper, whatever the book's own.
        page: { size: { width: twips(PAPERS.a4.width), height: twips(PAPERS.a4.height) } },
        footnoteProperties: { restart: NoteNumberRestart.EACH_SECTION },
      },
      children: convert(part.html, places[i]!, manuscript.site, (message) =>
        leftOut.push(`${sayLeftOut(message)}, au chapitre « ${part.title} »`),
      ),
    })),
  });
  return { bytes: settleDocx(await Packer.toBuffer(document), date), leftOut };
}

function convert(
  html: string,
  places: readonly string[],
  site: string,
  tell: (message: string) => void,
): readonly (Paragraph | Table)[] {
  // The converter only names the places that a link of the same part leads to: those of other parts are told to it unseen.
  const told = places.map((id) => `<a href="#${id}">.</a>`).join('');
  return htmlToContent(`${html}<div style="display:none">${told}</div>`, {
    stylesheet: PLAIN,
    styleMap: STYLE_MAP,
    ...(site === '' ? {} : { baseUrl: site }),
    onWarning: ({ message }) => tell(message),
  });
}

function styleOf(style: ManuscriptStyle) {
  const { before = 0, after = 0, indent, ground, keepNext, outline } = style.look;
  return {
    run: runOf(style),
    paragraph: {
      spacing: { before: before * POINTS, after: after * POINTS },
      ...(indent === undefined ? {} : { indent: { left: twips(indent) } }),
      ...(ground === undefined ? {} : { shading: { type: 'clear' as const, fill: ground } }),
      ...(keepNext ? { keepNext } : {}),
      ...(outline === undefined ? {} : { outlineLevel: outline - 1 }),
    },
  };
}

function runOf({ look: { font, size, bold, italic, colour } }: ManuscriptStyle): IRunStylePropertiesOptions {
  return {
    ...(font === undefined ? {} : { font: FONTS[font] }),
    ...(size === undefined ? {} : { size: size * 2 }),
    ...(bold ? { bold } : {}),
    ...(italic ? { italics: true } : {}),
    ...(colour === undefined ? {} : { color: colour }),
  };
}
