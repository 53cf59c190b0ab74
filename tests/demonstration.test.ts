import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { makeDemonstration } from '../scripts/demonstration/files.ts';
import { drawPhotos } from '../scripts/demonstration/photos.ts';
import { loadObservatory } from '../src/datasets/load.ts';
import type { ObservatoryFigure } from '../src/figures/define.ts';
import { figures } from '../src/figures/index.ts';
import { indicators } from '../src/indicators/index.ts';
import type { Scope } from '../src/model/figure.ts';
import { viewFigure } from '../src/observatory/figure-view.ts';
import { publishAll } from '../src/observatory/publish-all.ts';
import { dataIn, scopesOf } from '../src/observatory/scopes.ts';

const DATA = join(import.meta.dirname, '../data/demonstration');
const CONTENT = join(import.meta.dirname, '../content/demonstration');

const { data: loaded, faults } = await loadObservatory({ data: DATA, content: CONTENT, demonstration: true });
if (!loaded) throw new Error(`The demonstration cannot be loaded: ${JSON.stringify(faults)}`);
const data = loaded;
const survey = figures.filter(({ uses }) => uses.includes('enquete'));
const surveyIndicators = indicators.filter(({ uses }) => uses.includes('enquete'));
const publication = publishAll(data, survey, surveyIndicators);

describe('npm run demonstration', () => {
  const files = makeDemonstration();

  test('écrit deux fois les mêmes octets', () => {
    expect([...makeDemonstration()]).toEqual([...files]);
  });

  test('donne les fichiers qui sont dans le dépôt, ni plus ni moins', () => {
    const found = readdirSync(DATA, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(DATA.length + 1)
          .replaceAll('\\', '/'),
      );
    expect(found.sort()).toEqual([...files.keys()].sort());
    for (const [path, text] of files) expect(readFileSync(join(DATA, path), 'utf8'), path).toBe(text);
  });
});

test('les images de l’édition fictive sont celles que le programme dessine, à 200 points par pouce', async () => {
  const album = join(CONTENT, 'editions/3003/photos');
  const photos = await drawPhotos();
  expect(readdirSync(album).sort()).toEqual([...photos.keys()].sort());
  for (const [name, bytes] of photos) expect(Buffer.compare(readFileSync(join(album, name)), bytes), name).toBe(0);
  expect((await sharp(photos.get('halle.png')).metadata()).density).toBe(200);
});

describe('la région fictive', () => {
  test('se lit sans une faute ni un avertissement', () => {
    expect(faults).toEqual([]);
  });

  test('ne peut être prise pour une vraie', () => {
    for (const code of data.geography.communes.keys()) expect(code).not.toMatch(/^(?:\d{2}|2[AB])\d{3}$/);
    for (const { nom } of data.lieux) expect(nom).toMatch(/^Lieu \d+$/);
    for (const { nom } of data.geography.communes.values()) expect(nom).toMatch(/^Commune [A-D]\d$/);
    for (const { millesime } of data.enquete) expect(Number(millesime)).toBeGreaterThan(3000);
    expect(data.resources.every(({ statut }) => statut === 'fictif')).toBe(true);
  });

  test('a 120 lieux, deux vagues, et des lieux qui n’ont répondu qu’à une', () => {
    const univers = data.resources.find(({ dataset }) => dataset === 'lieux')?.univers;
    expect(univers).toBe(120);
    const waves = Map.groupBy(data.enquete, ({ millesime }) => millesime);
    expect([...waves.keys()]).toEqual(['3001', '3003']);
    const [first, second] = [...waves.values()].map((rows) => rows.map(({ id_unite }) => id_unite));
    const only = (some: readonly string[] = [], others: readonly string[] = []) =>
      some.filter((id) => !others.includes(id));
    expect(only(first, second).length).toBeGreaterThan(2);
    expect(only(second, first).length).toBeGreaterThan(2);
    expect((first ?? []).length - only(first, second).length).toBeGreaterThan(60);
  });

  test('a un territoire de moins de vingt réponses, et trois autres de plus', () => {
    const counts = Map.groupBy(
      data.enquete.filter(({ millesime }) => millesime === '3003'),
      ({ code_insee }) => data.geography.communes.get(code_insee)?.departement,
    );
    expect([...counts].filter(([, rows]) => rows.length < 20).map(([territory]) => territory)).toEqual(['T4']);
    expect(counts.size).toBe(4);
  });

  test('nomme sur sa carte des communes là où elles sont', () => {
    const communes = [...data.geography.communes.values()];
    for (const { nom, latitude, longitude } of data.settings.villes) {
      expect(communes).toContainEqual(expect.objectContaining({ nom, latitude, longitude }));
    }
  });

  test('tait des cases de un ou deux lieux, et des sommes qu’un lieu domine', () => {
    const rows =
      publication.tables('enquete-ressources', { millesime: '3003', territoire: data.settings.region.id })?.main.rows ??
      [];
    const source = survey
      .find(({ id }) => id === 'enquete-ressources')!
      .rows(
        { ...data, enquete: data.enquete.filter(({ millesime }) => millesime === '3003') },
        { millesime: '3003', territoire: data.settings.region.id },
      ).main.rows;
    const hidden = source
      .filter((_, index) => rows[index]?.cells.montant?.sign === 's')
      .map(({ cells }) => cells.montant?.n ?? 0);
    expect(hidden.some((units) => units < 3)).toBe(true);
    expect(hidden.some((units) => units >= 3)).toBe(true);
  });
});

