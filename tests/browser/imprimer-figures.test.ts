import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bindBook } from '../../src/observatory/edition/book.ts';
import type { MdxNode } from '../../src/observatory/mdx.ts';
import { readTexts } from '../../src/observatory/read-texts.ts';
import { type DocxText, readDocx } from '../../src/print/manuscript/read-docx.ts';
import { fold } from '../../src/print/preflight.ts';
import { readPdf } from '../../src/print/read-pdf.ts';
import { typo } from '../../src/text/typography.ts';

const out = mkdtempSync(join(tmpdir(), 'observatoire-figures-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));
const folder = join(out, 'demonstration', 'edition-3003-figures');
const read = (file: string) => readFileSync(join(folder, file), 'utf8');
const book = bindBook('3003', readTexts('content/demonstration'), { drafts: false });

let code: number | null;
let text: DocxText;
beforeAll(async () => {
  const args = ['--demonstration', '--edition', '3003', '--figures', '--sortie', out];
  const child = spawn(process.execPath, ['scripts/run.mjs', 'scripts/imprimer.ts', ...args], { stdio: 'ignore' });
  code = await new Promise((resolve) => child.on('close', resolve));
  text = readDocx(readFileSync(join(folder, 'edition-3003-texte.docx')));
}, 180_000);

/** Each run of words of a chapter's source; a note's own are apart. */
function runsIn(node: MdxNode): readonly string[] {
  if (node.name === 'AApporter' || node.name === 'Note') return [];
  // A table is one text for this parser: its cells are told apart by bars.
  if (node.type === 'text') return (node.value ?? '').split(/[\n|]/).filter((run) => /[\p{L}\p{N}]/u.test(run));
  return (node.children ?? []).flatMap(runsIn);
}

describe('npm run imprimer -- --edition --figures', () => {
  test('le dossier est conforme à son contrôle, qui nomme chaque fichier', () => {
    expect(code).toBe(0);
    const { conforme, fichiers } = JSON.parse(read('controle.json'));
    const found = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
    expect(conforme).toBe(true);
    expect(found.sort()).toEqual(fichiers);
  });

  test('chaque figure du livre y est, numérotée comme lui, à deux largeurs, en SVG et en PDF', () => {
    const wished = book.figures.flatMap(({ number, id }) =>
      ['colonne', 'page'].flatMap((width) =>
        ['pdf', 'svg'].map((ending) => `figure-${String(number).padStart(2, '0')}-${id}-${width}.${ending}`),
      ),
    );
    expect(wished.length).toBeGreaterThan(40);
    expect(readdirSync(folder).filter((name) => name.startsWith('figure-'))).toEqual(wished.sort());
  });

  test('le SVG et le PDF d’une figure disent la même chose, à la même taille', async () => {
    const [name] = readdirSync(folder).filter((file) => file.endsWith('-page.svg'));
    const [, width, height] = /width="([\d.]+)mm" height="([\d.]+)mm"/.exec(read(name!))!;
    const pdf = await readPdf(new Uint8Array(readFileSync(join(folder, name!.replace('.svg', '.pdf')))));
    const points = [width, height].map((mm) => (Number(mm) * 72) / 25.4);
    expect(pdf.pages[0]!.trim.width).toBeCloseTo(points[0]!, 2);
    expect(pdf.pages[0]!.trim.height).toBeCloseTo(points[1]!, 2);
    expect(read(name!)).toContain(`<title>${pdf.title}</title>`);
    expect(read(name!)).toContain(pdf.alternatives[0]);
  });

  test('aucune phrase des chapitres n’est perdue, ni déplacée', () => {
    const whole = fold(text.paragraphs.map((paragraph) => paragraph.text).join(' '));
    let from = 0;
    const lost = book.chapters.flatMap(({ tree }) =>
      runsIn(tree!).filter((run) => {
        const at = whole.indexOf(fold(typo(run)), from);
        from = Math.max(from, at);
        return at < 0;
      }),
    );
    expect(lost).toEqual([]);
    expect(text.notes).toHaveLength(book.notes.length);
  });

  test('le texte dit où va chaque figure et chaque photographie, et renvoie par numéro', () => {
    const [figure] = book.figures;
    const places = text.paragraphs.filter(({ style }) => style === 'Figure\u00a0: emplacement');
    expect(places).toHaveLength(book.figures.length);
    expect(places[0]!.text).toContain(`figure-01-${figure!.id}-colonne, figure-01-${figure!.id}-page]`);
    const photos = text.paragraphs.filter(({ style }) => style === 'Photographie\u00a0: emplacement');
    expect(photos.map((photo) => photo.text)).toEqual(
      book.photos.map(({ file }) => `[Photographie\u00a0: photos/${file}]`),
    );
  });
});
