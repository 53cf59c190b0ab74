import { composeFile } from '../charts/compose-file.ts';
import type { FileWords } from '../charts/file-metadata.ts';
import { filePaletteOf } from '../charts/palette.ts';
import type { Drawing, Frame } from '../model/drawing.ts';
import { type FigureView, observatory } from '../observatory/index.ts';
import { fileWordsOf } from './file-words.ts';

/** A figure as a file that stands alone: heading, picture, reading, champ, sources, years, publisher and licence drawn inside. */
export function posterOf(figure: FigureView): Drawing {
  const { demonstration } = observatory;
  const frame: Frame = {
    id: figure.id,
    width: 640,
    medium: 'file',
    palette: filePaletteOf(demonstration),
    demonstration,
  };
  const words = fileWordsOf(figure);
  const notes = notesOf(words, figure.sources.length);
  return composeFile({ drawing: figure.draw(frame), words, notes, frame });
}

/** What stands under the picture, a line each: how to read it, whom it counts, from which sources and years, who publishes it where. */
export function notesOf(words: FileWords, sources: number): readonly string[] {
  const { reading, champ, millesime, publisher, address, licence } = words;
  return [
    `Lecture : ${reading}`,
    `Champ : ${champ}`,
    `${sources > 1 ? 'Sources' : 'Source'} : ${words.sources}`,
    ...(millesime ? [`Données : ${millesime}.`] : []),
    `${[publisher, address, licence].filter(Boolean).join(', ')}.`,
  ];
}
