import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import datapackage from 'datapackage';
import papaparse from 'papaparse';
import tableschema from 'tableschema';
import { describe, expect, test } from 'vitest';
import { dist, files, read } from './dist.ts';

/** A file's rows cast against its schema; the reader is told of the byte-order mark, which the standard cannot say. */
async function readRows(root: string, { path, schema, dialect }: { path: string; schema: object; dialect: object }) {
  const table = await tableschema.Table.load(join(dist, root, path), { ...dialectOf(dialect), schema, strict: true });
  return { schema: table.schema, rows: await table.read({ keyed: true, forceCast: true }) };
}

function dialectOf(dialect: object) {
  return { delimiter: (dialect as { delimiter: string }).delimiter, bom: true };
}

/** What a reader says of a row it cannot cast. */
const complaints = (rows: readonly unknown[]) =>
  rows.flatMap((row) =>
    row instanceof Error ? [row.message, ...((row as { errors?: Error[] }).errors ?? []).map(String)] : [],
  );

describe.each(['', 'demonstration/'])('%sdatapackage.json', (root) => {
  const opening = datapackage.Package.load(join(dist, root, 'datapackage.json'));

  test('un lecteur Frictionless l’ouvre sans reproche', async () => {
    const opened = await opening;
    expect(opened.errors.map(String)).toEqual([]);
    expect(opened.valid).toBe(true);
  });

  test('il décrit chaque CSV du site, et aucun autre fichier', async () => {
    const { resources } = await opening;
    const built = files
      .filter((file) => file.endsWith('.csv') && file.startsWith('demonstration/') === (root !== ''))
      .map((file) => file.slice(root.length));
    expect(resources.map(({ descriptor }) => descriptor.path).sort()).toEqual(built.sort());
    expect(new Set(resources.map(({ name }) => name)).size).toBe(resources.length);
  });

  test('chaque ligne de chaque fichier se lit avec le schéma donné, taille et empreinte sont justes', async () => {
    const { resources } = await opening;
    let read = 0;
    for (const { name, descriptor } of resources) {
      const { schema, rows } = await readRows(root, descriptor);
      expect(schema.errors.map(String), name).toEqual([]);
      expect(complaints(rows), name).toEqual([]);
      const bytes = readFileSync(join(dist, root, descriptor.path));
      expect(descriptor.bytes, name).toBe(bytes.length);
      expect(descriptor.hash, name).toBe(`sha256:${createHash('sha256').update(bytes).digest('hex')}`);
      read += rows.length;
    }
    expect(read).toBeGreaterThan(200);
  });

  test('deux fabrications donnent le même : sa version est la date des données', async () => {
    const { descriptor } = await opening;
    expect(descriptor.version).toMatch(root ? /^3003/ : /^20\d\d-\d\d-\d\d$/);
    expect(descriptor.created).toBeUndefined();
  });
});

test('à côté de chaque CSV, sa notice dit à elle seule ce qu’il faut pour le lire', async () => {
  const tables = files.filter((file) => file.endsWith('.csv') && !/graphiques\/[^/]+\/[^/]+$/.test(file));
  expect(tables.length).toBeGreaterThan(80);
  for (const file of tables) {
    const notice = JSON.parse(readFileSync(join(dist, file.replace(/csv$/, 'metadata.json')), 'utf8'));
    expect(notice.path, file).toBe(file.split('/').at(-1));
    for (const told of ['title', 'description', 'champ', 'publisher'])
      expect(notice[told], `${file} ${told}`).toMatch(/\p{L}/u);
    expect(notice.modified, file).toMatch(/^\d{4}(?:-\d\d){0,2}$/);
    expect(notice.licenses.length, file).toBeGreaterThan(0);
    expect(notice.sources.length, file).toBeGreaterThan(0);
    const resource = await datapackage.Resource.load(notice, { basePath: dirname(join(dist, file)) });
    expect(resource.errors.map(String), file).toEqual([]);
    const { rows } = await readRows(dirname(file), notice);
    expect(complaints(rows), file).toEqual([]);
  }
});

/** What CSV on the Web takes for a cell of a type; an empty cell is none. */
function takes({ base, format, minimum, maximum, maxLength }: Datatype, cell: string): boolean {
  if (cell === '') return true;
  if (base === 'boolean') return String(format).split('|').includes(cell);
  if (base === 'anyURI') return URL.canParse(cell);
  if (base === 'string') {
    const isLong = maxLength !== undefined && cell.length > maxLength;
    return !isLong && (typeof format !== 'string' || new RegExp(`^(?:${format})$`).test(cell));
  }
  const sign = typeof format === 'object' ? format.decimalChar : '.';
  const number = Number(cell.replace(sign, '.'));
  const isWritten = base === 'integer' ? /^-?\d+$/ : new RegExp(`^-?\\d+(?:[${sign}]\\d+)?(?:[eE][-+]?\\d+)?$`);
  return isWritten.test(cell) && number >= (minimum ?? -Infinity) && number <= (maximum ?? Infinity);
}

