import { describe, expect, test } from 'vitest';
import { importPlaces } from './import-places.ts';

const PARTLY = 'A 1 description : texte libre, laissé de côté : seule une adresse web en est reprise';
const NOWHERE = 'A 1 : aucune colonne ne dit la commune : ces lieux n’auront pas de territoire';

describe('une carte uMap', () => {
  test('donne un lieu par point, avec sa commune et ses types quand la carte les a', () => {
    const { format, rows, said } = importPlaces([
      'name,description,commune,code_insee,type,_umap_options,Latitude,Longitude',
      'Lieu A,,Commune A1,99001,Fab lab,{},50.6,"3,05"',
    ]);
    expect(format).toBe('umap');
    expect(rows).toMatchObject([
      {
        id: 'lieu-a',
        commune: 'Commune A1',
        code_insee: '99001',
        latitude: 50.6,
        longitude: 3.05,
        types: ['fablab'],
        cite_le: '2025',
      },
    ]);
    expect(said).toEqual([PARTLY, 'A 1 _umap_options : colonne sans place dans notre schéma, laissée de côté']);
  });

  test('sans commune, les lieux entrent et c’est dit', () => {
    const { rows, said } = importPlaces(['name,description,Latitude,Longitude', 'Lieu A,,50.6,3.05']);
    expect(rows).toMatchObject([{ nom: 'Lieu A', commune: null, code_insee: null, position: 'exacte' }]);
    expect(said).toEqual([PARTLY, NOWHERE]);
  });

  test.each([
    ['Voir [[https://example.org/a|le site]].', 'https://example.org/a'],
    ['<b>Un lieu</b> <a href=""https://example.org/a"">ici</a>', 'https://example.org/a'],
    ['{{https://example.org/photo.jpg}} https://example.org/a.', 'https://example.org/a'],
    ['https://example.org/a et https://example.org/b', null],
    ['Un café. Écrire à Camille, 00 00 00 00 00', null],
  ])('de la description « %s », seule une adresse est reprise', (description, site) => {
    const { rows, faults } = importPlaces(['name,description,Latitude,Longitude', `Lieu A,"${description}",50.6,3.05`]);
    expect(rows).toMatchObject([{ site_web: site }]);
    expect(JSON.stringify([rows, faults])).not.toMatch(/Camille|00 00|<b>/);
  });

  test('la colonne du site l’emporte sur la description', () => {
    const { rows } = importPlaces([
      'name,description,url,Latitude,Longitude',
      'Lieu A,https://example.org/b,example.org/a,50.6,3.05',
    ]);
    expect(rows).toMatchObject([{ site_web: 'https://example.org/a' }]);
  });

  test.each([
    [
      'un point hors du monde',
      'Lieu A,,500.6,3.05',
      'E 2 Latitude « 500.6 » : une latitude en degrés, entre -90 et 90',
    ],
    ['un nom vide', ',,50.6,3.05', 'E 2 name «  » : cellule vide'],
    ['une formule', '=cmd(),,50.6,3.05', 'E 2 name « =cmd() » : formule de tableur (commence par « = »)'],
  ])('%s est refusé', (_, line, expected) => {
    const { rows, said } = importPlaces(['name,description,Latitude,Longitude', line]);
    expect(rows).toEqual([]);
    expect(said).toEqual([PARTLY, NOWHERE, expected]);
  });
});
