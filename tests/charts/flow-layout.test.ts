import { describe, expect, it } from 'vitest';
import { flowDifference } from '../../src/charts/flow-difference.ts';
import { schemes } from '../../src/charts/palette.ts';
import { sankey } from '../../src/charts/sankey.ts';
import { sankeyYears } from '../../src/charts/sankey-years.ts';
import { renderPng } from '../../src/components/png.ts';
import type { Drawing } from '../../src/model/drawing.ts';
import { frameOf } from './examples.ts';
import { flowOfSize, flowOptions } from './flow-examples.ts';
import { readTexts, type TextBox } from './read-texts.ts';
import { tableOf } from './table-of.ts';

/** Frames of pages, embeds and posters; a column of A4 and its whole width inside margins of 15 mm. */
const WIDTHS = [310, 321, 360, 480, 600, 680, 760, 1120] as const;

const exercices = ['Exercice N', 'Exercice N+2'];

const drawings = {
  'un exercice': (count: number, width: number) => sankey(flowOfSize(count), flowOptions, frameOf(width)),
  'deux exercices': (count: number, width: number) =>
    sankeyYears(flowOfSize(count, { exercices }), flowOptions, frameOf(width)),
  'la différence': (count: number, width: number) =>
    flowDifference(flowOfSize(count, { exercices }), flowOptions, frameOf(width)),
};

/** Places inside a ribbon, from one edge to the other, all along its way. */
function pointsOf({ svg }: Drawing): [number, number][] {
  return [...svg.matchAll(/stroke-opacity="[.\d]+" stroke-width="([.\d]+)" d="([^"]+)"/g)].flatMap(([, width, d]) => {
    let [x, y] = [0, 0];
    return [...d!.matchAll(/([MLC])([-\d. ]+)/g)].flatMap(([, command, numbers]) => {
      const values = numbers!.trim().split(' ').map(Number);
      const [x0, y0] = [x, y];
      [x, y] = values.slice(-2) as [number, number];
      if (command === 'M') return [];
      const [x1, y1, x2, y2] = command === 'C' ? (values as [number, number, number, number]) : [x0, y0, x, y];
      return Array.from({ length: 41 }, (_, i) => i / 40).flatMap((t): [number, number][] => {
        const along = (a: number, b: number, c: number, e: number) =>
          (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t * t * c + t ** 3 * e;
        const slope = (a: number, b: number, c: number, e: number) =>
          (1 - t) ** 2 * (b - a) + 2 * (1 - t) * t * (c - b) + t * t * (e - c);
        const [dx, dy] = [slope(x0, x1, x2, x), slope(y0, y1, y2, y)];
        const length = Math.hypot(dx, dy) || 1;
        return [-0.5, -0.25, 0, 0.25, 0.5].map((side) => [
          along(x0, x1, x2, x) - (dy / length) * side * Number(width),
          along(y0, y1, y2, y) + (dx / length) * side * Number(width),
        ]);
      });
    });
  });
}

const meet = (a: TextBox, b: TextBox) =>
  Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 1 &&
  Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 1;

describe.each(Object.entries(drawings))('%s', (_, draw) => {
  describe.each([5, 20, 60])('%i nœuds', (count) => {
    it.each(WIDTHS)('à %i px, chaque nom est entier, dans le cadre, sur rien d’autre', (width) => {
      const drawing = draw(count, width);
      const texts = readTexts(drawing.svg);
      const over = texts.flatMap((a, i) =>
        texts.slice(i + 1).flatMap((b) => (meet(a, b) ? [`${a.text} / ${b.text}`] : [])),
      );
      expect(over).toEqual([]);
      const out = texts.filter(
        ({ x, y, width: w, height: h }) =>
          x < -0.6 || y < -0.6 || x + w > drawing.width + 0.6 || y + h > drawing.height + 0.6,
      );
      expect(out.map(({ text }) => text)).toEqual([]);
      const points = pointsOf(drawing);
      expect(points.length > 0).toBe(!drawing.svg.includes('en hausse'));
      const crossed = texts.filter(({ x, y, width: w, height: h }) =>
        points.some(([px, py]) => px > x + 1 && px < x + w - 1 && py > y + 1 && py < y + h - 1),
      );
      expect(crossed.map(({ text }) => text)).toEqual([]);
    });
  });
});

