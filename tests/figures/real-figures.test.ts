import { describe, expect, test } from 'vitest';
import { filePaletteOf } from '../../src/charts/palette.ts';
import { PERIMETRES, type Repere } from '../../src/datasets/reperes.ts';
import type { ObservatoryFigure } from '../../src/figures/define.ts';
import { figures } from '../../src/figures/index.ts';
import { drawFigure, loadReal, publishFigure, sentencesOf } from './real.ts';

const data = await loadReal();
const palette = filePaletteOf(false);
const real = figures.filter(
  ({ uses, waits }) => waits === undefined && uses.every((id) => id === 'reperes' || id === 'lieux'),
);

/** What every figure says of the real rows; a change here is a change that readers see. */
const FINDINGS: Readonly<Record<string, string | undefined>> = {
  'combien-de-lieux': 'De 153 à environ 300 lieux, selon la source et l’année',
  'cent-reponses': undefined,
  'parts-des-regions': '8 % des tiers-lieux comptés en France sont en Hauts-de-France',
  'croissance-en-france': 'Une même source compte 1 800 lieux en 2018, puis 3 500 en 2023',
  'lieux-de-la-metropole': undefined,
  'localisation-des-lieux': 'Près d’un lieu répondant sur deux est en métropole',
  'localisation-region-et-france': undefined,
  'carte-des-lieux': undefined,
  'activites-region-et-france': 'Plus d’un lieu répondant sur deux accueille du coworking',
  'priorites-en-france': undefined,
  'structures-hebergees': 'Plus de 1 000 structures sont hébergées par les lieux répondants',
  'adherents-et-contributeurs': '30 000 adhérents et 5 000 contributeurs dans les lieux répondants',
  partenaires: 'Près de trois lieux répondants sur quatre ont des partenaires publics',
  'vie-du-reseau': undefined,
  'emplois-selon-la-source': 'Emplois : deux sources, deux totaux (800 et plus de 400)',
  'emplois-des-femmes': 'Dans les lieux répondants, plus de deux emplois directs sur trois sont occupés par des femmes',
  'argent-des-lieux': undefined,
  'budget-du-reseau': undefined,
  'taux-europeens': 'FEDER REACT-EU : 80 % des coûts du réseau ; FEDER suivant : 60 %',
  'appel-a-projets-montants': 'L’aide moyenne par lieu est publiée deux fois : 25 000 € et 21 000 €',
  'appel-a-projets-lieux': undefined,
  'credits-de-l-etat': undefined,
  'dispositifs-nationaux': undefined,
  'enveloppes-nationales': undefined,
  'chiffre-affaires-et-emplois-en-france':
    'En France, le chiffre d’affaires et les emplois sont publiés deux fois, avec deux totaux',
  'subventions-publiques-en-france':
    'En France, les subventions publiques font 49 % du chiffre d’affaires des lieux répondants',
  'formes-juridiques-en-france': 'En France, plus d’un lieu répondant sur deux est une association',
};

function figureOf(id: string): ObservatoryFigure {
  return real.find((figure) => figure.id === id)!;
}

function withReperes(reperes: readonly Repere[]) {
  return { ...data, reperes };
}

test('every real figure is listed here', () => {
  expect(real.map(({ id }) => id).sort()).toEqual(Object.keys(FINDINGS).sort());
});

