import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Lieu } from '../../src/datasets/lieux.ts';
import { compareNames } from '../../src/import/compare-names.ts';
import { type Candidate, findDoubles } from '../../src/import/find-doubles.ts';
import { importFile } from './import-file.ts';
import { readReal } from './real-file.ts';

let line = 1;
function place(nom: string, more: Partial<Candidate> = {}): Candidate {
  line++;
  return { nom, commune: 'Commune A1', code: '99001', file: 'essai.csv', line, record: line, ...more };
}
const at = (latitude: number, longitude: number) => ({ point: { latitude, longitude }, isExact: true });
const tell = (doubles: ReturnType<typeof findDoubles>) =>
  doubles.map(({ first, second, reason, metres }) => [first.nom, second.nom, reason, metres]);

describe('deux noms d’un même lieu', () => {
  test.each([
    ['Lieu Exemple', 'LIEU EXEMPLE', 'same'],
    ['L’Épi', "L'epi", 'same'],
    ['Le Fab Lab', 'FabLab', 'same'],
    ['Exemple Lieu', 'Lieu Exemple', 'same'],
    ['Lieu Exemple (Actuellement fermé)', 'Lieu Exemple', 'same'],
    ['Saint Exemple', 'St-Exemple', 'same'],
    ['Lieu Exemple', 'Lieu Exmeple', 'near'],
    ['Coworking Exemple', 'Exemple', 'near'],
    ['Exemple Commune A1', 'Exemple', 'near'],
    ['Lieu A', 'Lieu B', undefined],
    ['Lieu 1', 'Lieu 2', undefined],
    ['1624 Exemple', '1625 Exemple', undefined],
    ['Coworking Commune A1', 'Fablab Commune A1', undefined],
    ['Tipo', 'Exemple', undefined],
    ['', 'Exemple', undefined],
    ['?', '!', undefined],
  ])('« %s » et « %s » : %s', (one, other, likeness) => {
    expect(compareNames(one, other, 'Commune A1')).toBe(likeness);
    expect(compareNames(other, one, 'Commune A1')).toBe(likeness);
  });

  test('un nom est le même que lui-même, quoi qu’on y écrive', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
        expect([undefined, 'same']).toContain(compareNames(name, name));
      }),
    );
  });
});

describe('les doublons probables', () => {
  test('même commune : le nom suffit, la distance est dite', () => {
    const doubles = findDoubles([place('Exemple', at(50, 3)), place('EXEMPLE', at(50.03, 3))], []);
    expect(tell(doubles)).toEqual([['Exemple', 'EXEMPLE', 'same-name', 3336]]);
  });

  test('autre commune : un nom semblable ne suffit qu’à moins de 150 m', () => {
    const other = { commune: 'Commune A2', code: '99002' };
    const near = [place('Exemple', at(50, 3)), place('Exemple bis', { ...other, ...at(50.001, 3) })];
    expect(tell(findDoubles(near, []))).toEqual([['Exemple', 'Exemple bis', 'near-place', 111]]);
    const far = [place('Exemple', at(50, 3)), place('Exemple bis', { ...other, ...at(50.002, 3) })];
    expect(findDoubles(far, [])).toEqual([]);
  });

  test('deux noms à une même porte sont dits en dernier ; à 100 m, ce sont deux lieux', () => {
    const imported = [place('Alpha', at(50, 3)), place('Beta', at(50, 3)), place('Gamma', at(50.0009, 3))];
    const twin = place('Gamma', { ...at(50.3, 3) });
    expect(tell(findDoubles([...imported, twin], []))).toEqual([
      ['Gamma', 'Gamma', 'same-name', expect.any(Number)],
      ['Alpha', 'Beta', 'same-door', 0],
    ]);
  });

  test('le centre d’une commune ne rapproche personne', () => {
    const centre = { ...at(50, 3), isExact: false };
    expect(findDoubles([place('Alpha', centre), place('Beta', centre), place('Gamma', at(50, 3))], [])).toEqual([]);
  });

  test('sans code, le nom de la commune sert ; sans commune ni point, rien ne rapproche', () => {
    const nameless = { code: null, commune: null };
    expect(findDoubles([place('Exemple', { code: null }), place('Exemple')], [])).toHaveLength(1);
    expect(findDoubles([place('Exemple', nameless), place('Exemple', nameless)], [])).toEqual([]);
  });

  test('contre le fichier en place : le second est toujours la ligne importée', () => {
    const inPlace = [place('Exemple', { file: 'lieux.csv' }), place('Exemple', { file: 'lieux.csv' })];
    const doubles = findDoubles([place('exemple')], inPlace);
    expect(doubles.map(({ first, second }) => [first.file, second.file])).toEqual([
      ['lieux.csv', 'essai.csv'],
      ['lieux.csv', 'essai.csv'],
    ]);
  });

  test('le fichier réel du CGET a un doublon, et deux maisons partagées', (context) => {
    const { imported } = importFile(readReal('cget-2019-hauts-de-france.csv', context), 'cget.csv');
    const candidates = (imported!.lines as readonly { row: Lieu; line: number; record: number }[]).map(
      ({ row, line, record }): Candidate => ({
        nom: row.nom,
        commune: row.commune,
        code: row.code_insee,
        file: 'cget.csv',
        line,
        record,
        ...(row.latitude && row.longitude ? at(row.latitude, row.longitude) : {}),
        isExact: row.position === 'exacte',
      }),
    );
    expect(tell(findDoubles(candidates, []))).toEqual([
      ["1624 COWORKIN'LILLE", "1624 Cowork'in Lille", 'same-name', undefined],
      ["Le Cl'hub", "La maison d'Alfred", 'same-door', 0],
      ['ENTREPRISE OUVERTE', 'FabLab Lille', 'same-door', 0],
    ]);
  });
});
