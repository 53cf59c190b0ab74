import type { Dataset } from '../datasets/define.ts';

/** A column of a dataset as the dictionary shows it; empty texts where nothing is said. */
interface ColumnView {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly expected: string;
  readonly theme: string;
  readonly since: string;
  /** Labels of the allowed answers. */
  readonly options: readonly string[];
}

/** The columns of a dataset, in the order of its schema. */
export function viewColumns({ columns }: Dataset): readonly ColumnView[] {
  return Object.entries(columns).map(([id, { kind, meta, expected, options }]) => ({
    id,
    title: meta.title,
    description: meta.description ?? '',
    expected: options
      ? kind === 'severalOf'
        ? 'une ou plusieurs réponses de la liste'
        : 'une réponse de la liste'
      : expected,
    theme: meta.theme ?? '',
    since: meta.since ? String(meta.since) : '',
    options: Object.values(options ?? {}),
  }));
}
