import type { Secrets } from '../../secrecy/inspect-artefact.ts';
import { enumerate } from '../../text/list.ts';
import { formatNumber } from '../../text/number.ts';
import { plural } from '../../text/plural.ts';
import { checkSecrecyOfFiles } from '../check-secrecy.ts';
import { isOurFont } from '../fonts.ts';
import type { DocxText } from '../manuscript/read-docx.ts';
import { type Check, fold, quote } from '../preflight.ts';
import type { PdfContents } from '../read-pdf.ts';
import { missOf, sayMiss, TOLERANCE } from '../sizes.ts';
import { WIDTHS } from './figure-widths.ts';
import type { PrintableDrawing } from './print-drawings.ts';
import { type Pictures, stemOf } from './taken-figure.ts';

/** A drawing, and its PDF read back. */
export interface ReadDrawing extends PrintableDrawing {
  readonly pdf: PdfContents;
}

/** What was made for a layout team, read back. */
interface Made extends Pictures {
  readonly drawings: readonly ReadDrawing[];
  readonly text: DocxText;
  /** The ids of the figures that the book's page shows. */
  readonly shown: readonly string[];
  /** What of the book is not in the text. */
  readonly lost: readonly string[];
  /** The other files that are read as they are, by name. */
  readonly tables: ReadonlyMap<string, string>;
  readonly secrets: Secrets;
}

/** What a drawing must not hold: what runs, and what lies elsewhere than in its file. */
const FOREIGN =
  /<script|<foreignObject|<image|<style|\son\w+=|@import|javascript:|(?:href|src)="(?!#)|url\((?!#|&quot;#|"#)|var\(/;

/** Every promise about what a layout team takes away. */
export function checkFolder({ figures, photos, drawings, shown, text, lost, tables, secrets }: Made): readonly Check[] {
  const waiting = figures.length - shown.length;
  const untold = photos.filter(({ uses }) => uses.some(({ alt }) => alt.trim() === ''));
  const wrongOf = (of: (drawing: ReadDrawing) => readonly string[]) =>
    drawings.flatMap((drawing) => of(drawing).map((wrong) => `${drawing.stem} : ${wrong}`));
  return [
    {
      id: 'figures',
      title: 'Figures',
      found: `${plural(drawings.length, 'dessin', 'dessins')} de ${shown.length} sur ${figures.length}${waiting > 0 ? ` ; ${plural(waiting, 'autre attend', 'autres attendent')} des données` : ''}`,
      wrong: shown.flatMap((id) => {
        const figure = figures.find((one) => one.id === id);
        const missing = WIDTHS.filter(
          (width) => !figure || !drawings.some(({ stem }) => stem === `${stemOf(figure)}-${width}`),
        );
        return missing.map((width) => `${id}, ${width} : aucun dessin`);
      }),
    },
    {
      id: 'svg',
      title: 'SVG qui se suffisent',
      found: `${drawings.filter(({ svg }) => !FOREIGN.test(svg)).length} sur ${drawings.length}`,
      wrong: wrongOf(({ svg }) => {
        const foreign = FOREIGN.exec(svg)?.[0];
        return foreign === undefined ? [] : [quote(foreign)];
      }),
    },
    {
      id: 'format',
      title: 'Taille des PDF',
      found: `${plural(drawings.flatMap(({ pdf }) => pdf.pages).length, 'page', 'pages')}, ${sayMiss(drawings.map(missOfPage))}`,
      wrong: wrongOf((drawing) => {
        const { pdf, width, height } = drawing;
        if (pdf.pages.length !== 1) return [plural(pdf.pages.length, 'page', 'pages')];
        const isExact = missOfPage(drawing) <= TOLERANCE;
        return isExact ? [] : [`autre chose que ${formatNumber(width)} × ${formatNumber(height)} mm`];
      }),
    },
    {
      id: 'polices',
      title: 'Polices incorporées',
      found: enumerate([...new Set(drawings.flatMap(({ pdf }) => pdf.fonts.map(({ name }) => name)))].toSorted()),
      wrong: wrongOf(({ pdf }) =>
        pdf.fonts.filter(({ name, embedded }) => !embedded || !isOurFont(name)).map(({ name }) => name),
      ),
    },
    {
      id: 'images',
      title: 'Figures vectorielles',
      found: `${drawings.filter(({ pdf }) => pdf.images === 0).length} sur ${drawings.length}`,
      wrong: wrongOf(({ pdf }) =>
        pdf.images === 0 ? [] : [plural(pdf.images, 'image en pixels', 'images en pixels')],
      ),
    },
    {
      id: 'textes-de-remplacement',
      title: 'Textes de remplacement',
      found: `${plural(drawings.filter(isTold).length, 'dessin décrit', 'dessins décrits')} sur ${drawings.length}, ${plural(photos.length - untold.length, 'photographie', 'photographies')} sur ${photos.length}`,
      wrong: [...wrongOf((drawing) => (isTold(drawing) ? [] : ['manque'])), ...untold.map(({ file }) => file)],
    },
    {
      id: 'texte',
      title: 'Texte du livre',
      found: `${plural(text.paragraphs.length, 'paragraphe', 'paragraphes')}, ${plural(text.notes.length, 'note', 'notes')}, ${formatNumber(wordsIn(text))} mots`,
      wrong: lost,
    },
    checkSecrecyOfFiles(textsOf(drawings, text, tables), secrets),
  ];
}

/** All that can be read of a folder, file by file: the text of a drawing is in its PDF, what it says of itself in its SVG. */
function textsOf(
  drawings: readonly ReadDrawing[],
  { paragraphs, notes, properties }: DocxText,
  tables: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const document = [...paragraphs.map(({ text }) => text), ...notes, properties].join('\n');
  const drawn = drawings.flatMap(({ stem, svg, pdf }) => [
    [`${stem}.pdf`, pdf.texts.join('\n')] as const,
    [`${stem}.svg`, svg.replace(/<[^>]*>/g, '\n')] as const,
  ]);
  return new Map([['DOCX', document], ...drawn, ...tables]);
}

function wordsIn({ paragraphs, notes }: DocxText): number {
  return [...paragraphs.map(({ text }) => text), ...notes].join(' ').split(/\s+/u).filter(Boolean).length;
}

/** How far the boxes of a drawing's page are from its own size, in points. */
function missOfPage({ pdf, ...size }: ReadDrawing): number {
  return Math.max(...pdf.pages.flatMap(({ media, trim }) => [media, trim]).map((box) => missOf(box, size)));
}

/** True where the PDF tells the drawing as the page does. */
function isTold({ pdf, summary }: ReadDrawing): boolean {
  return pdf.alternatives.some((said) => fold(said) === fold(summary));
}
