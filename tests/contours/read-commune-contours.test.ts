import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCommuneContours } from '../../scripts/contours/read-commune-contours.ts';
import { geojson, square } from './squares.ts';

const told = (text: string) => {
  const { contours, faults } = readCommuneContours(text, 'c.geojson');
  const plain = (words: string | undefined) => words?.replace(/\u00a0/g, ' ');
  return {
    codes: contours.map(({ code }) => code),
    faults: faults.map(({ level, problem, value }) => [level, plain(problem), value]),
  };
};
const whole = (problem: string, value?: string) => ({ codes: [], faults: [['erreur', problem, value]] });

describe('un fichier qui n’est pas le bon est refusé d’un mot', () => {
  test.each([
    ['du texte', 'code;nom', whole('ce n’est pas du JSON, ou il est coupé')],
    [
      'un fichier coupé',
      geojson(square(0, 50, { code: '99001' })).slice(0, 80),
      whole('ce n’est pas du JSON, ou il est coupé'),
    ],
    ['une page', '<!doctype html>', whole('c’est une page ou du XML')],
    ['une archive', 'PK\u0003\u0004', whole('c’est une archive : sortez-en le fichier .geojson')],
    ['du TopoJSON', '{"type":"Topology","objects":{},"arcs":[]}', whole('c’est du TopoJSON')],
    ['un autre JSON', '{"communes":[]}', whole('ce n’est pas une liste de contours')],
    ['null', 'null', whole('ce n’est pas une liste de contours')],
    ['aucun contour', geojson(), whole('aucun contour')],
    ['des propriétés inconnues', geojson(square(0, 50, { id: 1, label: 'A' })), whole('aucun code INSEE', 'id, label')],
    [
      'des mètres',
      geojson(square(650_000, 7e6, { code: '99001' })),
      whole('coordonnées en mètres, sans doute en Lambert-93', '650000 7000000'),
    ],
    ['l’envers', geojson(square(50, 2, { code: '99001' })), whole('latitude et longitude échangées', '50 2')],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe('ce qui manque à un contour est dit, et les autres sont lus', () => {
  const good = square(0, 50, { code: '99001', nom: 'Un' });

  test('une géométrie vide, un point, un anneau ouvert', () => {
    const broken = [
      { ...square(0, 50, { code: '99002' }), geometry: null },
      { ...square(0, 50, { code: '99003' }), geometry: { type: 'Point', coordinates: [0, 50] } },
      {
        ...square(0, 50, { code: '99004' }),
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [0, 50],
              [1, 50],
              [1, 51],
              [0, 51],
            ],
          ],
        },
      },
    ];
    expect(told(geojson(good, ...broken))).toEqual({
      codes: ['99001'],
      faults: [['avertissement', '3 communes sans contour qui se dessine', '99002, 99003, 99004']],
    });
  });

  test('une commune écrite deux fois ; deux contours pour un code sont une erreur', () => {
    expect(told(geojson(good, good))).toEqual({
      codes: ['99001'],
      faults: [['avertissement', '1 commune écrite deux fois', '99001']],
    });
    expect(told(geojson(good, square(1, 50, { code: '99001' }))).faults).toEqual([
      ['erreur', 'une commune a deux contours différents', '99001'],
    ]);
  });

  test('un code sans son zéro, dans une liste d’un seul, sous un autre nom', () => {
    const features = [{ code: 2408 }, { com_code: ['59350'] }, { INSEE_COM: '60057' }].map((properties, index) =>
      square(index, 50, properties),
    );
    expect(told(`\ufeff${geojson(...features)}`)).toEqual({ codes: ['02408', '59350', '60057'], faults: [] });
  });
});

test('aucun texte, aucun JSON ne fait tomber la lecture', () => {
  const feature = fc.record({ properties: fc.anything(), geometry: fc.anything() });
  const collection = fc.record({
    type: fc.constant('FeatureCollection'),
    features: fc.array(fc.oneof(feature, fc.anything())),
  });
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        collection.map((value) => JSON.stringify(value)),
      ),
      (text) => {
        const { contours, faults } = readCommuneContours(text, 'c.geojson');
        expect(contours.length + faults.length).toBeGreaterThan(0);
      },
    ),
  );
});
