import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { geoArea } from 'd3';
import type { FeatureCollection, MultiPolygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadObservatory } from '../../src/datasets/load.ts';
import { SOUND } from '../datasets/folders.ts';
import { runCommand } from '../run-command.ts';
import { geojson, square } from './squares.ts';

const ROOT = join(import.meta.dirname, '../..');
const OUTPUT = 'data/territoires/contours-communes.topojson';
let folder: string;

/** Lines are broken where the folder's name leaves room: words alone are compared. */
const unwrap = (text: string) => text.replace(/\s+/g, ' ').trim();

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Runs the command on the folder's observatory, as a person would. */
function run(...args: readonly string[]) {
  const observatory = ['--donnees', join(folder, 'data'), '--contenu', join(folder, 'content')];
  const { said, ...ended } = runCommand('contours', [...observatory, ...args], { folder });
  return { ...ended, said: said.replace(/en [\d,]+ s/, 'en … s') };
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'observatoire-contours-'));
  for (const [path, text] of Object.entries(SOUND)) write(path, text);
  write(
    'data/territoires/communes.csv',
    'code;nom;departement;epci;nom_epci\n99001;Saint-Un;P1;epci-1;Ensemble 1\n99002;Deux;P1;epci-1;Ensemble 1\n99003;Trois;P1;epci-2;Ensemble 2\n',
  );
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('npm run contours', () => {
  const sound = geojson(
    square(0, 50, { code: '99001', nom: 'Saint-Un' }),
    square(0.1, 50, { insee_com: 99002, nom_com: 'DEUX' }),
    square(0.3, 50, { INSEE_COM: '99009', NOM: 'Neuf' }),
  );

  test('écrit un fond de carte que l’observatoire lit, et dit quoi faire', async () => {
    write('communes.geojson', sound);
    const { code, said, complained } = run(join(folder, 'communes.geojson'));
    expect({ code, complained }).toEqual({ code: 0, complained: '' });
    expect(unwrap(said)).toBe(
      unwrap(`3 contours de communes dans communes.geojson (1 ko).
2 des 3 communes de la liste d’aujourd’hui ont un contour.

1 commune de la liste sans contour : elle manque à la carte :
  Trois (99003)
1 commune du fichier qu’aucune liste ne connaît, laissée de côté :
  Neuf (99009)

Écrit : ${OUTPUT}, 1 ko, en … s.
  1 territoire
  1 intercommunalité
  2 communes

Pour s’en servir, dans content/observatoire.yaml :
  contours: territoires/contours-communes.topojson
  fondDeCarte:
    - { source: "IGN et Etalab, contours des communes", millesime: "AAAA", licence: Licence Ouverte 2.0 }
Remplacez AAAA par l’année des contours : chaque carte dit cette source. Elle est aussi à écrire dans LICENCES.md, et dans les pages qui disent d’où vient le fond de carte (méthode, mentions légales).
`),
    );
    write(
      'content/observatoire.yaml',
      `${SOUND['content/observatoire.yaml']}contours: territoires/contours-communes.topojson\n`,
    );
    const { data, faults } = await loadObservatory({
      data: join(folder, 'data'),
      content: join(folder, 'content'),
      demonstration: false,
    });
    expect(faults.map(({ problem, value }) => [problem?.replaceAll('\u00a0', ' '), value])).toEqual([
      ['1 intercommunalité sans contour', 'epci-2'],
    ]);
    expect(Object.keys(data!.geography.contours!.objects)).toEqual(['territoires', 'epci', 'communes']);
  });

  test('--essai dit la même chose et n’écrit rien', () => {
    write('communes.geojson', sound);
    const { code, said } = run(join(folder, 'communes.geojson'), '--essai');
    expect(code).toBe(0);
    expect(unwrap(said)).toContain('À écrire : data/territoires/contours-communes.topojson');
    expect(said).toContain('Essai : rien n’est écrit. Tapez la même commande sans --essai.');
    expect(existsSync(join(folder, OUTPUT))).toBe(false);
  });

  test('un mauvais fichier laisse en place le fond de carte d’avant', () => {
    write(OUTPUT, 'avant');
    write('communes.geojson', geojson(square(650_000, 7_000_000, { code: '99001' })));
    const { code, complained } = run(join(folder, 'communes.geojson'));
    expect(code).toBe(1);
    expect(complained).toBe(`communes.geojson : 1 erreur

  Erreur : coordonnées en mètres, sans doute en Lambert-93
    lu : « 650000 7000000 »
    attendu : des degrés, longitude puis latitude (WGS 84, EPSG:4326) : QGIS
      convertit à l’export

1 erreur dans 1 fichier.

Rien n’est écrit.
`);
    expect(readFileSync(join(folder, OUTPUT), 'utf8')).toBe('avant');
  });

  test('le fichier d’une autre région est refusé', () => {
    write('communes.geojson', geojson(square(0, 50, { code: '88001', nom: 'Ailleurs' })));
    const { code, complained } = run(join(folder, 'communes.geojson'));
    expect(code).toBe(1);
    expect(complained).toContain('aucune commune de « Pays 1 »');
    expect(complained).toContain('attendu : les communes de toute la région (Essai)');
  });

  test.each([
    [[], 'aucun fichier.'],
    [['a.geojson', 'b.geojson'], 'un seul fichier de contours à la fois.'],
    [['--esai'], 'l’option « --esai » n’existe pas ; la plus proche : « --essai »'],
  ])('un appel incorrect : %j', (args, mistake) => {
    const { code, complained } = run(...args);
    expect(code).toBe(2);
    expect(complained).toContain(`Appel incorrect : ${mistake}`);
  });

  test('un fichier absent est dit, sans pile d’appels', () => {
    const { code, complained } = run(join(folder, 'rien.geojson'));
    expect(code).toBe(1);
    expect(complained).toContain('fichier absent');
    expect(complained).not.toContain('at ');
  });
});

