import { describe, expect, test } from 'vitest';
import type { ListedCommune } from '../../src/client/find-communes.ts';
import { type KnownPlace, nearPlaces } from '../../src/client/near-places.ts';

const communes = new Map(
  (
    [
      ['A', 'Commune A', '', 7, 0],
      ['B', 'Commune B', '', 7, 0],
      ['C', 'Commune C', '', 7, 1],
      ['D', 'Commune D', '', 8, 2],
      ['E', 'Commune E', '', -1, -1],
      ['F', 'Commune F', '', 8, 2, [], 50, 3],
    ] satisfies ListedCommune[]
  ).map((commune): [string, ListedCommune] => [commune[0], commune]),
);
const place = (commune: string, latitude?: number, longitude = 3): KnownPlace =>
  latitude === undefined ? { commune } : { commune, latitude, longitude };

const near = (commune: string, places: readonly KnownPlace[], most?: number) => {
  const { here, around, how } = nearPlaces(communes.get(commune)!, communes, places, most);
  return { here: here.length, around: around.map(({ place: { commune: code } }) => code), how };
};

describe('autour d’une commune', () => {
  test('les distances se mesurent depuis son milieu, quand il est connu ; un lieu sans point n’y est pas', () => {
    const places = [place('A', 51), place('B', 50.1), place('F', 50), place('C')];
    expect(near('F', places)).toEqual({ here: 1, around: ['B', 'A'], how: 'distance' });
    const { around } = nearPlaces(communes.get('F')!, communes, places);
    expect(Math.round(around[0]!.km!)).toBe(11);
  });

  test('sinon la même intercommunalité, et rien de plus loin', () => {
    expect(near('A', [place('A'), place('B', 50), place('C')])).toEqual({ here: 1, around: ['B'], how: 'epci' });
  });

  test('sinon le même territoire', () => {
    expect(near('C', [place('A'), place('B'), place('D')])).toEqual({ here: 0, around: ['A', 'B'], how: 'territoire' });
  });

  test('un milieu connu ne sert à rien quand aucun lieu n’a de point', () => {
    expect(near('F', [place('D')])).toEqual({ here: 0, around: ['D'], how: 'epci' });
  });

  test('deux communes dont on ne sait rien ne sont pas voisines', () => {
    expect(near('E', [place('Z'), place('A')])).toEqual({ here: 0, around: [], how: 'nulle part' });
  });

  test('quelques lieux d’un territoire, pas davantage ; tous ceux de l’intercommunalité, dont l’ordre ne dit rien', () => {
    expect(near('C', [place('A'), place('B'), place('A')], 2).around).toEqual(['A', 'B']);
    expect(near('A', [place('B'), place('B'), place('B')], 2).around).toEqual(['B', 'B', 'B']);
  });
});
