import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { datasets } from '../../src/datasets/index.ts';
import { loadObservatory } from '../../src/datasets/load.ts';
import { figures as declared } from '../../src/figures/index.ts';
import { indicators } from '../../src/indicators/index.ts';
import type { PublishedTable } from '../../src/model/table.ts';
import type { FigureView } from '../../src/observatory/figure-view.ts';
import { keysOf, printedNumbers } from '../../src/observatory/printed-numbers.ts';
import { viewObservatory } from '../../src/observatory/view.ts';
import { inspectArtefact, type Leak } from '../../src/secrecy/inspect-artefact.ts';
import type { Format } from '../../src/secrecy/read-artefact.ts';
import { plural } from '../../src/text/plural.ts';
import { formatValue } from '../../src/text/value.ts';
import { EXCEPTIONS } from './artefact-exceptions.ts';
import { files, read } from './dist.ts';

const ROOT = join(import.meta.dirname, '../..');
const { data } = await loadObservatory({
  data: join(ROOT, 'data/demonstration'),
  content: join(ROOT, 'content/demonstration'),
  demonstration: true,
});
if (!data) throw new Error('The demonstration cannot be loaded');
const { figures, lieux, settings, value } = viewObservatory(data, { demonstrationIsBuilt: true });

const FORMATS: Readonly<Record<string, Format>> = {
  html: 'html',
  svg: 'svg',
  csv: 'csv',
  json: 'json',
  xml: 'xml',
  txt: 'texte',
};
const formatOf = (file: string) => FORMATS[file.split('.').at(-1) ?? ''];
const artefacts = files.filter((file) => formatOf(file));

/** Ids of the places that answered, in both waves. */
const secretTexts = new Set(data.enquete.map(({ id_unite }) => id_unite));

const isPublic = ({ id }: FigureView) =>
  declared.find((figure) => figure.id === id)!.uses.every((dataset) => datasets[dataset].access === 'public');

const wordsOf = ({ heading, title, subtitle, summary, reading }: FigureView) => [
  heading,
  title,
  subtitle,
  summary,
  reading,
];

/** What each figure's views may print: its own tables and nothing else; one on public rows may count these rows too. */
const own = new Map(
  figures.map((figure) => [
    figure.id,
    new Set([
      ...printedNumbers(Object.values(figure.tables)),
      ...keysOf(sharesIn(figure)),
      ...(isPublic(figure) ? keysOf(wordsOf(figure)) : []),
    ]),
  ]),
);

/** A flow says what each published amount makes of the published whole. */
function sharesIn({ tables }: FigureView): readonly string[] {
  const amounts = ({ rows }: PublishedTable) => rows.flatMap(({ cells }) => cells.montant?.value ?? []);
  const whole = Math.max(...Object.values(tables).flatMap(amounts));
  return tables.totaux
    ? amounts(tables.totaux).map((amount) => formatValue((amount / whole) * 100, '%', { decimals: 0 }))
    : [];
}

/** Numbers quoted in prose: published indicators, everywhere. */
const quoted = indicators
  .filter(({ uses }) => uses.includes('enquete'))
  .flatMap(({ id }) =>
    [{}, ...settings.territoires.map((territoire) => ({ territoire: territoire.id }))].map(
      (scope) => value(id, scope).text,
    ),
  );

/** Around figures: quoted numbers, and what lists of figures repeat of their words, which their own views are checked for. */
const around = keysOf([...quoted, ...figures.flatMap(wordsOf), plural(lieux.length, 'lieu', 'lieux')]);

/** The public directory and the dictionary: their rows, and the bounds and words of their columns. */
const published = keysOf([
  ...lieux.flatMap((lieu) => Object.values(lieu).map(String)),
  ...Object.values(datasets).flatMap(({ description, columns }) => [
    description,
    ...Object.values(columns).flatMap(({ meta, expected, options }) => [
      JSON.stringify([meta, options ?? {}]),
      expected,
    ]),
  ]),
]);

const FIGURE = /<figure class="figure" id="([^"]+)"[\s\S]*?<\/figure>/g;

