import { smallMaps } from '../charts/small-maps.ts';
import { labelOf, type PublishedTable, type Source } from '../model/table.ts';
import { plural } from '../text/plural.ts';
import { defineFigure } from './define.ts';
import { PRECISION, placeAttributes, placeColumns } from './place-map.ts';

const LIEU = { one: 'lieu', many: 'lieux' };

/** The places of each cercle that say they belong to it, a small map a cercle: a cercle has no border, and none is deduced. */
export const figure = defineFigure({
  id: 'carte-des-cercles',
  title: 'Les lieux connus de chaque cercle',
  question: 'Quels lieux forment chaque cercle ?',
  theme: 'où',
  uses: ['lieux'],
  waits: 'le cercle que chaque lieu de l’annuaire déclare',
  map: true,
  broad: true,
  scopes: { territoires: 'région', millesimes: 'tous' },
  rows: ({ lieux, resources, settings }) => {
    const cercles = settings.territoires.filter(({ type }) => type === 'cercle');
    const members = cercles.flatMap(({ id }) => lieux.filter(({ cercle }) => cercle === id));
    return {
      main: {
        columns: [
          {
            id: 'cercle',
            title: 'Cercle',
            role: 'key',
            labels: Object.fromEntries(cercles.map(({ id, nom }) => [id, nom])),
          },
          ...placeColumns(members),
        ],
        rows: members.map((lieu) => ({
          key: { cercle: lieu.cercle!, lieu: lieu.id },
          attributes: placeAttributes(lieu),
          cells: {},
        })),
        sums: [],
        champ: 'lieux de l’annuaire qui déclarent leur cercle ; le cercle d’un lieu n’est jamais déduit de sa commune',
        sources: resources.filter(({ dataset }) => dataset === 'lieux').map(({ source }): Source => source),
      },
    };
  },
  subtitle: ({ main }) =>
    `${plural(main.rows.length, 'lieu', 'lieux')} de ${plural(countsOf(main).length, 'cercle', 'cercles')}, là où ils sont. Un cercle n’a pas de frontière`,
  reading: ({ main }) => {
    const [first] = main.rows;
    return first
      ? `Chaque point est un lieu : ${labelOf(main, first, 'lieu')} est du cercle ${labelOf(main, first, 'cercle')}`
      : '';
  },
  quote: ({ main }) => ({
    text: `${plural(main.rows.length, 'lieu', 'lieux')} de l’annuaire déclarent leur cercle, parmi ${plural(countsOf(main).length, 'cercle', 'cercles')}`,
  }),
  summary: ({ main }) =>
    `Une petite carte pour chaque cercle. ${countsOf(main)
      .map(({ label, count }) => `${label} : ${plural(count, 'lieu', 'lieux')}`)
      .join(' ; ')}.`,
  draw: ({ main }, frame) =>
    smallMaps(main, { facet: 'cercle', place: 'lieu', hollow: PRECISION, detail: 'commune', noun: LIEU }, frame),
});

/** How many places each cercle has, largest first. */
function countsOf(main: PublishedTable): readonly { readonly label: string; readonly count: number }[] {
  return [...Map.groupBy(main.rows, (row) => labelOf(main, row, 'cercle'))]
    .map(([label, rows]) => ({ label, count: rows.length }))
    .toSorted((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'fr'));
}
