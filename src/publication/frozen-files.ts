import {
  CARD,
  type FrozenFigure,
  type FrozenYear,
  frozenFilesOf,
  frozenPageOf,
  STYLE,
  VALUES,
} from '../observatory/frozen-years.ts';
import { ALL } from '../observatory/scopes.ts';
import type { Numbers } from './moved-numbers.ts';
import { repereNumbers } from './repere-numbers.ts';
import type { Side } from './side.ts';
import { REPERE } from './thing.ts';

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
  values: ReturnType<typeof quotedNumbers>,
): FrozenFiles {
  const figures = JSON.parse(text(read('figures.json'))) as readonly FrozenFigure[];
  const card: FrozenYear = { ...year, figures };
  return new Map([
    [CARD, bytes(`${JSON.stringify(card, null, 1)}\n`)],
    [VALUES, bytes(`${JSON.stringify(values, null, 1)}\n`)],
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

/** A number that texts quote, as a table of one line, and the year to which it belongs. */
interface QuotedNumber extends Numbers {
  readonly millesime: string;
}

/** The numbers that texts quote of a year, by id: ours of that year, for the region, and those published elsewhere. */
export function quotedNumbers(
  { published, observatory: { settings, reperes } }: Side,
  millesime: string,
): Readonly<Record<string, QuotedNumber>> {
  const own = published.filter(
    ({ kind, scope }) =>
      kind === 'valeur' && scope.territoire === settings.region.id && [ALL, millesime].includes(scope.millesime),
  );
  return Object.fromEntries(
    [
      ...own.map(({ id, scope, tables: { main } }) => [id, quote(scope.millesime, main)] as const),
      ...reperes.map((repere) => [`${REPERE}${repere.id}`, quote(ALL, repereNumbers(repere))] as const),
    ].toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function quote(millesime: string, { columns, rows }: Numbers): QuotedNumber {
  return { millesime, columns, rows };
}

function text(data: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(data);
}

function bytes(data: string): Uint8Array {
  return new TextEncoder().encode(data);
}
