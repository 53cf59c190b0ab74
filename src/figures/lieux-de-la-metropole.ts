import { numbers } from '../charts/numbers.ts';
import { upperFirst } from '../text/sentence.ts';
import { formatCell } from '../text/value.ts';
import { defineFigure } from './define.ts';
import { listValues } from './list-values.ts';
import { selectReperes, tableOfReperes } from './reperes-table.ts';

const LIEUX = { one: 'tiers-lieu', many: 'tiers-lieux' };

/** What the metropolis says of the places on its ground, as large numbers. */
export const figure = defineFigure({
  id: 'lieux-de-la-metropole',
  title: 'Les tiers-lieux de la métropole, d’après elle-même',
  question: 'Que compte la métropole ?',
  theme: 'combien',
  uses: ['reperes'],
  scopes: { territoires: 'région', millesimes: 'tous' },
  rows: ({ reperes }) => ({
    main: tableOfReperes(
      [
        ...selectReperes(reperes, { serie: 'nombre-de-lieux', territoire: 'metropole' }).map((repere) => ({
          ...repere,
          libelle: 'Tiers-lieux',
        })),
        ...selectReperes(reperes, { serie: 'capacites', territoire: 'metropole' }),
      ],
      { title: 'Mesure' },
    ),
  }),
  subtitle: ({ main }) => upperFirst(main.champ),
  reading({ main }) {
    const cell = main.rows.find(({ cells }) => cells.lieux?.value != null)?.cells.lieux;
    return cell
      ? `La métropole dit compter ${formatCell(cell, LIEUX)} sur son territoire ; les définitions diffèrent d’une source à l’autre.`
      : '';
  },
  summary: ({ main }) => `La métropole et ses tiers-lieux. ${listValues(main, 'repere')}.`,
  draw: ({ main }, frame) =>
    numbers(main, { category: 'repere', value: ['lieux', 'surface', 'personnes', 'part'] }, frame),
});
