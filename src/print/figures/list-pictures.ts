import type { WrittenCell } from '../../csv/write.ts';
import { NO_BREAK } from '../../text/number.ts';
import { typo } from '../../text/typography.ts';
import type { BookLayout } from '../edition/book-layout.ts';
import { WIDTHS } from './figure-widths.ts';
import { stemOf, type TakenFigure, type TakenPhoto } from './taken-figure.ts';

/** The figures of a book as lines of a table, titles first: what each one is, its files, all that must stand beside it. */
export function listFigures(figures: readonly TakenFigure[], layout: BookLayout): readonly (readonly WrittenCell[])[] {
  const files = WIDTHS.flatMap((width) => [
    `fichier SVG, ${width}`,
    `fichier PDF, ${width}`,
    `largeur en mm, ${width}`,
    `hauteur en mm, ${width}`,
  ]);
  const titles = [
    'numéro',
    'identifiant',
    'chapitre',
    'titre',
    'sous-titre',
    'lecture',
    'champ',
    'sources',
    'licence',
    'millésime',
    'texte de remplacement',
    ...files,
    'remarque',
  ];
  return [titles, ...figures.map((figure) => describeFigure(figure, layout))];
}

function describeFigure(figure: TakenFigure, layout: BookLayout): readonly WrittenCell[] {
  const { number, id, chapter, title, words, drawings } = figure;
  const { subtitle, reading, champ, sources, licence, millesime, summary } = words ?? {};
  const told = [subtitle, reading, champ, sources, licence, millesime, summary].map((text) => text ?? null);
  const files = WIDTHS.flatMap((name): WrittenCell[] => {
    const drawing = drawings?.[name];
    const stem = `${stemOf(figure)}-${name}`;
    return drawing ? [`${stem}.svg`, `${stem}.pdf`, drawing.width, drawing.height] : [null, null, null, null];
  });
  return [number, id, chapter, title, ...told, ...files, remark(figure, layout)];
}

/** Drawings keep the size of their letters: one that is too tall is told, not made smaller. */
function remark({ drawings }: TakenFigure, { paper, margin }: BookLayout): string | null {
  if (!drawings)
    return typo('Pas de fichier : les données manquent encore. Le texte dit la question qui reste ouverte.');
  const room = paper.height - margin.top - margin.bottom;
  const tall = WIDTHS.filter((name) => drawings[name].height > room);
  if (tall.length === 0) return null;
  const advice = tall.map((name) => {
    const share = Math.floor((room / drawings[name].height) * 100);
    return `${name}, ${share >= READABLE ? `à réduire à ${share} %` : 'à couper en deux'}`;
  });
  return typo(`Plus haute que le texte (${room}${NO_BREAK}mm) : ${advice.join(' ; ')}.`);
}

/** Made smaller than that, in per cent, the letters of a drawing are too small to read. */
const READABLE = 80;

/** Dots an inch: under the first a photograph looks blurred on paper, the second is what printers ask for. */
const RESOLUTIONS = [200, 300] as const;

const MM_PER_INCH = 25.4;

/** The photographs of a book as lines of a table, titles first: one line a place, what is said there, and how wide each may be printed. */
export function listPhotos(photos: readonly TakenPhoto[]): readonly (readonly WrittenCell[])[] {
  return [
    [
      'fichier',
      'chapitre',
      'texte de remplacement',
      'crédit',
      'légende',
      'largeur en pixels',
      'hauteur en pixels',
      ...RESOLUTIONS.map((dots) => `largeur la plus grande en mm, à ${dots} points par pouce`),
    ],
    ...photos.flatMap(({ file, uses, width, height }) =>
      uses.map(({ chapter, alt, credit, caption }) => [
        `photos/${file}`,
        chapter,
        alt,
        credit,
        caption || null,
        width,
        height,
        ...RESOLUTIONS.map((dots) => Math.floor((width / dots) * MM_PER_INCH)),
      ]),
    ),
  ];
}
