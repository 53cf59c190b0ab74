import { describe, expect, test } from 'vitest';
import { filePaletteOf } from '../../src/charts/palette.ts';
import { figure as activites } from '../../src/figures/enquete-activites.ts';
import { figure as territoires } from '../../src/figures/enquete-activites-territoires.ts';
import { figure as anciennete } from '../../src/figures/enquete-anciennete.ts';
import { figure as carte } from '../../src/figures/enquete-carte.ts';
import { figure as emplois } from '../../src/figures/enquete-emplois.ts';
import { figure as flux } from '../../src/figures/enquete-flux-ressources.ts';
import { figure as formes } from '../../src/figures/enquete-formes-juridiques.ts';
import { figure as milieux } from '../../src/figures/enquete-milieux.ts';
import { figure as ressources } from '../../src/figures/enquete-ressources.ts';
import type { Table } from '../../src/model/table.ts';
import { answer, answers, cellAt, dataOf, publishTables, REGION } from './survey-data.ts';

const FRAME = { id: 'x', width: 720, medium: 'file', palette: filePaletteOf(false), demonstration: true } as const;

/** Declared sums whose total is not the sum of its parts. */
function brokenSums({ rows, sums }: Table) {
  const value = ([row, measure]: readonly [number, string]) => rows[row]?.cells[measure]?.value ?? Number.NaN;
  return sums.filter(
    ({ total, parts }) => Math.abs(parts.reduce((sum, part) => sum + value(part), 0) - value(total)) > 1e-9,
  );
}

describe('les parts d’une question', () => {
  const rows = [
    ...answers(24, { forme_juridique: 'association' }),
    ...answers(14, { forme_juridique: 'scic' }, 25),
    ...answers(2, { forme_juridique: 'scop' }, 39),
    ...answers(9, {}, 41),
  ];
  const { main } = formes.rows(dataOf(rows), REGION);

  test('portent sur les lieux qui ont répondu, non sur tous', () => {
    expect(cellAt(main, { forme: 'association' })).toMatchObject({ kind: 'share', value: 60, n: 24, base: 40 });
    expect(cellAt(main, { forme: 'ensemble' })).toMatchObject({ value: 100, n: 40, base: 40 });
  });

  test('font ensemble le total déclaré', () => {
    expect(main.sums).toHaveLength(1);
    expect(brokenSums(main)).toEqual([]);
  });

  test('passent au contrôle du secret', () => {
    const published = publishTables({ main }).main;
    expect(cellAt(published, { forme: 'scop' })).toEqual({ kind: 'share', value: null, sign: 's' });
    expect(cellAt(published, { forme: 'public' })).toMatchObject({ value: 0 });
  });

  test('se disent en une phrase juste', () => {
    const published = publishTables({ main });
    expect(formes.finding?.(published)).toBe('Plus de la moitié des lieux répondants sont des associations');
    expect(formes.reading(published)).toBe('60\u00a0% des lieux répondants sont des associations');
    expect(formes.subtitle(published)).toBe('En\u00a0% des 40 lieux qui ont répondu à la question');
  });

  test('ne gardent pas le total dans l’image', () => {
    const drawing = formes.draw(publishTables({ main }), FRAME);
    expect(drawing.svg).toContain('Association');
    expect(drawing.svg).not.toContain('Ensemble');
  });
});

describe('moins de trente réponses', () => {
  const rows = [...answers(20, { milieu: 'rural' }), ...answers(5, { milieu: 'metropole' }, 21)];
  const tables = publishTables(milieux.rows(dataOf(rows), REGION));

  test('des comptes, aucun pourcentage', () => {
    expect(cellAt(tables.main, { milieu: 'rural' })).toMatchObject({ kind: 'count', value: 20, base: 25 });
    for (const said of [milieux.subtitle(tables), milieux.reading(tables), milieux.summary(tables)]) {
      expect(said).not.toContain('%');
    }
    expect(milieux.reading(tables)).toBe('20 des 25 lieux répondants sont en milieu rural');
  });

  test('aucun constat', () => {
    expect(milieux.finding?.(tables)).toBeUndefined();
  });
});

