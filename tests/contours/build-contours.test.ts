import { feature } from 'topojson-client';
import { topology } from 'topojson-server';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { describe, expect, test } from 'vitest';
import { buildContours } from '../../scripts/contours/build-contours.ts';
import { chooseCommunes } from '../../scripts/contours/choose-communes.ts';
import type { CommuneContour } from '../../scripts/contours/read-commune-contours.ts';
import { settleCommunes } from '../../scripts/contours/settle-communes.ts';
import { tuckNeighbours } from '../../scripts/contours/tuck-neighbours.ts';
import type { Commune } from '../../src/datasets/geography.ts';
import { square } from './squares.ts';

/** Nine communes in three rows of three, the first and the last half of which are two intercommunalités. */
const codes = Array.from({ length: 9 }, (_, i) => `9900${i + 1}`);
const contours: ReadonlyMap<string, readonly CommuneContour[]> = new Map(
  codes.map((code, i) => {
    const { geometry } = square((i % 3) / 10, 50 + Math.floor(i / 3) / 10, {});
    return [code, [{ code, nom: code, geometry: geometry as CommuneContour['geometry'] }]];
  }),
);
const pieces = {
  contours,
  territoires: [{ code: 'P1', nom: 'Pays 1', communes: codes }],
  epci: [
    { code: 'e1', nom: 'Ensemble 1', communes: codes.slice(0, 3) },
    { code: 'e2', nom: 'Ensemble 2', communes: codes.slice(3) },
  ],
  neighbours: undefined,
  order: codes.map((code) => ({ code })),
  limit: undefined,
};
const count = ({ objects }: Topology, name: string) =>
  (objects[name] as GeometryCollection | undefined)?.geometries.length;

describe('les contours fondus', () => {
  test('un bord commun n’est écrit qu’une fois, un bord intérieur disparaît', () => {
    const { contours: built, kept } = buildContours(pieces);
    expect([count(built, 'territoires'), count(built, 'epci'), count(built, 'communes'), kept.size]).toEqual([
      1, 2, 9, 9,
    ]);
    const outline = feature(built, built.objects.territoires as GeometryCollection).features[0]!;
    // The whole square of nine: one ring, without the borders within.
    expect((outline.geometry as { coordinates: unknown[][] }).coordinates).toHaveLength(1);
    // 24 sides of unit squares: 12 outer, 12 inner; a line runs on where nothing meets it.
    expect(built.arcs.length).toBeLessThanOrEqual(24);
  });

  test('sous une limite, les premières communes de l’ordre sont gardées', () => {
    const everything = buildContours(pieces);
    const { kept, text, whole } = buildContours({ ...pieces, limit: everything.whole - 1 });
    expect(whole).toBe(Buffer.byteLength(everything.text));
    expect(Buffer.byteLength(text)).toBeLessThan(whole);
    expect([...kept]).toEqual(codes.slice(0, kept.size));
    expect(kept.size).toBeGreaterThan(0);
  });

  test('une petite commune garde sa forme quand les grandes perdent leurs détails', () => {
    const tiny: CommuneContour = {
      code: '99010',
      nom: 'Petite',
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [5, 50],
            [5.002, 50],
            [5.002, 50.002],
            [5, 50.002],
            [5, 50],
          ],
        ],
      },
    };
    const { contours: built } = buildContours({
      ...pieces,
      contours: new Map([...contours, ['99010', [tiny]]]),
      order: [...pieces.order, { code: '99010' }],
    });
    const { features } = feature(built, built.objects.communes as GeometryCollection<{ code: string }>);
    const drawn = features.find(({ properties }) => properties.code === '99010')!;
    const points = (drawn.geometry as { coordinates: number[][][][] }).coordinates.flat(2);
    expect(new Set(points.map(String)).size).toBeGreaterThanOrEqual(3);
  });

  test('la recherche du nombre de communes s’arrête au plus grand qui tient', () => {
    expect(chooseCommunes(100, 250, (n) => n * 10)).toBe(25);
    expect(chooseCommunes(100, 0, (n) => n + 1)).toBe(0);
    expect(chooseCommunes(3, 250, (n) => n)).toBe(3);
  });
});

test('chaque commune d’un vieux fichier va à celle d’aujourd’hui', () => {
  const commune = (code: string, nom: string) => [code, { code, nom, departement: '99' } as Commune] as const;
  const contour = (code: string) => ({ code, nom: code, geometry: square(0, 50, {}).geometry }) as CommuneContour;
  const settled = settleCommunes(['99001', '99002', '99003', '98001', '75056', '99099'].map(contour), {
    communes: new Map([commune('99001', 'Un'), commune('99005', 'Cinq')]),
    formerCommunes: new Map([
      ['99002', '99001'],
      ['99003', '99001'],
    ]),
    elsewhere: new Map([['75056', { nom: 'Paris', departement: '75' }]]),
  });
  expect([...settled.contours].map(([code, parts]) => [code, parts.length])).toEqual([['99001', 3]]);
  expect(settled.merged.map(({ from, into }) => [from.code, into.code])).toEqual([
    ['99002', '99001'],
    ['99003', '99001'],
  ]);
  expect(settled.outside.map(({ code }) => code)).toEqual(['98001', '75056']);
  expect(settled.unknown.map(({ code }) => code)).toEqual(['99099']);
  expect(settled.missing.map(({ code }) => code)).toEqual(['99005']);
});

test('un voisin passe sous la région, le long de leur bord seulement', () => {
  const area = (x: number, code: string) =>
    ({ ...square(x, 50, { code, nom: code }), type: 'Feature' as const }) as GeoJSON.Feature;
  const collection = (one: GeoJSON.Feature) => ({ type: 'FeatureCollection' as const, features: [one] });
  const former = topology({ territoires: collection(area(0, 'T')), voisins: collection(area(0.1, 'V')) }, 1e5);
  const points = (tuckNeighbours(former)!.features[0]!.geometry as { coordinates: number[][][] }).coordinates[0]!;
  expect(Math.min(...points.map(([x]) => x!))).toBeCloseTo(0.06, 3);
  expect(Math.max(...points.map(([x]) => x!))).toBeCloseTo(0.2, 3);
  expect(tuckNeighbours(null)).toBeUndefined();
});
