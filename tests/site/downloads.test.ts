import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import papaparse from 'papaparse';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { describe, expect, test } from 'vitest';
import type { Source } from '../../src/model/table.ts';
import { formatDate } from '../../src/text/date.ts';
import { findCollisions, hasRsvg, measureInk, widthOf } from '../charts/measure-ink.ts';
import { readPngTexts } from '../components/read-png-texts.ts';
import { readWorkbook } from '../components/read-workbook.ts';
import { dist, files, read } from './dist.ts';
import { bareText, drawnText } from './drawn-text.ts';
import { type Box, boxOf, geojsonFaults } from './geojson-faults.ts';
import { sheetColumns } from './sheet-columns.ts';

const drawings = files.filter((file) => /graphiques\/[^/]+\.svg$/.test(file));
const readCsv = (file: string) =>
  papaparse.parse<Readonly<Record<string, string>>>(read(file).replace('\ufeff', ''), {
    header: true,
    delimiter: ';',
    skipEmptyLines: true,
  });

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

  test('titre, champ, sources, années et licence sont dessinés, et dans ses métadonnées', () => {
    for (const file of drawings) {
      const svg = read(file);
      const { id, heading, champ, sources } = JSON.parse(read(file.replace(/svg$/, 'json')));
      const { millesime, modified, publisher, homepage, demonstration } = JSON.parse(
        read(file.replace(/svg$/, 'metadata.json')),
      );
      const facts = [heading, champ, publisher, 'CC BY-SA 4.0', millesime ?? formatDate(modified)];
      const cited = sources.map(({ label }: { label: string }) => label);
      const all = [...facts, ...cited, ...(demonstration ? ['données fictives'] : [])];
      const metadata = /<metadata>.*<\/metadata>/s.exec(svg)![0];
      for (const [where, text] of Object.entries({ dessin: drawnText(svg), métadonnées: metadata })) {
        expect(
          all.filter((fact) => !bareText(text).includes(bareText(fact))),
          `${file}, ${where}`,
        ).toEqual([]);
      }
      expect(bareText(drawnText(svg)), file).toContain('données:');
      // A site that does not know its address yet makes none up; with one, see publication.test.ts.
      expect(metadata, file).toContain(`<dc:identifier>${homepage ?? id}</dc:identifier>`);
      expect(metadata).toContain('<cc:license rdf:resource="https://creativecommons.org/licenses/by-sa/4.0/');
    }
  });
});

