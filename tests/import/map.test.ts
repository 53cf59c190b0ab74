import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Topology } from 'topojson-specification';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { filePaletteOf } from '../../src/charts/palette.ts';
import { symbolMap } from '../../src/charts/symbol-map.ts';
import type { Lieu } from '../../src/datasets/lieux.ts';
import { projectGeo } from '../../src/geo/project.ts';
import type { Frame } from '../../src/model/drawing.ts';
import type { PublishedTable, Table } from '../../src/model/table.ts';
import { publish } from '../../src/secrecy/publish.ts';
import { importFile } from './import-file.ts';
import { readReal } from './real-file.ts';
import { rowsOf } from './write-cells.ts';

const FILE = 'cget-2019-hauts-de-france.csv';
const ROOT = join(import.meta.dirname, '../..');

/** The places of an import as a published table: the directory is public, so its rows may be shown one by one. */
function tabulate(lieux: readonly Lieu[]): PublishedTable {
  const table: Table = {
    columns: [
      { id: 'lieu', title: 'Lieu', role: 'key' },
      { id: 'type', title: 'Type', role: 'attribute' },
      { id: 'lieux', title: 'Lieux', role: 'measure', unit: { one: 'lieu', many: 'lieux' } },
    ],
    rows: lieux.map(({ id, nom, latitude, longitude, types }) => ({
      key: { lieu: id },
      attributes: { label: nom, lat: latitude, lon: longitude, type: types[0] ?? '' },
      cells: { lieux: { kind: 'count', value: 1, n: 1, base: null } },
    })),
    sums: [],
    champ: `${lieux.length} tiers-lieux recensés en 2019`,
    sources: [{ label: 'CGET', millesime: '2019' }],
  };
  const published = publish([{ address: 'carte', gated: false, table }], { minimumUnits: 3, maximumShare: 0.85 });
  return published.get('carte')!;
}

describe('la carte des lieux importés', () => {
  test('montre les 71 lieux bien placés, et eux seuls', (context) => {
    const { imported } = importFile(readReal(FILE, context), FILE);
    const remaining = rowsOf(imported) as readonly Lieu[];
    const located = remaining.filter(({ latitude }) => latitude !== null);
    expect(located).toHaveLength(71);

    const contours = JSON.parse(readFileSync(join(ROOT, 'data/territoires/contours.topojson'), 'utf8')) as Topology;
    const settings = parse(readFileSync(join(ROOT, 'content/observatoire.yaml'), 'utf8'));
    const geo = projectGeo(contours, settings, 700);
    const frame: Frame = {
      id: 'carte',
      width: 700,
      medium: 'file',
      palette: filePaletteOf(false),
      demonstration: false,
      geo,
    };
    const { svg, marks, height } = symbolMap(tabulate(remaining), { group: 'type' }, frame);

    expect(svg).toMatch(/^<svg[\s>]/);
    expect(svg).not.toMatch(/NaN|undefined|<script/);
    expect(height).toBeGreaterThan(300);
    expect(new Set(marks.map(({ key }) => key))).toEqual(new Set(located.map(({ id }) => id)));
    const [, unknown = ''] = /Sans position connue, pas sur la carte\s: ([^<]*)\./.exec(svg) ?? [];
    expect(unknown.split(/, | et /)).toHaveLength(4);
  });

  test('tous les points tombent dans le cadre de la région', (context) => {
    const { imported } = importFile(readReal(FILE, context), FILE);
    const contours = JSON.parse(readFileSync(join(ROOT, 'data/territoires/contours.topojson'), 'utf8')) as Topology;
    const geo = projectGeo(contours, { projection: 'conique', villes: [] }, 700);
    const outside = (rowsOf(imported) as readonly Lieu[]).filter(({ latitude, longitude }) => {
      if (latitude === null || longitude === null) return false;
      const [x, y] = geo.project(longitude, latitude);
      return !(x > 0 && x < geo.width && y > 0 && y < geo.height);
    });
    expect(outside).toEqual([]);
  });
});
