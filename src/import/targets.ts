import type { Column, Shape } from '../csv/column.ts';
import { text } from '../csv/kinds.ts';
import type { DatasetId } from '../datasets/data.ts';
import { datasets } from '../datasets/index.ts';
import { simplify } from './simplify.ts';
import { surveyShape } from './survey/survey-shape.ts';

/** Everything that a column of somebody else's file may answer in one of our datasets. */
export interface Targets {
  readonly shape: Shape;
  /** Our column of that name, title or alias, whatever the case, accents and punctuation. */
  find(name: string): string | undefined;
}

const { nom_du_lieu, code_postal, departement } = surveyShape;

/** What helps to know a place, beside the directory's own columns. */
const DIRECTORY_AIDS = { code_postal, departement, point: text({ title: 'point', aliases: ['Coordonnées'] }) };

const SHAPES: Readonly<Partial<Record<DatasetId, Shape>>> = {
  enquete: surveyShape,
  lieux: { ...datasets.lieux.columns, ...DIRECTORY_AIDS },
};

/** Names of our columns that only another dataset bears as a title. */
const ALSO: Readonly<Partial<Record<DatasetId, Readonly<Record<string, Column<unknown>>>>>> = {
  lieux: { nom: nom_du_lieu },
};

const MADE = new Map<DatasetId, Targets>();

/** What the columns of a file may be said to be, by dataset. */
export function targetsOf(dataset: DatasetId): Targets {
  const known = MADE.get(dataset);
  if (known) return known;
  const shape = SHAPES[dataset] ?? datasets[dataset].columns;
  const named = [...Object.entries(ALSO[dataset] ?? {}), ...Object.entries(shape)];
  const names = new Map(
    named.flatMap(([id, { meta }]) =>
      [id, meta.title, ...(meta.aliases ?? [])].map((name) => [simplify(name), id] as const),
    ),
  );
  const targets: Targets = { shape, find: (name) => names.get(simplify(name)) };
  MADE.set(dataset, targets);
  return targets;
}
