import { expect, test } from 'vitest';
import { countPlaces } from '../../src/print/count-places.ts';

const settings = { reseau: { nom: 'Réseau de test' } };
const lieux = Array.from({ length: 20 }, (_, i) => ({ id: `lieu-${i}` }));
const count = (valeur: number, millesime: string | null, rest = {}) => ({
  serie: 'nombre-de-lieux',
  unite: 'lieux',
  territoire: 'region',
  modalite: null,
  source: 'Réseau de test',
  precision: 'environ',
  valeur,
  millesime,
  ...rest,
});
const told = (reperes: readonly object[], resources: readonly object[] = [], known: readonly object[] = lieux) =>
  countPlaces({ settings, lieux: known, reperes, resources } as unknown as Parameters<typeof countPlaces>[0]);

test('le dernier comptage du réseau, pour toute la région, dit combien de briques restent creuses', () => {
  const reperes = [
    count(200, '2024-2026'),
    count(300, '2026'),
    count(900, '2026', { source: 'Presse' }),
    count(3500, '2026', { territoire: 'france' }),
    count(165, '2027', { territoire: 'metropole' }),
    count(52, '2027', { modalite: 'hors-metropole' }),
  ];
  expect(told(reperes)).toEqual({
    known: 20,
    missing: 280,
    knownInWords: '20\u00a0lieux',
    counted: {
      all: 'environ\u00a0300\u00a0lieux',
      missing: 'environ\u00a0280\u00a0lieux',
      precision: 'environ',
      source: 'Réseau de test, 2026',
    },
  });
});

test('l’univers que l’annuaire dit lui-même passe avant', () => {
  const register = { dataset: 'lieux', univers: 26, source: { label: 'Annuaire' } };
  const { missing, counted } = told([count(300, '2026')], [register]);
  expect({ missing, counted }).toEqual({
    missing: 6,
    counted: { all: '26\u00a0lieux', missing: '6\u00a0lieux', precision: 'exact', source: 'Annuaire' },
  });
});

test('sans comptage, ou quand l’annuaire l’a dépassé, rien ne reste creux', () => {
  expect(told([])).toEqual({ known: 20, missing: 0, knownInWords: '20\u00a0lieux' });
  expect(told([count(15, '2026')])).toEqual({ known: 20, missing: 0, knownInWords: '20\u00a0lieux' });
  expect(told([], [], [])).toEqual({ known: 0, missing: 0, knownInWords: '0\u00a0lieu' });
});
