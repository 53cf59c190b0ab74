import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { files, read } from './dist.ts';

const SURVEY = ['3001', '3003'].map((wave) =>
  readFileSync(join(import.meta.dirname, `../../data/demonstration/enquete/enquete-${wave}.csv`), 'utf8'),
);

/** Every place's id in the survey's files: the first cell of a record. */
const units = new Set(SURVEY.flatMap((text) => text.match(/^u\d+(?=;)/gm) ?? []));

const texts = files.filter((file) => /\.(?:html|json|csv|svg|js|css|xml|txt|pf_fragment|png|xlsx|geojson)$/.test(file));

describe('aucune réponse ne sort', () => {
  test('ni l’identifiant d’un répondant, dans quelque fichier que ce soit', () => {
    expect(units.size).toBeGreaterThan(90);
    const named = texts.filter((file) =>
      (read(file).match(/(?<![\w-])u\d+(?![\w-])/g) ?? []).some((id) => units.has(id)),
    );
    expect(named).toEqual([]);
  });

  test('ni ce que chaque lieu apporte à une case', () => {
    expect(texts.filter((file) => /"contributions"|&quot;contributions/.test(read(file)))).toEqual([]);
  });

  test('ni les lignes d’un jeu dont on ne publie que des totaux', () => {
    expect(files.filter((file) => /donnees\/enquete[^/]*\.csv$/.test(file))).toEqual([]);
    expect(files).toContain('demonstration/donnees/lieux.csv');
  });

  test('une case tenue secrète n’a de nombre dans aucune vue', () => {
    const hidden = files
      .filter((file) => /^demonstration\/graphiques\/[^/.]+\.json$/.test(file))
      .flatMap((file) => JSON.parse(read(file)).tables)
      .flatMap((tables) => Object.values<{ rows: { cells: Record<string, { sign?: string }> }[] }>(tables))
      .flatMap(({ rows }) => rows.flatMap(({ cells }) => Object.values(cells)))
      .filter(({ sign }) => sign === 's');
    expect(hidden.length).toBeGreaterThan(5);
    for (const cell of hidden) expect(Object.keys(cell).sort()).toEqual(['kind', 'sign', 'value']);
  });
});
