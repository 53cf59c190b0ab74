import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import papaparse from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nameTabs } from '../../src/components/workbook.ts';
import { dist, files, read } from './dist.ts';
import { sheetColumns } from './sheet-columns.ts';

const hasOffice = spawnSync('soffice', ['--version']).status === 0;

/** Workbooks that are opened: a survey figure with masked cells, money, a map, and every table of both observatories. */
const BOOKS = [
  'demonstration/graphiques/enquete-surfaces',
  'demonstration/graphiques/flux-par-exercice',
  'graphiques/carte-des-lieux',
  'donnees/tableaux',
  'demonstration/donnees/tableaux',
];

/** Two of them whose numbers bear their unit: as they are shown, « 12,7 % » and « 208 000 € ». */
const SHOWN: Readonly<Record<string, string>> = { [BOOKS[0]!]: '%', [BOOKS[1]!]: '€' };

/** Every sheet as CSV, `;` between cells, values as they are or as they are shown. */
const everySheet = (asShown: boolean) =>
  `csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,false,${asShown},false,false,-1`;

const rowsOf = (csv: string) => papaparse.parse<string[]>(csv.replace('\ufeff', ''), { delimiter: ';' }).data;

/** The lines of a CSV of the site, by column. */
const recordsOf = (file: string) => {
  const [names = [], ...rows] = rowsOf(read(file)).filter((row) => row.join('') !== '');
  return rows.map((row) => Object.fromEntries(names.map((name, column) => [name, row[column]!])));
};

/** A number of our CSV as a sheet shows it. */
const inFrench = (value: string, digits: number) =>
  Number(value.replace(',', '.'))
    .toLocaleString('fr', { minimumFractionDigits: digits, maximumFractionDigits: digits })
    .replace(/\s/g, ' ');

type Sheets = ReadonlyMap<string, ReadonlyMap<string, readonly (readonly string[])[]>>;

/** A cell as both programs write it: LibreOffice writes fifteen digits, and its own decimal sign. */
function plain(cell: string): string {
  return /^-?\d+(?:[.,]\d+)?$/.test(cell) ? Number(cell.replace(',', '.')).toPrecision(12) : cell;
}

describe.skipIf(!hasOffice)('un classeur ouvert par LibreOffice (ces tests demandent soffice)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'observatoire-classeurs-'));
  /** The sheets of each workbook, by the name of their tab; of some, as they are shown too. */
  let opened: Sheets;
  let shown: Sheets;

  beforeAll(() => {
    opened = openBooks(BOOKS, { asShown: false });
    shown = openBooks(Object.keys(SHOWN), { asShown: true });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function openBooks(books: readonly string[], { asShown }: { readonly asShown: boolean }): Sheets {
    const out = mkdtempSync(join(folder, 'feuilles-'));
    const copies = books.map((book) => join(out, `${book.replaceAll('/', '--')}.xlsx`));
    for (const [index, book] of books.entries()) cpSync(join(dist, `${book}.xlsx`), copies[index]!);
    const profile = `-env:UserInstallation=file://${join(folder, 'profil')}`;
    execFileSync('soffice', [profile, '--headless', '--convert-to', everySheet(asShown), '--outdir', out, ...copies], {
      stdio: 'ignore',
    });
    const written = readdirSync(out).filter((file) => file.endsWith('.csv'));
    return new Map(
      books.map((book) => {
        const start = `${book.replaceAll('/', '--')}-`;
        const sheets = written
          .filter((file) => file.startsWith(start))
          .map(
            (file) =>
              [
                file.slice(start.length, -'.csv'.length).normalize(),
                rowsOf(readFileSync(join(out, file), 'utf8')),
              ] as const,
          );
        return [book, new Map(sheets)];
      }),
    );
  }

  /** A sheet has the columns of the CSV of the site but those left out on purpose, and each holds what it holds there. */
  function compare(sheet: readonly (readonly string[])[], file: string) {
    const [titles = [], ...lines] = sheet.filter((row) => row.join('') !== '');
    const rows = recordsOf(file);
    expect(lines.length, file).toBe(rows.length);
    expect(titles, file).toEqual(sheetColumns(Object.keys(rows[0]!), rows));
    for (const [column, title] of titles.entries()) {
      expect(
        lines.map((line) => plain(line[column] ?? '')),
        `${file}, ${title}`,
      ).toEqual(rows.map((row) => plain(row[title]!)));
    }
  }

  test.each(Object.entries(SHOWN))(
    '%s.xlsx montre chaque nombre à la française, son unité (%s) avec lui',
    (book, sign) => {
      const [titles = [], ...lines] = shown
        .get(book)!
        .get('Tableau')!
        .filter((row) => row.join('') !== '');
      const rows = recordsOf(`${book}.csv`);
      const measures = titles.filter((title) => rows.some((row) => row[`${title} : unité`] === sign));
      expect(measures.length).toBeGreaterThan(0);
      for (const title of measures) {
        const isWhole = rows.every((row) => !row[title]!.includes(','));
        const digits = isWhole ? 0 : sign === '€' ? 2 : 1;
        const cells = lines.map((line) => line[titles.indexOf(title)]!);
        expect(cells.filter((cell) => cell !== '').length).toBeGreaterThan(2);
        for (const [index, cell] of cells.entries()) {
          const value = rows[index]![title]!;
          expect(cell.replace(/\s/g, ' ')).toBe(value === '' ? '' : `${inFrench(value, digits)} ${sign}`);
        }
      }
    },
  );

  test.each(BOOKS.slice(0, 3))('%s.xlsx dit son titre, ses sources, sa licence, et les nombres du site', (book) => {
    const sheets = opened.get(book)!;
    const told = sheets.get('À lire')!;
    const { heading, champ, sources } = JSON.parse(read(`${book}.json`));
    const { licenses, millesime } = JSON.parse(read(`${book}.metadata.json`));
    const values = told.map(([, value]) => value!);
    expect(told.find(([label]) => label === 'Titre')?.[1]).toBe(heading);
    expect(told.find(([label]) => label === 'Champ')?.[1]?.toLowerCase()).toContain(champ.toLowerCase());
    for (const { label } of sources)
      expect(
        values.some((value) => value.includes(label)),
        label,
      ).toBe(true);
    expect(values).toContain(licenses[0].title);
    if (millesime) expect(values).toContain(millesime);
    compare(sheets.get('Tableau')!, `${book}.csv`);
  });

  test.each(BOOKS.slice(3))(
    '%s.xlsx tient chaque tableau du site, et dit de chacun titre, champ et licence',
    (book) => {
      const sheets = opened.get(book)!;
      const root = book.replace('donnees/tableaux', '');
      const tables = files.filter(
        (file) => file.startsWith(`${root}graphiques/`) && /graphiques\/[^/]+\.csv$/.test(file),
      );
      expect(sheets.size).toBe(tables.length + 1);
      const contents = sheets.get('Contenu')!;
      for (const file of tables) {
        const [tab = ''] = nameTabs([file.replace(/^.*\/|\.csv$/g, '')]);
        compare(sheets.get(tab)!, file);
        const { title, champ, licenses } = JSON.parse(read(file.replace(/csv$/, 'metadata.json')));
        const [line] = contents.filter(([name]) => name === tab);
        expect(title, file).toContain(line?.[1]);
        expect(line?.[3]?.toLowerCase(), file).toContain(champ.toLowerCase());
        expect(line, file).toContain(licenses[0].title);
      }
    },
  );
});
