import { symbolMap } from '../charts/symbol-map.ts';
import { POSITIONS } from '../datasets/lieux.ts';
import type { Settings } from '../datasets/settings.ts';
import { nameTerritory } from '../datasets/territories.ts';
import type { Source } from '../model/table.ts';
import { enumerate } from '../text/list.ts';
import { plural } from '../text/plural.ts';
import { defineFigure } from './define.ts';
import { PRECISION, placeAttributes, placeColumns } from './place-map.ts';

/** The directory on a map, a point a place: not a census. */
export const figure = defineFigure({
  id: 'carte-des-lieux',
  title: 'Les lieux de l’annuaire, sur la carte',
  question: 'Où trouver un tiers-lieu ?',
  theme: 'où',
  map: true,
  uses: ['lieux'],
  scopes: { territoires: 'tous', millesimes: 'tous' },
  rows: ({ lieux, resources, settings }, { territoire }) => ({
    main: {
      columns: placeColumns(lieux),
      rows: lieux.map((lieu) => ({ key: { lieu: lieu.id }, attributes: placeAttributes(lieu), cells: {} })),
      sums: [],
      champ: settings.demonstration
        ? `lieux fictifs de l’annuaire ${settings.region.de}${within(territoire, settings)}`
        : `lieux cités comme tiers-lieux ${settings.region.en}${within(territoire, settings)} par une page publique ; rien ne dit qu’ils sont encore ouverts`,
      sources: resources.filter(({ dataset }) => dataset === 'lieux').map(({ source }): Source => source),
    },
  }),
  subtitle: ({ main }) =>
    `${plural(main.rows.length, 'lieu', 'lieux')}, ${describePositions(main.rows)}. La carte n’est pas un recensement`,
  reading({ main }) {
    const row = main.rows[0];
    return row
      ? `Chaque point est un lieu de l’annuaire : ${row.attributes?.label} est à ${row.attributes?.commune ?? 'un endroit que la source ne dit pas'}.`
      : '';
  },
  quote: ({ main }) => ({
    champ: main.champ.split(' ; ')[0]!,
    text: `L’annuaire de l’observatoire, qui n’est pas un recensement, connaît ${plural(main.rows.length, 'lieu', 'lieux')}`,
  }),
  summary({ main }) {
    const communes = Object.entries(
      Object.groupBy(main.rows, ({ attributes }) => String(attributes?.commune ?? 'commune inconnue')),
    )
      .map(([commune, rows]) => ({ commune, count: rows?.length ?? 0 }))
      .toSorted((a, b) => b.count - a.count || a.commune.localeCompare(b.commune, 'fr'));
    return `Carte de ${plural(main.rows.length, 'lieu', 'lieux')}. ${communes.map(({ commune, count }) => `${commune} : ${count}`).join(' ; ')}.`;
  },
  draw: ({ main }, frame) => symbolMap(main, { hollow: PRECISION, detail: 'commune' }, frame),
});

/** " (Territoire 1)" where the figure is not about the whole region. */
function within(id: string, settings: Settings): string {
  const territoire = settings.territoires.find((known) => known.id === id);
  return territoire ? ` (${nameTerritory(territoire, { settings })})` : '';
}

/** How the points stand: "placés au centre de leur commune", "placés à leur adresse", or both with their numbers. */
function describePositions(rows: readonly { readonly attributes?: Readonly<Record<string, unknown>> }[]): string {
  const counts = [
    {
      count: rows.filter(({ attributes }) => attributes?.position === POSITIONS.commune).length,
      where: 'au centre de leur commune',
    },
    {
      count: rows.filter(({ attributes }) => attributes?.position === POSITIONS.exacte).length,
      where: 'à leur adresse',
    },
    { count: rows.filter(({ attributes }) => !attributes?.position).length, where: 'non situés' },
  ].filter(({ count }) => count > 0);
  if (counts.length === 1) return counts[0]!.where === 'non situés' ? 'non situés' : `placés ${counts[0]!.where}`;
  return enumerate(counts.map(({ count, where }) => `${count} ${where}`));
}