describe('les nombres', () => {
  const [width, tables] = [760, flowOfSize(20)];
  const { svg, marks } = sankey(tables, flowOptions, frameOf(width));

  it('chaque nœud et chaque flux sont un repère, une fois, avec une phrase', () => {
    const keys = [...tables.liens.rows, ...tables.noeuds.rows].map(({ key }) => Object.values(key).join('/'));
    expect(marks.map(({ key }) => key).sort()).toEqual(keys.sort());
    expect(marks.every(({ sentence }) => / : \d/.test(sentence.replace(/\u00a0/g, ' ')))).toBe(true);
  });

  it('les rubans qui entrent et sortent d’un nœud ont ensemble l’épaisseur de sa barre', () => {
    const thickness = new Map(
      [...svg.matchAll(/data-mark="([^"/]+\/[^"]+)">.*?stroke-width="([.\d]+)"/g)].map(([, key, px]) => [
        key!,
        Number(px),
      ]),
    );
    const bars = [...svg.matchAll(/data-mark="([^"/]+)">.*?v([.\d]+)h/g)];
    expect(bars.length).toBe(tables.noeuds.rows.length);
    for (const [, node, length] of bars) {
      for (const side of [0, 1]) {
        const parts = [...thickness].filter(([key]) => key.split('/')[side] === node).map(([, px]) => px);
        if (parts.length === 0) continue;
        expect(Math.abs(parts.reduce((a, b) => a + b, 0) - Number(length)), node).toBeLessThan(
          0.06 * (parts.length + 1),
        );
      }
    }
  });

  it('écrit le total, les montants courts, les parts et l’échelle', () => {
    const texts = readTexts(svg).map(({ text }) => text);
    expect(texts[0]).toBe('Exercice N, versé · Total\u00a0: 420\u00a0k€');
    expect(texts).toContain('99\u00a0k€ · 24\u00a0%');
    expect(texts).toContain('Épaisseur de 20\u00a0k€');
    expect(texts.filter((text) => /\d,\d\d/.test(text))).toEqual([]);
  });

  it('dit ce qui, du total, restait d’avant : ce n’est pas versé dans l’année', () => {
    const [first, ...others] = tables.noeuds.rows;
    const rows = [{ ...first!, attributes: { ...first!.attributes, reste: 1 } }, ...others];
    const withReport = { ...tables, noeuds: { ...tables.noeuds, rows } };
    const [head] = readTexts(sankey(withReport, flowOptions, frameOf(width)).svg);
    expect(head!.text.replace(/\u00a0/g, ' ')).toMatch(
      /^Exercice N, versé · Total : 420 k€, dont [a-z].* : [\d,]+ k€$/,
    );
  });
});

