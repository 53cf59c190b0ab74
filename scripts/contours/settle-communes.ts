import type { Commune, Geography } from '../../src/datasets/geography.ts';
import type { CommuneContour } from './read-commune-contours.ts';

/** The contours of a file under today's codes, and what became of each that is not there. */
export interface Settled {
  /** By today's code: one contour, or those of the communes that it is made of. */
  readonly contours: ReadonlyMap<string, readonly CommuneContour[]>;
  /** Communes of the file that are now part of another. */
  readonly merged: readonly { readonly from: CommuneContour; readonly into: Commune }[];
  /** Communes of the file that lie out of the observatory's territories. */
  readonly outside: readonly CommuneContour[];
  /** Communes of the file whose code no list knows. */
  readonly unknown: readonly CommuneContour[];
  /** Communes of today's list that the file does not draw. */
  readonly missing: readonly Commune[];
}

/** Takes contours of any year to today's communes: a former commune, a déléguée or an associée joins the one it is now part of. */
export function settleCommunes(
  contours: readonly CommuneContour[],
  { communes, formerCommunes, elsewhere }: Pick<Geography, 'communes' | 'formerCommunes' | 'elsewhere'>,
): Settled {
  const own = new Set([...communes.values()].map(({ departement }) => departement));
  const settled = contours.map((contour) => ({ contour, code: todaysCode(contour.code) }));
  const lost = settled.filter(({ code }) => code === undefined).map(({ contour }) => contour);
  const isOutside = ({ code }: CommuneContour) =>
    elsewhere.has(code) || (elsewhere.size > 0 && !own.has(departementOf(code)));
  const kept = settled.filter((one): one is { contour: CommuneContour; code: string } => one.code !== undefined);
  const byCode = Map.groupBy(kept, ({ code }) => code);
  return {
    contours: new Map([...byCode].map(([code, parts]) => [code, parts.map(({ contour }) => contour)])),
    merged: kept
      .filter(({ contour, code }) => contour.code !== code)
      .map(({ contour, code }) => ({ from: contour, into: communes.get(code)! })),
    outside: lost.filter(isOutside),
    unknown: lost.filter((contour) => !isOutside(contour)),
    missing: [...communes.values()].filter(({ code }) => !byCode.has(code)),
  };

  function todaysCode(code: string): string | undefined {
    return communes.has(code) ? code : formerCommunes.get(code);
  }
}

/** The département that an official code begins with. */
function departementOf(code: string): string {
  return code.slice(0, code.startsWith('97') ? 3 : 2);
}
