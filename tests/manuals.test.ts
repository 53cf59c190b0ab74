import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { MDX_COMPONENTS } from '../src/observatory/mdx-components.ts';
import { verify } from '../src/observatory/verify.ts';
import { callsIn, optionsOf } from './called-commands.ts';

const ROOT = join(import.meta.dirname, '..');
const MANUALS = ['README.md', 'data/LISEZMOI.md', 'content/LISEZMOI.md', 'src/LISEZMOI.md'];
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

test.each([...callsIn(MANUALS.map(read).join('\n'))])(
  'les modes d’emploi disent vrai : npm run %s',
  (command, options) => {
    const known = optionsOf(command);
    expect(known).toBeDefined();
    expect([...options].filter((option) => !known?.has(option))).toEqual([]);
  },
);

/** The anchor that a title is given on GitHub and on GitLab. */
const anchorOf = (title: string) =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

test.each(MANUALS)('%s : ses liens mènent à des fichiers et à des titres qui existent', (manual) => {
  const links = [...read(manual).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link!);
  const wrong = links.filter((link) => {
    if (/^(?:https?:|\/)/.test(link)) return false;
    const [path, anchor] = link.split('#') as [string, string?];
    const file = path === '' ? manual : join(dirname(manual), path);
    if (!existsSync(join(ROOT, file))) return true;
    const anchors = [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, title]) => anchorOf(title!));
    return anchor !== undefined && !anchors.includes(anchor);
  });
  expect(wrong).toEqual([]);
});

test('src/LISEZMOI.md nomme chaque pièce de la maison, et aucun fichier qui n’existe plus', () => {
  const manual = read('src/LISEZMOI.md');
  const files = ['.', 'src', 'scripts', 'tests'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: folder !== '.', encoding: 'utf8' }),
  );
  const rooms = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(rooms.filter(({ name }) => !manual.includes(`\`${name}/\``)).map(({ name }) => name)).toEqual([]);
  const names = new Set(files.map((file) => basename(file)));
  const named = [...manual.matchAll(/`(?:[\w./[\]-]*\/)?([\w.[\]-]+\.(?:ts|astro|mjs|css|js))`/g)].map(
    ([, name]) => name!,
  );
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter((name) => !names.has(name))).toEqual([]);
});

test('les exemples de content/LISEZMOI.md se vérifient tels quels', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'observatoire-manuel-'));
  try {
    const content = join(folder, 'content');
    cpSync(join(ROOT, 'content'), content, { recursive: true, filter: (file) => !file.includes('/demonstration') });
    const manual = read('content/LISEZMOI.md');
    const [, page = ''] = /```mdx\n([\s\S]*?)```/.exec(manual) ?? [];
    const quoted = [...manual.matchAll(/`(<[A-Z][^`]*>)`/g)].map(([, example]) => example as string);
    const whole = quoted.filter((example) => /\/>$|<\/\w+>$/.test(example) && !/^<\//.test(example));
    expect(whole.length).toBeGreaterThan(8);
    const ofEditions = whole.filter((example) => MDX_COMPONENTS[/\w+/.exec(example)![0]]?.edition);
    const ofPages = whole.filter((example) => !ofEditions.includes(example));
    writeFileSync(join(content, 'pages/glossaire.mdx'), `${page}\n${ofPages.join('\n\n')}\n`);
    mkdirSync(join(content, 'editions/2025/photos'));
    const photo = sharp({ create: { width: 2, height: 2, channels: 3, background: '#888' } });
    await photo.jpeg().toFile(join(content, 'editions/2025/photos/halle.jpg'));
    const figure = '<Figure id="partenaires" />';
    writeFileSync(
      join(content, 'editions/2025/90-exemples.mdx'),
      `---\ntitle: Exemples\n---\n${[...ofEditions.map((example) => `Mot${example}`), figure].join('\n\n')}\n`,
    );
    const { faults } = await verify([{ data: join(ROOT, 'data'), content, demonstration: false }], {
      publication: false,
    });
    // A number that waits for answers is said to wait: that too is what the manual announces.
    expect(
      faults.filter(({ level, problem }) => level === 'erreur' && problem !== 'ce nombre n’a pas encore de données'),
    ).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('content/LISEZMOI.md donne un exemple de chaque composant, avec des attributs qui existent', () => {
  const manual = read('content/LISEZMOI.md');
  expect(Object.keys(MDX_COMPONENTS).filter((name) => !manual.includes(`<${name}`))).toEqual([]);
  // What gives a component its looks knows the same names; what the build writes itself is nobody's to type.
  const dressed = [...read('src/components/mdx.ts').matchAll(/^ {2}([A-Z]\w+)(?:: \w+)?,$/gm)].map(([, name]) => name);
  expect(dressed.filter((name) => !['NoteFin', 'Notes', 'Titre'].includes(name!)).sort()).toEqual(
    Object.keys(MDX_COMPONENTS).sort(),
  );
});
