import type { PublishedTable } from '../model/table.ts';
import { type Erratum, reaches, readErrata } from '../observatory/errata.ts';
import { currentFolders } from '../observatory/folders.ts';
import {
  type FrozenFigure,
  type FrozenYear,
  frozenFilesOf,
  readFrozen,
  readFrozenYears,
  STYLE,
  VALUES,
} from '../observatory/frozen-years.ts';
import { type FigureView, observatory } from '../observatory/index.ts';
import { isWithdrawn } from '../observatory/withdrawn.ts';
import { type Since, sinceFrozen } from './since-frozen.ts';

const { content } = currentFolders();

/** What errata.yaml says, newest first. */
export const { errata } = readErrata(content);

/** The frozen years, newest first. */
export const frozenYears: readonly FrozenYear[] = readFrozenYears(content);

/** A figure of a frozen year, and what has happened to it since. */
export interface FrozenView extends FrozenFigure {
  readonly year: FrozenYear;
  /** Somebody whom it names withdrew: nothing of it is shown. */
  readonly isWithdrawn: boolean;
  readonly since?: Since;
  readonly errata: readonly Erratum[];
}

/** Every figure of every frozen year. */
export const frozenFigures: readonly FrozenView[] = frozenYears.flatMap((year) =>
  year.figures.map((figure) => viewFrozen(figure, year)),
);

/** The frozen states of a figure, newest first. */
export function frozenStatesOf(id: string): readonly FrozenView[] {
  return frozenFigures.filter((figure) => figure.id === id);
}

/** The frozen state of a figure that is offered beside the live one: the newest that is still shown. */
export function frozenBesides({ id, territoire }: Pick<FigureView, 'id' | 'territoire'>): FrozenView | undefined {
  return territoire ? undefined : frozenStatesOf(id).find(({ isWithdrawn }) => !isWithdrawn);
}

/** The errata that stand below a live figure: those of its frozen states, which are the region's. */
export function errataBelow({ id, territoire }: Pick<FigureView, 'id' | 'territoire'>): readonly Erratum[] {
  return territoire ? [] : errata.corrections.filter(({ figure }) => figure === id);
}

/** The path of a frozen figure's page to embed, inside its observatory. */
export function frozenPath({ id, year }: Pick<FrozenView, 'id' | 'year'>): string {
  return `/integrer/${year.millesime}/${id}/`;
}

/** The path of a file of a frozen year. */
export function frozenFilePath({ millesime }: FrozenYear, file: string): string {
  return `/graphiques/${millesime}/${file}`;
}

/** A file of a frozen year, by name, and the figure whose it is; the style and its fonts are nobody's. */
export interface FrozenFile {
  readonly year: FrozenYear;
  readonly name: string;
  readonly figure?: FrozenView;
}

/** Every frozen file that has an address of its own. */
export function frozenFiles(): readonly FrozenFile[] {
  return frozenYears.flatMap((year): readonly FrozenFile[] => [
    ...[STYLE, VALUES, ...fontsOf(year)].map((name) => ({ year, name })),
    ...frozenFigures
      .filter((figure) => figure.year === year)
      .flatMap((figure) => frozenFilesOf(figure).map((name) => ({ year, name, figure }))),
  ]);
}

/** The bytes of a frozen file, as they were written. */
export function bytesOf({ millesime }: FrozenYear, name: string): Uint8Array<ArrayBuffer> {
  const bytes = readFrozen(content, millesime, name);
  if (!bytes) throw new Error(`${millesime}/${name} is locked and not there`);
  return bytes;
}

function fontsOf(year: FrozenYear): readonly string[] {
  const style = new TextDecoder().decode(bytesOf(year, STYLE));
  return [...new Set([...style.matchAll(/url\(([\w-]+\.woff2)\)/g)].map(([, name]) => name!))];
}

function viewFrozen(figure: FrozenFigure, year: FrozenYear): FrozenView {
  const { millesime } = year;
  const withdrawn = isWithdrawn(figure, millesime, {
    retraits: observatory.retraits,
    withdrawals: errata.withdrawals,
  });
  const live = observatory.figure(figure.id);
  // Of what was withdrawn, the files may be gone.
  const since = sinceFrozen(figure, year, live, () => !withdrawn && hasMoved(figure, year, live!));
  return {
    ...figure,
    year,
    isWithdrawn: withdrawn,
    ...(since ? { since } : {}),
    errata: errata.corrections.filter((one) =>
      reaches(one, { figure: figure.id, millesime, date: year.date, isOverAll: figure.millesime === undefined }),
    ),
  };
}

/** True where today's numbers are not those of the frozen figure. */
function hasMoved({ id }: FrozenFigure, year: FrozenYear, live: FigureView): boolean {
  const frozen = JSON.parse(new TextDecoder().decode(bytesOf(year, `${id}.json`))).tables as Record<
    string,
    PublishedTable
  >;
  const numbersOf = (tables: Record<string, PublishedTable>) =>
    JSON.stringify(
      Object.entries(tables).map(([name, { rows }]) => [name, rows.map(({ key, cells }) => [key, cells])]),
    );
  return numbersOf(frozen) !== numbersOf(live.tables);
}
