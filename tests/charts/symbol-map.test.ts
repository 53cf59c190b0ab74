import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Topology } from 'topojson-specification';
import { describe, expect, test } from 'vitest';
import { overlaps } from '../../src/charts/place.ts';
import { symbolMap } from '../../src/charts/symbol-map.ts';
import { projectGeo } from '../../src/geo/project.ts';
import type { Box, Drawing, Geo } from '../../src/model/drawing.ts';
import { plain } from '../plain.ts';
import { readTexts } from './read-texts.ts';
import { frameOf, tableOf } from './table-of.ts';

const contours = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../data/demonstration/territoires/contours.topojson'), 'utf8'),
) as Topology;
const places = {
  projection: 'plan' as const,
  villes: [
    { nom: 'Commune A1', latitude: 0.57, longitude: -0.51, rang: 1 as const },
    { nom: 'Commune B1', latitude: 0.36, longitude: 0.63, rang: 1 as const },
    { nom: 'Commune C2', latitude: -0.55, longitude: -0.79, rang: 2 as const },
    { nom: 'Commune A2', latitude: 0.5, longitude: -0.4, rang: 3 as const },
  ],
  mers: [{ nom: 'Mer', latitude: 0.63, longitude: -1.21 }],
  loupe: { latitude: 0.5, longitude: -0.43, rayon: 17 },
};
const geoOf = (width: number, territoire?: string): Geo => projectGeo(contours, places, width, territoire);

interface Point {
  readonly lat: number | null;
  readonly lon: number | null;
  readonly position?: string;
}

const draw = (points: readonly Point[], width: number, territoire?: string): Drawing =>
  symbolMap(
    tableOf(
      ['lieu'],
      { one: 'lieu', many: 'lieux' },
      points.map(
        ({ lat, lon, position = 'exacte' }, i) => [`l${i}`, {}, { lat, lon, position, label: `Lieu ${i}` }] as const,
      ),
    ),
    { hollow: { attribute: 'position', code: 'commune', label: 'à la commune', solid: 'à son adresse' } },
    { ...frameOf(width), geo: geoOf(width, territoire) },
  );

/** The box of each mark's circle, by its key. */
function circlesOf(svg: string): (Box & { key: string })[] {
  return [...svg.matchAll(/<g data-mark="([^"]+)">.*?<circle cx="([-\d.]+)" cy="([-\d.]+)" r="([-\d.]+)"/g)].map(
    ([, key, x, y, r]) => ({
      key: key!,
      x: Number(x) - Number(r),
      y: Number(y) - Number(r),
      width: 2 * Number(r),
      height: 2 * Number(r),
    }),
  );
}

const near = (latitude: number, longitude: number, spread: number) =>
  fc.record({
    lat: fc.double({ min: latitude - spread, max: latitude + spread, noNaN: true }),
    lon: fc.double({ min: longitude - spread, max: longitude + spread, noNaN: true }),
    position: fc.constantFrom('exacte', 'commune'),
  });
/** Places anywhere in the region, and many of them where the loupe is. */
const points = fc
  .tuple(fc.array(near(0, 0, 0.7), { maxLength: 40 }), fc.array(near(0.5, -0.43, 0.12), { maxLength: 40 }))
  .map((parts) => parts.flat());

