import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { hasErrors } from '../../src/csv/fault.ts';
import { verify } from '../../src/observatory/verify.ts';
import { forms } from '../../src/report/forms.ts';
import { describeFile, SOUND } from '../datasets/folders.ts';

/** Words of zod, YAML, MDX, Papa Parse and Node that nobody writes in French. */
const ENGLISH =
  /\b(?:error|invalid|expected|unexpected|cannot|could|must|should|required|received|undefined|failed|failure|missing|unknown|unresolved|unterminated|too (?:big|small)|input|string|object|array|number|boolean|parse|token|syntax|not a|is not|at file|node:|E(?:NOENT|ISDIR|ACCES|LOOP|NOTDIR|PERM))\b|\n\s+at /i;

const utf8 = (text: string) => new TextEncoder().encode(text);
const page = '---\ntitle: Accueil\n---\n\nDu texte, <Figure id="carte-des-lieux" /> et encore.\n';
const edition = `title: Essai
description: Une édition d’essai.
dates: { debut: 2025-11-06, fin: 2025-11-07 }
lieu: Lieu A
`;
const topology = JSON.stringify({
  type: 'Topology',
  arcs: [
    [
      [0, 0],
      [0, 1],
      [1, 1],
      [1, 0],
      [0, 0],
    ],
  ],
  objects: {
    territoires: {
      type: 'GeometryCollection',
      geometries: [{ type: 'Polygon', arcs: [[0]], properties: { code: 'P1' } }],
    },
  },
});
const survey = 'id_unite;consentement;code_insee;surface\nu1;annuaire;99001;120\nu2;annuaire;99002;80\n';

/** Every kind of file that people supply, sound. */
const FILES: Readonly<Record<string, string>> = {
  ...SOUND,
  'content/observatoire.yaml': `${SOUND['content/observatoire.yaml']}contours: territoires/contours.topojson\n`,
  'content/pages/accueil.mdx': page,
  'content/journal.yaml': '- { quoi: repondants, date: 2026-03-01, explication: Une réponse ajoutée. }\n',
  'content/editions/2025/edition.yaml': edition,
  'data/territoires/contours.topojson': topology,
  'data/enquete/enquete-2023.csv': survey,
  'data/datapackage.json': JSON.stringify({
    name: 'essai',
    title: 'Essai',
    resources: [
      describeFile('lieux', 'lieux/lieux.csv'),
      describeFile('reperes', 'reperes/reperes.csv'),
      describeFile('enquete-2023', 'enquete/enquete-2023.csv'),
    ],
  }),
};
const PATHS = Object.keys(FILES);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const check = () =>
  verify([{ data: join(folder, 'data'), content: join(folder, 'content'), demonstration: false }], {
    publication: false,
  });

/** What `verifier` says in its own words: the values it quotes are the files'. */
async function tell() {
  const { faults, masking } = await check();
  const bare = faults.map(({ value: _, nearest: __, columnName: ___, mended: ____, ...fault }) => ({
    ...fault,
    file: fault.file.replace(`${folder}/`, ''),
  }));
  const told = forms.terminal(bare, masking, {}).replaceAll(/«[^»]*»/g, '« »');
  for (const form of Object.values(forms)) expect(typeof form(faults, masking, {})).toBe('string');
  return { faults, told };
}

/** Puts something in the place of a file, for one test. */
async function tellWith(path: string, put: (place: string) => void) {
  const place = join(folder, path);
  rmSync(place, { recursive: true, force: true });
  try {
    put(place);
    return await tell();
  } finally {
    rmSync(place, { recursive: true, force: true });
    writeFileSync(place, FILES[path]!);
  }
}

test('tout est d’abord sain', async () => {
  const { faults } = await check();
  expect(hasErrors(faults)).toBe(false);
});

describe('n’importe quels octets', () => {
  const path = fc.constantFrom(...PATHS);
  const noise = fc.uint8Array({ maxLength: 400 });
  const cut = fc.double({ min: 0, max: 1, noNaN: true });

  const speaksFrench = async (where: string, bytes: Uint8Array) => {
    const { told } = await tellWith(where, (place) => writeFileSync(place, bytes));
    expect(told).not.toMatch(ENGLISH);
  };

  test('des octets au hasard', async () => {
    await fc.assert(fc.asyncProperty(path, noise, speaksFrench), { numRuns: 80 });
  });

  test('un fichier tronqué', async () => {
    const truncated = (where: string, share: number) => {
      const bytes = utf8(FILES[where]!);
      return speaksFrench(where, bytes.subarray(0, Math.floor(bytes.length * share)));
    };
    await fc.assert(fc.asyncProperty(path, cut, truncated), { numRuns: 80 });
  });

  test('un fichier dont quelques octets ont changé', async () => {
    const splice = (where: string, share: number, added: Uint8Array) => {
      const bytes = utf8(FILES[where]!);
      const at = Math.floor(bytes.length * share);
      return speaksFrench(where, Uint8Array.from([...bytes.subarray(0, at), ...added, ...bytes.subarray(at + 3)]));
    };
    const small = fc.oneof(
      fc.uint8Array({ maxLength: 6 }),
      fc
        .constantFrom(
          '{',
          '}',
          '[',
          ']',
          '"',
          "'",
          ':',
          '- ',
          '&a',
          '*a',
          '!!set',
          '<',
          '</x>',
          '<toString />',
          '{{',
          '---\n',
          '\t',
          '|',
          '? [a]: b\n',
          '__proto__: 1\n',
          '.inf',
          '.nan',
          '1e999',
          '\u2028',
        )
        .map(utf8),
    );
    await fc.assert(fc.asyncProperty(path, cut, small, splice), { numRuns: 150 });
  });
});