test('chaque tableau d’une figure qui en a plusieurs dit ce qu’il tient', () => {
  const several = publishAll(data, figures, []).everything.filter(({ tables }) => Object.keys(tables).length > 1);
  expect(new Set(several.map(({ id }) => id)).size).toBeGreaterThan(4);
  for (const { id, tables } of several) {
    const titles = Object.values(tables).map(({ title }) => title);
    expect(titles, id).not.toContain(undefined);
    expect(new Set(titles).size, id).toBe(titles.length);
  }
});

describe('les subventions fictives', () => {
  const view = viewFigure(
    figures.find(({ id }) => id === 'subventions-flux')!,
    publishAll(data, figures, []).tables('subventions-flux', {
      millesime: '3003',
      territoire: data.settings.region.id,
    })!,
    data,
    { millesime: '3003', territoire: data.settings.region.id },
    1,
  );
  const nodes = view.tables.noeuds!.rows.map(({ attributes }) => attributes);

  test('vont par tous les chemins : un dispositif ou une nature, un bénéficiaire ou plusieurs', () => {
    expect(nodes.map((node) => node?.label)).toEqual(
      expect.arrayContaining(['Commune A1', 'Appel à projets A', 'Aide en numéraire']),
    );
    const sharers = Map.groupBy(data.subventions, ({ referenceDecision }) => referenceDecision);
    expect(new Set([...sharers.values()].map(({ length }) => length))).toEqual(new Set([1, 2, 3]));
  });

  test('reconnaissent des lieux de l’annuaire par leur SIRET et par leur nom', () => {
    const matched = nodes.map((node) => String(node?.rapprochement ?? '').replace(/.*, /, ''));
    expect(new Set(matched)).toEqual(new Set(['', 'rapproché par le SIRET', 'rapproché par le nom']));
  });

  test('portent des numéros qui ne sont à personne', () => {
    for (const { idAttribuant, idBeneficiaire } of data.subventions) {
      for (const number of [idAttribuant, idBeneficiaire ?? '0'.repeat(14)]) expect(number).toMatch(/^00000/);
    }
  });
});

/** The territory whose answers are fewer than the least that a territory needs. */
const SMALL = 'territoire-4';

/** Whether as many answered what a figure asks as a territory needs; the region's own always shows. */
function enoughAnswer(figure: ObservatoryFigure, scope: Scope): boolean {
  if (scope.territoire === data.settings.region.id) return true;
  const bases = figure
    .rows(dataIn(data, scope), scope)
    .main.rows.flatMap(({ cells }) => Object.values(cells).flatMap(({ base }) => base ?? []));
  return Math.max(...bases) >= data.settings.effectifMinimum;
}

describe('les figures de l’enquête', () => {
  const cases = survey.flatMap((figure) =>
    scopesOf(data, figure.uses, figure.scopes)
      .filter(({ territoire }) => territoire !== SMALL)
      .filter((scope) => enoughAnswer(figure, scope))
      .map((scope) => ({ figure, scope, id: figure.id, ...scope })),
  );

  test('ne manquent à un territoire que là où trop peu de ses lieux ont répondu à la question', () => {
    const scopes = survey.flatMap(({ id, uses, scopes: declared }) =>
      scopesOf(data, uses, declared).map((scope) => ({ id, scope })),
    );
    const absent = scopes.filter(({ id, scope }) => !publication.tables(id, scope));
    expect(absent.length).toBeGreaterThan(0);
    expect(scopes.length - absent.length).toBe(cases.length);
  });

  test('sont assez nombreuses pour montrer ce que permet un recensement', () => {
    expect(survey.length).toBeGreaterThanOrEqual(30);
    expect(surveyIndicators.length).toBeGreaterThanOrEqual(6);
    // Les cent réponses reposent les questions des autres figures.
    expect(survey.filter(({ question }) => !question).map(({ id }) => id)).toEqual(['enquete-cent-reponses']);
  });

  test.each(cases)('$id, $millesime, $territoire : des phrases et une image entières', ({ figure, scope }) => {
    const tables = publication.tables(figure.id, scope);
    if (!tables) throw new Error('no table');
    const view = viewFigure(figure, tables, data, scope, 1);
    for (const said of [view.heading, view.subtitle, view.reading, view.summary, view.champ]) {
      expect(said).not.toMatch(/undefined|null|NaN|\[object|'| {2}|[ \u00a0],/);
      expect(said.length).toBeGreaterThan(3);
    }
    expect(view.heading).not.toMatch(/\.$/);
    for (const width of [320, 720]) {
      const { svg, height } = view.draw({ id: 'f', width, medium: 'file' });
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
      expect(height).toBeGreaterThan(20);
    }
  });
});

test('un territoire où trop peu de lieux ont répondu n’a ni figure ni nombre de l’enquête', () => {
  for (const millesime of ['3001', '3003']) {
    const scope = { millesime, territoire: SMALL };
    for (const { id } of survey) expect(publication.tables(id, scope), id).toBeUndefined();
    for (const { id } of surveyIndicators) expect(publication.value(id, scope), id).toBeUndefined();
  }
});
