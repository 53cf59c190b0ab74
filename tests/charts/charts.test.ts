import { brotliCompressSync } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { composeFile } from '../../src/charts/compose-file.ts';
import { pagePalette } from '../../src/charts/palette.ts';
import type { Drawing, Frame } from '../../src/model/drawing.ts';
import { examples, extremes, frameOf, rowCounts } from './examples.ts';
import { readTexts, type TextBox } from './read-texts.ts';

const WIDTHS = [720, 640, 600, 340, 310] as const;

/** Smallest text, px: a page shows the drawing of 600 px at 540 at least, that of 310 px at 280. */
const SMALLEST = 12.8;

/** Pairs of lines of text whose letters stand on each other. */
function collisions(boxes: readonly TextBox[]): string[] {
  return boxes.flatMap((a, i) =>
    boxes.slice(i + 1).flatMap((b) => {
      const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
      const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
      return across > 1 && down > 1 ? [`"${a.text}" / "${b.text}"`] : [];
    }),
  );
}

function expectSound({ svg, width, height, marks }: Drawing): void {
  expect(() => new Resvg(svg, { font: { loadSystemFonts: false } })).not.toThrow();
  expect(svg).toMatch(
    new RegExp(`^<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 ${width} ${height}"`),
  );
  expect(svg).not.toMatch(/NaN|undefined|Infinity|style=|<script|<style|@import|href=/);
  const boxes = readTexts(svg);
  expect(collisions(boxes)).toEqual([]);
  for (const { text, size, x, y, width: w, height: h } of boxes) {
    expect(size, text).toBeGreaterThanOrEqual(SMALLEST);
    expect(x, `left of "${text}"`).toBeGreaterThanOrEqual(-0.6);
    expect(x + w, `right of "${text}"`).toBeLessThanOrEqual(width + 0.6);
    expect(y, `top of "${text}"`).toBeGreaterThanOrEqual(-0.6);
    expect(y + h, `bottom of "${text}"`).toBeLessThanOrEqual(height + 0.6);
  }
  for (const { key, sentence } of marks) {
    expect(key).not.toBe('');
    expect(sentence).not.toMatch(/undefined|NaN/);
  }
}

describe.each(Object.entries(examples))('%s', (name, draw) => {
  it.each(WIDTHS)('stands in %i px: whole, legible, nothing on anything', (width) => {
    expectSound(draw(frameOf(width)));
  });

  it.each([720, 340])('looks the same as last time at %i px', async (width) => {
    await expect(`${draw(frameOf(width, { id: name })).svg}\n`).toMatchFileSnapshot(
      `__snapshots__/${name}-${width}.svg`,
    );
  });

  it('draws narrow screens differently', () => {
    const [wide, narrow] = [draw(frameOf(720)), draw(frameOf(340))];
    expect(narrow.height / narrow.width).toBeGreaterThan(wide.height / wide.width);
  });

  it('paints pages with variables only, files with colours only', () => {
    const page = draw(frameOf(720, { medium: 'page', palette: pagePalette })).svg;
    expect(page).not.toMatch(/#[0-9a-f]{6}/i);
    expect(page).not.toContain('Source Sans');
    expect(draw(frameOf(720)).svg).not.toContain('var(');
  });

  it('says in the picture that data are fictional', () => {
    const drawing = draw(frameOf(340, { demonstration: true }));
    expect(drawing.svg).toContain('Démonstration\u00a0: données fictives');
    expect(drawing.svg).toContain('fill="url(#essai-d)"');
    expectSound(drawing);
  });

  it('groups each mark with its sentence', () => {
    const { svg, marks } = draw(frameOf(720));
    const groups = [...svg.matchAll(/<g data-mark="([^"]+)"><title>/g)].map(([, key]) => key);
    expect(groups).toEqual(marks.map(({ key }) => key.replace(/&/g, '&amp;')));
    expect(new Set(groups).size).toBe(groups.length);
  });
});

describe.each(Object.entries(extremes))('%s with', (_, chart) => {
  it.each(Object.entries(rowCounts))('%s', (__, rows) => {
    for (const width of [720, 340]) expectSound(chart(rows, frameOf(width)));
  });

  it('labels that would break out of the picture', () => {
    const rows = rowCounts['trois lignes']!.map((row, i) => ({
      ...row,
      label: `${i} </text><script>alert(1)</script>"'&\u202e`,
    }));
    for (const width of [720, 340]) {
      const { svg } = chart(rows, frameOf(width));
      expect(svg).not.toContain('<script');
      expect(svg).not.toContain('\u202e');
      expect(() => new Resvg(svg, { font: { loadSystemFonts: false } })).not.toThrow();
    }
  });
});

describe('weight', () => {
  it('keeps a bar chart under 1 KB and a Sankey of 60 nodes under 3 KB of brotli', () => {
    const weigh = (draw: (frame: Frame) => Drawing) =>
      brotliCompressSync(draw(frameOf(640, { medium: 'page', palette: pagePalette })).svg).length;
    expect(weigh(examples.bars!)).toBeLessThan(1000);
    expect(weigh(examples['sankey-60']!)).toBeLessThan(3000);
  });
});

describe('composeFile', () => {
  const compose = (frame: Frame) =>
    composeFile({
      drawing: examples.bars!(frame),
      words: {
        id: 'exemple',
        title: 'Plus d’un lieu répondant sur deux accueille du coworking',
        subtitle: 'En % des 100 lieux répondants, recensement 2023, plusieurs réponses possibles',
        reading: '34 % des lieux répondants ont une activité culturelle.',
        champ: 'Lieux répondants.',
        sources: 'Recensement 2023 & réseau <national>.',
        licence: 'CC BY-SA 4.0',
        licenceUrl: 'https://example.org/licence',
        publisher: 'Observatoire d’exemple',
        summary: 'Les activités des lieux répondants.',
        millesime: '2023',
        address: 'https://example.org/graphiques/exemple/',
      },
      notes: [
        'Lecture : 34 % des lieux répondants ont une activité culturelle.',
        'Source : Recensement 2023 & réseau <national>.',
        'Données : 2023.',
      ],
      frame,
    });

  it.each([640, 340])('makes a file that stands alone (%i px)', async (width) => {
    const file = compose(frameOf(width));
    expect(file.svg).toContain('<title>Plus d’un lieu répondant sur deux accueille du coworking</title>');
    expect(file.svg).not.toMatch(/<script|<style|@import|var\(|href=|class="chart"/);
    expect(collisions(readTexts(file.svg))).toEqual([]);
    for (const { text, x, width: w } of readTexts(file.svg)) expect(x + w, text).toBeLessThanOrEqual(file.width - 20);
    await expect(`${file.svg}\n`).toMatchFileSnapshot(`__snapshots__/file-${width}.svg`);
  });
});
