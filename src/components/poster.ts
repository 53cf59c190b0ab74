import { composeFile } from '../charts/compose-file.ts';
import { filePaletteOf } from '../charts/palette.ts';
import type { Drawing, Frame } from '../model/drawing.ts';
import { type FigureView, observatory } from '../observatory/index.ts';
import { sentence } from '../text/sentence.ts';
import { printSources } from './describe-sources.ts';
import { addressOf } from './sharing.ts';

/** A figure as a file that stands alone: heading, picture, reading, champ, sources, publisher and licence drawn inside. */
export function posterOf(figure: FigureView): Drawing {
  const { settings, demonstration } = observatory;
  const frame: Frame = {
    id: figure.id,
    width: 640,
    medium: 'file',
    palette: filePaletteOf(demonstration),
    demonstration,
  };
  const address = settings.adresse ? `, ${addressOf(`/graphiques/${figure.id}/`)}` : '';
  const notes = [
    `Lecture : ${sentence(figure.reading)}`,
    `Champ : ${sentence(figure.champ)}`,
    `${figure.sources.length > 1 ? 'Sources' : 'Source'} : ${printSources(figure.sources)}`,
    `${settings.nom} ${settings.region.en}${address}, CC BY-SA 4.0.`,
  ];
  return composeFile({ drawing: figure.draw(frame), heading: figure.heading, subtitle: figure.subtitle, notes, frame });
}
