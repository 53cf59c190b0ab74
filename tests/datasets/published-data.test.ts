import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCsv } from '../../src/csv/read.ts';
import type { Check, FaultAt } from '../../src/datasets/define.ts';
import { lieux } from '../../src/datasets/lieux.ts';
import { reperes } from '../../src/datasets/reperes.ts';

const shared = process.env.OBSERVATOIRE_SHARED ?? '../shared';
const bytes = (path: string) => readFileSync(join('data', path));
const published = readCsv(bytes('reperes/reperes.csv'), { file: 'reperes.csv', columns: reperes.columns });
const directory = readCsv(bytes('lieux/lieux.csv'), { file: 'lieux.csv', columns: lieux.columns });

const REPERE = {
  id: 'essai',
  serie: 'essai',
  rang: '1',
  modalite: '',
  libelle: 'Essai',
  territoire: 'région',
  millesime: '2023',
  valeur: '12,5',
  unite: '%',
  precision: 'exact',
  statut: 'constaté',
  champ: 'lieux',
  base: '',
  base_precision: '',
  source: 'Essai',
  url: '',
  reference: 'rapport',
  note: '',
};

const LIEU = {
  id: 'essai',
  nom: 'Essai',
  commune: '',
  code_insee: '',
  latitude: '',
  longitude: '',
  position: '',
  types: '',
  forme_juridique: '',
  cercle: '',
  site_web: '',
  activite_citee: '',
  cite_comme: 'tiers-lieu',
  cite_le: '2023-10',
  source: 'https://exemple.fr/',
  verifie_le: '',
  retire_le: '',
};

/** The columns at fault in a CSV of rows that differ from a sound one. */
function findFaulty<D extends typeof reperes | typeof lieux>(
  dataset: D,
  sound: Readonly<Record<string, string>>,
  changes: readonly Readonly<Record<string, string>>[],
): readonly string[] {
  const lines = changes.map((change) =>
    Object.values({ ...sound, ...change })
      .map((cell) => `"${cell}"`)
      .join(';'),
  );
  const csv = [Object.keys(sound).join(';'), ...lines, ''].join('\r\n');
  const { soundRows, faults, faultAt } = readCsv(new TextEncoder().encode(csv), {
    file: 'essai.csv',
    columns: dataset.columns,
  });
  const checks = (dataset.checks ?? []) as readonly Check<unknown>[];
  const checked = checks.flatMap((check) => check(soundRows, faultAt as FaultAt<unknown>));
  return [...faults, ...checked].map(({ columnName }) => columnName ?? '');
}

describe('reperes', () => {
  test('the real file opens in a spreadsheet and has no fault', () => {
    expect([...bytes('reperes/reperes.csv').subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(published.faults).toEqual([]);
    expect(reperes.checks!.flatMap((check) => check(published.soundRows, published.faultAt))).toEqual([]);
  });

  test('holds the counts that contradict each other, each with its source', () => {
    const counts = published.rows.filter(
      ({ serie, territoire }) => serie === 'nombre-de-lieux' && territoire !== 'france',
    );
    expect(counts.map(({ valeur, precision, millesime }) => [valeur, precision, millesime])).toEqual([
      [153, 'exact', '2021'],
      [265, 'exact', '2021'],
      [200, 'environ', '2024-2026'],
      [300, 'environ', '2026'],
      [165, 'exact', '2018'],
      [52, 'exact', '2021'],
    ]);
    expect(published.rows.every(({ url, reference }) => url ?? reference)).toBe(true);
  });

  test.each([
    [{ millesime: '2023-13' }, ['millesime']],
    [{ millesime: 'vers 2023' }, ['millesime']],
    [{ millesime: '2024-2021' }, ['millesime']],
    [{ millesime: '' }, []],
    [{ millesime: '2017-2021' }, []],
    [{ url: '', reference: '' }, ['url']],
    [{ valeur: '140' }, ['valeur']],
    [{ valeur: '140', serie: 'croissance' }, []],
    [{ base: '100' }, ['base_precision']],
    [{ base: '100', base_precision: 'environ' }, []],
    [{ precision: 'à peu près' }, ['precision']],
    [{ libelle: '=1+1' }, ['libelle']],
    [{ source: '<b>Gras</b>' }, ['source']],
    [{ url: 'javascript:alert(1)' }, ['url']],
    [{ id: '../secret' }, ['id']],
  ])('%o', (change, faulty) => {
    expect(findFaulty(reperes, REPERE, [change as Record<string, string>])).toEqual(faulty);
  });
});

describe('lieux', () => {
  test('the real file opens in a spreadsheet and has no fault', () => {
    expect([...bytes('lieux/lieux.csv').subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(directory.faults).toEqual([]);
    expect(lieux.checks!.flatMap((check) => check(directory.soundRows, directory.faultAt))).toEqual([]);
  });

  test.each([
    [{ cite_comme: 'acteur' }, ['cite_comme']],
    [{ latitude: '50,6' }, ['longitude']],
    [{ latitude: '50,6', longitude: '3,1' }, ['position']],
    [{ latitude: '50,6', longitude: '3,1', position: 'à la commune' }, []],
    [{ types: 'Fab lab ; Lieu culturel, commerce ou café' }, []],
    [{ types: 'Atelier de couture' }, ['types']],
    [{ site_web: 'javascript:alert(1)' }, ['site_web']],
    [{ id: '../index' }, ['id']],
    [{ source: '' }, ['source']],
  ])('%o', (change, faulty) => {
    expect(findFaulty(lieux, LIEU, [change as Record<string, string>])).toEqual(faulty);
  });

  test('the same name in the same commune is only told', () => {
    expect(findFaulty(lieux, LIEU, [{}, { id: 'autre' }])).toEqual(['nom']);
    expect(findFaulty(lieux, LIEU, [{}, { id: 'autre', commune: 'Ailleurs' }])).toEqual([]);
  });

  const tsv = join(shared, 'real/lieux-web.tsv');
  test.skipIf(!existsSync(tsv))(
    'has every place that the public pages call so, with their words, and no other of theirs',
    () => {
      const [header, ...lines] = readFileSync(tsv, 'utf8')
        .trim()
        .split(/\r?\n/)
        .map((line) => line.split('\t'));
      for (const line of lines) {
        const said = Object.fromEntries(header!.map((name, i) => [name, line[i] ?? '']));
        const place = directory.rows.find(({ nom }) => nom === said.nom!.replaceAll("'", '’'));
        if (said.cite_comme !== 'tiers-lieu') expect(place, said.nom).toBeUndefined();
        else {
          expect(place, said.nom).toMatchObject({
            code_insee: said.code_insee,
            latitude: Number(said.latitude_centre_commune),
            longitude: Number(said.longitude_centre_commune),
            position: 'commune',
            activite_citee: said.activite_citee || null,
            cite_le: said.cite_le || null,
            cercle: null,
            site_web: null,
            verifie_le: null,
            retire_le: null,
          });
        }
      }
    },
  );
});
