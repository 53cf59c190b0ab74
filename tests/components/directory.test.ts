import { describe, expect, test } from 'vitest';
import { groupPlaces, hiddenWords, neighboursOf, placeFilters, sayPosition } from '../../src/components/directory.ts';
import { factsOf } from '../../src/components/place-facts.ts';
import { directoryOf, place } from './small-directory.ts';

const names = (lieux: readonly { readonly id: string }[]) => lieux.map(({ id }) => id).join(' ');

describe('les groupes', () => {
  test('suivent l’ordre des réglages, les noms rangés comme des nombres et sans souci d’accent ; le reste vient après', () => {
    const directory = directoryOf([
      place('a10', { nom: 'Lieu 10' }),
      place('e', { nom: 'Élan' }),
      place('a2', { nom: 'Lieu 2', code_insee: 'ZA002' }),
      place('f', { nom: 'Fort' }),
      place('x', { nom: 'Sans commune', commune: null, code_insee: null }),
      place('y', { nom: 'Loin', commune: 'Au loin', code_insee: '99999' }),
    ]);
    expect(groupPlaces(directory).map(({ nom, lieux }) => `${nom} : ${names(lieux)}`)).toEqual([
      'Territoire 1 : e f a2 a10',
      'Territoire 2 : ',
      'Ailleurs, ou commune inconnue : y x',
    ]);
  });
});

describe('les filtres', () => {
  test('n’offrent que ce qu’un lieu dit de lui ; aucun cercle quand aucun lieu n’en nomme', () => {
    const filtersOf = (directory: ReturnType<typeof directoryOf>) =>
      placeFilters(directory).map(({ title, options }) => `${title} : ${options.map(([code]) => code).join(' ')}`);
    expect(filtersOf(directoryOf([place('a')]))).toEqual(['Département : territoire-1 territoire-2']);
    expect(filtersOf(directoryOf([place('a', { types: ['fablab', 'coworking'], cercle: 'cercle-a' })]))).toEqual([
      'Type : coworking fablab',
      'Département : territoire-1 territoire-2',
      'Cercle : cercle-a cercle-b',
    ]);
  });

  test('les codes postaux et les anciennes communes trouvent aussi un lieu', () => {
    const directory = directoryOf([]);
    expect(hiddenWords(place('a'), directory)).toBe('00100 00110 Commune A1-le-Vieux');
    expect(hiddenWords(place('a', { code_insee: null }), directory)).toBe('');
  });
});

test('où se tient un point est dit de chaque lieu quand tous ne se tiennent pas de même', () => {
  const [centre, exact, nowhere] = [
    place('a', { position: 'commune' }),
    place('b', { position: 'exacte' }),
    place('c'),
  ];
  expect(sayPosition(centre, directoryOf([centre]))).toBe('');
  expect(sayPosition(centre, directoryOf([centre, exact]))).toBe('placé à la commune');
  expect(sayPosition(exact, directoryOf([centre, exact]))).toBe('');
  expect(sayPosition(nowhere, directoryOf([nowhere]))).toBe('sans position, donc pas sur la carte');
});

describe('les autres lieux', () => {
  test('ceux de la commune, puis ceux qui suivent dans le territoire, en boucle', () => {
    const far = Array.from({ length: 8 }, (_, at) => place(`f${at}`, { nom: `F${at}`, code_insee: 'ZA002' }));
    const [own, near, other] = [
      place('own', { nom: 'F3 bis' }),
      place('near', { nom: 'Près' }),
      place('other', { code_insee: 'ZB001' }),
    ];
    const groups = neighboursOf(own, directoryOf([...far, own, near, other]));
    expect(groups.map(({ title, lieux }) => `${title} : ${names(lieux)}`)).toEqual([
      'Dans la même commune : near',
      'Ailleurs dans le Territoire 1 : f4 f5 f6 f7 f0 f1',
    ]);
  });

  test('un lieu seul n’en a pas', () => {
    const own = place('own');
    expect(neighboursOf(own, directoryOf([own]))).toEqual([]);
  });
});

describe('ce que dit une fiche', () => {
  const told = (given: Parameters<typeof place>[1]) =>
    factsOf(place('a', given), directoryOf([])).flatMap(({ title, text }) => (text ? [`${title} : ${text}`] : []));

  test('ce que l’on ignore est dit, ou tu', () => {
    expect(told({ commune: null, code_insee: null })).toEqual([
      'Position sur la carte : inconnue : ce lieu n’est pas sur la carte',
      'Cité comme : tiers-lieu',
      'Date de la source : la source n’en donne pas',
      'Vérifié par l’équipe : jamais vérifié',
    ]);
  });

  test('tout ce qui est public', () => {
    const facts = told({
      cercle: 'cercle-b',
      types: ['fablab', 'atelier'],
      forme_juridique: 'cooperative',
      activite_citee: 'atelier de vélos',
      position: 'commune',
      cite_le: '3003-05',
      verifie_le: '3003-06-01',
    });
    expect(facts).toEqual([
      'Commune : Commune A1',
      'Département : Territoire 1',
      'Cercle : B',
      'Types : Fab lab · Atelier partagé',
      'Activité citée : atelier de vélos',
      'Forme juridique : coopérative',
      'Position sur la carte : au centre de la commune',
      'Cité comme : tiers-lieu',
      'Date de la source : mai\u00a03003',
      'Vérifié par l’équipe : le 1er\u00a0juin\u00a03003',
    ]);
  });
});
