import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { bindBook } from '../../src/observatory/edition/book.ts';
import { readTexts } from '../../src/observatory/read-texts.ts';
import { checkWritten } from '../../src/print/edition/check-written.ts';
import { writtenBook } from '../../src/print/edition/written-book.ts';
import { readPdf } from '../../src/print/read-pdf.ts';

const ROOT = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'observatoire-fautive-'));
const content = join(folder, 'content');
const edition = join(content, 'editions/2025');
const out = join(folder, 'impressions');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PHOTO = '<Photo fichier="petite.png" alt="Un carré gris." credit="Personne A" />';
const INKS = '<Photo fichier="encres.jpg" alt="Un carré gris." credit="Personne A" />';
const GRADIENT = '<div style="height:20mm;background:linear-gradient(90deg,#c00,#00c)"></div>';

/** An edition of two chapters, and in the second what is asked for, each on lines of its own. */
async function writeEdition(...added: readonly string[]): Promise<void> {
  rmSync(edition, { recursive: true, force: true });
  mkdirSync(join(edition, 'photos'), { recursive: true });
  cpSync(join(ROOT, 'content/editions/2025/edition.yaml'), join(edition, 'edition.yaml'));
  const chapter = (title: string, lines: readonly string[]) =>
    ['---', `title: ${title}`, `description: ${title}.`, '---', '', ...lines, ''].join('\n');
  writeFileSync(join(edition, '01-avant.mdx'), chapter('Avant', ['Un premier chapitre, qui ne dit pas grand-chose.']));
  const lines = ['Un second chapitre, qui n’en dit pas plus.', ...added.flatMap((one) => ['', one])];
  writeFileSync(join(edition, '02-apres.mdx'), chapter('Après', lines));
  const grey = { width: 300, height: 200, channels: 3, background: '#808080' } as const;
  await sharp({ create: grey }).png().toFile(join(edition, 'photos/petite.png'));
  const large = { ...grey, width: 2000, height: 1400 };
  await sharp({ create: large }).toColourspace('cmyk').jpeg().toFile(join(edition, 'photos/encres.jpg'));
}

