import { filePaletteOf } from '../charts/palette.ts';
import { balancedBlock } from '../charts/svg.ts';
import type { Settings } from '../datasets/settings.ts';
import { escapeXml } from '../text/escape.ts';
import { typo } from '../text/typography.ts';
import { ROOF } from './roof.ts';

/** The picture that social networks show with a link, 1200 × 630: the observatory's name and one sentence. */
export function drawSocialCard({ nom, region, demonstration }: Settings, sentence: string): string {
  const { paper, ink, soft, own } = filePaletteOf(demonstration);
  const lines = balancedBlock(sentence, 1010, 68, 'titre').lines.slice(0, 4);
  const title = lines
    .map(
      (line, index) =>
        `<text x="90" y="${250 + index * 76}" font-size="68" font-weight="700">${escapeXml(line)}</text>`,
    )
    .join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630" width="1200" height="630" font-family="Bricolage Grotesque" fill="${ink}">
<rect width="1200" height="630" fill="${paper}"/>
<path transform="translate(84 62) scale(2.4)" d="${ROOF}"/>
${title}
<path d="M90 538H1110" stroke="${ink}" stroke-width="4"/>
<text x="90" y="584" font-size="32" font-weight="700">${escapeXml(typo(nom))} <tspan fill="${own}">${escapeXml(region.nom)}</tspan></text>
${demonstration ? `<text x="1110" y="584" text-anchor="end" font-family="Source Sans 3" font-size="28" fill="${soft}">Démonstration, région fictive</text>` : ''}
</svg>`;
}
