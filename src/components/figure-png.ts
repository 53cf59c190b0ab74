import { type FigureView, observatory } from '../observatory/index.ts';
import { CARD, drawFigureCard } from './figure-card.ts';
import { fileWordsOf } from './file-words.ts';
import { labelPng } from './label-png.ts';
import { renderPng } from './png.ts';
import { PNG_WIDTHS } from './png-widths.ts';
import { posterOf } from './poster.ts';

/** A picture of a figure, as the SVG file shows it, which says what it is to programs. */
export function figurePng(figure: FigureView, size: keyof typeof PNG_WIDTHS): Uint8Array<ArrayBuffer> {
  return label(figure, renderPng(posterOf(figure).svg, PNG_WIDTHS[size]));
}

/** The picture that social networks show with its page, which says the same. */
export function figureCardPng(figure: FigureView): Uint8Array<ArrayBuffer> {
  return label(figure, renderPng(drawFigureCard(figure, observatory.settings), CARD.width));
}

function label(figure: FigureView, png: Uint8Array): Uint8Array<ArrayBuffer> {
  const { title, subtitle, summary, publisher, sources, licence, licenceUrl, address, champ, millesime } =
    fileWordsOf(figure);
  return labelPng(png, [
    ['Title', title],
    ['Author', publisher],
    ['Description', `${subtitle}. ${summary}`],
    ['Copyright', [licence, licenceUrl].filter(Boolean).join(', ')],
    ['Source', sources],
    ['Comment', [`Champ\u00a0: ${champ}`, millesime && `Données\u00a0: ${millesime}.`].filter(Boolean).join(' ')],
    ['URL', address],
  ]);
}
