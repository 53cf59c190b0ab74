import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../scripts/build-site.ts';
import { loadObservatory } from '../../src/datasets/load.ts';
import { textOf } from './dist.ts';

const ROOT = join(import.meta.dirname, '../..');
let data: string;
let directory: string;

beforeAll(() => {
  data = mkdtempSync(join(tmpdir(), 'observatoire-hostile-'));
  cpSync(join(ROOT, 'data'), data, { recursive: true, filter: (file) => !file.includes('demonstration') });
  directory = readFileSync(join(data, 'lieux/lieux.csv'), 'utf8');
});

afterAll(() => rmSync(data, { recursive: true, force: true }));

/** The faults of the directory once one of its texts is replaced. */
async function faultsWith(from: string, to: string) {
  writeFileSync(join(data, 'lieux/lieux.csv'), directory.replace(from, to));
  const { faults } = await loadObservatory({ data, content: join(ROOT, 'content'), demonstration: false });
  writeFileSync(join(data, 'lieux/lieux.csv'), directory);
  return faults.filter(({ level }) => level === 'erreur');
}

describe('une cellule hostile est refusée et nommée', () => {
  test.each([
    ['du balisage', 'Champ libre', '<img src=x onerror=alert(1)>'],
    ['une formule', 'Champ libre', '=HYPERLINK(1)'],
    ['une formule qui commence par +', 'Champ libre', '+cmd|calc'],
    ['un caractère de commande', 'Champ libre', 'Champ\u0007libre'],
    ['une inversion de sens', 'Champ libre', 'Champ \u202Eerbil'],
    ['une cellule de dix mille caractères', 'Champ libre', 'x'.repeat(10_000)],
    ['un chemin dans un identifiant', 'champ-libre', '../../etc/passwd'],
    ['une adresse qui exécute', 'http://www.lillemetropole.fr/tiers-lieux', 'javascript:alert(1)'],
  ])('%s', async (_what, from, to) => {
    const faults = await faultsWith(from, to);
    expect(faults.length).toBeGreaterThan(0);
    expect(faults[0]).toMatchObject({ line: 2, file: expect.stringContaining('lieux.csv') });
    expect(faults[0]?.columnName).toBeTruthy();
  });
});

describe('une cellule permise ne peut rien casser ; un retrait efface', () => {
  const dist = () => join(data, 'dist');

  test('guillemets, esperluettes, apostrophes et accolades restent du texte', async () => {
    const name = `L’« Atelier » & Cie {x} "y" 'z'`;
    writeFileSync(join(data, 'lieux/lieux.csv'), directory.replace('Champ libre', `"${name.replaceAll('"', '""')}"`));
    // A second place, the same day, asks to leave the directory.
    const withdrawn = readFileSync(join(data, 'lieux/lieux.csv'), 'utf8').replace(
      /^(la-coroutine;.*);\r$/m,
      '$1;2026-10-01\r',
    );
    writeFileSync(join(data, 'lieux/lieux.csv'), withdrawn);
    const environment = { OBSERVATOIRE_DATA: data };
    expect(await build({ outDir: dist(), publication: false, environment, say: () => {} })).toBe(0);
    const page = readFileSync(join(dist(), 'lieux/champ-libre/index.html'), 'utf8');
    expect(page).toContain('&amp; Cie {x}');
    expect(page.replace(/<script type="application\/ld\+json">.*?<\/script>/, '')).not.toContain('& Cie');
    // Search engines read the name as it is written, and no page can be left from inside it.
    const described = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(page)?.[1] ?? '';
    expect(JSON.parse(described)).toMatchObject({ '@type': 'Place', name });
    expect(readFileSync(join(dist(), 'lieux/index.html'), 'utf8')).toContain('&amp; Cie {x}');
    const svg = readFileSync(join(dist(), 'graphiques/carte-des-lieux.svg'), 'utf8');
    expect(svg).not.toContain('& Cie');
    expect(readFileSync(join(dist(), 'graphiques/carte-des-lieux.csv'), 'utf8')).toContain('""y""');
  });

  test('un lieu qui se retire n’est plus nommé nulle part ; sa fiche devient un avis', () => {
    const notice = readFileSync(join(dist(), 'lieux/la-coroutine/index.html'), 'utf8');
    expect(notice).toContain('Ce lieu a demandé à ne plus figurer dans l’annuaire.');
    expect(notice).toContain('octobre');
    expect(notice).toContain('noindex');
    const named = readdirSync(dist(), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(html|csv|json|geojson|svg|xml|xlsx|png|zip)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => /coroutine/i.test(textOf(file).replaceAll('/lieux/la-coroutine/', '')));
    expect(named).toEqual([]);
  });
});
