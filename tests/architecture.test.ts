import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const SRC = join(import.meta.dirname, '../src');

/** What each room may import besides itself; imports go down only. */
const BELOW: Record<string, readonly string[]> = {
  model: [],
  text: ['model'],
  csv: ['text', 'model'],
  hosting: [],
  report: ['csv', 'text', 'model'],
  geo: ['text', 'model'],
  secrecy: ['model'],
  charts: ['geo', 'text', 'model'],
  datasets: ['csv', 'geo', 'text', 'model'],
  import: ['report', 'datasets', 'csv', 'geo', 'text', 'model'],
  // Private lists: no room may import this one.
  reminders: ['datasets', 'charts', 'csv', 'text', 'model'],
  indicators: ['datasets', 'text', 'model'],
  figures: ['datasets', 'charts', 'text', 'model'],
  observatory: ['report', 'figures', 'indicators', 'secrecy', 'datasets', 'csv', 'charts', 'geo', 'text', 'model'],
  publication: [
    'components',
    'figures',
    'indicators',
    'observatory',
    'datasets',
    'report',
    'secrecy',
    'csv',
    'charts',
    'text',
    'model',
  ],
  // Its pages leave through the site's own middleware.
  print: [
    'middleware.ts',
    'layouts',
    'components',
    'observatory',
    // Only what reads artefacts again: a PDF is one.
    'secrecy',
    'styles',
    'datasets',
    'charts',
    'csv',
    'text',
    'model',
  ],
  // What is frozen is what the site's own pages show, drawn alone.
  freezing: ['middleware.ts', 'pages', 'layouts', 'components', 'observatory', 'styles', 'datasets', 'text'],
  styles: ['charts'],
  client: ['geo', 'text', 'charts', 'model'],
  // A component that few pages have may bring its own sheet.
  components: ['observatory', 'client', 'charts', 'csv', 'text', 'model', 'datasets', 'styles'],
  layouts: ['components', 'hosting', 'observatory', 'styles', 'client', 'charts', 'text', 'model'],
  pages: ['layouts', 'components', 'observatory', 'charts', 'csv', 'datasets', 'text', 'model', 'client', 'styles'],
};

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|astro)$/.test(entry.name))
    .map((entry) => relative(SRC, join(entry.parentPath, entry.name)));
}

function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(SRC, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g)].map(([, target]) =>
    relative(SRC, join(SRC, file, '..', target as string)),
  );
}

describe('les étages de la maison', () => {
  const files = sources(SRC).filter((file) => file.includes('/'));

  test('chaque pièce est connue', () => {
    expect([...new Set(files.map((file) => file.split('/')[0] as string))].filter((room) => !(room in BELOW))).toEqual(
      [],
    );
  });

  test('les imports ne font que descendre', () => {
    const wrong = files.flatMap((file) => {
      const room = file.split('/')[0] as string;
      return importsOf(file)
        .filter((target) => target.split('/')[0] !== room && !BELOW[room]?.includes(target.split('/')[0] as string))
        .map((target) => `${file} → ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  test('rien de ce qui est publié ne connaît les listes privées', () => {
    expect(Object.entries(BELOW).filter(([, below]) => below.includes('reminders'))).toEqual([]);
    const naming = files.filter(
      (file) => !file.startsWith('reminders/') && /['"](?:\.\.\/)*prive\b/.test(readFileSync(join(SRC, file), 'utf8')),
    );
    expect(naming).toEqual([]);
  });

  test('un import vers le haut serait vu', () => {
    expect(BELOW.charts).not.toContain('datasets');
    expect(BELOW.model).toEqual([]);
  });
});

describe('rien de propre à la région dans le code', () => {
  const settings = parse(readFileSync(join(SRC, '../content/observatoire.yaml'), 'utf8'));
  const names = [
    settings.region.nom,
    settings.reseau.nom,
    ...[settings.metropole?.nom, settings.metropole?.sigle].filter(Boolean),
    ...settings.territoires.map(({ nom }: { nom: string }) => nom),
    ...settings.villes.map(({ nom }: { nom: string }) => nom),
  ].filter((name: string) => name.length > 3 || name === settings.metropole?.sigle);

  test('les noms viennent des données et de observatoire.yaml', () => {
    expect(names.length).toBeGreaterThan(10);
    const found = sources(SRC)
      .filter((file) => !file.startsWith('import/'))
      .flatMap((file) => {
        const text = readFileSync(join(SRC, file), 'utf8');
        return names
          .filter((name) =>
            new RegExp(`(?<![\\p{L}-])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}-])`, 'u').test(text),
          )
          .map((name) => `${file} : ${name}`);
      });
    expect(found).toEqual([]);
  });
});

describe('ce qui sert ailleurs est expliqué', () => {
  /** The line of a name that other files may import. */
  const EXPORTED = /^export (?:async )?(?:const|function|interface|type|class) (\w+)/;
  /** Names that Astro asks for: pages and middleware. */
  const ASKED = new Set(['GET', 'getStaticPaths', 'onRequest']);

  test('chaque nom exporté a sa phrase', () => {
    const bare = sources(SRC)
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
      .flatMap((file) => {
        const lines = readFileSync(join(SRC, file), 'utf8').split('\n');
        return lines.flatMap((line, index) => {
          const name = EXPORTED.exec(line)?.[1];
          return name && !ASKED.has(name) && !lines[index - 1]?.endsWith('*/') ? `${file} : ${name}` : [];
        });
      });
    expect(bare).toEqual([]);
  });
});