test('le vrai fichier de la région : tout est résolu, les aires restent, 250 000 octets au plus', ({ skip }) => {
  const file = join(ROOT, '../shared/geo/communes-hauts-de-france.geojson');
  skip(!existsSync(file), 'contours réels absents : ../shared/geo');
  const output = join(folder, 'contours.topojson');
  const { code, said } = runCommand('contours', [file, '--sortie', output]);
  expect(code).toBe(0);
  expect(said).toContain('Les 3 782 communes de la liste d’aujourd’hui ont toutes un contour.');
  expect(said).toContain('26 communes du fichier, réunies depuis à une autre :');
  expect(said).toContain('Neuville-Garnier (60455) dans Les Hauts-Talican (60694)');
  expect(said).not.toContain('aucune liste');
  expect(statSync(output).size).toBeLessThanOrEqual(250_000);

  const contours = JSON.parse(readFileSync(output, 'utf8')) as Topology;
  const areas = (name: string) => {
    const object = contours.objects[name] as GeometryCollection<{ code: string }>;
    const { features } = feature(contours, object) as FeatureCollection<MultiPolygon, { code: string }>;
    return new Map(features.map((one) => [one.properties.code, areaOf(one.geometry)]));
  };
  const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);
  const [territoires, epci, communes] = [areas('territoires'), areas('epci'), areas('communes')];
  expect([territoires.size, epci.size]).toEqual([5, 92]);
  expect(communes.size).toBeGreaterThan(700);
  // 31,813 km² by the IGN; the two meshes cover the same ground.
  expect(sum(territoires.values()) * 6371 ** 2).toBeGreaterThan(31_600);
  expect(sum(territoires.values()) * 6371 ** 2).toBeLessThan(32_100);
  expect(Math.abs(sum(epci.values()) / sum(territoires.values()) - 1)).toBeLessThan(0.001);
  // The smallest has 0.16 km².
  expect([...communes].filter(([, area]) => area * 6371 ** 2 < 0.1)).toEqual([]);
});

/** Steradians, whichever way the rings are wound. */
function areaOf(geometry: MultiPolygon): number {
  const area = geoArea(geometry);
  return Math.min(area, 4 * Math.PI - area);
}
