import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFName, type PDFRawStream } from 'pdf-lib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeProof } from '../../../scripts/imprimer/make-proof.ts';
import { checkSecrecy } from '../../../src/print/check-secrecy.ts';
import type { Check } from '../../../src/print/preflight.ts';
import { readPdf } from '../../../src/print/read-pdf.ts';
import { bookOf, LEAF, pageOf } from './hand-made-book.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'observatoire-epreuve-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const NAME = 'edition-3003-a5-bat';
const source = {
  title: 'Livre A',
  author: 'Observatoire A',
  subject: 'Un livre fictif.',
  date: '3003-12-31',
};
const SECRETS = { secretTexts: new Set(['u042']), secretNumbers: new Set<string>(), contacts: [] };
const HELD: Check = { id: 'pages', title: 'Pages', found: '3', wrong: [] };

/** A proof of a book of these pages: what it said, the sheet it asked for, and whether the book holds its promises. */
async function prove(pages: readonly string[], checks: readonly Check[] = [HELD]) {
  const said: string[] = [];
  let sheet: string | undefined;
  const pdf = await bookOf(pages.map((text, i) => pageOf(text, { folio: String(i + 1) })));
  const holds = await makeProof(
    { annee: '3003', format: 'a5', pdf, source, checks },
    {
      folder,
      say: (line) => said.push(line.replaceAll(/[\u00a0\u202f]/g, ' ')),
      printSheet: async (html) => {
        sheet = html.replaceAll(/[\u00a0\u202f]/g, ' ');
        return bookOf([pageOf('La feuille')]);
      },
    },
  );
  return { holds, last: said.at(-1), said, sheet };
}

const bytes = () => readFileSync(join(folder, `${NAME}.pdf`));
const PAGES = ['Page une', 'Page deux', 'Page trois'];

