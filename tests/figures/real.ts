import { filePaletteOf } from '../../src/charts/palette.ts';
import type { Data } from '../../src/datasets/data.ts';
import { loadObservatory } from '../../src/datasets/load.ts';
import type { ObservatoryFigure } from '../../src/figures/define.ts';
import { projectGeo } from '../../src/geo/project.ts';
import type { Drawing, Frame } from '../../src/model/drawing.ts';
import type { Tables } from '../../src/model/figure.ts';
import type { PublishedTable } from '../../src/model/table.ts';
import { publish } from '../../src/secrecy/publish.ts';

/** The real observatory, or an error that lists what is wrong with it. */
export async function loadReal(): Promise<Data> {
  const { data, faults } = await loadObservatory({ data: 'data', content: 'content', demonstration: false });
  if (!data) throw new Error(`The real observatory cannot be loaded: ${JSON.stringify(faults, null, 2)}`);
  return data;
}

/** A figure's tables for the whole region, through the gate. */
export function publishFigure(figure: ObservatoryFigure, data: Data): Tables<PublishedTable> {
  const tables = figure.rows(data, { millesime: 'tous', territoire: data.settings.region.id });
  const submissions = Object.entries(tables).map(([address, table]) => ({ address, gated: false, table }));
  return Object.fromEntries(publish(submissions, { minimumUnits: 3, maximumShare: 0.85 })) as Tables<PublishedTable>;
}

/** A figure's picture at a width, as a file. */
export function drawFigure(figure: ObservatoryFigure, data: Data, width: number): Drawing {
  const { contours } = data.geography;
  const frame: Frame = {
    id: 'essai',
    width,
    medium: 'file',
    palette: filePaletteOf(false),
    demonstration: false,
    ...(contours ? { geo: projectGeo(contours, data.geography, width) } : {}),
  };
  return figure.draw(publishFigure(figure, data), frame);
}

/** All the sentences of a figure, spaces made ordinary so that they can be written in a test. */
export function sentencesOf(figure: ObservatoryFigure, data: Data) {
  const tables = publishFigure(figure, data);
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
  const finding = figure.finding?.(tables);
  return {
    finding: finding === undefined ? undefined : plain(finding),
    subtitle: plain(figure.subtitle(tables)),
    reading: plain(figure.reading(tables)),
    summary: plain(figure.summary(tables)),
  };
}
