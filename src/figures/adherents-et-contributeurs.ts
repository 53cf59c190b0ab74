import { bars } from '../charts/bars.ts';
import { UNITES } from '../datasets/reperes.ts';
import type { PublishedTable } from '../model/table.ts';
import { enumerate } from '../text/list.ts';
import { lowerFirst } from '../text/sentence.ts';
import { formatCell } from '../text/value.ts';
import { defineFigure } from './define.ts';
import { listValues } from './list-values.ts';
import { selectReperes, tableOfReperes } from './reperes-table.ts';
import { withYears } from './subtitle-of.ts';

/** Members and contributors of the places that answered, as two counts. */
export const figure = defineFigure({
  id: 'adherents-et-contributeurs',
  title: 'Adhérents et contributeurs des lieux répondants',
  question: 'Combien de personnes font vivre les tiers-lieux ?',
  theme: 'pour qui',
  uses: ['reperes'],
  scopes: { territoires: 'région', millesimes: 'tous' },
  rows: ({ reperes }) => ({
    main: tableOfReperes(selectReperes(reperes, { serie: 'participants', territoire: 'region', unite: 'personnes' }), {
      title: 'Participation',
    }),
  }),
  subtitle: ({ main }) => withYears('Personnes, d’après les lieux qui ont répondu', main),
  finding({ main }) {
    const said = countPeople(main);
    return said.length > 1 ? `${enumerate(said)} dans les lieux répondants` : undefined;
  },
  reading({ main }) {
    const row = main.rows[0];
    return row
      ? `${row.attributes?.label} : ${formatCell(row.cells.personnes!, UNITES.personnes)} en tout, dans l’ensemble des lieux répondants ; une même personne peut compter dans plusieurs lieux.`
      : '';
  },
  quote({ main }) {
    const said = countPeople(main);
    return said.length > 0 ? { text: `Les lieux répondants comptent ${enumerate(said)}` } : undefined;
  },
  summary: ({ main }) => `Personnes qui participent aux lieux répondants. ${listValues(main, 'repere')}.`,
  draw: ({ main }, frame) => bars(main, { category: 'repere', value: 'personnes' }, frame),
});

/** "30 000 adhérents", "5 000 contributeurs": those that are known. */
function countPeople({ rows }: PublishedTable): readonly string[] {
  return rows
    .filter(({ cells }) => cells.personnes?.value != null)
    .map(
      ({ cells, attributes }) =>
        `${formatCell(cells.personnes!, UNITES.personnes, { bare: true })} ${lowerFirst(String(attributes?.label))}`,
    );
}