describe('une épreuve', () => {
  test('la première est à relire toute ; la suivante dit ce qui a changé', async () => {
    const first = await prove(PAGES);
    expect(first).toMatchObject({ holds: true, last: '  Épreuve n° 1 : la première.' });
    expect(first.sheet).toContain('tout est à relire');
    const second = await prove(['Page une', 'Page deux revue', 'Entre', 'Page trois']);
    expect(second.last).toBe(
      '  Épreuve n° 2. Depuis l’épreuve n° 1 : page modifiée : 2 ; page ajoutée : 3 ; la page 4 était la page 3.',
    );
    expect(second.sheet).toContain('<li>page 2 : à partir de « Page deux revue »</li>');
    expect(second.sheet).toContain('données : 31 décembre 3003');
  });

  test('sans changement, elle reste : ni nouveau numéro, ni octet récrit', async () => {
    await prove(PAGES);
    const before = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
    const again = await prove(PAGES);
    expect(again.last).toBe('  Rien n’a changé depuis l’épreuve n° 1 : elle reste la bonne.');
    expect(again.sheet).toBeUndefined();
    expect(readdirSync(folder).map((name) => readFileSync(join(folder, name)))).toEqual(before);
  });

  test('d’un livre qui dirait un secret, rien n’est écrit', async () => {
    const { holds, last } = await prove(PAGES, [checkSecrecy(['Le lieu u042 a répondu.'], SECRETS)]);
    expect(holds).toBe(false);
    expect(last).toMatch(/edition-3003-a5-bat\.pdf n’est pas écrit : il dirait ce qui doit rester secret\.$/);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('perdue, elle est refaite sous son numéro, octet pour octet', async () => {
    await prove(PAGES);
    await prove([...PAGES, 'Page quatre']);
    const before = bytes();
    rmSync(join(folder, `${NAME}.pdf`));
    await prove([...PAGES, 'Page quatre']);
    expect(bytes().equals(before)).toBe(true);
  });

  test('un livre fautif a son épreuve, qui dit ses fautes ; corrigé sans que rien ne se voie, il en a une autre', async () => {
    const faulty = await prove(PAGES, [{ ...HELD, wrong: ['3 au lieu de 4'] }]);
    expect(faulty.holds).toBe(false);
    expect(faulty.sheet).toContain('<li>Pages : 3 au lieu de 4</li>');
    expect(faulty.sheet).toContain('Le contrôle relève 1 faute : voyez plus bas.');
    const mended = await prove(PAGES);
    expect(mended).toMatchObject({
      holds: true,
      last: '  Épreuve n° 2. Depuis l’épreuve n° 1 : aucune page n’a changé, le contrôle si.',
    });
  });

  test('une mémoire abîmée est dite et gardée ; l’épreuve est faite comme la première', async () => {
    writeFileSync(join(folder, `${NAME}.json`), '{ "epreuve": ');
    const { said, last } = await prove(PAGES);
    expect(said[0]).toMatch(/ne se lit pas comme la mémoire de la dernière épreuve \(ligne 1 : syntaxe incorrecte/);
    expect(last).toBe('  Épreuve n° 1 : la première.');
    expect(readFileSync(join(folder, `${NAME}-illisible.json`), 'utf8')).toBe('{ "epreuve": ');
    writeFileSync(join(folder, `${NAME}.json`), 'encore');
    await prove(PAGES);
    expect(readFileSync(join(folder, `${NAME}-illisible-2.json`), 'utf8')).toBe('encore');
  });
});

describe('le PDF d’une épreuve', () => {
  test('tient la feuille sur deux pages, puis le livre, dont le texte est entier et les balises lues ensuite', async () => {
    await prove(PAGES);
    const pdf = await readPdf(new Uint8Array(bytes()));
    expect(pdf.texts.map((text) => text.replace(/\s+/g, ' ').trim())).toEqual([
      'La feuille',
      '',
      'Page une 1',
      'Page deux 2',
      'Page trois 3',
    ]);
    expect(pdf).toMatchObject({
      title: 'Épreuve n°\u00a01, Livre A',
      language: 'fr',
      date: '3003-12-31',
      tagged: true,
    });
    const document = await PDFDocument.load(bytes());
    const labels = String(document.catalog.get(PDFName.of('PageLabels')));
    expect(labels).toMatch(/\/Nums \[ 0 [\s\S]* 2 /);
    const keys = document.getPages().map(({ node }) => String(node.get(PDFName.of('StructParents'))));
    expect(keys).toEqual(['3', 'undefined', '0', '1', '2']);
  });

  test('la feuille est lue avant le livre, comme une partie du même document', async () => {
    await prove(PAGES);
    const { catalog, context } = await PDFDocument.load(bytes());
    const at = (dictionary: PDFDict, key: string) => dictionary.lookup(PDFName.of(key));
    const root = at(catalog, 'StructTreeRoot') as PDFDict;
    const document = at(root, 'K') as PDFDict;
    const parts = (at(document, 'K') as PDFArray).asArray().map((part) => context.lookup(part, PDFDict));
    expect(parts.map((part) => String(at(part, 'S')))).toEqual(['/Sect', '/P', '/P', '/P']);
    expect(at(parts[0]!, 'P')).toBe(document);
    const marks = (at(at(root, 'ParentTree') as PDFDict, 'Nums') as PDFArray).asArray();
    expect(marks.filter((_, i) => i % 2 === 0).map(String)).toEqual(['0', '1', '2', '3']);
  });

  test('ne marque d’un trait que les pages changées, du côté opposé au pli', async () => {
    await prove(PAGES);
    await prove(['Page une', 'Page deux revue', 'Page trois revue']);
    const document = await PDFDocument.load(bytes());
    const bars = document.getPages().map((page) => {
      const contents = page.node.Contents();
      const streams = contents instanceof PDFArray ? contents.asArray().map((_, i) => contents.lookup(i)) : [];
      const drawn = streams.map((stream) =>
        Buffer.from(decodePDFRawStream(stream as PDFRawStream).decode()).toString(),
      );
      return Number(/rg ([\d.]+) [\d.]+ [\d.]+ [\d.]+ re B/.exec(drawn.join('\n'))?.[1] ?? 0);
    });
    const [, , one, two, three] = bars;
    expect([one, bars[0]]).toEqual([0, 0]);
    expect(two).toBeLessThan(LEAF.width / 2);
    expect(two).toBeGreaterThan(0);
    expect(three).toBeGreaterThan(LEAF.width / 2);
  });
});
