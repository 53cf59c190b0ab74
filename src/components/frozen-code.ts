import { observatory } from '../observatory/index.ts';
import { escapeXml } from '../text/escape.ts';
import { typo } from '../text/typography.ts';
import { type FrozenView, frozenPath } from './frozen.ts';
import { USUAL_LICENCE } from './licence.ts';
import { addressOf } from './sharing.ts';

/** The two lines that stand above a frozen figure, with their margins, px (styles/frozen.css). */
const NOTE = 58;

/** What a frozen figure says, and when; its subject alone once somebody whom it named withdrew. */
export function frozenTitleOf({ titre, constat, isWithdrawn, year }: FrozenView): string {
  return typo(`${isWithdrawn ? titre : constat} (publication ${year.nom})`);
}

/** The height of a frozen figure's page to embed, px. */
export function frozenHeightOf({ hauteur }: FrozenView): number {
  return hauteur + NOTE;
}

/** The iframe that shows a frozen figure. */
export function frozenFrameOf(frozen: FrozenView): string {
  const { id, year } = frozen;
  const attributes = [
    `id="otl-${year.millesime}-${id}"`,
    `title="${escapeXml(frozenTitleOf(frozen))}"`,
    `src="${addressOf(frozenPath(frozen))}"`,
    `width="100%" height="${frozenHeightOf(frozen)}"`,
    'scrolling="no" frameborder="0" loading="lazy"',
    'style="width:0;min-width:100%!important;border:none"',
  ];
  return `<iframe ${attributes.join(' ')}></iframe>`;
}

/** The HTML to paste in another site to show a frozen figure: as the code of a live one, and its numbers stay. */
export function frozenCodeOf(frozen: FrozenView): string {
  const { nom, region } = observatory.settings;
  const link = `<a href="${addressOf(`/graphiques/${frozen.id}/`)}">${escapeXml(frozenTitleOf(frozen))}</a>`;
  return [
    frozenFrameOf(frozen),
    `<script async src="${addressOf('/integrer/v1.js')}"></script>`,
    `<p>${link}${escapeXml(typo(` : ${nom} ${region.en}, ${USUAL_LICENCE.nom}`))}</p>`,
  ].join('\n');
}
