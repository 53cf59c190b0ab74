import type { Palette } from '../model/drawing.ts';

/** Codes that mean "all the others". */
const OTHERS = /^(autres?|reste)(\b|$)/i;

/** A paint for each code, in the order given: categories take the series' colours, "autres" and what comes after the last colour are grey. */
export function coloursOf(
  codes: readonly string[],
  labelOf: (code: string) => string,
  palette: Palette,
): ReadonlyMap<string, string> {
  let next = 0;
  return new Map(
    codes.map((code) => {
      const others = OTHERS.test(code) || OTHERS.test(labelOf(code));
      const paint = others ? palette.grey : (palette.series[next++] ?? palette.grey);
      return [code, paint];
    }),
  );
}

/** A paint for each ordered class, from dark to light along the ramp's one hue. */
export function rampOf(codes: readonly string[], palette: Palette): ReadonlyMap<string, string> {
  const last = palette.ramp.length - 1;
  const step = codes.length > 1 ? Math.min(1.5, last / (codes.length - 1)) : 0;
  return new Map(codes.map((code, i) => [code, palette.ramp[Math.min(last, Math.round(i * step))]!]));
}
