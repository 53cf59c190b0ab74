import type { Secrets } from '../secrecy/inspect-artefact.ts';
import { enumerate } from '../text/list.ts';
import { formatNumber } from '../text/number.ts';
import { plural } from '../text/plural.ts';
import { checkSecrecy } from './check-secrecy.ts';
import { isOurFont } from './fonts.ts';
import type { Paper } from './papers.ts';
import { LEAST_DPI } from './press/inspect.ts';
import type { PageSource } from './print-page.ts';
import type { PdfContents } from './read-pdf.ts';
import { missOf, sayMiss, saySize, saySizes, TOLERANCE } from './sizes.ts';
import type { Structure } from './structure/read-structure.ts';

/** One promise about a PDF: what was found, and what is wrong where it is not held. */
export interface Check {
  readonly id: string;
  readonly title: string;
  /** What was found, in a few words. */
  readonly found: string;
  /** What breaks the promise, each thing by its name; empty where it is held. */
  readonly wrong: readonly string[];
}

/** What a PDF must be: the paper and the pages asked for, and all that its source holds. */
export interface Promised {
  readonly paper: Paper;
  readonly pages: number;
  readonly source: PageSource;
  /** What it may not say. */
  readonly secrets: Secrets;
  /** The number that its first page bears, where it is not 1. */
  readonly first?: number;
  /** Photographs that it shows; none where all is drawn. */
  readonly photos?: number;
  /** The smallest size of type allowed, in points, where it is not that of a sheet. */
  readonly least?: number;
}

/** No text is smaller, in points. */
export const SMALLEST = 6.5;

/** Every promise about a PDF that will be read on a screen or sent to a printer in the office, in the order of the report. */
export function preflight(
  pdf: PdfContents,
  { paper, pages, source, secrets, first = 1, photos = 0, least = SMALLEST }: Promised,
): readonly Check[] {
  const text = fold(pdf.texts.join(' '));
  const boxes = pdf.pages.flatMap(({ media, trim }) => [media, trim]);
  const { smallest } = source;
  const allowed = photos === 0 ? '' : ` pour ${plural(photos, 'photographie', 'photographies')}`;
  return [
    {
      id: 'pages',
      title: 'Pages',
      found: String(pdf.pages.length),
      wrong: pdf.pages.length === pages ? [] : [`${pdf.pages.length} au lieu de ${pages}`],
    },
    {
      id: 'format',
      title: 'Format',
      found: `${saySizes(pdf.pages.map(({ trim }) => trim))}, ${paper.name} ${sayMiss(boxes.map((box) => missOf(box, paper)))}`,
      wrong: pdf.pages.flatMap(({ media, trim }, i) => {
        const off = [media, trim].find((box) => missOf(box, paper) > TOLERANCE);
        return off ? [`page ${i + 1} : ${saySize(off)}`] : [];
      }),
    },
    {
      id: 'polices',
      title: 'Polices incorporées',
      found: enumerate([...new Set(pdf.fonts.map(({ name }) => name))].toSorted()),
      wrong: pdf.fonts.length === 0 ? ['aucune police'] : pdf.fonts.flatMap(blameFont),
    },
    {
      id: 'couleurs',
      title: 'Couleurs',
      found: enumerate([...pdf.colours.keys()].toSorted().map((model) => COLOURS[model] ?? model)) || 'aucune',
      wrong: [...pdf.colours].flatMap(([model, page]) => (COLOURS[model] ? [] : [`page ${page} : ${model}`])),
    },
    {
      id: 'images',
      title: 'Images en pixels',
      found:
        pdf.images === 0
          ? 'aucune : tout est vectoriel'
          : `${plural(pdf.images, 'photographie', 'photographies')}, ${sayLeast(pdf.shown)}`,
      // One photograph shown twice is kept once.
      wrong: [
        pdf.images <= photos && pdf.images > 0 === photos > 0
          ? []
          : [`${plural(pdf.images, 'image en pixels', 'images en pixels')}${allowed}`],
        pdf.shown
          .filter(({ dpi }) => dpi < LEAST_DPI)
          .map(({ page, dpi }) => `page ${first + page - 1} : ${Math.floor(dpi)} ppp`),
      ].flat(),
    },
    {
      id: 'titre',
      title: 'Titre, langue, date',
      found: `« ${pdf.title} », ${pdf.language}, ${pdf.date}`,
      wrong: [
        pdf.title === source.title && pdf.title !== '' ? [] : [`titre « ${pdf.title} »`],
        pdf.language === 'fr' ? [] : [`langue « ${pdf.language} »`],
        source.date !== '' && pdf.date.startsWith(source.date) ? [] : [`date ${pdf.date}`],
      ].flat(),
    },
    {
      id: 'balises',
      title: 'Balises',
      found: plural(
        [...pdf.structure.counts.values()].reduce((sum, count) => sum + count, 0),
        'balise',
        'balises',
      ),
      wrong: pdf.tagged ? [] : ['document sans balises'],
    },
    {
      id: 'structure',
      title: 'Structure',
      found: tellStructure(pdf.structure),
      wrong: pdf.structure.faults,
    },
    {
      id: 'textes-de-remplacement',
      title: 'Textes de remplacement',
      found: `${plural(pdf.alternatives.length, 'image décrite', 'images décrites')} sur ${source.pictures.length}`,
      wrong: missingFrom(source.pictures, pdf.alternatives).map((picture) => quote(picture || 'image sans texte')),
    },
    {
      id: 'signets',
      title: 'Signets',
      found: String(pdf.bookmarks.length),
      wrong: missingFrom(source.headings, pdf.bookmarks).map(quote),
    },
    {
      id: 'texte',
      title: 'Titres retrouvés dans le texte',
      found: `${source.headings.filter((heading) => text.includes(fold(heading))).length} sur ${source.headings.length}`,
      wrong: source.headings.filter((heading) => !text.includes(fold(heading))).map(quote),
    },
    {
      id: 'corps',
      title: 'Plus petit texte',
      found: smallest ? `${formatNumber(smallest.points, { decimals: 1 })} pt` : 'aucun texte',
      wrong:
        smallest && smallest.points >= least
          ? []
          : [`moins de ${formatNumber(least)} pt : ${quote(smallest?.text ?? '')}`],
    },
    {
      id: 'debordements',
      title: 'Textes qui débordent',
      found: source.overflowing.length === 0 ? 'aucun' : String(source.overflowing.length),
      wrong: source.overflowing.map(quote),
    },
    checkSecrecy(pdf.texts, secrets, first),
  ];
}