describe.each(real.map((figure) => [figure.id, figure] as const))('%s', (id, figure) => {
  test('says what its rows show', () => {
    const { finding, subtitle, reading, summary } = sentencesOf(figure, data);
    expect(finding).toBe(FINDINGS[id]);
    for (const sentence of [subtitle, reading, summary]) {
      expect(sentence).toMatch(/^[\p{Lu}\p{N}]/u);
      expect(sentence).not.toMatch(/undefined|null|NaN|\[object|\.\./);
    }
    expect(reading).toMatch(/\.$/);
    expect(summary).toMatch(/\.$/);
    expect(subtitle).not.toMatch(/\.$/);
  });

  test('has rows, a champ and a source', () => {
    const { main } = publishFigure(figure, data);
    expect(main.rows.length).toBeGreaterThan(0);
    expect(main.champ).not.toBe('');
    expect(main.sources.length).toBeGreaterThan(0);
    for (const row of main.rows) {
      expect(Object.keys(row.cells).every((measure) => main.columns.some((column) => column.id === measure))).toBe(
        true,
      );
    }
  });

  test.each([320, 720])('draws every row at %i px', (width) => {
    const drawing = drawFigure(figure, data, width);
    expect(drawing.svg).not.toMatch(/NaN|undefined|Infinity/);
    expect(drawing.marks.length).toBe(publishFigure(figure, data).main.rows.length);
    expect(drawing.height).toBeGreaterThan(20);
  });

  test('stands without rows and with a lone one', () => {
    for (const lone of [[], data.reperes.slice(0, 1)]) {
      const poor = { ...withReperes(lone), lieux: data.lieux.slice(0, lone.length) };
      expect(Object.values(sentencesOf(figure, poor)).join(' ')).not.toMatch(/undefined|NaN/);
      expect(drawFigure(figure, poor, 720).svg).not.toMatch(/NaN|undefined/);
    }
  });

  test('carries no markup out of its rows', () => {
    const label = '<script>alert("x")</script>&';
    const hostile = {
      ...data,
      reperes: data.reperes.map((repere) => ({ ...repere, libelle: label, source: label, champ: label, note: label })),
      lieux: data.lieux.map((lieu) => ({ ...lieu, nom: label, commune: label })),
    };
    const drawing = drawFigure(figure, hostile, 720);
    expect(drawing.svg).not.toContain('<script');
    expect(drawing.svg).not.toMatch(/&(?!amp;|lt;|gt;|quot;|#\d+;|apos;)/);
  });
});

test('the colour of the region paints nothing else', () => {
  for (const figure of real) {
    const ours = publishFigure(figure, data).main.rows.some(
      ({ attributes, cells }) =>
        attributes?.territoire === PERIMETRES.region || attributes?.ici || 'comparaison' in cells || !attributes?.serie,
    );
    const { svg } = drawFigure(figure, data, 720);
    if (!ours) expect(svg, figure.id).not.toMatch(new RegExp([palette.own, palette.ramp[0]].join('|'), 'i'));
  }
});

describe('no figure claims more than its rows', () => {
  const shift = (serie: string, modalite: string, change: Partial<Repere>) =>
    withReperes(
      data.reperes.map((repere) =>
        repere.serie === serie && repere.modalite === modalite && repere.territoire === 'region'
          ? { ...repere, ...change }
          : repere,
      ),
    );
  const findingOf = (id: string, changed: typeof data) => sentencesOf(figureOf(id), changed).finding;

  test('a lead under ten points is no finding', () => {
    expect(findingOf('activites-region-et-france', shift('activites', 'coworking', { valeur: 43.9 }))).toBeUndefined();
    expect(findingOf('activites-region-et-france', shift('activites', 'coworking', { valeur: 44 }))).toBeDefined();
    expect(findingOf('localisation-des-lieux', shift('localisation', 'metropole', { valeur: 40 }))).toBeUndefined();
  });

  test('shares of different places or methods are not ranked', () => {
    expect(findingOf('partenaires', shift('partenaires', 'insertion', { champ: 'autres lieux' }))).toBeUndefined();
    expect(
      findingOf('partenaires', shift('partenaires', 'insertion', { source: 'Une autre enquête' })),
    ).toBeUndefined();
  });

  test('under 30 answers there is no percentage at all', () => {
    const few = withReperes(data.reperes.map((repere) => (repere.base === 100 ? { ...repere, base: 29 } : repere)));
    for (const id of ['localisation-des-lieux', 'partenaires', 'emplois-des-femmes']) {
      const { finding, summary, reading } = sentencesOf(figureOf(id), few);
      expect(finding).toBeUndefined();
      expect(summary + reading).not.toMatch(/\d %/);
    }
  });

  test('whatever France answers, the region is not said to be above or below it', () => {
    const far = withReperes(
      data.reperes.map((repere) =>
        repere.territoire === 'france' && repere.unite === '%' ? { ...repere, valeur: 1 } : repere,
      ),
    );
    expect(findingOf('activites-region-et-france', far)).toBe(FINDINGS['activites-region-et-france']);
    expect(findingOf('localisation-region-et-france', far)).toBeUndefined();
  });

  test('growth is told within one source only', () => {
    const twoSources = withReperes(
      data.reperes.filter(({ id }) => id === 'lieux-france-2018' || id === 'lieux-france-2023-projet'),
    );
    expect(findingOf('croissance-en-france', twoSources)).toBeUndefined();
    const joined = (changed: typeof data) =>
      drawFigure(figureOf('croissance-en-france'), changed, 720).svg.includes('stroke-linecap="round"');
    expect(joined(data)).toBe(true);
    expect(joined(twoSources)).toBe(false);
  });

  test('a draft, a vote and a payment stand in three groups, in this order', () => {
    const { main } = publishFigure(figureOf('credits-de-l-etat'), data);
    expect(main.rows.map(({ attributes }) => attributes?.statut)).toEqual([
      'proposé',
      'proposé',
      'voté',
      'voté',
      'dépensé',
    ]);
  });

  test('a year that the source does not give is not guessed', () => {
    const { main } = publishFigure(figureOf('credits-de-l-etat'), data);
    const undated = main.rows.filter(({ key }) => key.repere?.endsWith('sans-annee'));
    expect(undated.map(({ attributes }) => attributes?.millesime)).toEqual([null, null]);
  });

  test('who answers are never all places', () => {
    for (const figure of real) expect(sentencesOf(figure, data).finding ?? '').not.toMatch(/des lieux(?! répondants)/);
  });
});

describe('the count of places', () => {
  const rows = publishFigure(figureOf('combien-de-lieux'), data).main.rows;

  test('goes from the least to the most, with the words of the sources', () => {
    expect(rows.map(({ cells }) => [cells.lieux?.value, cells.lieux?.precision])).toEqual([
      [52, 'exact'],
      [153, 'exact'],
      [165, 'exact'],
      [200, 'environ'],
      [265, 'exact'],
      [280, 'environ'],
      [300, 'environ'],
    ]);
  });

  test('is solid only for the whole region, by the network or the census', () => {
    const { svg } = drawFigure(figureOf('combien-de-lieux'), data, 720);
    expect(rows.map(({ attributes }) => attributes?.compteur)).toEqual([
      'autre périmètre',
      'toute la région, par une autre source',
      'autre périmètre',
      'toute la région, par le réseau ou d’après le recensement national',
      'toute la région, par une autre source',
      'toute la région, par le réseau ou d’après le recensement national',
      'toute la région, par le réseau ou d’après le recensement national',
    ]);
    expect(svg.match(/<circle/g)).toHaveLength(7);
  });

  test('says that the share of France is a computation', () => {
    const computed = rows.find(({ key }) => key.repere === 'part-hauts-de-france-en-lieux');
    expect(computed?.attributes?.note).toMatch(/^Calcul : 8.% de 3.500 lieux/);
  });
});

test('amounts are cents, so that no share of a euro is lost', () => {
  const { main } = publishFigure(figureOf('appel-a-projets-montants'), data);
  expect(main.rows.map(({ cells }) => cells.montant?.value)).toEqual([2_500_000, 2_100_000, 77_997_300]);
});
