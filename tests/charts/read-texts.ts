import { measure, type Weight } from '../../src/text/measure.ts';

/** A line of text as it stands in a drawing: its words and the box that its letters fill, in px. */
export interface TextBox {
  readonly text: string;
  readonly size: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
/** A text of an SVG without its entities. */
export const decode = (text: string) => text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity]!);

/** Every line of text of a drawing with its box, translated groups taken into account. */
export function readTexts(svg: string): TextBox[] {
  const boxes: TextBox[] = [];
  const shifts: [number, number][] = [];
  const pattern = /<g(?<group>[^>]*)>|<\/g>|<text(?<attributes>[^>]*)>(?<content>.*?)<\/text>/gs;
  for (const match of svg.matchAll(pattern)) {
    const { group, attributes, content } = match.groups!;
    if (group !== undefined) {
      const [, x = '0', y = '0'] = /translate\(([-\d.]+) ([-\d.]+)\)/.exec(group) ?? [];
      shifts.push([Number(x), Number(y)]);
    } else if (content === undefined) {
      shifts.pop();
    } else {
      const dx = shifts.reduce((sum, [x]) => sum + x, 0);
      const dy = shifts.reduce((sum, [, y]) => sum + y, 0);
      const spans = [...content.matchAll(/<tspan x="([-\d.]+)" y="([-\d.]+)">(.*?)<\/tspan>/g)];
      const of = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(attributes!)?.[1];
      const lines = spans.length
        ? spans.map(([, x, y, text]) => ({ x: Number(x), y: Number(y), text: text! }))
        : [{ x: Number(of('x')), y: Number(of('y')), text: content }];
      const size = Number(of('font-size') ?? 14);
      const weight: Weight = of('font-family') ? 'titre' : ((Number(of('font-weight') ?? 400) as Weight) ?? 400);
      for (const line of lines) {
        const text = decode(line.text.replace(/<[^>]*>/g, '').trim());
        const width = measure(text, size, weight) + Number(of('letter-spacing') ?? 0) * text.length;
        const anchor = of('text-anchor');
        const left = anchor === 'end' ? line.x - width : anchor === 'middle' ? line.x - width / 2 : line.x;
        boxes.push({
          text,
          size,
          x: dx + left,
          y: dy + line.y - size * 0.72,
          width,
          height: size * 0.72 + size * 0.15,
        });
      }
    }
  }
  return boxes;
}