/** A whole run of the command on it; spaces made ordinary, the temporary folder given a name. */
async function imprimer(
  ...args: readonly string[]
): Promise<{ code: number | null; said: string; complained: string }> {
  const child = spawn(
    process.execPath,
    ['scripts/run.mjs', 'scripts/imprimer.ts', '--edition', '2025', '--format', 'a5', '--sortie', out, ...args],
    { cwd: ROOT, env: { ...process.env, OBSERVATOIRE_CONTENT: content, NO_COLOR: '1' } },
  );
  let [said, complained] = ['', ''];
  child.stdout.on('data', (chunk) => {
    said += chunk;
  });
  child.stderr.on('data', (chunk) => {
    complained += chunk;
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll(folder, '…');
  return { code, said: plain(said), complained: plain(complained) };
}

beforeAll(() => {
  cpSync(join(ROOT, 'content'), content, {
    recursive: true,
    filter: (file) => !/[/\\](?:demonstration|editions)$/.test(file),
  });
});

/** Whatever is wrong, nothing is written. */
afterEach(() => expect(existsSync(out)).toBe(false));

const WAIT = { timeout: 180_000 };

describe('une édition fautive est refusée, chaque faute par son nom', () => {
  test('une photo sans texte de remplacement, un nombre tapé sans source', WAIT, async () => {
    await writeEdition(PHOTO.replace(' alt="Un carré gris."', ''), 'Les 320 lieux de la région ont répondu.');
    expect(await imprimer()).toEqual({
      code: 1,
      said: '',
      complained: [
        '…/content/editions/2025/02-apres.mdx : 2 erreurs',
        '',
        '  Erreur, ligne 10 : nombre tapé sans source',
        '    lu : « Les 320 lieux de »',
        '    attendu : <Value id="…" />, ou <Nombre source="…">le nombre</Nombre> s’il',
        '      n’est pas dans les données',
        '    pour corriger : citez la donnée, ou donnez la source du nombre',
        '',
        '  Erreur, ligne 8, balise « <Photo alt> » : photo sans texte de remplacement',
        '    attendu : ce que la photo montre, en une phrase : alt="…"',
        '    pour corriger : dites ce que l’on voit, comme au téléphone',
        '',
        '2 erreurs dans 1 fichier.',
        '',
        'Rien n’est imprimé.',
        '',
      ].join('\n'),
    });
  });

  test(
    'un dégradé, une photo trop petite, deux photos sans profil, pour une presse : page et place, ou fichier',
    WAIT,
    async () => {
      await writeEdition(GRADIENT, PHOTO, INKS);
      const { code, said, complained } = await imprimer('--imprimeur');
      expect({ code, complained }).toEqual({
        code: 1,
        complained: 'Un PDF au moins n’est pas conforme : voyez ce qui suit « NON ».\n',
      });
      expect(said.split('\n').filter((line) => line.includes('NON') || line.includes('n’est pas écrit'))).toEqual([
        '…/impressions/edition-2025-a5-interieur-imprimeur.pdf n’est pas écrit : ce qui suit ne se convertit pas pour une presse.',
        '  NON  petite.png : sans profil, personne ne sait ses couleurs : enregistrez-la de nouveau en sRGB, avec son profil',
        '  NON  encres.jpg : CMJN sans profil, des encres sans presse : enregistrez-la de nouveau en sRGB, avec son profil',
        expect.stringMatching(
          /^ {2}NON {2}page 7, à \d+ mm du bord gauche et \d+ mm du bord haut : dégradé : remplacez-le par des aplats$/,
        ),
        expect.stringMatching(
          /^ {2}NON {2}page 7, à \d+ mm du bord gauche et \d+ mm du bord haut : image de 300 × 200 pixels à \d+ ppp : il en faut 200, donnez-la plus grande ou montrez-la plus petite$/,
        ),
        '…/impressions/edition-2025-a5-couverture-imprimeur.pdf n’est pas écrit : il va avec l’autre.',
      ]);
    },
  );

  test('un chapitre que la page ne montre plus : son fichier le dit', WAIT, async () => {
    await writeEdition('<div style="display:none">', 'Cette phrase du fichier ne se voit nulle part.', '</div>', INKS);
    const { code, said } = await imprimer();
    rmSync(out, { recursive: true });
    const lines = said.split('\n').map((line) => line.replaceAll(/ {2,}/g, '  '));
    expect(code).toBe(1);
    expect(lines.filter((line) => /NON|→/.test(line))).toEqual([
      '  NON  Chapitres entiers  1 sur 2, 3 passages de leurs fichiers sur 4',
      '  → « Après » : manque « Cette phrase du fichier ne se voit nulle part. »',
      '  NON  Photographies d’origine  encres.jpg : encres sans profil',
      '  → encres.jpg : CMJN sans profil, des encres sans presse : enregistrez-la de nouveau en sRGB, avec son profil',
    ]);
  });

  test('un chapitre perdu : ses pages ôtées du PDF, son nom est dit', async () => {
    await writeEdition();
    const texts = readTexts(content).filter(({ name }) => name.startsWith('editions/'));
    const nothing = { figure: () => undefined, card: () => undefined };
    const book = writtenBook(bindBook('2025', texts, { drafts: false }), nothing);
    const document = await PDFDocument.create();
    for (const { number, title, runs } of book.chapters) {
      const words = [`Chapitre ${number}`, title, ...runs.map((run) => run.replaceAll('’', "'"))];
      document.addPage().drawText(words.join('\n'), { x: 50, y: 500, size: 9 });
    }
    const lost = async () => {
      const { texts: pages } = await readPdf(await document.save());
      return checkWritten(pages, book).find(({ id }) => id === 'chapitres')?.wrong;
    };
    expect(await lost()).toEqual([]);
    document.removePage(1);
    expect(await lost()).toEqual(['« Après » : absent']);
  });
});
