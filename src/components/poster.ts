import { composeFile } from '../charts/compose-file.ts';
import { filePaletteOf } from '../charts/palette.ts';
import type { Drawing, Frame } from '../model/drawing.ts';
import { type FigureView, observatory } from '../observatory/index.ts';
import { fileWordsOf } from './file-words.ts';

/** A figure as a file that stands alone: heading, picture, reading, champ, sources, years, publisher and licence drawn inside. */
export function posterOf(figure: FigureView): Drawing {
  const { settings, demonstration } = observatory;
  const frame: Frame = {
    id: figure.id,
    width: 640,
    medium: 'file',
    palette: filePaletteOf(demonstration),
    demonstration,
  };
  const words = fileWordsOf(figure);
  const { reading, champ, sources, millesime, licence, address } = words;
  const notes = [
    `Lecture : ${reading}`,
    `Champ : ${champ}`,
    `${figure.sources.length > 1 ? 'Sources' : 'Source'} : ${sources}`,
    ...(millesime ? [`Données : ${millesime}.`] : []),
    `${settings.nom} ${settings.region.en}${address ? `, ${address}` : ''}, ${licence}.`,
  ];
  return composeFile({ drawing: figure.draw(frame), words, notes, frame });
}
