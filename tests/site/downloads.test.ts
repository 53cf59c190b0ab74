import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { readPngTexts } from '../components/read-png-texts.ts';
import { readWorkbook } from '../components/read-workbook.ts';
import { dist, files, read } from './dist.ts';

const drawings = files.filter((file) => /graphiques\/[^/]+\.svg$/.test(file));
const hasRsvg = spawnSync('rsvg-convert', ['--version']).status === 0;

describe('une image vectorielle se tient seule', () => {
  test('sans script, feuille de styles, police ni image venues d’ailleurs', () => {
    expect(drawings.length).toBeGreaterThan(60);
    const dependent = /<script|<style|<foreignObject|<image|<use|@import|@font-face|\shref=|xlink:|\bon\w+=|var\(--/i;
    expect(drawings.filter((file) => dependent.test(read(file)))).toEqual([]);
    // What it paints with is inside it.
    const borrowed = drawings.filter((file) =>
      [...read(file).matchAll(/url\(#([^)]+)\)/g)].some(([, id]) => !read(file).includes(` id="${id}"`)),
    );
    expect(borrowed).toEqual([]);
  });

  test('son titre, ses sources, sa licence et son champ sont dans ses métadonnées et dessinés', () => {
    for (const file of drawings) {
      const svg = read(file);
      const { sources, heading } = JSON.parse(read(file.replace(/svg$/, 'json')));
      const metadata = /<metadata>.*<\/metadata>/s.exec(svg)![0];
      const drawn = svg.replace(metadata, '').replace(/<(?:title|desc)>.*?<\/(?:title|desc)>|<[^>]+>/gs, '');
      const bare = (words: string) => words.replace(/[\s&]|amp;/g, '');
      for (const text of [metadata, drawn]) {
        expect(bare(text), file).toContain(bare(heading));
        expect(bare(text), file).toContain(bare(sources[0].label));
        expect(text, file).toContain('CC BY-SA 4.0');
      }
      expect(metadata).toContain('<cc:license rdf:resource="https://creativecommons.org/licenses/by-sa/4.0/');
      expect(drawn).toContain('Champ');
    }
  });

  test.skipIf(!hasRsvg)('un autre programme la peint (ce test demande rsvg-convert)', async () => {
    for (const file of drawings.filter((_, index) => index % 9 === 0)) {
      const png = execFileSync('rsvg-convert', ['-w', '400', join(dist, file)], { maxBuffer: 1e8 });
      const { channels } = await sharp(png).stats();
      // Paper and ink: neither one colour nor a black page.
      expect(channels[0]!.stdev, file).toBeGreaterThan(5);
      expect(channels[0]!.mean, file).toBeGreaterThan(120);
    }
  });
});

describe('une image en points garde sa source', () => {
  test.each([
    ['usuelle', (id: string) => `graphiques/${id}.png`, 1600],
    ['petite', (id: string) => `graphiques/${id}-800.png`, 800],
    ['pour les réseaux sociaux', (id: string) => `graphiques/${id}/carte-sociale.png`, 1200],
  ])('%s', async (_, fileOf, width) => {
    for (const drawing of drawings) {
      const [, root = '', id = ''] = /^(.*)graphiques\/([^/]+)\.svg$/.exec(drawing)!;
      const png = readFileSync(join(dist, root, fileOf(id)));
      const { heading, sources, publisher } = JSON.parse(read(drawing.replace(/svg$/, 'json')));
      expect(png.readUInt32BE(16), drawing).toBe(width);
      const said = readPngTexts(png);
      expect(said.get('Title'), drawing).toBe(heading);
      expect(said.get('Author')).toContain(publisher);
      expect(said.get('Source')).toContain(sources[0].label.slice(0, 12));
      expect(said.get('Copyright')).toBe('CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/deed.fr');
      expect(said.get('Comment')).toMatch(/^Champ\u00a0: /);
      // No address is made up for a site that has none yet.
      expect(said.get('URL') ?? 'https://').toMatch(/^https:\/\//);
    }
  });
});

describe('un classeur se lit seul', () => {
  const books = files.filter((file) => /graphiques\/[^/]+\.xlsx$/.test(file));
  const open = (file: string) => readWorkbook(readFileSync(join(dist, file)));

  test('sa première feuille dit ce qu’il est ; les autres disent les mêmes nombres que les CSV, sans formule', () => {
    expect(books.length).toBe(drawings.length);
    for (const file of books) {
      const [readMe, ...sheets] = open(file);
      expect(readMe?.[0], file).toBe('À lire');
      const told = new Map(readMe![1].map(([label, text]) => [label?.text, text?.text]));
      const { heading, sources } = JSON.parse(read(file.replace(/xlsx$/, 'json')));
      expect(told.get('Titre'), file).toBe(heading);
      expect(told.get('Champ'), file).toMatch(/\.$/);
      expect(
        [...readMe![1]]
          .flat()
          .map(({ text }) => text)
          .join('\n'),
        file,
      ).toContain(sources[0].label);
      expect(told.get('Licence des données'), file).toContain('Licence Ouverte 2.0');
      const [[, first] = ['', []]] = sheets;
      const csv = read(file.replace(/xlsx$/, 'csv')).replace('\ufeff', '').split('\r\n');
      expect(first.length, file).toBe(csv.length - 1);
      const numbers = first.flat().filter(({ isNumber }) => isNumber);
      for (const { text } of numbers) expect(csv.join('\n'), file).toContain(text.replace('.', ','));
      expect(sheets.flatMap(([, rows]) => rows.flat()).filter(({ isFormula }) => isFormula)).toEqual([]);
    }
  });

  test.each(['', 'demonstration/'])(
    '%sdonnees/tableaux.xlsx : chaque tableau y a sa feuille, que la première annonce',
    (root) => {
      const [contents, ...sheets] = open(`${root}donnees/tableaux.xlsx`);
      const tables = files.filter(
        (file) => file.startsWith(`${root}graphiques/`) && /graphiques\/[^/]+\.csv$/.test(file),
      );
      expect(sheets.length).toBe(tables.length);
      const announced = contents![1].map(([tab]) => tab?.text);
      for (const [tab, rows] of sheets) {
        expect(announced).toContain(tab);
        expect(rows.length, tab).toBeGreaterThan(1);
      }
    },
  );
});

describe('une carte part avec ses points ou ses zones', () => {
  const maps = files.filter((file) => file.endsWith('.geojson'));

  test('les deux observatoires ont leurs cartes ; une figure qui n’en est pas une n’a pas ce fichier', () => {
    expect(maps).toContain('graphiques/carte-des-lieux.geojson');
    expect(maps).toContain('demonstration/graphiques/lieux-par-habitant.geojson');
    expect(maps.filter((file) => file.includes('enquete-surfaces'))).toEqual([]);
  });

  test('leurs degrés sont dans leur boîte, longitude d’abord, et leurs lignes sont celles du CSV', () => {
    for (const file of maps) {
      const { type, bbox, features, champ, sources } = JSON.parse(read(file));
      expect(type).toBe('FeatureCollection');
      for (const words of [champ, sources]) expect(words, file).toMatch(/\p{L}/u);
      const [west, south, east, north] = bbox;
      expect([-180 <= west && west <= east && east <= 180, -90 <= south && south <= north && north <= 90]).toEqual([
        true,
        true,
      ]);
      for (const { geometry } of features) {
        const positions =
          JSON.stringify(geometry?.coordinates ?? []).match(/-?[\d.]+(?:e-\d+)?,-?[\d.]+(?:e-\d+)?/g) ?? [];
        for (const [x, y] of positions.map((position) => position.split(',').map(Number)))
          expect([west <= x! && x! <= east, south <= y! && y! <= north], file).toEqual([true, true]);
      }
      const lines =
        read(file.replace(/geojson$/, 'csv'))
          .trim()
          .split('\r\n').length - 1;
      expect(features.length, file).toBeGreaterThanOrEqual(lines - 1);
    }
  });

  test('chaque lieu de l’annuaire dit s’il est placé à son adresse ou à sa commune', () => {
    const { features } = JSON.parse(read('demonstration/graphiques/carte-des-lieux.geojson'));
    const positions = Map.groupBy<string | null, { properties: { Position: string | null } }>(
      features,
      ({ properties }) => properties.Position,
    );
    expect([...positions.keys()].sort()).toEqual(['exacte', 'à la commune', null].sort());
    for (const { geometry, properties } of features) expect(geometry === null).toBe(properties.Position === null);
  });
});
