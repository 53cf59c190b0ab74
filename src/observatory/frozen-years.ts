import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { tableFile } from '../model/table-file.ts';

/** What has to be known of a frozen figure to show it again: its words, and the height of its embed page. */
export interface FrozenFigure {
  readonly id: string;
  /** Names the subject, and nobody. */
  readonly titre: string;
  readonly constat: string;
  readonly resume: string;
  /** What readers call its year of data; none for a figure over several. */
  readonly millesime?: string;
  /** Of its embed page, px, without the line that says that it is frozen. */
  readonly hauteur: number;
  /** The names of its tables; the first is `main`. */
  readonly tableaux: readonly string[];
  /** The ids of the places that it names: one that withdraws takes the frozen figure away. */
  readonly lieux: readonly string[];
}

/** A frozen year of data: publication.json, which the lock holds like the rest. */
export interface FrozenYear {
  readonly millesime: string;
  /** What readers call it. */
  readonly nom: string;
  /** The day on which it was frozen. */
  readonly date: string;
  readonly figures: readonly FrozenFigure[];
  /** SHA-256 of what is remembered of it beside the data: answers have no place here, which may be public. */
  readonly memoire: string;
}

/** The names of a frozen figure's files that have an address: picture, words and tables. */
export function frozenFilesOf({ id, tableaux }: Pick<FrozenFigure, 'id' | 'tableaux'>): readonly string[] {
  return [`${id}.svg`, `${id}.json`, ...tableaux.map((table) => `${tableFile(id, table)}.csv`)];
}

/** The name of the file that holds a frozen figure as it stands in its page. */
export function frozenPageOf({ id }: Pick<FrozenFigure, 'id'>): string {
  return `${id}.html`;
}

/** The folder of frozen years, beside the texts. */
export function publicationsFolder(content: string): string {
  return join(content, 'publications');
}

/** The name of the file that tells what a frozen year holds. */
export const CARD = 'publication.json';

/** The numbers that texts quote, in a frozen year. */
export const VALUES = 'valeurs.json';

/** The style sheet of its embeds. */
export const STYLE = 'style.css';

/** The frozen years of a content folder, newest first; the lock is judged elsewhere, before. */
export function readFrozenYears(content: string): readonly FrozenYear[] {
  const folder = publicationsFolder(content);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && isYear(entry.name) && existsSync(join(folder, entry.name, CARD)))
    .map(({ name }) => JSON.parse(readFileSync(join(folder, name, CARD), 'utf8')) as FrozenYear)
    .sort((a, b) => b.millesime.localeCompare(a.millesime));
}

/** A command that was interrupted may have left a draft, which no reader may see. */
function isYear(name: string): boolean {
  return /^\d{4}$/.test(name);
}

/** The bytes of a frozen file; undefined where a withdrawal took it away. */
export function readFrozen(content: string, millesime: string, file: string): Uint8Array<ArrayBuffer> | undefined {
  const path = join(publicationsFolder(content), millesime, file);
  return existsSync(path) ? new Uint8Array(readFileSync(path)) : undefined;
}
