import { observatory } from '../observatory/index.ts';
import { escapeXml } from '../text/escape.ts';
import { typo } from '../text/typography.ts';
import { type FrozenView, frozenPath } from './frozen.ts';
import { addressOf } from './sharing.ts';

/** The two lines that stand above a frozen figure, with their margins, px (styles/frozen.css). */
const NOTE = 58;

/** The HTML to paste in another site to show a frozen figure: as the code of a live one, and its numbers stay. */
export function frozenCodeOf(frozen: FrozenView): string {
  const { id, constat, year, hauteur } = frozen;
  const { nom, region } = observatory.settings;
  const title = escapeXml(typo(`${constat} (publication ${year.nom})`));
  const frame = [
    `id="otl-${year.millesime}-${id}"`,
    `title="${title}"`,
    `src="${addressOf(frozenPath(frozen))}"`,
    `width="100%" height="${hauteur + NOTE}"`,
    'scrolling="no" frameborder="0" loading="lazy"',
    'style="width:0;min-width:100%!important;border:none"',
  ];
  const link = `<a href="${addressOf(`/graphiques/${id}/`)}">${title}</a>`;
  return [
    `<iframe ${frame.join(' ')}></iframe>`,
    `<script async src="${addressOf('/integrer/v1.js')}"></script>`,
    `<p>${link}${escapeXml(typo(` : ${nom} ${region.en}, CC BY-SA 4.0`))}</p>`,
  ].join('\n');
}
