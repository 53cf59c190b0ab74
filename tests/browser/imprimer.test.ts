import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PdfContents, readPdf } from '../../src/print/read-pdf.ts';

const folder = mkdtempSync(join(tmpdir(), 'observatoire-imprimer-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A whole run of the command; what it said, its spaces made ordinary. */
function imprimer(
  out: string,
  args: readonly string[],
): Promise<{ code: number | null; said: string; complained: string }> {
  const child = spawn(process.execPath, [
    'scripts/run.mjs',
    'scripts/imprimer.ts',
    ...args,
    '--sortie',
    join(folder, out),
  ]);
  let [said, complained] = ['', ''];
  child.stdout.on('data', (chunk) => {
    said += chunk;
  });
  child.stderr.on('data', (chunk) => {
    complained += chunk;
  });
  return new Promise((resolve) =>
    child.on('close', (code) => resolve({ code, said: said.replaceAll(/[\u00a0\u202f]/g, ' '), complained })),
  );
}

const bytesOf = (file: string) => new Uint8Array(readFileSync(join(folder, file)));
const isHere = (tool: string) => spawnSync(tool, ['--version']).error === undefined;

const DOCUMENTS = {
  'reel/affiche-a3.pdf': { pages: 1, size: '841.89 x 1190.55 pts (A3)', title: /^Portrait des tiers-lieux/ },
  'reel/affiche-a4.pdf': { pages: 1, size: '595.276 x 841.89 pts (A4)', title: /^Portrait des tiers-lieux/ },
  'fictif/demonstration/affiche-a3.pdf': {
    pages: 1,
    size: '841.89 x 1190.55 pts (A3)',
    title: /^Portrait d’une région fictive/,
  },
  'fictif/demonstration/affiche-a4.pdf': {
    pages: 1,
    size: '595.276 x 841.89 pts (A4)',
    title: /^Portrait d’une région fictive/,
  },
  'livret/demonstration/livret-territoire-1.pdf': {
    pages: 4,
    size: '595.276 x 841.89 pts (A4)',
    title: /Territoire 1$/,
  },
} as const;

let runs: Awaited<ReturnType<typeof imprimer>>[];
beforeAll(async () => {
  // Two observatories at once; two runs of one observatory would share Astro's cache.
  const real = imprimer('reel', ['--affiche']);
  const fictional = imprimer('fictif', ['--affiche', '--demonstration']);
  const first = await Promise.all([real, fictional]);
  const again = imprimer('encore', ['--affiche', '--format', 'a4']);
  const leaflet = imprimer('livret', ['--livret', 'territoire-1', '--demonstration']);
  runs = [...first, ...(await Promise.all([again, leaflet]))];
});

describe('npm run imprimer', () => {
  test('chaque feuille est imprimée et contrôlée : code 0', () => {
    expect(runs.map(({ code, complained }) => ({ code, complained }))).toEqual(
      runs.map(() => ({ code: 0, complained: '' })),
    );
    expect(runs[0]!.said).toMatch(/^Données contrôlées\. Les pages se composent…\n1\/2 {2}affiche-a3\n/);
    expect(runs[0]!.said).not.toContain('NON');
    expect(readdirSync(join(folder, 'reel')).sort()).toEqual([
      'affiche-a3.json',
      'affiche-a3.pdf',
      'affiche-a4.json',
      'affiche-a4.pdf',
    ]);
    expect(JSON.parse(readFileSync(join(folder, 'reel/affiche-a3.json'), 'utf8'))).toMatchObject({
      fichier: 'affiche-a3.pdf',
      conforme: true,
    });
  });

  test('deux fois la même feuille : les mêmes octets', () => {
    expect(bytesOf('encore/affiche-a4.pdf')).toEqual(bytesOf('reel/affiche-a4.pdf'));
  });

  test('le mur dit en mots ce qu’il montre, et d’où vient le nombre de briques creuses', async () => {
    const { alternatives, texts } = await readPdf(bytesOf('reel/affiche-a3.pdf'));
    const said = (text: string) => text.replaceAll(/\s+/g, ' ');
    const [, bricks, known, missing] =
      /^Mur de (\d+) briques, une par lieu\. (\d+) lieux de l’annuaire : briques pleines\. Environ (\d+) lieux à compter encore/.exec(
        said(alternatives[0]!),
      ) ?? [];
    expect(Number(known) + Number(missing)).toBe(Number(bricks));
    expect(said(texts[0]!)).toMatch(/une brique creuse pour chacun : environ \d+ lieux .+ Source : .+, \d{4}\./);
  });

  test('la démonstration est marquée comme telle sur chaque feuille, et dans chaque image', async () => {
    const { texts, alternatives } = await readPdf(bytesOf('fictif/demonstration/affiche-a3.pdf'));
    expect(texts[0]).toContain('Démonstration, région fictive');
    // Every picture but the wall bears the word.
    expect(texts[0]!.match(/Démonstration\s?: données fictives/g)).toHaveLength(alternatives.length - 1);
  });

  test('le livret dit le territoire, ses lieux, et qui contacter', async () => {
    const { texts } = await readPdf(bytesOf('livret/demonstration/livret-territoire-1.pdf'));
    expect(texts[0]).toContain('Territoire 1');
    expect(texts[2]).toContain('Les lieux connus');
    expect(texts[2]!.match(/Lieu \d+/g)!.length).toBeGreaterThan(20);
    expect(texts[3]).toContain('Qui contacter');
  });

  describe.each(Object.entries(DOCUMENTS))('%s', (file, { pages, size, title }) => {
    let pdf: PdfContents;
    beforeAll(async () => {
      pdf = await readPdf(bytesOf(file));
    });

    test('balisé, en français, daté des données, sans pixel, polices incorporées, images décrites', () => {
      expect(pdf.pages).toHaveLength(pages);
      expect(pdf).toMatchObject({ language: 'fr', tagged: true, images: 0, title: expect.stringMatching(title) });
      expect(pdf.fonts.filter(({ embedded }) => !embedded)).toEqual([]);
      expect(pdf.alternatives.length).toBeGreaterThanOrEqual(3);
      expect(pdf.bookmarks.length).toBeGreaterThanOrEqual(3);
    });

    test.skipIf(!isHere('pdfinfo'))('poppler lit la même chose', () => {
      const info = spawnSync('pdfinfo', ['-box', join(folder, file)], { encoding: 'utf8' }).stdout;
      expect(info).toContain(`Page size:       ${size}`);
      expect(info).toMatch(/Tagged: +yes/);
      expect(info).toMatch(new RegExp(`Pages: +${pages}\n`));
      const fonts = spawnSync('pdffonts', [join(folder, file)], { encoding: 'utf8' }).stdout;
      expect(
        fonts
          .split('\n')
          .slice(2)
          .filter((line) => line && !/ yes (?:yes|no ) yes +\d/.test(line)),
      ).toEqual([]);
      expect(
        spawnSync('pdfimages', ['-list', join(folder, file)], { encoding: 'utf8' }).stdout.split('\n'),
      ).toHaveLength(3);
    });

    test.skipIf(!isHere('qpdf'))('qpdf n’y trouve pas de faute', () => {
      expect(spawnSync('qpdf', ['--check', join(folder, file)]).status).toBe(0);
    });
  });
});
