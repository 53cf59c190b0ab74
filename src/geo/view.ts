import { type GeoProjection, geoConicConformal, geoIdentity, geoPath } from 'd3';
import type { FeatureCollection } from 'geojson';
import type { Box } from '../model/drawing.ts';

type Kind = 'conique' | 'plan';

/** A box in px and the projection that fills it. */
export interface View {
  readonly kind: Kind;
  readonly projection: GeoProjection;
  readonly width: number;
  readonly height: number;
}

/** Room in px around what is shown, where the neighbours show; a small map shows none. */
export const marginOf = (width: number): number => (width < 260 ? 3 : 14);

/** The view that holds areas in its middle: as high as they are, or less where they are tall. */
export function fitView(areas: FeatureCollection, kind: Kind, width: number): View {
  const margin = marginOf(width);
  const wide = make(kind).fitWidth(width - 2 * margin, areas);
  const [[, top], [, bottom]] = geoPath(wide).bounds(areas);
  const height = Math.round(Math.min(bottom - top + 2 * margin, Math.max(400, width * 0.84)));
  const extent: [[number, number], [number, number]] = [
    [margin, margin],
    [width - margin, height - margin],
  ];
  return clip({ kind, projection: make(kind).fitExtent(extent, areas), width, height });
}

/** The same box with everything `factor` times as large, and then moved by so many px. */
export function moveView(view: View, factor: number, [dx, dy]: readonly [x: number, y: number]): View {
  const [x, y] = view.projection.translate();
  return place(view, view.projection.scale() * factor, [x * factor + dx, y * factor + dy]);
}

/** A part of a view enlarged until it is `width` px wide. */
export function magnify(view: View, part: Box, width: number): View {
  const factor = width / part.width;
  const [x, y] = view.projection.translate();
  const box = { ...view, width, height: Math.round(part.height * factor) };
  return place(box, view.projection.scale() * factor, [(x - part.x) * factor, (y - part.y) * factor]);
}

/** How many degrees (or units of the plan) a px stands for in the middle of a view. */
export function unitsPerPixel({ projection, width, height }: View): number {
  const [x, y] = [width / 2, height / 2];
  const [here, there] = [projection.invert?.([x, y]), projection.invert?.([x + 1, y + 1])];
  if (!here || !there) throw new Error('A projection without its inverse');
  return Math.sqrt(Math.abs((there[0] - here[0]) * (there[1] - here[1])));
}

function make(kind: Kind): GeoProjection {
  return (
    kind === 'conique' ? geoConicConformal().parallels([44, 49]).rotate([-3, 0]) : geoIdentity().reflectY(true)
  ) as GeoProjection;
}

function place(view: View, scale: number, translate: [number, number]): View {
  return clip({ ...view, projection: make(view.kind).scale(scale).translate(translate) });
}

function clip(view: View): View {
  view.projection.clipExtent([
    [0, 0],
    [view.width, view.height],
  ]);
  return view;
}