describe('aucun constat', () => {
  test('quand la première réponse ne se détache pas de dix points', () => {
    const rows = [
      ...answers(42, { milieu: 'rural' }),
      ...answers(35, { milieu: 'metropole' }, 43),
      ...answers(23, { milieu: 'ville-moyenne' }, 78),
    ];
    expect(milieux.finding?.(publishTables(milieux.rows(dataOf(rows), REGION)))).toBeUndefined();
  });

  test('quand une réponse tenue secrète pourrait être la première', () => {
    const rows = [
      ...answers(45, { milieu: 'rural' }),
      ...answers(30, { milieu: 'metropole' }, 46),
      ...answers(25, { milieu: 'ville-moyenne' }, 76),
    ];
    const tables = publishTables(milieux.rows(dataOf(rows), REGION));
    expect(milieux.finding?.(tables)).toBe('Plus de quatre lieux répondants sur dix sont en milieu rural');
    const hidden = tables.main.rows.map((row) =>
      row.key.milieu === 'metropole'
        ? { ...row, cells: { part: { kind: 'share', value: null, sign: 's' } as const } }
        : row,
    );
    expect(milieux.finding?.({ main: { ...tables.main, rows: hidden } })).toBeUndefined();
  });
});

describe('les vagues', () => {
  const rows = [
    ...answers(30, { millesime: '3001', activites: ['culture'] }),
    ...answers(10, { millesime: '3001', activites: ['coworking'] }, 31),
    ...answers(40, { activites: ['coworking', 'culture'] }),
  ];
  const { main } = activites.rows(dataOf(rows), { millesime: 'tous', territoire: 'region' });
  const tables = publishTables({ main });

  test('ont chacune leur base et leur questionnaire', () => {
    expect(cellAt(main, { activite: 'culture', millesime: '3001' })).toMatchObject({ value: 75, base: 40 });
    expect(cellAt(main, { activite: 'coworking', millesime: '3003' })).toMatchObject({ value: 100, base: 40 });
    expect(new Set(main.rows.map(({ attributes }) => attributes?.serie)).size).toBe(2);
  });

  test('disent la rupture de série et ne prétendent à aucune évolution', () => {
    expect(main.champ).toContain('rupture de série');
    expect(main.champ).toContain('les répondants changent');
    expect(activites.finding?.(tables)).toMatch(/^En N\+2, plus de 90\u00a0% des lieux répondants /);
    expect(activites.finding?.(tables)).not.toMatch(/hausse|baisse|gagne|perd|augmente|recule|progresse/);
  });

  test('comptent toutes dès que l’une a moins de trente réponses', () => {
    const few = activites.rows(dataOf([...rows.slice(0, 20), ...rows.slice(40)]), {
      millesime: 'tous',
      territoire: 'region',
    });
    expect(few.main.rows.every(({ cells }) => cells.lieux?.kind === 'count')).toBe(true);
  });

  test('omettent celle où la question n’était pas posée', () => {
    const unasked = rows.map((row) => (row.millesime === '3001' ? { ...row, activites: [] } : row));
    const table = activites.rows(dataOf(unasked), { millesime: 'tous', territoire: 'region' }).main;
    expect(new Set(table.rows.map(({ key }) => key.millesime))).toEqual(new Set(['3003']));
  });
});

describe('les territoires', () => {
  const rows = [
    ...answers(30, { activites: ['culture'], code_insee: 'ZA001' }),
    ...answers(30, { activites: ['coworking'], code_insee: 'ZB001' }, 31),
  ];

  test('celui qui a trop peu de réponses reste sans valeur, et se dit', () => {
    const small = publishTables(territoires.rows(dataOf(rows.slice(0, 45)), REGION));
    expect(cellAt(small.main, { territoire: 'deux', activite: 'coworking' })).toMatchObject({
      value: null,
      sign: 'nd',
    });
    expect(territoires.subtitle(small)).toContain('trop peu de réponses pour Territoire 2');
    expect(territoires.summary(small)).toContain('Territoire 2 : trop peu de réponses');
  });

  test('ses cases gardent leurs contributions pour le contrôle', () => {
    const { main } = territoires.rows(dataOf(rows.slice(0, 45)), REGION);
    expect(cellAt(main, { territoire: 'deux', activite: 'coworking' }).contributions).toHaveLength(15);
  });

  test('deux territoires bien fournis ont des parts', () => {
    const { main } = territoires.rows(dataOf(rows), REGION);
    expect(cellAt(main, { territoire: 'un', activite: 'culture' })).toMatchObject({
      kind: 'share',
      value: 100,
      base: 30,
    });
  });

  test('la carte les compte tous, et leur somme', () => {
    const { main } = carte.rows(dataOf(rows), REGION);
    expect(cellAt(main, { territoire: 'un' })).toMatchObject({ kind: 'count', value: 30 });
    expect(cellAt(main, { territoire: 'ensemble' })).toMatchObject({ value: 60 });
    expect(brokenSums(main)).toEqual([]);
  });
});

