import {
  CARD,
  type FrozenFigure,
  type FrozenYear,
  frozenFilesOf,
  frozenPageOf,
  STYLE,
  VALUES,
} from '../observatory/frozen-years.ts';
import type { Published } from '../observatory/publish-all.ts';
import { ALL } from '../observatory/scopes.ts';

/** The files of a frozen year, by name. */
export type FrozenFiles = ReadonlyMap<string, Uint8Array>;

/** The pages of src/freezing, as they were built: the bytes of one of their files, which must be there. */
export type ReadBuilt = (file: string) => Uint8Array;

/**
 * What is kept of a year: of each figure its embed, picture and tables, one style sheet with its fonts, the numbers that
 * texts quote, and a card that says what there is. Nothing in it is drawn or computed again later.
 */
export function frozenFiles(
  read: ReadBuilt,
  year: Omit<FrozenYear, 'figures'>,
  published: readonly Published[],
): FrozenFiles {
  const figures = JSON.parse(text(read('figures.json'))) as readonly FrozenFigure[];
  const card: FrozenYear = { ...year, figures };
  return new Map([
    [CARD, bytes(`${JSON.stringify(card, null, 1)}\n`)],
    [VALUES, bytes(`${JSON.stringify(quotedNumbers(published), null, 1)}\n`)],
    ...styleFiles(read, figures[0]!),
    ...figures.flatMap((figure) => figureFiles(read, figure)),
  ]);
}

/** What lies inside the main element of a page: the figure, and nothing of the page around it. */
export function insideOf(page: string): string {
  const [, inside] = /<main[^>]*>([\s\S]*)<\/main>/.exec(page) ?? [];
  if (inside === undefined) throw new Error('A page of src/freezing has no main element');
  return inside;
}

function figureFiles(read: ReadBuilt, figure: FrozenFigure): readonly (readonly [string, Uint8Array])[] {
  const fragment = bytes(insideOf(text(read(`${figure.id}/index.html`))));
  return [[frozenPageOf(figure), fragment], ...frozenFilesOf(figure).map((name) => [name, read(name)] as const)];
}

/** The style sheets of an embed as one, and the fonts that it asks for, without the digests that builds put in their names. */
function styleFiles(read: ReadBuilt, { id }: FrozenFigure): readonly (readonly [string, Uint8Array])[] {
  const page = text(read(`${id}/index.html`));
  const sheets = [...page.matchAll(/<link rel="stylesheet" href="[^"]*\/(_astro\/[^"]+)"/g)].map(([, href]) =>
    text(read(href!)),
  );
  const fonts = new Map<string, Uint8Array>();
  const style = sheets.join('\n').replace(/url\([^)]*\/(_astro\/[^)]+)\)/g, (_whole, file: string) => {
    const name = file.replace(/^.*\//, '').replace(/\.[\w-]{8}(?=\.\w+$)/, '');
    fonts.set(name, read(file));
    return `url(${name})`;
  });
  return [[STYLE, bytes(style)], ...fonts];
}

/** The tables of indicators, by id: those of the region. */
function quotedNumbers(published: readonly Published[]) {
  return Object.fromEntries(
    published
      .map(({ id, scope, tables }) => [id, { millesime: scope.millesime, ...tablesAlone(tables.main) }] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function tablesAlone({ columns, rows }: Published['tables']['main']) {
  return { columns, rows };
}

/** The numbers of a year that texts quote: those of that year, and those over several as they stand. */
export function valuesOf(published: readonly Published[], millesime: string, region: string): readonly Published[] {
  return published.filter(
    ({ kind, scope }) => kind === 'valeur' && scope.territoire === region && [ALL, millesime].includes(scope.millesime),
  );
}

function text(data: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(data);
}

function bytes(data: string): Uint8Array {
  return new TextEncoder().encode(data);
}