describe('deux exercices', () => {
  const tables = flowOfSize(20, { exercices });

  it.each([360, 760, 1400])('gardent le même ordre et la même échelle à %i px', (width) => {
    const { svg } = sankeyYears(tables, flowOptions, frameOf(width));
    const nodes = [
      ...svg.matchAll(/data-mark="([^"/]+)\/([^"/]+)"><title>.*?M[-.\d]+ ([-.\d]+)h[.\d]+v([.\d]+)h/g),
    ].map(([, exercice, id, y, length]) => ({ exercice, id: id!, y: Number(y), length: Number(length) }));
    const amounts = new Map(
      tables.noeuds.rows.map(({ key, cells }) => [`${key.exercice}/${key.noeud}`, cells.montant!.value!]),
    );
    // On narrow frames, further nodes stand in several steps, with what they get there.
    const columns = width < 480 ? [0] : [0, 1, 2, 3];
    const scales = nodes
      .filter(({ id }) => columns.some((column) => id.startsWith(`n${column}-`)))
      .map(({ exercice, id, length }) => length / amounts.get(`${exercice}/${id}`)!);
    for (const scale of scales) expect(scale / scales[0]!).toBeCloseTo(1, 1);
    for (const exercice of exercices) {
      for (const column of columns) {
        const seats = nodes.filter((node) => node.exercice === exercice && node.id.startsWith(`n${column}-`));
        expect(seats.length).toBeGreaterThan(1);
        expect(seats.toSorted((a, b) => a.y - b.y)).toEqual(seats);
      }
    }
  });

  it('dessinés à part, partagent leur échelle par leur sommet', () => {
    const thickness = (count: number, width: number) => {
      const { svg } = sankey(flowOfSize(count), { ...flowOptions, sommet: 500_000_00 }, frameOf(width));
      const [, px] = /data-mark="n0-0">.*?v([.\d]+)h/.exec(svg) ?? [];
      return Number(px);
    };
    for (const width of [310, 760]) expect(thickness(5, width)).toBe(thickness(20, width));
  });
});

describe('en noir et blanc', () => {
  it('chaque type a sa trame, dans la légende, sur les barres et sur les rubans', () => {
    const { svg } = sankey(flowOfSize(20), flowOptions, frameOf(680, { palette: schemes.print }));
    const textures = [...svg.matchAll(/<pattern id="(essai-t\d)"/g)].map(([, id]) => id!);
    expect(textures).toHaveLength(4);
    for (const id of textures) {
      expect(svg.split(`fill="url(#${id})"`).length).toBeGreaterThan(2);
      expect(svg).toContain(`stroke="url(#${id})"`);
    }
  });

  it('pour une presse, ces trames sont des traits, que montre aussi le PNG', () => {
    const { svg } = sankey(flowOfSize(20), flowOptions, frameOf(680, { medium: 'press', palette: schemes.print }));
    expect(svg).not.toContain('<pattern');
    expect(svg).not.toContain('url(');
    const threads = new RegExp(`<path fill="none" stroke="${schemes.print.paper}"[^>]*>`, 'g');
    expect(svg.match(threads)!.length).toBeGreaterThan(15);
    expect(Buffer.compare(renderPng(svg, 680), renderPng(svg.replaceAll(threads, ''), 680))).not.toBe(0);
  });

  it('cent cinquante liens restent légers pour une presse', () => {
    const { svg } = sankey(
      flowOfSize(60, { links: 150 }),
      flowOptions,
      frameOf(680, { medium: 'press', palette: schemes.print }),
    );
    expect(svg.length).toBeLessThan(400_000);
  });
});

describe('un niveau absent', () => {
  const label = (name: string, colonne: number) => ({ label: name, colonne });
  const tables = {
    noeuds: tableOf(
      'noeud'.split(' '),
      '€',
      [
        ['f', 1000, label('Financeur A', 0)],
        ['a', 1000, label('Action A', 2)],
        ['e', 1000, label('Salaires', 3)],
      ].map(([key, montant, more]) => [key, { montant }, more] as never),
    ),
    liens: tableOf(['de', 'vers'], '€', [
      ['f|a', 1000],
      ['a|e', 1000],
    ]),
  };

  it.each([
    [310, {}],
    [310, { sommet: 2000 }],
    [760, {}],
  ])('ne prête pas son titre au suivant, à %i px, %o', (width, more) => {
    const drawing = sankey(tables, { ...flowOptions, ...more }, frameOf(width));
    const words = readTexts(drawing.svg).map(({ text }) => text);
    expect(words.some((text) => text.includes('Actions') || text.includes('actions'))).toBe(true);
    expect(words.filter((text) => /dispositifs/i.test(text))).toEqual([]);
    expect(drawing.flow?.columns.map(({ title, nodes }) => [title, nodes[0]?.label])).toEqual([
      ['Financeurs', 'Financeur A'],
      ['Actions', 'Action A'],
      ['Emplois', 'Salaires'],
    ]);
  });
});