/** What the browser paints with, for screens and offices. */
const COLOURS: Readonly<Record<string, string>> = { rgb: 'rouge, vert et bleu', gray: 'gris' };

/** The coarsest of the pictures that a file shows. */
function sayLeast(shown: PdfContents['shown']): string {
  if (shown.length === 0) return 'montrée nulle part';
  const least = Math.floor(Math.min(...shown.map(({ dpi }) => dpi)));
  return `${formatNumber(least)} ppp au moins, pour ${LEAST_DPI} demandés`;
}

function blameFont({ name, embedded }: PdfContents['fonts'][number]): readonly string[] {
  if (!embedded) return [name];
  return isOurFont(name) ? [] : [`${name} : une police de cette machine`];
}

/** True where every promise is held. */
export const isSound = (checks: readonly Check[]): boolean => checks.every(({ wrong }) => wrong.length === 0);

/** What a reader by ear meets. */
function tellStructure({ counts }: Structure): string {
  const count = (...types: readonly string[]) => types.reduce((sum, type) => sum + (counts.get(type) ?? 0), 0);
  const met = [
    [count('H1', 'H2', 'H3', 'H4', 'H5', 'H6'), 'titre', 'titres'],
    [count('Figure'), 'image', 'images'],
    [count('L', 'TOC'), 'liste', 'listes'],
    [count('Table'), 'tableau', 'tableaux'],
    [count('Note'), 'note', 'notes'],
    [count('Link'), 'lien', 'liens'],
  ] as const;
  const said = met.flatMap(([number, one, many]) => (number === 0 ? [] : [plural(number, one, many)]));
  return said.length === 0 ? 'aucune' : enumerate(said);
}

/** Two that say the same are two: each is found once. */
function missingFrom(wished: readonly string[], found: readonly string[]): readonly string[] {
  const left = new Map([...Map.groupBy(found, fold)].map(([text, alike]) => [text, alike.length]));
  return wished.filter((text) => {
    const count = left.get(fold(text)) ?? 0;
    left.set(fold(text), count - 1);
    return text.trim() === '' || count <= 0;
  });
}

/** A text as it is looked for: spaces and hyphens are laid out otherwise in a PDF, neither tells two texts apart. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u00ad\u2010\u2011-]+/gu, '')
    .toLocaleLowerCase('fr');
}

/** The beginning of a text, between French quotation marks. */
export function quote(text: string): string {
  const short = text.replace(/\s+/gu, ' ').trim();
  return `« ${short.length > 60 ? `${short.slice(0, 59).trim()}…` : short} »`;
}
