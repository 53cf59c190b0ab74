import type { FigureView } from '../observatory/index.ts';
import { escapeXml } from '../text/escape.ts';
import { pageOf } from './embed-places.ts';
import { posterOf } from './poster.ts';
import { addressOf, creditOf } from './sharing.ts';

/** The HTML to paste where frames are taken away: the picture of a figure of the region, which leads to its page. */
export function pictureCodeOf(figure: FigureView): string {
  const { width, height } = posterOf(figure);
  const attributes = [
    `src="${addressOf(`/graphiques/${figure.id}.png`)}"`,
    `alt="${escapeXml(figure.summary)}"`,
    `width="${width}" height="${height}"`,
    'loading="lazy"',
    'style="max-width:100%;height:auto"',
  ];
  return `<a href="${addressOf(pageOf(figure))}"><img ${attributes.join(' ')}></a>\n${creditOf(figure)}`;
}
