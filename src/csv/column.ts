import { z } from 'zod';
import type { Unit } from '../model/unit.ts';
import type { Level } from './fault.ts';

/** What a dataset says of one of its columns; the kind adds how a cell is read. */
export interface Meta {
  /** The column's header in the CSV, in the dictionary and on axes. */
  readonly title: string;
  readonly description?: string;
  readonly unit?: Unit | (string & {});
  /** No empty cell; the value is then never null. */
  readonly required?: boolean;
  /** No value twice in the whole dataset (in one millésime where it has millésimes). */
  readonly unique?: boolean;
  readonly theme?: string;
  /** First questionnaire that asks it: older files need not have the column. */
  readonly since?: number;
  /** Read for checks or counts, never shown for one place. */
  readonly sensible?: boolean;
  /** Other headers accepted, beside the title and the id. */
  readonly aliases?: readonly string[];
  /** Bounds, both allowed: numbers in the unit of the cell (euros for an amount), years for a date, characters for a text. */
  readonly min?: number;
  readonly max?: number;
}

/** Why a cell is refused, in French. */
export interface Refusal {
  readonly expected: string;
  readonly problem?: string;
  readonly nearest?: string;
}

/** A commune as cells name it; what a list of communes does not say is left out. */
export interface NamedCommune {
  readonly nom: string;
  /** Code of its département. */
  readonly departement?: string;
  readonly codesPostaux?: readonly string[];
  /** Names of the communes that are now parts of it. */
  readonly anciensNoms?: readonly string[];
}

/** What cells are checked against that is known only when an observatory is loaded. */
export interface References {
  readonly communes: ReadonlyMap<string, NamedCommune>;
  /** INSEE codes that are no longer in use, with the one that replaced them. */
  readonly formerCommunes: ReadonlyMap<string, string>;
  /** Communes of the country that are not the observatory's. */
  readonly elsewhere?: ReadonlyMap<string, NamedCommune>;
}

/** What a second look says of an accepted value: an error takes the value away, a warning leaves it. */
export type SecondLook = Refusal & { readonly level?: Level };

/** A column: its words, and how the text of a cell becomes a value (or null when empty, unless required). */
export interface Column<out T> {
  readonly kind: string;
  readonly meta: Meta;
  /** Label of each code, for `oneOf` and `severalOf`. */
  readonly options?: Readonly<Record<string, string>>;
  /** A French noun phrase: "un nombre entier entre 0 et 100". */
  readonly expected: string;
  /** Trimmed, non-empty text → value. */
  readonly schema: z.ZodType<T, string>;
  /** The value of an empty cell. */
  readonly empty: T;
  /** A second look at an accepted value, against the references where they are known. */
  refine?(value: T, references: References | undefined): SecondLook | undefined;
  /** A reason to warn about an accepted text. */
  suspect?(text: string): Refusal | undefined;
}

/** The value of a cell: null is possible unless the column is required. */
export type Value<T, M extends Meta> = M extends { readonly required: true } ? T : T | null;

/** Ends a reading: `return refuse({…})`. */
export type Refuse = (refusal?: Partial<Refusal>) => never;

interface Kind<T> {
  readonly kind: string;
  readonly expected: string;
  readonly read: (text: string, refuse: Refuse) => T;
  readonly options?: Readonly<Record<string, string>>;
  readonly empty?: T;
  readonly refine?: (value: T, references: References | undefined) => SecondLook | undefined;
  readonly suspect?: (text: string) => Refusal | undefined;
}

/** Makes a column of a kind: the reading becomes a zod schema whose issues carry the refusal. */
export function makeColumn<T, M extends Meta>(
  meta: M,
  { read, expected, empty, ...kind }: Kind<T>,
): Column<Value<T, M>> {
  const schema = z
    .string()
    .transform(
      (text, context): T =>
        read(text, (refusal = {}) => {
          context.issues.push({ code: 'custom', message: refusal.expected ?? expected, params: refusal, input: text });
          return z.NEVER;
        }),
    )
    .meta({ title: meta.title, ...(meta.description ? { description: meta.description } : {}) });
  return { ...kind, meta, expected, schema, empty: empty ?? null } as unknown as Column<Value<T, M>>;
}

/** Columns by id; the id is the property of a row, the column's title is the CSV's header. */
export type Shape = Readonly<Record<string, Column<unknown>>>;

/** The rows of a shape, one property a column. */
export type RowOfShape<S extends Shape> = {
  readonly [Id in keyof S]: S[Id] extends Column<infer T> ? T : never;
};
