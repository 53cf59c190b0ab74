import type { Frame } from '../model/drawing.ts';

/** A shape that one of our hatches fills. */
const HATCHED = /<(path|circle|rect)((?: [\w-]+="[^"]*")*?) fill="url\(#([\w-]+)-([hd])\)"((?: [\w-]+="[^"]*")*)\/>/g;

/** Spacing in px of each hatch, as its pattern has it, and the width of a line that is seen. */
const SPACING = { h: 5, d: 9 } as const;
const LINE = 1.5;

/**
 * The same hatches as lines cut to each shape: browsers print a pattern as a picture made of pixels. `body` is what a
 * drawing of `frame.width` × `height` px holds.
 */
export function drawHatches(
  { id, width, palette }: Pick<Frame, 'id' | 'width' | 'palette'>,
  height: number,
  body: string,
): string {
  const paints = { h: palette.grey, d: palette.faint };
  const clips: string[] = [];
  const used = new Set<'h' | 'd'>();
  const drawn = body.replace(
    HATCHED,
    (_, shape: string, before: string, _id: string, kind: 'h' | 'd', after: string) => {
      const name = `${id}-c${clips.length + 1}`;
      used.add(kind);
      clips.push(`<clipPath id="${name}"><${shape}${before}${after}/></clipPath>`);
      return `<g clip-path="url(#${name})"><use href="#${id}-l${kind}"/></g><${shape}${before} fill="none"${after}/>`;
    },
  );
  const lines = [...used].map(
    (kind) =>
      `<path id="${id}-l${kind}" fill="none" stroke="${paints[kind]}" stroke-width="${LINE}" d="${slant(width, height, SPACING[kind])}"/>`,
  );
  return lines.length > 0 ? `<defs>${lines.join('')}${clips.join('')}</defs>${drawn}` : drawn;
}

/** Lines at 45° over a rectangle, from its upper edge down to the left. */
function slant(width: number, height: number, spacing: number): string {
  let d = '';
  const step = spacing * Math.SQRT2;
  for (let sum = step / 2; sum < width + height; sum += step) {
    const [fromX, toY] = [Math.min(sum, width), Math.min(sum, height)];
    d += `M${round(fromX)} ${round(sum - fromX)}L${round(sum - toY)} ${round(toY)}`;
  }
  return d;
}

const round = (value: number): string => String(Math.round(value * 10) / 10);
