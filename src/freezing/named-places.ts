import { payeeOf } from '../datasets/flux-nodes.ts';
import type { FigureView } from '../observatory/figure-view.ts';
import type { Observatory } from '../observatory/view.ts';
import { foldName } from '../text/fold.ts';

/** The ids of the places that a figure names, in its words or in its tables: one that withdraws takes the frozen figure away. */
export function namedPlaces(
  figure: FigureView,
  { lieux, flux }: Pick<Observatory, 'lieux' | 'flux'>,
): readonly string[] {
  const said = sayings(figure);
  const exact = new Set(said);
  const text = foldName(said.join(' | '));
  const payees = Map.groupBy(
    flux.filter(({ lieu }) => lieu !== null),
    ({ lieu }) => lieu!,
  );
  return lieux
    .filter(({ id, nom }) => {
      const names = [nom, ...(payees.get(id) ?? []).map((row) => payeeOf(row).nom)];
      return exact.has(id) || names.some((name) => text.includes(foldName(name)));
    })
    .map(({ id }) => id);
}

/** All texts of a figure, labels that no row bears included: they are in its files. */
function sayings({ heading, subtitle, reading, summary, champ, tables }: FigureView): readonly string[] {
  const held = Object.values(tables).flatMap(({ columns, rows }) => [
    ...columns.flatMap(({ labels = {} }) => Object.entries(labels).flat()),
    ...rows.flatMap(({ key, attributes = {} }) => [...Object.values(key), ...Object.values(attributes)]),
  ]);
  return [heading, subtitle, reading, summary, champ, ...held.map(String)];
}
