import { filePaletteOf } from '../charts/palette.ts';
import { writeCsv } from '../csv/write.ts';
import { escapeXml } from '../text/escape.ts';
import { typo } from '../text/typography.ts';
import type { FrozenView } from './frozen.ts';

/** What stands where a frozen figure stood that named somebody who withdrew; it names nobody. */
export const NOTICE =
  'Cette figure nommait quelqu’un qui a demandé à ne plus y paraître. Elle n’est plus montrée ; les autres nombres de cette publication n’ont pas changé.';

/** The notice as a file of the kind that stood there. */
export function withdrawnFile({ id, titre, year }: FrozenView, name: string): string {
  if (name.endsWith('.svg')) return drawNotice(titre, year.nom);
  if (name.endsWith('.csv')) return writeCsv([['Avis'], [NOTICE]]);
  return `${JSON.stringify({ id, title: titre, millesime: year.nom, avis: NOTICE }, null, 1)}\n`;
}

function drawNotice(title: string, year: string): string {
  const { paper, ink, soft } = filePaletteOf(false);
  const lines = NOTICE.split(/(?<=[.;]) /).map(
    (line, index) => `<text x="16" y="${66 + index * 22}" font-size="15">${escapeXml(typo(line))}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 132" width="640" height="132" font-family="Source Sans 3, sans-serif" fill="${ink}"><title>${escapeXml(typo(title))}</title><rect width="640" height="132" fill="${paper}"/><text x="16" y="34" font-size="13" fill="${soft}">${escapeXml(typo(`${title}, publication ${year}`))}</text>${lines.join('')}</svg>\n`;
}
