import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { figures } from '../../src/figures/index.ts';
import { indicators } from '../../src/indicators/index.ts';
import { THEMES } from '../../src/model/figure.ts';

const SRC = join(import.meta.dirname, '../../src');

describe.each([
  ['figures', figures],
  ['indicators', indicators],
])('%s', (room, all) => {
  test('each id stands once, and can stand in an address and in a file’s name', () => {
    const ids = all.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
  });

  test('each stands in a file of its name, and no such file is left out of the index', () => {
    const declared = readdirSync(join(SRC, room)).filter((file) =>
      /^export const (?:figure|indicator) /m.test(readFileSync(join(SRC, room, file), 'utf8')),
    );
    expect(declared.sort()).toEqual(all.map(({ id }) => `${id}.ts`).sort());
  });

  test('each uses a dataset', () => {
    expect(all.filter(({ uses }) => uses.length === 0)).toEqual([]);
  });
});

describe('addresses', () => {
  test('no figure’s file can take the name of another figure’s further table', () => {
    const ids = figures.map(({ id }) => id);
    const names = ['noeuds', 'liens'];
    expect(ids.filter((id) => names.some((name) => ids.some((other) => id === `${other}-${name}`)))).toEqual([]);
  });
});

describe('figures', () => {
  test('each belongs to a chapter, and each chapter has one', () => {
    expect(new Set(figures.map(({ theme }) => theme))).toEqual(new Set(THEMES));
  });

  test('titles and questions are said once, a title without final stop and a question as a question', () => {
    expect(new Set(figures.map(({ title }) => title)).size).toBe(figures.length);
    for (const { title, question } of figures) {
      expect(title).not.toMatch(/\.$/);
      if (question !== undefined) expect(question).toMatch(/ \?$/);
    }
  });
});