describe('l’argent', () => {
  const given = { type_principal: 'fablab', adhesions: 10_000, mecenat: 0 } as const;
  const rows = [
    ...answers(4, { ...given, subventions_publiques: 100_000 }),
    answer(5, { ...given, subventions_publiques: 9_000_000 }),
    answer(6, { ...given, subventions_publiques: null, type_principal: 'atelier', adhesions: 30_000 }),
    answer(7, { type_principal: 'atelier' }),
  ];
  const { main } = ressources.rows(dataOf(rows), REGION);

  test('ne compte que les lieux qui l’ont détaillé, et ne fait pas contribuer un zéro', () => {
    expect(cellAt(main, { vocation: 'ensemble', ressource: 'ensemble' })).toMatchObject({
      kind: 'sum',
      value: 9_480_000,
      n: 6,
      base: 6,
    });
    expect(cellAt(main, { vocation: 'fablab', ressource: 'mecenat' })).toMatchObject({
      value: 0,
      n: 0,
      base: 5,
      contributions: [],
    });
  });

  test('se somme dans les deux sens', () => {
    expect(main.sums).toHaveLength(8 + 3);
    expect(brokenSums(main)).toEqual([]);
  });

  test('se tait où un seul lieu fait presque tout, ou presque personne', () => {
    const published = publishTables({ main }).main;
    expect(cellAt(published, { vocation: 'fablab', ressource: 'subventions_publiques' })).toMatchObject({ sign: 's' });
    expect(cellAt(published, { vocation: 'atelier', ressource: 'adhesions' })).toMatchObject({ sign: 's' });
  });

  test('cache aussi ce qui redonnerait par différence une somme cachée', () => {
    const published = publishTables({ main }).main;
    const known = (vocation: string) =>
      ['subventions_publiques', 'adhesions', 'ensemble'].map(
        (ressource) => cellAt(published, { vocation, ressource }).value,
      );
    expect(known('fablab').filter((value) => value === null).length).toBeGreaterThan(1);
  });

  test('les nœuds du flux sont les marges de ses liens', () => {
    const tables = flux.rows(dataOf(rows), REGION);
    expect(brokenSums(tables.main)).toEqual([]);
    expect(cellAt(tables.totaux!, { noeud: 'fablab' })).toMatchObject({
      value: cellAt(tables.main, { de: 'ensemble', vers: 'fablab' }).value,
    });
    expect(cellAt(tables.totaux!, { noeud: 'adhesions' })).toMatchObject({
      value: cellAt(tables.main, { de: 'adhesions', vers: 'ensemble' }).value,
    });
  });
});

describe('les emplois', () => {
  const rows = [
    answer(1, { emplois_total: 5, emplois_cdi: 3 }),
    answer(2, { emplois_total: 2, emplois_cdi: 1, emplois_cdd: 2 }),
    answer(3, { emplois_total: 0 }),
    answer(4, { emplois_cdi: 9 }),
  ];
  const { main } = emplois.rows(dataOf(rows), { millesime: 'tous', territoire: 'region' });

  test('se rangent par contrat, le reste étant dit non précisé', () => {
    expect(cellAt(main, { contrat: 'emplois_cdi' })).toMatchObject({ value: 4, n: 2, base: 3 });
    expect(cellAt(main, { contrat: 'autre' })).toMatchObject({ value: 2 });
    expect(cellAt(main, { contrat: 'ensemble' })).toMatchObject({ value: 8 });
  });

  test('se somment, même quand les contrats dépassent le total déclaré', () => {
    expect(brokenSums(main)).toEqual([]);
  });
});

test('l’ancienneté se compte à la vague', () => {
  const years = ['3003', '3002', '2999', '2994', '2984', '2983', '3004'];
  const { main } = anciennete.rows(dataOf(years.map((ouverture, index) => answer(index, { ouverture }))), REGION);
  const counts = main.rows.map(({ key, cells }) => [key.anciennete, cells.lieux?.value]);
  expect(counts).toEqual([
    ['projet', 1],
    ['moins-de-2', 2],
    ['2-a-4', 1],
    ['5-a-9', 1],
    ['10-a-19', 1],
    ['20-et-plus', 1],
    ['ensemble', 7],
  ]);
});