/** Each part of a file with the numbers that it may hold. */
function partsOf(file: string): readonly (readonly [text: string, numbers: ReadonlySet<string>])[] {
  const text = read(file);
  if (file.startsWith('demonstration/donnees/')) return [[text, new Set([...around, ...published])]];
  if (!file.endsWith('.html')) {
    const id = figures
      .map((figure) => figure.id)
      .find((known) => new RegExp(`/graphiques/${known}(?:-[a-z]+)?\\.`).test(file));
    return [[text, id ? own.get(id)! : around]];
  }
  const sections = [...text.matchAll(FIGURE)].map(([section, id]) => [section, own.get(id!) ?? around] as const);
  return [...sections, [text.replace(FIGURE, ''), around]];
}

/** A mark whose sentence says that its value is secret, and in it the hatched shape of a picture. */
const HIDDEN_MARK = /<g data-mark="[^"]*"><title>[^<]*secret statistique[^<]*<\/title>.*?<\/g>/gs;
const HATCHED = /<path fill="url\(#([\w-]+)-h\)"[^>]* d="([^"]*)"/g;

const say = (file: string) => (leak: Leak) =>
  `${file}, ${leak.place} : ${leak.kind} « ${leak.found} » dans « ${leak.context} »`;

describe('chaque fichier de la démonstration', () => {
  const built = artefacts.filter((file) => file.startsWith('demonstration/'));

  test('est lu, quelle que soit sa sorte', () => {
    const kinds = new Set(built.map(formatOf));
    for (const format of ['html', 'svg', 'csv', 'json'] as const) expect(kinds).toContain(format);
    const unread = new Set(files.filter((file) => !formatOf(file)).map((file) => file.split('.').at(-1)));
    expect([...unread].sort()).toEqual(['css', 'js', 'png', 'woff2']);
  });

  test('ne dit que des nombres publiés, ou de la liste des exceptions', () => {
    const leaks = built.flatMap((file) =>
      partsOf(file).flatMap(([text, numbers]) =>
        inspectArtefact(text, formatOf(file)!, { numbers, exceptions: EXCEPTIONS, secretTexts }).map(say(file)),
      ),
    );
    expect(leaks).toEqual([]);
  });

  test('serait refusé pour un seul nombre de trop, où qu’il soit', () => {
    const file = 'demonstration/graphiques/enquete-ressources/index.html';
    const [[section, numbers] = ['', new Set<string>()]] = partsOf(file);
    const found = (text: string) =>
      inspectArtefact(text, 'html', { numbers, exceptions: EXCEPTIONS }).map(({ found }) => found);
    expect(found(section)).toEqual([]);
    expect(found(section.replace('<title>', '<title>640\u202f000\u00a0€ '))).toEqual(['640\u202f000\u00a0€']);
    expect(found(section.replace('data-mark="', 'data-secret="64000000" data-mark="'))).toEqual(['64000000']);
    expect(found(section.replace('aria-label="', 'aria-label="640 k€, '))).toEqual(['640 k€']);
  });
});

test('rien de tout le site ne porte une adresse électronique, un téléphone, ni un répondant', () => {
  const rules = { numbers: new Set<string>(), exceptions: EXCEPTIONS, secretTexts };
  const leaks = artefacts.flatMap((file) =>
    inspectArtefact(read(file), formatOf(file)!, rules)
      .filter(({ kind }) => kind !== 'nombre')
      .map(say(file)),
  );
  expect(leaks).toEqual([]);
});

test('le flux et le plan du site ne disent que des dates', () => {
  const rules = { numbers: new Set<string>(), exceptions: EXCEPTIONS };
  for (const file of ['flux.xml', 'sitemap.xml'])
    expect(inspectArtefact(read(file), 'xml', rules).map(say(file))).toEqual([]);
});

test('une case masquée se dessine toujours à la même taille', () => {
  const hidden = artefacts
    .filter((file) => file.startsWith('demonstration/'))
    .flatMap((file) => [...read(file).matchAll(HIDDEN_MARK)])
    .flatMap(([mark]) => [...mark.matchAll(HATCHED)])
    .map(([, picture = '', path = '']) => ({ picture, size: path.replace(/^M[-\d.]+ [-\d.]+/, '') }));
  const byPicture = Map.groupBy(hidden, ({ picture }) => picture);
  expect(byPicture.size).toBeGreaterThan(10);
  for (const [picture, shapes] of byPicture) {
    // The same picture stands in pages and in its own file, where a column may be wider; never two sizes in one.
    expect(new Set(shapes.map(({ size }) => size)).size, picture).toBe(1);
  }
});
