import { printSources } from '../../components/describe-sources.ts';
import type { Edition } from '../../components/editions.ts';
import { USUAL_LICENCE } from '../../components/licence.ts';
import { type FigureView, observatory } from '../../observatory/index.ts';
import { sentence } from '../../text/sentence.ts';
import { typo } from '../../text/typography.ts';
import type { BookLayout } from '../edition/book-layout.ts';
import { titleOf } from './chapter-title.ts';
import { drawnAt, type WidthName } from './figure-widths.ts';
import { standAlone } from './stand-alone.ts';
import { type FigureWords, nameOf, type SizedDrawing, type TakenFigure } from './taken-figure.ts';

/** Every figure of a book at both widths, in the book's order, with its words: drawn anew for its width, never stretched. */
export function takeFigures({ book, licence }: Edition, layout: BookLayout): readonly TakenFigure[] {
  return book.figures.map(({ id, number, chapter: slug }) => {
    const figure = observatory.figure(id);
    const chapter = titleOf(book, slug);
    if (!figure) return { id, number, chapter, title: observatory.card(id)?.title ?? id };
    const words = wordsOf(figure, (licence ?? USUAL_LICENCE).nom);
    const draw = (name: WidthName) => drawAt(figure, name, layout, { number, words });
    return {
      id,
      number,
      chapter,
      title: figure.heading,
      words,
      drawings: { colonne: draw('colonne'), page: draw('page') },
    };
  });
}

function wordsOf(figure: FigureView, licence: string): FigureWords {
  const { settings } = observatory;
  return {
    subtitle: figure.subtitle,
    reading: typo(sentence(figure.reading)),
    champ: typo(sentence(figure.champ)),
    sources: typo(printSources(figure.sources)),
    licence,
    publisher: typo(`${settings.nom} ${settings.region.en}`),
    summary: figure.summary,
    ...(figure.millesime === undefined ? {} : { millesime: figure.millesime }),
  };
}

function drawAt(
  figure: FigureView,
  name: WidthName,
  layout: BookLayout,
  { number, words }: Pick<TakenFigure, 'number'> & { readonly words: FigureWords },
): SizedDrawing {
  const { width, pixels } = drawnAt(name, layout);
  // The column's drawing is the book's own, which is drawn once.
  const id = `${figure.id}-${name === 'colonne' ? 'livre' : name}`;
  const drawing = figure.draw({ id, width: pixels, medium: 'press' });
  return standAlone(drawing, width, { title: nameOf({ number, title: figure.heading }), id: figure.id, ...words });
}
