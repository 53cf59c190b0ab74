import { simplifyLine } from './simplify.ts';

/**
 * A path of straight lines (M, L, Z, as d3 writes them) without the points within `tolerance` px of the line that
 * remains: where arcs met in contours of communes, a point is left that the eye does not need.
 */
export function thinPath(d: string, tolerance: number): string {
  return d.replace(/M([^MZ]*)(Z?)/g, (_, points: string, close: string) => {
    const line = points.split('L').map((point) => point.split(',').map(Number) as [number, number]);
    const ring = close && line.length > 2 ? [...line, line[0]!] : line;
    const kept = simplifyLine(ring, tolerance);
    const open = ring === line ? kept : kept.slice(0, -1);
    return `M${open.map((point) => point.join(',')).join('L')}${close}`;
  });
}
