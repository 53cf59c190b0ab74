import type { Frame, Geo, Ground } from '../model/drawing.ts';
import { seaOf } from './palette.ts';

/** What a map lies on: sea, neighbours, the region and the borders of its territories. */
export function drawGround({ palette }: Frame, geo: Geo): string {
  const paint: Readonly<Record<Geo['layers'][number]['role'], string>> = {
    sea: `fill="${seaOf(palette)}"`,
    // Its edge goes under the region's, so that no sea shows where contours of two sources do not quite meet.
    neighbour: `fill="${palette.faint}" stroke="${palette.faint}" stroke-width="2"`,
    border: `fill="none" stroke="${palette.line}" stroke-linejoin="round"`,
    rest: `fill="${palette.paper}" fill-opacity=".55"`,
    region: `fill="${palette.paper}" stroke="${palette.soft}" stroke-width="1.2" stroke-linejoin="round"`,
    limit: `fill="none" stroke="${palette.line}" stroke-width=".8" stroke-linejoin="round"`,
    territory: `fill="none" stroke="${palette.grey}" stroke-width=".8" stroke-dasharray="3 2" stroke-linejoin="round"`,
  };
  return geo.layers.map(({ role, d }) => `<path ${paint[role]} d="${d}"/>`).join('');
}

/** The paint of what lies under a name, for its halo. */
export function paintOf({ palette }: Frame, ground: Ground): string {
  if (ground === 'sea') return seaOf(palette);
  return ground === 'region' ? palette.paper : palette.faint;
}
