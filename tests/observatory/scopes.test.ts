import { describe, expect, test } from 'vitest';
import { liesIn, partitionOf, territoryOf } from '../../src/datasets/territories.ts';
import { dataIn, latestOf, scopesOf, scopesOfIndicator } from '../../src/observatory/scopes.ts';
import { answer, dataOf } from '../figures/survey-data.ts';

const data = dataOf([
  answer(1, { millesime: '3001', code_insee: 'ZA001' }),
  answer(2, { millesime: '3003', code_insee: 'ZB001', cercle: 'rond' }),
  answer(3, { millesime: '3003', code_insee: 'ZX999' }),
]);
const idsIn = (millesime: string, territoire: string) =>
  dataIn(data, { millesime, territoire }).enquete.map(({ id_unite }) => id_unite);

describe('les portées', () => {
  test('une vague à la fois, pour la région puis chaque territoire', () => {
    expect(scopesOf(data, ['enquete'], { territoires: 'tous', millesimes: 'un' })).toEqual(
      ['3001', '3003'].flatMap((millesime) =>
        ['region', 'un', 'deux'].map((territoire) => ({ millesime, territoire })),
      ),
    );
  });

  test('l’enquête ne se lit que dans le découpage, ce qui est public dans tous les territoires', () => {
    const rond = { id: 'rond', nom: 'Rond', type: 'cercle' };
    const overlapping = { ...data, settings: { ...data.settings, territoires: [...data.settings.territoires, rond] } };
    const within = (uses: Parameters<typeof scopesOf>[1]) =>
      new Set(
        scopesOf(overlapping, uses, { territoires: 'tous', millesimes: 'un' }).map(({ territoire }) => territoire),
      );
    expect([...within(['enquete'])]).toEqual(['region', 'un', 'deux']);
    expect([...within(['lieux', 'enquete'])]).toEqual(['region', 'un', 'deux']);
    expect([...within(['lieux'])]).toEqual(['region', 'un', 'deux', 'rond']);
  });

  test('toutes les vagues ensemble, pour la région', () => {
    expect(scopesOf(data, ['enquete'], { territoires: 'région', millesimes: 'tous' })).toEqual([
      { millesime: 'tous', territoire: 'region' },
    ]);
  });

  test('un jeu sans millésime n’a qu’une portée', () => {
    expect(scopesOf(data, ['reperes'], { territoires: 'région', millesimes: 'un' })).toEqual([
      { millesime: 'tous', territoire: 'region' },
    ]);
  });
});

describe('la dernière année', () => {
  const paid = { ...data, flux: [{ millesime: '3005' }, { millesime: '3002' }] } as unknown as typeof data;

  test('est celle de ce qui sert, non celle de l’enquête', () => {
    expect(latestOf(paid, ['flux'], 'un')).toBe('3005');
    expect(latestOf(paid, ['enquete'], 'un')).toBe('3003');
    expect(latestOf(paid, ['flux'], 'tous')).toBe('tous');
    expect(latestOf(paid, ['reperes'], 'un')).toBe('tous');
  });

  test('une portée ne voit que les comptes et les subventions de son année', () => {
    const both = { ...paid, subventions: paid.flux } as unknown as typeof data;
    const seen = dataIn(both, { millesime: '3002', territoire: 'region' });
    expect([seen.flux.length, seen.subventions.length]).toEqual([1, 1]);
  });

  test('un nombre des comptes ne vaut que pour la région', () => {
    expect(scopesOfIndicator({ uses: ['flux'] }).territoires).toBe('région');
    expect(scopesOfIndicator({ uses: ['enquete'] }).territoires).toBe('tous');
  });
});

describe('les données d’une portée', () => {
  test.each([
    ['tous', 'region', ['u1', 'u2', 'u3']],
    ['3003', 'region', ['u2', 'u3']],
    ['3003', 'deux', ['u2']],
    ['tous', 'un', ['u1']],
    ['3001', 'deux', []],
  ])('%s, %s', (millesime, territoire, ids) => expect(idsIn(millesime, territoire)).toEqual(ids));
});

describe('le territoire d’un lieu', () => {
  const rond = { id: 'rond', nom: 'Cercle', type: 'cercle' };

  test('vient de sa commune, et d’elle seule', () => {
    expect(partitionOf(data).map(({ id }) => id)).toEqual(['un', 'deux']);
    expect(data.enquete.map((row) => territoryOf(row, data)?.id)).toEqual(['un', 'deux', undefined]);
    expect(territoryOf({ code_insee: null }, data)).toBeUndefined();
  });

  test('un cercle est dit par le lieu, jamais déduit', () => {
    expect(data.enquete.map((row) => liesIn(rond, row, data))).toEqual([false, true, false]);
  });

  test('un territoire sans code n’a aucun lieu', () => {
    expect(liesIn({ id: 'x', nom: 'X', type: 'epci' }, { code_insee: 'ZX999' }, data)).toBe(false);
  });
});
