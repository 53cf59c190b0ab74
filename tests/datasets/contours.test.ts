import { describe, expect, test } from 'vitest';
import { loadWith, SOUND } from './folders.ts';

const SETTINGS = `${SOUND['content/observatoire.yaml']}contours: territoires/contours.topojson\n`;
const COMMUNES =
  'code;nom;departement;epci;nom_epci;population\n99001;Saint-Un;P1;e-1;Ensemble 1;400\n99002;Deux;P1;e-2;;\n';

/** Contours whose objects hold the given codes, all of one square; a code that is no text stands as it is. */
function contours(objects: Readonly<Record<string, readonly unknown[]>>): string {
  const ring = [
    [0, 50],
    [1, 50],
    [1, 51],
    [0, 51],
    [0, 50],
  ];
  const collect = (codes: readonly unknown[]) => ({
    type: 'GeometryCollection',
    geometries: codes.map((code) => ({ type: 'Polygon', arcs: [[0]], properties: { code } })),
  });
  const all = { territoires: ['P1'], ...objects };
  return JSON.stringify({
    type: 'Topology',
    arcs: [ring],
    objects: Object.fromEntries(Object.entries(all).map(([name, codes]) => [name, collect(codes)])),
  });
}

const load = (objects: Readonly<Record<string, readonly unknown[]>>) =>
  loadWith({
    'content/observatoire.yaml': SETTINGS,
    'data/territoires/communes.csv': COMMUNES,
    'data/territoires/contours.topojson': contours(objects),
  });

describe('les contours d’intercommunalités et de communes', () => {
  test('sont lus sans un mot quand leurs codes sont ceux des listes', async () => {
    const { data, told } = await load({ epci: ['e-1', 'e-2'], communes: ['99001'] });
    expect(told).toBe('');
    expect([...data!.geography.epci.values()]).toEqual([
      { code: 'e-1', nom: 'Ensemble 1', population: 400, communes: ['99001'] },
      { code: 'e-2', nom: 'e-2', population: null, communes: ['99002'] },
    ]);
  });

  test('d’une autre année sont dits, et n’arrêtent rien', async () => {
    const { data, told } = await load({ epci: ['e-1', 'e-9'], communes: ['99001', '99008', '99009'] });
    expect(data).not.toBeNull();
    expect(told).toBe(`data/territoires/contours.topojson : 3 avertissements

  Clé « epci » : 2 avertissements

    Avertissement : 1 intercommunalité que la liste d’aujourd’hui ne connaît pas
      lu : « e-9 »
      attendu : les contours d’aujourd’hui : npm run contours -- FICHIER
      pour corriger : prenez les contours de l’année, publiés sur data.gouv.fr, puis tapez cette commande

    Avertissement : 1 intercommunalité sans contour
      lu : « e-2 »
      attendu : les contours d’aujourd’hui : npm run contours -- FICHIER
      pour corriger : prenez les contours de l’année, publiés sur data.gouv.fr, puis tapez cette commande

  Avertissement, clé « communes » : 2 communes que la liste d’aujourd’hui ne connaît pas
    lu : « 99008, 99009 »
    attendu : les contours d’aujourd’hui : npm run contours -- FICHIER
    pour corriger : prenez les contours de l’année, publiés sur data.gouv.fr, puis tapez cette commande`);
  });

  test('sans code, ou deux fois le même : une erreur', async () => {
    const { data, told } = await load({ epci: ['e-1', 'e-2', 12], communes: ['99001', '99001'] });
    expect(data).toBeNull();
    expect(told).toContain('1 contour sans code');
    expect(told).toContain('code écrit deux fois\n    lu : « 99001 »');
  });
});