describe('ce qui n’est pas le fichier attendu', () => {
  const csv = 'data/lieux/lieux.csv';
  const problemOf = ({ faults }: Awaited<ReturnType<typeof tell>>, path: string) =>
    faults.find(({ file }) => file.endsWith(path))?.problem;

  test.each(PATHS)('un dossier à la place de %s', async (path) => {
    const told = await tellWith(path, (place) => mkdirSync(place));
    expect(problemOf(told, path)).toBe('c’est un dossier');
    expect(told.told).not.toMatch(ENGLISH);
  });

  test.each(PATHS)('un lien qui tourne en rond à la place de %s', async (path) => {
    const { told } = await tellWith(path, (place) => symlinkSync(place, place));
    expect(told).toContain('lien qui tourne en rond');
    expect(told).not.toMatch(ENGLISH);
  });

  test('un lien vers rien', async () => {
    const told = await tellWith(csv, (place) => symlinkSync(`${place}-absent`, place));
    expect(problemOf(told, csv)).toBe('lien vers un fichier absent');
  });

  test.each([
    ['vide', new Uint8Array(), 'fichier vide'],
    [
      'un classeur ou une archive zip',
      Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, ...deflateRawSync('x')]),
      'c’est un classeur (.xlsx ou .ods)',
    ],
    ['un gzip', gzipSync('id;nom'), 'c’est un fichier compressé (gzip)'],
    ['un PDF', utf8('%PDF-1.7\n'), 'c’est un PDF'],
    ['des octets nuls', utf8('id;nom\0'), 'il contient des octets nuls'],
    [
      'une ligne de deux millions de signes',
      utf8(`id;nom\n${'a'.repeat(2_000_000)}`),
      'ligne de plus d’un million de signes',
    ],
  ])('%s', async (_, bytes, problem) => {
    expect(problemOf(await tellWith(csv, (place) => writeFileSync(place, bytes)), csv)).toBe(problem);
  });

  test('de l’UTF-16 se lit, avec un avertissement', async () => {
    const wide = Buffer.from(`\ufeff${FILES[csv]}`, 'utf16le');
    const { faults } = await tellWith(csv, (place) => writeFileSync(place, wide));
    const own = faults.filter(({ file }) => file.endsWith(csv));
    expect(own.map(({ level, problem }) => `${level} : ${problem}`)).toEqual([
      'avertissement : encodage UTF-16 : lu quand même',
    ]);
  });

  test('un fichier d’un gigaoctet n’est pas ouvert', async () => {
    const told = await tellWith(csv, (place) => {
      writeFileSync(place, '');
      truncateSync(place, 1e9);
    });
    expect(problemOf(told, csv)).toBe('fichier trop gros : 1\u202f000\u00a0Mo');
  });

  test('une cellule de plusieurs mégaoctets se refuse comme une autre', async () => {
    const cell = `"${'abcdefgh\n'.repeat(600_000)}"`;
    const record = `b;${cell};;99001;;;;;;;;;tiers-lieu;;https://exemple.fr;;\n`;
    const told = await tellWith(csv, (place) => writeFileSync(place, FILES[csv]! + record));
    expect(problemOf(told, csv)).toBe('5\u202f399\u202f999 caractères');
  });

  test('des milliers de fautes ne se lisent pas toutes', async () => {
    const told = await tellWith(csv, (place) => writeFileSync(place, FILES[csv]! + 'x\n'.repeat(30_000)));
    expect(told.faults.filter(({ file }) => file.endsWith(csv))).toMatchObject([
      { problem: 'lignes entières dans une seule cellule, 10\u202f000 sur 10\u202f001' },
      { line: 10_003, problem: 'plus de 10\u202f000 fautes : la suite n’a pas été lue' },
    ]);
  });

  test('un réglage de milliers de crochets imbriqués', async () => {
    const path = 'content/observatoire.yaml';
    const { faults } = await tellWith(path, (place) => writeFileSync(place, '['.repeat(30_000)));
    expect(faults).toMatchObject([{ problem: 'syntaxe incorrecte' }, ...faults.slice(1)]);
  });

  test.skipIf(process.getuid?.() === 0)('un fichier illisible', async () => {
    const told = await tellWith(csv, (place) => {
      writeFileSync(place, FILES[csv]!);
      chmodSync(place, 0);
    });
    expect(problemOf(told, csv)).toBe('fichier illisible');
  });

  test('des dossiers qui n’existent pas', async () => {
    const { faults } = await verify([{ data: '/absent/a', content: '/absent/b', demonstration: false }], {
      publication: false,
    });
    expect(faults.map(({ file, problem }) => `${file} : ${problem}`)).toEqual([
      '/absent/b/observatoire.yaml : fichier absent',
      '/absent/a/datapackage.json : fichier absent',
    ]);
  });

  test('des fichiers à la place des dossiers', async () => {
    const place = mkdtempSync(join(tmpdir(), 'hostile-'));
    onTestFinished(() => rmSync(place, { recursive: true }));
    for (const name of ['data', 'content']) writeFileSync(join(place, name), 'x');
    const { faults } = await verify(
      [{ data: join(place, 'data'), content: join(place, 'content'), demonstration: false }],
      { publication: false },
    );
    expect(faults.map(({ problem }) => problem)).toEqual(['fichier absent', 'fichier absent']);
  });
});