describe('une carte de lieux pris au hasard', () => {
  test.each([600, 310])('à %i px : chaque lieu y est une fois, rien ne se recouvre, rien ne sort', (width) => {
    fc.assert(
      fc.property(points, (given) => {
        const { svg, height, marks } = draw(given, width);
        const circles = circlesOf(svg);
        expect(circles.map(({ key }) => key).sort()).toEqual(given.map((_, i) => `l${i}`).sort());
        expect(marks).toHaveLength(given.length);
        const texts = readTexts(svg);
        texts.forEach((text, i) => {
          for (const other of [...texts.slice(i + 1), ...circles])
            expect(overlaps(text, other), `"${text.text}" / ${JSON.stringify(other)}`).toBe(false);
        });
        circles.forEach((a, i) => {
          for (const b of circles.slice(i + 1)) {
            const apart = Math.hypot(a.x + a.width / 2 - b.x - b.width / 2, a.y + a.height / 2 - b.y - b.height / 2);
            expect(apart).toBeGreaterThan((a.width + b.width) / 2 - 0.3);
          }
        });
        for (const { x, y, width: w, height: h } of [...texts, ...circles]) {
          expect(Math.min(x, y)).toBeGreaterThanOrEqual(-0.6);
          expect(x + w).toBeLessThanOrEqual(width + 0.6);
          expect(y + h).toBeLessThanOrEqual(height + 0.6);
        }
      }),
      { numRuns: 40 },
    );
  });
});

/** The texts of a drawing, their no-break spaces as plain ones. */
const said = ({ svg }: Drawing): string[] => readTexts(svg).map(({ text }) => plain(text));

const crowd = Array.from({ length: 12 }, (_, i) => ({
  lat: 0.5 + 0.001 * i,
  lon: -0.43,
  position: i % 2 ? 'commune' : 'exacte',
}));

test('la loupe dit ce qu’elle agrandit, et ne vient que là où les lieux se serrent', () => {
  expect(said(draw(crowd, 600))).toContain('Commune A1, × 2,8');
  expect(said(draw(crowd.slice(0, 5), 600)).join()).not.toContain('×');
  expect(said(draw(crowd, 310))).toContain('Commune A1 et environs, × 4,5');
});

test('la loupe ne cache rien de la région', () => {
  const geo = geoOf(600).withLoupe();
  const { seat } = geo.loupe!;
  for (let x = seat.x; x <= seat.x + seat.width; x += 4)
    for (let y = seat.y; y <= seat.y + seat.height; y += 4) expect(geo.groundAt(x, y)).not.toBe('region');
});

test('l’image dit combien de points sont écartés, et nomme les lieux sans position', () => {
  const unknown = Array.from({ length: 8 }, () => ({ lat: null, lon: null }));
  const drawing = draw([...crowd, ...unknown], 600);
  const notes = said(drawing).join(' ');
  expect(notes).toContain('11 points écartés là où ils se recouvraient.');
  expect(notes).toContain(
    'Sans position connue, pas sur la carte : Lieu 12, Lieu 13, Lieu 14, Lieu 15, Lieu 16 et 3 autres.',
  );
  expect(drawing.marks).toHaveLength(12);
});

test('un annuaire de 300 lieux garde un repère par lieu, que ses filtres peuvent atteindre ; 501 n’en ont plus', () => {
  const spread = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ lat: -0.6 + (i % 23) * 0.05, lon: -1 + (i % 29) * 0.06 }));
  expect(circlesOf(draw(spread(300), 600).svg)).toHaveLength(300);
  const { svg, marks } = draw(spread(501), 600);
  expect(svg).not.toContain('data-mark');
  expect(marks).toHaveLength(501);
});

test('un lieu placé à sa commune est un anneau, et la clé le dit', () => {
  const drawing = draw(crowd, 600);
  expect(drawing.svg.match(/<circle [^>]*stroke-width="2"/g)).toHaveLength(6 + 1);
  expect(said(drawing)).toEqual(expect.arrayContaining(['à son adresse', 'à la commune']));
});

test('la carte d’un territoire le montre seul en clair, les autres nommés autour de lui', () => {
  const geo = geoOf(600, 'T1');
  expect(geo.layers.map(({ role }) => role)).toEqual(['sea', 'neighbour', 'rest', 'border', 'region', 'limit']);
  expect(geo.labels.filter(({ role }) => role === 'territory').map(({ label }) => label)).toEqual(['Territoire 1']);
  expect(geo.towns.map(({ label }) => label)).toContain('Commune A2');
  expect(geoOf(600).towns.map(({ label }) => label)).not.toContain('Commune A2');
  expect(geoOf(600, 'inconnu')).toBe(geoOf(600));
});
