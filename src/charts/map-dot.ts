import type { Frame } from '../model/drawing.ts';
import type { PublishedRow } from '../model/table.ts';

/** An attribute told by the form of dots: hollow where it is `code`, solid else; each with its name in the key. */
export interface HollowDots {
  readonly attribute: string;
  readonly code: string;
  readonly label: string;
  readonly solid: string;
}

/** True where a row's dot is a ring. */
export const isHollow = ({ attributes }: PublishedRow, hollow: HollowDots | undefined): boolean =>
  hollow !== undefined && attributes?.[hollow.attribute] === hollow.code;

/** True where a row says where it is. */
export const isLocated = ({ attributes }: PublishedRow): boolean =>
  typeof attributes?.lat === 'number' && typeof attributes.lon === 'number';

/** What paints a dot: a ring, or a disc with a pale edge; forms that grey and colour-blind readers tell apart. */
export const paintDot = ({ palette }: Frame, colour: string, hollow: boolean): string =>
  hollow ? `fill="${palette.paper}" stroke="${colour}" stroke-width="2"` : `fill="${colour}" stroke="${palette.paper}"`;

/** The radius at which a ring ends where a disc's pale edge does: its thick stroke goes beyond its circle. */
export const inkRadius = (r: number, paint: string): number =>
  paint.includes('stroke-width') ? Math.max(r - 0.5, 0.8) : r;

/** The entries of the key that say what forms mean; only those that rows take. */
export function keyOfForms(rows: readonly PublishedRow[], hollow: HollowDots | undefined, frame: Frame, fill: string) {
  const forms = [false, true].filter((form) => rows.some((row) => isLocated(row) && isHollow(row, hollow) === form));
  return hollow
    ? forms.map((form) => ({ label: form ? hollow.label : hollow.solid, fill, dot: paintDot(frame, fill, form) }))
    : [];
}
