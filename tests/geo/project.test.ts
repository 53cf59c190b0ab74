import { topology } from 'topojson-server';
import type { Topology } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import { projectGeo } from '../../src/geo/project.ts';
import { decodeArcs, simplifyTopology } from '../../src/geo/simplify.ts';

/** Two square territories side by side and a neighbour east of them, their rings wound one way or the other. */
function contours(turned = false): Topology {
  const square = (x: number, y: number, code: string) => {
    const ring = [
      [x, y],
      [x, y + 1],
      [x + 1, y + 1],
      [x + 1, y],
      [x, y],
    ];
    return {
      type: 'Feature' as const,
      properties: { code, nom: `Territoire ${code}` },
      geometry: { type: 'Polygon' as const, coordinates: [turned ? ring.toReversed() : ring] },
    };
  };
  const collection = (features: ReturnType<typeof square>[]) => ({ type: 'FeatureCollection' as const, features });
  return topology(
    {
      territoires: collection([square(2, 49, 'A'), square(3, 49, 'B')]),
      voisins: collection([square(4, 49, 'V')]),
    },
    1e4,
  ) as unknown as Topology;
}

const villes = [
  { nom: 'Ville 1', latitude: 49.5, longitude: 2.5, rang: 1 as const },
  { nom: 'Trop loin', latitude: 10, longitude: 100, rang: 1 as const },
];

describe.each([
  ['conique', false],
  ['conique', true],
  ['plan', false],
] as const)('projectGeo, %s, rings turned: %s', (projection, turned) => {
  const geo = projectGeo(contours(turned), { projection, villes }, 600);

  it('holds the region in the box, north up, west on the left', () => {
    expect(geo.width).toBe(600);
    const [west] = geo.project(2, 49.5);
    const [east] = geo.project(4, 49.5);
    const [, north] = geo.project(3, 50);
    const [, south] = geo.project(3, 49);
    expect(west).toBeLessThan(east);
    expect(north).toBeLessThan(south);
    for (const edge of [west, east]) expect(edge).toBeGreaterThanOrEqual(0);
    expect(east).toBeLessThanOrEqual(600);
    expect(south).toBeLessThanOrEqual(geo.height);
  });

  it('draws sea, neighbours, region and limits in this order, and never the rest of the world', () => {
    expect(geo.layers.map(({ role }) => role)).toEqual(['sea', 'neighbour', 'border', 'region', 'territory']);
    for (const { d } of geo.layers) {
      expect(d).toMatch(/^M/);
      const numbers = d.match(/-?[\d.]+/g)!.map(Number);
      expect(Math.max(...numbers)).toBeLessThanOrEqual(Math.max(geo.width, geo.height) + 1);
      expect(d).not.toContain('NaN');
    }
    const region = geo.layers.find(({ role }) => role === 'region')!.d;
    expect(region.match(/M/g)).toHaveLength(1);
  });

  it('places towns and names, and leaves out what is off the map', () => {
    expect(geo.towns.map(({ label }) => label)).toEqual(['Ville 1']);
    expect(geo.labels.map(({ role, label }) => `${role} ${label}`)).toEqual(
      expect.arrayContaining(['territory Territoire A', 'territory Territoire B']),
    );
  });
});

it('projects once for each width', () => {
  const topologyOnce = contours();
  const places = { projection: 'plan' as const, villes };
  expect(projectGeo(topologyOnce, places, 600)).toBe(projectGeo(topologyOnce, { ...places }, 600));
  expect(projectGeo(topologyOnce, places, 340)).not.toBe(projectGeo(topologyOnce, places, 600));
});

it('says what is wrong with contours without territories', () => {
  const empty = { type: 'Topology', objects: {}, arcs: [] } as unknown as Topology;
  expect(() => projectGeo(empty, { projection: 'plan', villes: [] }, 600)).toThrow(
    'Contours without a collection "territoires"',
  );
});

describe('simplifyTopology', () => {
  it('drops points within the tolerance, keeps the ends of arcs and the shape of rings', () => {
    const wavy = {
      type: 'Topology',
      objects: {},
      arcs: [
        [
          [0, 0],
          [1, 0.01],
          [2, -0.01],
          [3, 0.01],
          [4, 0],
        ],
        [
          [0, 0],
          [0, 5],
          [5, 5],
          [5, 0],
          [0, 0],
        ],
      ],
    } as unknown as Topology;
    const [line, ring] = decodeArcs(simplifyTopology(wavy, () => 0.1));
    expect(line).toEqual([
      [0, 0],
      [4, 0],
    ]);
    expect(ring).toHaveLength(5);
  });

  it('reads quantized arcs as absolute positions', () => {
    const quantized = {
      type: 'Topology',
      objects: {},
      transform: { scale: [0.5, 2], translate: [10, 20] },
      arcs: [
        [
          [0, 0],
          [2, 1],
          [2, -1],
        ],
      ],
    } as unknown as Topology;
    expect(decodeArcs(quantized)).toEqual([
      [
        [10, 20],
        [11, 22],
        [12, 20],
      ],
    ]);
  });
});
