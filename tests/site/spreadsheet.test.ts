import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import papaparse from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nameTabs } from '../../src/components/workbook.ts';
import { dist, files, read } from './dist.ts';

const hasOffice = spawnSync('soffice', ['--version']).status === 0;

/** Workbooks that are opened: a survey figure with masked cells, money, a map, and every table of both observatories. */
const BOOKS = [
  'demonstration/graphiques/enquete-surfaces',
  'demonstration/graphiques/flux-par-exercice',
  'graphiques/carte-des-lieux',
  'donnees/tableaux',
  'demonstration/donnees/tableaux',
];

/** Every sheet as CSV, `;` between cells, values as they are and not as they are shown. */
const EVERY_SHEET = 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,false,false,false,false,-1';

const rowsOf = (csv: string) => papaparse.parse<string[]>(csv.replace('\ufeff', ''), { delimiter: ';' }).data;

/** A cell as both programs write it: LibreOffice writes fifteen digits, and its own decimal sign. */
function plain(cell: string): string {
  return /^-?\d+(?:[.,]\d+)?$/.test(cell) ? Number(cell.replace(',', '.')).toPrecision(12) : cell;
}

describe.skipIf(!hasOffice)('un classeur ouvert par LibreOffice (ces tests demandent soffice)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'observatoire-classeurs-'));
  /** The sheets of each workbook, by the name of their tab. */
  const opened = new Map<string, ReadonlyMap<string, readonly (readonly string[])[]>>();

  beforeAll(() => {
    const copies = BOOKS.map((book) => join(folder, `${book.replaceAll('/', '--')}.xlsx`));
    for (const [index, book] of BOOKS.entries()) cpSync(join(dist, `${book}.xlsx`), copies[index]!);
    const profile = `-env:UserInstallation=file://${join(folder, 'profil')}`;
    execFileSync('soffice', [profile, '--headless', '--convert-to', EVERY_SHEET, '--outdir', folder, ...copies], {
      stdio: 'ignore',
    });
    const written = readdirSync(folder).filter((file) => file.endsWith('.csv'));
    for (const book of BOOKS) {
      const start = `${book.replaceAll('/', '--')}-`;
      const sheets = written
        .filter((file) => file.startsWith(start))
        .map(
          (file) =>
            [
              file.slice(start.length, -'.csv'.length).normalize(),
              rowsOf(readFileSync(join(folder, file), 'utf8')),
            ] as const,
        );
      opened.set(book, new Map(sheets));
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Each column of a sheet holds what the column of that name holds in the CSV of the site. */
  function compare(sheet: readonly (readonly string[])[], file: string) {
    const [titles = [], ...lines] = sheet.filter((row) => row.join('') !== '');
    const [names = [], ...rows] = rowsOf(read(file)).filter((row) => row.join('') !== '');
    expect(lines.length, file).toBe(rows.length);
    expect(
      titles.filter((title) => !names.includes(title)),
      file,
    ).toEqual([]);
    expect(titles.length, file).toBeGreaterThan(1);
    for (const [column, title] of titles.entries()) {
      const published = rows.map((row) => plain(row[names.indexOf(title)]!));
      expect(
        lines.map((line) => plain(line[column] ?? '')),
        `${file}, ${title}`,
      ).toEqual(published);
    }
  }

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