describe.skipIf(!hasRsvg)('peinte par un autre programme, avec ses polices (ces tests demandent rsvg-convert)', () => {
  const svgs = drawings.map(read);

  test('aucune ligne d’aucune image n’en recouvre une autre ni n’en sort', async () => {
    const inks = await measureInk(svgs);
    expect(inks.flat().length).toBeGreaterThan(2000);
    const found = inks.flatMap((ink, index) =>
      findCollisions(ink, { width: widthOf(svgs[index]!) }).map((said) => `${drawings[index]} : ${said}`),
    );
    expect(found).toEqual([]);
  });

  test('un recouvrement se verrait, même de lettres qui ne se touchent pas ; un texte trop long aussi', async () => {
    const label = (x: number, text: string) => `<text x="${x}" y="20">${text}</text>`;
    const drawing = (inner: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40" font-family="sans-serif" font-size="14">${inner}</svg>`;
    const collisionsOf = async (inner: string) =>
      findCollisions((await measureInk([drawing(inner)]))[0]!, { width: 200 });
    expect(await collisionsOf(label(10, 'Lieu A') + label(120, 'Lieu B'))).toEqual([]);
    expect(await collisionsOf(label(10, 'Lieu A') + label(30, 'Lieu B'))).toEqual(['« Lieu A » et « Lieu B »']);
    expect(await collisionsOf(`${label(10, 'L L')}<g transform="translate(8 -4)">${label(8, '.')}</g>`)).toEqual([
      '« L L » et « . »',
    ]);
    expect(await collisionsOf(label(150, 'Un texte trop long'))).toEqual(['« Un texte trop long » sort de l’image']);
    const [first] = svgs;
    const [, x, y] = /<text x="([\d.]+)" y="([\d.]+)"/.exec(first!)!;
    const moved = first!.replace('</svg>', `<text x="${x}" y="${y}" font-size="27">Un intrus</text></svg>`);
    expect(findCollisions((await measureInk([moved]))[0]!, { width: widthOf(moved) }).join()).toContain('Un intrus');
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
      const { homepage } = JSON.parse(read(drawing.replace(/svg$/, 'metadata.json')));
      expect(png.readUInt32BE(16), drawing).toBe(width);
      // Networks cut a card that is not of their size.
      if (width === 1200) expect(png.readUInt32BE(20), drawing).toBe(630);
      const said = readPngTexts(png);
      expect(said.get('Title'), drawing).toBe(heading);
      expect(said.get('Author')).toContain(publisher);
      const cited: readonly string[] = sources.flatMap(({ label, millesime }: Source) => [label, millesime ?? '']);
      expect(
        cited.filter((words) => !bareText(said.get('Source')!).includes(bareText(words))),
        drawing,
      ).toEqual([]);
      expect(said.get('Copyright')).toBe('CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/deed.fr');
      expect(said.get('Comment'), drawing).toMatch(/^Champ\u00a0: .*\. Données\u00a0: .+\.$/s);
      // No address is made up for a site that has none yet; with one, see publication.test.ts.
      expect(said.get('URL'), drawing).toBe(homepage);
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
      const [[, [titles = [], ...lines]] = ['', []]] = sheets;
      const csv = readCsv(file.replace(/xlsx$/, 'csv'));
      expect(lines.length, file).toBe(csv.data.length);
      const shown = titles.map(({ text, column }) => ({ name: text, column }));
      expect(
        shown.map(({ name }) => name),
        file,
      ).toEqual(sheetColumns(csv.meta.fields!, csv.data));
      for (const [index, row] of csv.data.entries()) {
        const cells = new Map(lines[index]!.map((cell) => [cell.column, cell]));
        const told = shown.map(({ column }) => cells.get(column));
        expect(
          told.map((cell) => (cell?.isNumber ? cell.text.replace('.', ',') : (cell?.text ?? ''))),
          `${file}, ${index + 1}`,
        ).toEqual(shown.map(({ name }) => row[name]));
      }
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

/** A file of areas with a ring of its first area, and a position of that ring. */
// biome-ignore lint/suspicious/noExplicitAny: what is damaged on purpose has no shape.
type Mutable = { readonly file: any; readonly ring: any[]; readonly first: any[] };

/** The box of the territories of an observatory: nothing of its maps stands out of it. */
function regionOf(file: string): Box {
  const root = file.startsWith('demonstration/') ? 'data/demonstration' : 'data';
  const contours: Topology = JSON.parse(readFileSync(`${root}/territoires/contours.topojson`, 'utf8'));
  const { features } = feature(contours, contours.objects.territoires as GeometryCollection);
  const [west, south, east, north] = boxOf(
    features.flatMap(({ geometry }) =>
      geometry?.type === 'Polygon'
        ? geometry.coordinates.flat()
        : geometry?.type === 'MultiPolygon'
          ? geometry.coordinates.flat(2)
          : [],
    ),
  );
  // Degrees are rounded where they go out.
  const rounded = 1e-6;
  return [west - rounded, south - rounded, east + rounded, north + rounded];
}

/** A property as a cell of the CSV writes it. */
const written = (value: string | number | null) =>
  value === null ? '' : String(value).replace('.', typeof value === 'number' ? ',' : '.');

describe('une carte part avec ses points ou ses zones', () => {
  const maps = files.filter((file) => file.endsWith('.geojson'));

  test('les deux observatoires ont leurs cartes ; une figure qui n’en est pas une n’a pas ce fichier', () => {
    expect(maps).toContain('graphiques/carte-des-lieux.geojson');
    expect(maps).toContain('demonstration/graphiques/lieux-par-habitant.geojson');
    expect(maps.filter((file) => file.includes('enquete-surfaces'))).toEqual([]);
  });

  test('elles suivent la norme RFC 7946, et rien n’en est hors de la région', () => {
    for (const file of maps) expect(geojsonFaults(JSON.parse(read(file)), regionOf(file)), file).toEqual([]);
  });

  test.each<[string, (file: Mutable) => void]>([
    ['[3.1.1] une position qui n’est pas faite de nombres', ({ first }) => (first[0] = '3,05')],
    ['[3.1.6] un anneau ouvert', ({ ring }) => ring.splice(-1, 1, [0.001, 0.002])],
    ['[3.1.6] un anneau qui tourne à l’envers', ({ ring }) => ring.reverse()],
    ['[3.1.6] un anneau de moins de quatre positions', ({ ring }) => ring.splice(2)],
    ['[3.2] pas de properties', ({ file }) => delete file.features[0].properties],
    ['[3.2] type autre que Feature', ({ file }) => (file.features[0].type = 'Lieu')],
    ['[4] un autre repère que WGS 84', ({ file }) => (file.crs = { type: 'name' })],
    ['[4] des degrés hors de la Terre', ({ first }) => (first[1] = 95)],
    ['[5] une boîte qui n’est pas celle du contenu', ({ file }) => file.bbox.reverse()],
    ['[7.1] un nom réservé', ({ file }) => (file.properties = {})],
    ['un identifiant deux fois', ({ file }) => (file.features[1].id = file.features[0].id)],
    ['une position hors de la région', ({ first }) => (first[0] += 5)],
  ])('un fichier abîmé se verrait : %s', (fault, damage) => {
    const areas = 'demonstration/graphiques/lieux-par-habitant.geojson';
    const file = JSON.parse(read(areas));
    const [ring] = file.features[0].geometry.coordinates[0];
    expect(geojsonFaults(file, regionOf(areas))).toEqual([]);
    damage({ file, ring, first: ring[1] });
    expect(geojsonFaults(file, regionOf(areas))).toContain(fault);
  });

  test('leurs lieux et leurs colonnes sont ceux du CSV : aucun lieu de plus, aucune colonne de moins', () => {
    for (const file of maps) {
      const { features } = JSON.parse(read(file));
      const csv = readCsv(file.replace(/geojson$/, 'csv'));
      const told = (csv.meta.fields ?? []).filter(
        (name) => !['Latitude', 'Longitude'].includes(name) && csv.data.some((row) => row[name] !== ''),
      );
      const lines = csv.data.map((row) => told.map((name) => row[name]).join('|'));
      for (const { properties } of features) {
        const { Position: position, ...own } = properties;
        expect(Object.keys(told.includes('Position') ? properties : own), file).toEqual(told);
        const line = told.map((name) => written(name === 'Position' ? position : own[name])).join('|');
        expect(lines, file).toContain(line);
      }
      // A total stands nowhere.
      expect(features.length, file).toBeGreaterThanOrEqual(lines.length - 1);
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