interface Datatype {
  readonly base: string;
  readonly format?: string | { readonly decimalChar: string };
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
}

interface CsvwColumn {
  readonly titles: string;
  readonly datatype: Datatype;
  readonly required?: boolean;
}

/** The cells of a CSV that its notice does not allow, by the rules of CSV on the Web, and columns that it does not name. */
function csvwFaults(notice: Record<string, unknown>, csv: string): readonly string[] {
  const [{ tableSchema }] = notice.tables as [{ tableSchema: { columns: CsvwColumn[] } }];
  const { columns } = tableSchema;
  const { delimiter, quoteChar } = notice.dialect as { delimiter: string; quoteChar: string };
  const [titles = [], ...rows] = papaparse.parse<string[]>(csv, { delimiter, quoteChar, skipEmptyLines: true }).data;
  const named = columns.map((column) => column.titles);
  if (named.join('|') !== titles.join('|')) return [`${named} au lieu de ${titles}`];
  return rows.flatMap((row) =>
    row.flatMap((cell, index) => {
      const { datatype, required } = columns[index]!;
      return takes(datatype, cell) && !(required && cell === '') ? [] : [`${titles[index]} : ${cell}`];
    }),
  );
}

test('une notice se lit aussi comme le demande CSV on the Web (W3C)', () => {
  const tables = files.filter((file) => file.endsWith('.csv') && !/graphiques\/[^/]+\/[^/]+$/.test(file));
  for (const file of tables) {
    const notice = JSON.parse(read(file.replace(/csv$/, 'metadata.json')));
    expect(notice['@context'], file).toEqual(['http://www.w3.org/ns/csvw', { '@language': 'fr' }]);
    expect(notice.tables[0].url, file).toBe(file.split('/').at(-1));
    expect(notice.tables[0]['dc:license'], file).toContainEqual({ '@id': expect.stringMatching(/^https:/) });
    expect(csvwFaults(notice, read(file).replace('\ufeff', '')), file).toEqual([]);
  }
});

test('une cellule que la notice n’admet pas se verrait', () => {
  const notice = JSON.parse(read('donnees/lieux.metadata.json'));
  const csv = read('donnees/lieux.csv').replace('\ufeff', '');
  const damages: readonly (readonly [RegExp, string, string])[] = [
    [/;50,73;/, ';50.73;', 'latitude : 50.73'],
    [/;50,73;/, ';95,73;', 'latitude : 95,73'],
    [/^champ-libre;/m, 'Champ libre;', 'id : Champ libre'],
    [/;Champ libre;/, ';;', 'nom : '],
  ];
  for (const [found, put, fault] of damages) {
    expect(csv).toMatch(found);
    expect(csvwFaults(notice, csv.replace(found, put))).toEqual([fault]);
  }
});

test('une notice dit l’unité de chaque nombre', () => {
  const { schema, champ, millesime } = JSON.parse(
    readFileSync(join(dist, 'demonstration/graphiques/enquete-surfaces.metadata.json'), 'utf8'),
  );
  const units = schema.fields.flatMap(({ name, unit }: { name: string; unit?: string }) =>
    unit ? [[name, unit]] : [],
  );
  expect(units).toEqual([['Part des lieux répondants', '%']]);
  expect([champ, millesime]).toEqual(['lieux répondants, recensement N+2', 'N+2']);
});

test('un reproche se verrait : une cellule abîmée est refusée', async () => {
  const { resources } = await datapackage.Package.load(join(dist, 'datapackage.json'));
  const { descriptor } = resources.find(({ name }) => name === 'lieux')!;
  const fields = descriptor.schema.fields.map((field) => (field.name === 'nom' ? { ...field, type: 'number' } : field));
  const { rows } = await readRows('', { ...descriptor, schema: { ...descriptor.schema, fields } });
  expect(complaints(rows).length).toBeGreaterThan(5);
});

test('une case masquée est vide, et son signe dit pourquoi', async () => {
  const { resources } = await datapackage.Package.load(join(dist, 'demonstration/datapackage.json'));
  const hidden = await Promise.all(
    resources.map(async ({ descriptor }) => {
      const { rows } = await readRows('demonstration/', descriptor);
      return rows.flatMap((row) =>
        Object.entries(row)
          .filter(([column, value]) => column.endsWith(' : signe') && value === 's')
          .map(([column]) => (row as Record<string, unknown>)[column.replace(' : signe', '')]),
      );
    }),
  );
  expect(hidden.flat().length).toBeGreaterThan(5);
  expect(new Set(hidden.flat())).toEqual(new Set([null]));
});

test('la démonstration ne peut être prise pour vraie', async () => {
  const { descriptor, resources } = await datapackage.Package.load(join(dist, 'demonstration/datapackage.json'));
  expect(descriptor.title).toMatch(/^Démonstration, données fictives/);
  for (const { descriptor: own } of resources) expect(own.title).toMatch(/^Démonstration, données fictives/);
  expect(files).not.toContain('demonstration/catalogue.jsonld');
});
