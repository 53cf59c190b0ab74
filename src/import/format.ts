import type { References } from '../csv/column.ts';
import type { Fault } from '../csv/fault.ts';
import type { DatasetId } from '../datasets/data.ts';
import type { DescribedFile } from '../datasets/datapackage.ts';
import type { Settings } from '../datasets/settings.ts';
import type { ForeignTable } from './foreign-table.ts';

/** One line of somebody else's file that our dataset accepts; `line` and `record` count from 1, as in a `Fault`. */
export interface ImportedLine<Row = object> {
  /** The texts that our CSV will hold, by column id. */
  readonly cells: Readonly<Record<string, string>>;
  /** What our own reader makes of these texts. */
  readonly row: Row;
  /** The year of data the line belongs to, where the file itself says it. */
  readonly millesime?: string;
  /** Name and commune of the place that answered, where the file has them: for the private list of ids, never for `data/`. */
  readonly place?: { readonly nom: string; readonly commune: string };
  /** True where the file is one of ours: the line bears its own id, and what our team writes is in it. */
  readonly isOurs?: true;
  readonly file: string;
  readonly line: number;
  readonly record: number;
}

/** What somebody else's files become. Faults tell every cell that was mended, every column and line left out, every doubt. */
export interface Imported<Row = object> {
  readonly lines: readonly ImportedLine<Row>[];
  /** Headers of the columns that were left out. */
  readonly dropped: readonly string[];
  readonly faults: readonly Fault[];
  /** What datapackage.json may say of these lines that only their content tells, such as who published them. */
  readonly description?: Partial<DescribedFile>;
}

/** What a conversion may look at besides the file. */
export interface ImportContext {
  /** Lets commune codes be checked; without them only their form is. */
  readonly references?: References;
  readonly settings?: Settings;
  /** The year of data that the person named. */
  readonly millesime?: string;
  /**
   * The public page that calls the places tiers-lieux, where the format does not know it (`--source`): without it no place enters the
   * directory, and the import asks for it in one fault.
   */
  readonly source?: string;
  /** The day, month or year of that page, 'AAAA', 'AAAA-MM' or 'AAAA-MM-JJ' (`--date`); needed where no column of the file says it. */
  readonly date?: string;
  /** Which of our columns each column of the file answers, by folded header, where the person said so; '' leaves it aside. */
  readonly columns?: ReadonlyMap<string, string>;
  /** What the file's answers are among ours, by folded header then folded answer: the code of an option, '' for no answer. */
  readonly answers?: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** Somebody else's way of writing a CSV, known by its header and never by the file's name. */
export interface Format<Row = object> {
  readonly id: string;
  readonly title: string;
  /** The dataset whose columns the lines get. */
  readonly dataset: DatasetId;
  /** True where several files describe the same units, one theme each: they are converted together. */
  readonly joined?: true;
  /** What datapackage.json says of such a file, as far as the format knows it. */
  readonly description?: Partial<DescribedFile>;
  /** Headers by which a person tells this format from others, as its own files write them: what to say when they lack. */
  readonly telling?: readonly string[];
  /** The columns that a header lacks, where it is nearly one of this format; without it, those of `telling`. */
  lacks?(header: readonly string[]): readonly string[] | undefined;
  recognise(header: readonly string[]): boolean;
  /** Tables of this format: one, or all those given together where they are joined. Never throws for what a file holds. */
  convert(tables: readonly ForeignTable[], context: ImportContext): Imported<Row>;
}
