import type { Topology } from 'topojson-specification';
import { describe, expect, test } from 'vitest';
import { boxOf, mapFeatures } from '../../src/components/map-features.ts';
import type { PublishedTable, TableColumn } from '../../src/model/table.ts';

/** Two squares that share a border; the first is wound clockwise, the second has a hole. */
const contours = {
  type: 'Topology',
  arcs: [
    [
      [0, 0],
      [0, 2],
      [2, 2],
      [2, 0],
      [0, 0],
    ],
    [
      [2, 0],
      [5, 0],
      [5, 3],
      [2, 3],
      [2, 0],
    ],
    [
      [3, 1],
      [4, 1],
      [4, 2],
      [3, 2],
      [3, 1],
    ],
  ],
  objects: {
    epci: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Polygon', arcs: [[0]], properties: { code: 'A' } },
        { type: 'Polygon', arcs: [[1], [2]], properties: { code: 'B' } },
      ],
    },
  },
} as unknown as Topology;

const LIEU: TableColumn = { id: 'lieu', title: 'Lieu', role: 'key', labels: { a: 'Lieu A', b: 'Lieu B' } };
const TAUX: TableColumn = { id: 'taux', title: 'Taux', role: 'measure', unit: '%' };

function figureOf(columns: readonly TableColumn[], rows: readonly object[]) {
  return {
    map: true,
    tables: { main: { columns, rows, sums: [], champ: '', sources: [] } as unknown as PublishedTable },
  };
}

/** Twice the signed area of a ring: positive where it is wound counterclockwise. */
const turn = (ring: readonly (readonly number[])[]) =>
  ring.slice(1).reduce((sum, [x, y], index) => sum + ring[index]![0]! * y! - x! * ring[index]![1]!, 0);

describe('des lieux', () => {
  const columns: readonly TableColumn[] = [
    LIEU,
    { id: 'position', title: 'Position', role: 'attribute' },
    { id: 'lat', title: 'Latitude', role: 'attribute' },
    { id: 'lon', title: 'Longitude', role: 'attribute' },
  ];
  const rows = [
    { key: { lieu: 'a' }, attributes: { position: 'à la commune', lat: 50.6321, lon: 3.057 }, cells: {} },
    { key: { lieu: 'b' }, attributes: { position: null, lat: null, lon: null }, cells: {} },
  ];

  test('chaque point dit s’il est placé à la commune ; un lieu sans position reste, sans point', () => {
    expect(mapFeatures(figureOf(columns, rows), { contours: null })).toEqual([
      {
        type: 'Feature',
        id: 'a',
        geometry: { type: 'Point', coordinates: [3.057, 50.6321] },
        properties: { Lieu: 'Lieu A', 'Lieu (code)': 'a', Position: 'à la commune' },
      },
      {
        type: 'Feature',
        id: 'b',
        geometry: null,
        properties: { Lieu: 'Lieu B', 'Lieu (code)': 'b', Position: null },
      },
    ]);
  });

  test('une figure qui n’est pas une carte, ou dont rien n’est placé, n’a pas de fichier', () => {
    expect(mapFeatures({ ...figureOf(columns, rows), map: false }, { contours: null })).toBeUndefined();
    expect(mapFeatures(figureOf(columns, rows.slice(1)), { contours: null })).toBeUndefined();
  });
});

test('un point au milieu de sa zone le dit ; un total, qui n’est nulle part, n’en est pas', () => {
  const features = mapFeatures(
    figureOf(
      [LIEU, TAUX],
      [
        {
          key: { lieu: 'a' },
          attributes: { lat: 1, lon: 2 },
          cells: { taux: { kind: 'share', value: 12.5, base: 40 } },
        },
        { key: { lieu: 'total' }, cells: { taux: { kind: 'share', value: 100 } } },
      ],
    ),
    { contours: null },
  );
  expect(features?.map(({ id, properties }) => [id, properties])).toEqual([
    [
      'a',
      {
        Lieu: 'Lieu A',
        'Lieu (code)': 'a',
        Taux: 12.5,
        'Taux : unité': '%',
        'Taux : base': 40,
        Position: 'au milieu du territoire',
      },
    ],
  ]);
});

test('des zones tournent comme le demande la norme : leur bord à gauche, leurs trous à droite', () => {
  const masked = { kind: 'share', value: null, sign: 's' };
  const features = mapFeatures(
    figureOf(
      [{ id: 'epci', title: 'Intercommunalité', role: 'key', labels: { A: 'Zone A' } }, TAUX],
      [
        { key: { epci: 'A' }, cells: { taux: { kind: 'share', value: 3 } } },
        { key: { epci: 'B' }, cells: { taux: masked } },
      ],
    ),
    { contours },
  )!;
  const [[outer], [border, hole]] = features.map(({ geometry }) =>
    geometry?.type === 'Polygon' ? geometry.coordinates : [],
  ) as [number[][][], number[][][]];
  expect([turn(outer!) > 0, turn(border!) > 0, turn(hole!) > 0]).toEqual([true, true, false]);
  expect(boxOf(features)).toEqual([0, 0, 5, 3]);
  expect(features[1]!.properties).toMatchObject({ Taux: null, 'Taux : signe': 's' });
});
