import { describe, expect, test } from 'vitest';
import { mediationNumerique } from '../../src/import/mediation-numerique.ts';
import { importPlaces } from './import-places.ts';
import { readReal } from './real-file.ts';

const HEADER =
  'id,pivot,nom,commune,code_postal,code_insee,adresse,latitude,longitude,typologie,telephone,courriels,site_web,date_maj';

/** A line of the standard, but for what a test changes. */
function lineOf(changes: Record<string, string> = {}): string {
  const usual: Record<string, string> = {
    id: 'structure-1',
    pivot: '09900000000010',
    nom: 'Lieu A',
    commune: 'Commune A1',
    code_postal: '99000',
    code_insee: '99001',
    adresse: '1 rue du Test',
    latitude: '50.6',
    longitude: '3.05',
    typologie: 'TIERS_LIEUX|ASSO',
    telephone: '+33000000000',
    courriels: 'camille@example.org',
    site_web: 'https://example.org/',
    date_maj: '2024-04-02',
  };
  return HEADER.split(',')
    .map((name) => `"${changes[name] ?? usual[name]}"`)
    .join(',');
}

describe('les lieux de médiation numérique', () => {
  test('un lieu qui se dit tiers-lieu entre à l’annuaire, sans rien de personnel', () => {
    const { format, rows, dropped, faults } = importPlaces([HEADER, lineOf()]);
    expect(format).toBe('mediation-numerique');
    expect(rows).toMatchObject([
      {
        id: 'lieu-a',
        nom: 'Lieu A',
        commune: 'Commune A1',
        code_insee: '99001',
        latitude: 50.6,
        longitude: 3.05,
        types: [],
        site_web: 'https://example.org/',
        cite_comme: 'tiers-lieu',
        cite_le: '2024-04-02',
      },
    ]);
    expect(dropped).toEqual(['pivot', 'adresse', 'telephone', 'courriels']);
    const personal = faults.filter(({ problem }) => problem?.startsWith('données personnelles'));
    expect(personal.map(({ columnName }) => columnName)).toEqual(['telephone', 'courriels']);
    expect(JSON.stringify([rows, faults])).not.toMatch(/camille|\+33/i);
  });

  test('les autres, et ceux d’ailleurs, sont comptés', () => {
    const { rows, said } = importPlaces([
      HEADER,
      lineOf(),
      lineOf({ id: '2', nom: 'Lieu B', typologie: 'CCAS' }),
      lineOf({ id: '3', nom: 'Tiers-lieu C', typologie: '' }),
      lineOf({ id: '4', nom: 'Lieu D', commune: 'Ailleurs', code_insee: '', code_postal: '75011' }),
    ]);
    expect(rows.map(({ nom }) => nom)).toEqual(['Lieu A']);
    expect(said.filter((text) => !text.startsWith('A 1 '))).toEqual([
      'A  : 2 lieux qui ne se disent pas tiers-lieux, laissés de côté',
      'A  : 1 lieu hors du territoire, laissé de côté',
    ]);
  });

  test('de plusieurs adresses, la première est gardée ; deux lieux du même nom se distinguent par leur numéro', () => {
    const { rows, said } = importPlaces([
      HEADER,
      lineOf({ site_web: 'https://example.org/|https://example.org/b' }),
      lineOf({ id: 'structure-2', code_insee: '99002', commune: 'Saint-Exemple-sur-Test' }),
    ]);
    expect(rows.map(({ id, site_web }) => [id, site_web])).toEqual([
      ['lieu-a', 'https://example.org/'],
      ['lieu-a-structure-2', 'https://example.org/'],
    ]);
    expect(said).toContain(
      'A 2 site_web « https://example.org/|https://example.org/b » : plusieurs adresses : la première est gardée → https://example.org/',
    );
  });

  test('une colonne de la norme qui manque est dite', () => {
    const { rows, said } = importPlaces([HEADER.replace('typologie', 'type'), lineOf()]);
    expect(rows).toEqual([]);
    expect(said[0]).toBe('E 1 typologie : colonne obligatoire absente');
  });

  test('les noms attendus sont ceux du schéma national', (context) => {
    const schema: { readonly fields: readonly { readonly name: string }[] } = JSON.parse(
      new TextDecoder().decode(readReal('lieux-mediation-num-1.0.1.json', context)),
    );
    const names = schema.fields.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining([...(mediationNumerique.telling ?? [])]));
    expect(mediationNumerique.recognise(names)).toBe(true);
    const examples = schema.fields.map((field) => `"${(field as unknown as { example: string }).example}"`);
    const { said } = importPlaces([names.join(','), examples.join(',')]);
    expect(said.filter((text) => text.startsWith('E'))).toEqual([]);
    expect(said).toContain('A  : 1 lieu hors du territoire, laissé de côté');
  });
});
