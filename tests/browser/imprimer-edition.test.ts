import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PdfContents, readPdf } from '../../src/print/read-pdf.ts';

const folder = mkdtempSync(join(tmpdir(), 'observatoire-edition-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A whole run of the command, and the bytes of its PDF. */
async function printEdition(out: string): Promise<{ code: number | null; bytes: Buffer }> {
  const to = join(folder, out);
  const args = ['scripts/run.mjs', 'scripts/imprimer.ts', '--edition', '2025', '--format', 'a5', '--sortie', to];
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, bytes: readFileSync(join(to, 'edition-2025-a5.pdf')) };
}

let first: Awaited<ReturnType<typeof printEdition>>;
let pdf: PdfContents;
beforeAll(async () => {
  first = await printEdition('un');
  pdf = await readPdf(new Uint8Array(first.bytes));
}, 180_000);

describe('npm run imprimer -- --edition', () => {
  test('le livre est imprimé, son contrôle est conforme', () => {
    expect(first.code).toBe(0);
    const report = JSON.parse(readFileSync(join(folder, 'un', 'edition-2025-a5.json'), 'utf8'));
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

  test('signets, langue et liens y sont', () => {
    expect(pdf.bookmarks).toContain('Le programme connu');
    expect(pdf).toMatchObject({ tagged: true, language: 'fr' });
    expect(pdf.links.every(({ leads }) => leads)).toBe(true);
  });

  test('deux impressions donnent les mêmes octets', { timeout: 180_000 }, async () => {
    const { bytes } = await printEdition('deux');
    expect(bytes.equals(first.bytes)).toBe(true);
  });
});
