import { interpolateRgb, lab, rgb } from 'd3';
import { describe, expect, it } from 'vitest';
import { cssTokens, pagePalette, type Scheme, schemes, textIn, textOver } from '../../src/charts/palette.ts';

/** Relative luminance and contrast as WCAG 2 defines them. */
function luminance(colour: string): number {
  const { r, g, b } = rgb(colour);
  const [lr, lg, lb] = [r, g, b].map((channel) => {
    const c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * lr + 0.7152 * lg + 0.0722 * lb;
}

function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** Machado, Oliveira and Fernandes (2009), severity 1, on linear RGB. */
const SIMULATIONS = {
  'vision ordinaire': [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopie: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deutéranopie: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopie: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

function simulate(colour: string, m: readonly number[]): string {
  const { r, g, b } = rgb(colour);
  const [x, y, z] = [r, g, b].map((c) =>
    c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4,
  ) as [number, number, number];
  const out = [0, 3, 6].map((i) => m[i]! * x + m[i + 1]! * y + m[i + 2]! * z);
  const [r2, g2, b2] = out.map((c) => {
    const clamped = Math.min(1, Math.max(0, c));
    return 255 * (clamped <= 0.0031308 ? clamped * 12.92 : 1.055 * clamped ** (1 / 2.4) - 0.055);
  }) as [number, number, number];
  return rgb(r2, g2, b2).formatHex();
}

function distance(a: string, b: string): number {
  const [p, q] = [lab(a), lab(b)];
  return Math.hypot(p.l - q.l, p.a - q.a, p.b - q.b);
}

describe.each(Object.entries(schemes))('%s scheme', (name, scheme: Scheme) => {
  it('gives every mark 3:1 on paper', () => {
    for (const paint of [scheme.own, scheme.grey, ...scheme.series, scheme.ramp[0]!]) {
      expect(contrast(paint, scheme.paper), paint).toBeGreaterThanOrEqual(3);
    }
  });

  it('gives every text 4.5:1 on paper, on what is faint and on the sea', () => {
    for (const ground of [scheme.paper, scheme.faint, scheme.sea]) {
      for (const ink of [scheme.ink, scheme.soft])
        expect(contrast(ink, ground), `${ink} ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
    for (const ink of [scheme.ownText, ...scheme.seriesText])
      expect(contrast(ink, scheme.paper), ink).toBeGreaterThanOrEqual(4.5);
  });

  it('gives text over every mark 4.5:1', () => {
    for (const paint of [scheme.own, scheme.grey, ...scheme.series, ...scheme.ramp]) {
      expect(contrast(paint, textOver(paint, scheme)), paint).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('shows where the keyboard is, 3:1 on every ground', () => {
    for (const ground of [scheme.paper, scheme.faint, scheme.sea])
      expect(contrast(scheme.series[0]!, ground), ground).toBeGreaterThanOrEqual(3);
  });

  it.skipIf(name === 'print').each(Object.entries(SIMULATIONS))(
    'keeps ribbons apart, and off the paper, at half their strength: %s',
    (_, matrix) => {
      const ribbons = scheme.series.map((paint) => simulate(interpolateRgb(scheme.paper, paint)(0.5), matrix));
      ribbons.forEach((ribbon, i) => {
        expect(distance(ribbon, simulate(scheme.paper, matrix)), scheme.series[i]).toBeGreaterThan(15);
        if (i > 0) expect(distance(ribbon, ribbons[i - 1]!), scheme.series[i]).toBeGreaterThan(6);
      });
    },
  );

  it('orders the ramp in grey, step by step', () => {
    const lights = scheme.ramp.map((step) => lab(step).l);
    const ascending = /dark/i.test(name) ? [...lights].reverse() : lights;
    ascending.slice(1).forEach((l, i) => {
      expect(l - ascending[i]!).toBeGreaterThan(7);
    });
  });

  it.skipIf(name === 'print').each(Object.entries(SIMULATIONS))('keeps neighbours apart: %s', (_, matrix) => {
    const order = [...scheme.series, scheme.grey];
    order.slice(1).forEach((paint, i) => {
      const seen = [paint, order[i]!].map((colour) => simulate(colour, matrix)) as [string, string];
      expect(distance(...seen), `${order[i]} ${paint}`).toBeGreaterThan(15);
    });
    for (const other of [scheme.grey, scheme.ink])
      expect(distance(simulate(scheme.own, matrix), simulate(other, matrix))).toBeGreaterThan(15);
  });
});

describe('tokens', () => {
  it('declares every variable that the page palette uses, in each scheme', () => {
    const used = [
      pagePalette.own,
      pagePalette.paper,
      pagePalette.sea,
      ...pagePalette.series,
      ...pagePalette.onRamp,
    ].map((paint) => paint.slice(4, -1));
    const blocks = cssTokens(false).split('\n');
    expect(blocks).toHaveLength(5);
    for (const block of blocks) {
      const paint = block.includes('forced-colors') ? /:(?:Canvas|Highlight|color-mix)/ : /:#/;
      for (const name of used) expect(block).toMatch(new RegExp(name + paint.source));
    }
  });

  it('finds the text paint of page paints too', () => {
    expect(textOver(pagePalette.series[1]!, pagePalette)).toBe('var(--on-series-2)');
    expect(textIn(pagePalette.own, pagePalette)).toBe('var(--own-text)');
    expect(textOver('url(#x)', pagePalette)).toBe(pagePalette.ink);
  });
});
