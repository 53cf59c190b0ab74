import type { Drawing, Frame } from './drawing.ts';
import type { Cell, PublishedTable, Source, Table } from './table.ts';
import type { Unit } from './unit.ts';

/** Which year of data and which territory a table is about; `millesime` is 'tous' for a figure over all of them. */
export interface Scope {
  readonly millesime: string;
  readonly territoire: string;
}

/** The chapters of the portrait, in reading order; a figure belongs to one. */
export const THEMES = [
  'combien',
  'où',
  'quoi',
  'pour qui',
  'avec qui',
  'moyens',
  'gouvernance',
  'transitions',
] as const;

/** A chapter of the portrait. */
export type Theme = (typeof THEMES)[number];

/** Tables by name; the first is `main`, the one that the CSV without suffix hands out. */
export type Tables<T> = { readonly main: T } & { readonly [name: string]: T };

/** A sentence of a figure to quote, without final stop; what is left out is the table's. */
export interface Quote {
  readonly text: string;
  /** Who is counted in what the sentence says. */
  readonly champ?: string;
  readonly sources?: readonly Source[];
}

/**
 * A figure, said once: everything else is a view of it. `Data` is what the datasets give, `Id` the datasets' ids.
 * Functions after the gate (`subtitle` … `draw`) take published tables only.
 */
export interface Figure<Data, Id extends string = string> {
  readonly id: string;
  /** Names the subject and always holds. */
  readonly title: string;
  /** The reader's question; without data it becomes a card "Ce que nous ne savons pas encore". */
  readonly question?: string;
  readonly theme: Theme;
  /** The page that tells it, where it is not the portrait: the portrait leads there. */
  readonly page?: 'financements';
  readonly uses: readonly Id[];
  /** What the data must be, where having rows is not enough: said on the card of the question. */
  readonly waits?: string;
  /** It draws contours: whoever drew them is one of its sources. */
  readonly map?: true;
  /** The wide drawing needs the whole width of a page: pages give it a row of its own. */
  readonly broad?: true;
  readonly scopes: { readonly territoires: 'tous' | 'région'; readonly millesimes: 'un' | 'tous' };
  rows(data: Data, scope: Scope): Tables<Table>;
  /** What is measured: population, unit, millésime, base. */
  subtitle(tables: Tables<PublishedTable>): string;
  /** What the table shows, as a sentence without final stop, or nothing where nothing may be claimed. */
  finding?(tables: Tables<PublishedTable>): string | undefined;
  /** A reading example ("Lecture"), one sentence. */
  reading(tables: Tables<PublishedTable>): string;
  /** What stands alone where somebody quotes it: the finding where there is one, else the reading example, unless this says better. */
  quote?(tables: Tables<PublishedTable>): Quote | undefined;
  /** The picture in a sentence or two: alternative text and first line for screen readers. */
  summary(tables: Tables<PublishedTable>): string;
  draw(tables: Tables<PublishedTable>, frame: Frame): Drawing;
}

/** One number with a name, quoted in prose by `<Value id>`. */
export interface Indicator<Data, Id extends string = string> {
  readonly id: string;
  readonly title: string;
  readonly unit: Unit;
  readonly uses: readonly Id[];
  cell(data: Data, scope: Scope): Cell;
}
