import { filePaletteOf } from '../charts/palette.ts';
import type { Settings } from '../datasets/settings.ts';
import { escapeXml } from '../text/escape.ts';
import { ROOF } from './roof.ts';

/** The observatory's mark as a file: no letters, so that it is the same everywhere; its name stands in its title. */
export function drawLogo({ nom, region, demonstration }: Pick<Settings, 'nom' | 'region' | 'demonstration'>): string {
  const { ink } = filePaletteOf(demonstration);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="512" height="512"><title>${escapeXml(`${nom} ${region.en}`)}</title><path fill="${ink}" d="${ROOF}"/></svg>`;
}
