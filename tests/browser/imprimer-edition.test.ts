import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BOOKS } from '../../src/print/edition/book-layout.ts';
import { POINTS_PER_MM } from '../../src/print/papers.ts';
import type { Box } from '../../src/print/press/geometry.ts';
import { firstNumber } from '../../src/print/press/inspect.ts';
import { readPress } from '../../src/print/press/read-press.ts';
import { seePages } from '../../src/print/proof/see-pages.ts';
import { type PdfContents, readPdf } from '../../src/print/read-pdf.ts';

const folder = mkdtempSync(join(tmpdir(), 'observatoire-edition-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A whole run of the command, what it said, and where its files are. */
async function printEdition(
  out: string,
  ...more: string[]
): Promise<{ code: number | null; said: string; to: string }> {
  const to = join(folder, out);
  const args = [
    'scripts/run.mjs',
    'scripts/imprimer.ts',
    '--edition',
    '2025',
    '--format',
    'a5',
    '--sortie',
    to,
    ...more,
  ];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += String(chunk);
    });
  }
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, said, to };
}

const read = (to: string, name: string) => readFileSync(join(to, `edition-2025-a5${name}`));
const reportOf = (to: string, name: string) => JSON.parse(read(to, `${name}.json`).toString());
const [WEB, INSIDE, COVER] = ['', '-interieur-imprimeur', '-couverture-imprimeur'];

let web: Awaited<ReturnType<typeof printEdition>>;
let press: Awaited<ReturnType<typeof printEdition>>;
let pdf: PdfContents;
beforeAll(async () => {
  [web, press] = await Promise.all([printEdition('un'), printEdition('presse', '--imprimeur')]);
  pdf = await readPdf(new Uint8Array(read(web.to, '.pdf')));
}, 240_000);

describe('npm run imprimer -- --edition', () => {
  test('le livre est imprimé, son contrôle est conforme', () => {
    expect(web.code).toBe(0);
    const report = reportOf(web.to, WEB);
    expect(report.conforme).toBe(true);
    expect(report.certification).toContain('non certifié');
  });

  test('chaque chapitre s’ouvre à droite, à la page que dit le sommaire', () => {
    const contents = pdf.texts.find((text) => text.includes('Sommaire')) ?? '';
    const opened = pdf.texts.flatMap((text, i) => (/Chapitre \d/.test(text) ? [i + 1] : []));
    expect(opened).toHaveLength(3);
    for (const page of opened) {
      expect(page % 2).toBe(1);
      expect(contents).toMatch(new RegExp(`\\.${page}\\b`));
    }
  });

  test('une note est au bas de la page qui l’appelle, un renvoi dit sa page', () => {
    const calling = pdf.texts.find((text) => text.includes('Elle a réuni')) ?? '';
    expect(calling).toContain('Source : La Compagnie des Tiers-Lieux');
    expect(pdf.texts.join(' ')).toMatch(/chapitre 1, page \d/);
  });

  test('ce que deux épreuves comparent d’une page ne comprend pas son folio', async () => {
    const { top, bottom } = BOOKS.a5.margin;
    const seen = await seePages(new Uint8Array(read(web.to, '.pdf')), {
      top: top * POINTS_PER_MM,
      bottom: bottom * POINTS_PER_MM,
    });
    const count = (text: string, number: number) => text.split(/\s+/).filter((word) => word === String(number)).length;
    const numbered = pdf.texts.flatMap((text, i) => (count(text, i + 1) > 0 ? [i] : []));
    expect(numbered.length).toBeGreaterThan(2);
    for (const i of numbered) expect(count(seen[i]!.text, i + 1)).toBe(count(pdf.texts[i]!, i + 1) - 1);
  });

  test('signets, langue et liens y sont', () => {
    expect(pdf.bookmarks).toContain('Le programme connu');
    expect(pdf).toMatchObject({ tagged: true, language: 'fr' });
    expect(pdf.links.every(({ leads }) => leads)).toBe(true);
  });
});

describe('npm run imprimer -- --edition --imprimeur', () => {
  test('l’intérieur et la couverture sont deux fichiers conformes ; rien de la progression n’est dans la sortie', () => {
    expect(press.code).toBe(0);
    expect(press.said).not.toMatch(/[█░\r]/);
    for (const name of [INSIDE, COVER]) {
      const { conforme, certification } = reportOf(press.to, name);
      expect(conforme).toBe(true);
      expect(certification).toContain('non certifié');
    }
  });

  test('chaque page dit mot pour mot ce que dit la même page du web, sous le même numéro', async () => {
    const inside = await PDFDocument.load(read(press.to, `${INSIDE}.pdf`));
    const first = firstNumber(inside);
    const { texts } = await readPdf(new Uint8Array(read(press.to, `${INSIDE}.pdf`)));
    const said = texts.map((text) => text.trim());
    const blank = said.length - said.findLastIndex((text) => text !== '') - 1;
    const written = said.slice(0, said.length - blank);
    expect(written.length).toBeGreaterThan(5);
    expect(written).toEqual(pdf.texts.slice(first - 1, first - 1 + written.length).map((text) => text.trim()));
    expect(written.join(' ')).toMatch(/chapitre 1, page \d/);
    expect(said.length % 4).toBe(0);
    expect(blank).toBeLessThan(4);
  });

  test('5 mm de fond perdu, rogne exacte, quatre encres ; la couverture s’ouvre autour d’un livre agrafé', async () => {
    const size = ({ left, right, bottom, top }: Box) => [right - left, top - bottom].map((side) => (side * 25.4) / 72);
    for (const [name, width] of [
      [INSIDE, 148],
      [COVER, 296],
    ] as const) {
      const { pages, colours } = await readPress(read(press.to, `${name}.pdf`));
      for (const { trim, bleed } of pages) {
        const [trimmed, bled] = [size(trim), size(bleed)];
        expect(trimmed[0]).toBeCloseTo(width, 2);
        expect(trimmed[1]).toBeCloseTo(210, 2);
        expect(bled[0]).toBeCloseTo(width + 10, 2);
        expect(bled[1]).toBeCloseTo(220, 2);
      }
      expect([...new Set(colours.map(({ colour }) => colour.model))].toSorted()).toEqual(['all', 'cmyk']);
    }
    expect(reportOf(press.to, COVER).controles.find(({ id }: { id: string }) => id === 'dos').trouve).toContain(
      's’agrafe',
    );
  });

  test('deux impressions donnent les mêmes octets', { timeout: 240_000 }, async () => {
    const [again, pressed] = await Promise.all([printEdition('deux'), printEdition('presse-deux', '--imprimeur')]);
    expect(read(again.to, '.pdf').equals(read(web.to, '.pdf'))).toBe(true);
    for (const name of [INSIDE, COVER]) {
      expect(read(pressed.to, `${name}.pdf`).equals(read(press.to, `${name}.pdf`))).toBe(true);
    }
  });
});
