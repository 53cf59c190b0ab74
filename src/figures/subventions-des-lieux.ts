import { bars } from '../charts/bars.ts';
import { decisionsOf, shareDecision } from '../datasets/decisions.ts';
import { millesimesOf, nameMillesime } from '../datasets/millesimes.ts';
import { nameTerritory } from '../datasets/territories.ts';
import { labelOf, type PublishedRow, type PublishedTable } from '../model/table.ts';
import { enumerate } from '../text/list.ts';
import { plural } from '../text/plural.ts';
import { formatCell } from '../text/value.ts';
import { defineFigure } from './define.ts';
import { listValues } from './list-values.ts';
import { matchBeneficiaries } from './match-beneficiaries.ts';
import { subsidyKinds } from './subsidy-kinds.ts';

/** Most bars in the picture; the table keeps all places. */
const MOST = 20;

/** What the places of the directory got by published subsidies, as far as a beneficiary is one of them. */
export const figure = defineFigure({
  id: 'subventions-des-lieux',
  title: 'Les subventions publiées, lieu par lieu',
  question: 'Quels lieux de l’annuaire ont reçu une subvention publiée, et de combien ?',
  theme: 'moyens',
  page: 'financements',
  uses: ['lieux', 'subventions'],
  scopes: { territoires: 'tous', millesimes: 'un' },
  rows(data, { territoire }) {
    const { lieux, subventions, resources, settings } = data;
    const matchOf = matchBeneficiaries(data);
    const shares = decisionsOf(subventions)
      .flatMap(shareDecision)
      .flatMap(({ row, montant }) => {
        const place = matchOf(row);
        return place ? [{ row, montant, place }] : [];
      });
    const places = [...Map.groupBy(shares, ({ place }) => place.id)]
      .map(([id, own]) => ({ id, own, montant: own.reduce((sum, { montant }) => sum + montant, 0) }))
      // What is taken back is written as a negative amount.
      .filter(({ montant }) => montant > 0)
      .sort((a, b) => b.montant - a.montant || (a.id < b.id ? -1 : 1));
    const years = millesimesOf(subventions);
    const within = settings.territoires.find(({ id }) => id === territoire);
    const where = within ? ` (${nameTerritory(within, data)})` : '';
    return {
      main: {
        columns: [
          { id: 'lieu', title: 'Lieu', role: 'key', labels: Object.fromEntries(lieux.map(({ id, nom }) => [id, nom])) },
          { id: 'attribuants', title: 'Attribuants', role: 'attribute' },
          { id: 'rapprochement', title: 'Dans l’annuaire', role: 'attribute' },
          { id: 'montant', title: 'Montant attribué', role: 'measure', unit: '€' },
        ],
        rows: places.map(({ id, own, montant }) => ({
          key: { lieu: id },
          attributes: {
            label: own[0]!.place.nom,
            attribuants: enumerate([...new Set(own.map(({ row }) => row.nomAttribuant))]),
            rapprochement: enumerate([...new Set(own.map(({ place }) => place.by))]),
          },
          // Subsidies are public with the names of those who get them.
          cells: { montant: { kind: 'sum' as const, value: montant, n: null, base: null, contributions: [] } },
        })),
        sums: [],
        champ: `lieux de l’annuaire${where} nommés par une subvention publiée${subsidyKinds(subventions)}, conventions de ${enumerate(years.map((year) => nameMillesime(settings, year)))} ; une subvention que rien ne rapproche d’un lieu n’y est pas`,
        sources: resources
          .filter(({ dataset, millesime }) => dataset === 'subventions' && years.includes(millesime ?? ''))
          .map(({ source, millesime }) => ({ ...source, millesime: nameMillesime(settings, millesime!) })),
      },
    };
  },
  subtitle: ({ main }) =>
    main.rows.length > MOST
      ? `En euros : les ${MOST} premiers des ${main.rows.length} lieux de l’annuaire qu’une subvention nomme`
      : `En euros : ${plural(main.rows.length, 'lieu de l’annuaire qu’une subvention nomme', 'lieux de l’annuaire qu’une subvention nomme')}`,
  reading({ main }) {
    const [row] = main.rows;
    return row ? sayReceived(main, row) : 'Aucun lieu n’est nommé';
  },
  quote({ main }) {
    const [row] = main.rows;
    return (
      row && {
        text: `${formatCell(row.cells.montant!, '€', { prose: true })} ont été attribués à ${labelOf(main, row, 'lieu')} par ${row.attributes?.attribuants}`,
        champ: main.champ.split(' ; ')[0]!,
      }
    );
  },
  summary: ({ main }) =>
    `Subventions publiées de ${plural(main.rows.length, 'lieu de l’annuaire', 'lieux de l’annuaire')}. Les premiers de la liste : ${listValues(main, 'lieu', main.rows.slice(0, 3))}.`,
  draw: ({ main }, frame) => bars(firstOf(main), { category: 'lieu', value: 'montant', sort: 'given' }, frame),
});

function firstOf(main: PublishedTable): PublishedTable {
  return { ...main, rows: main.rows.slice(0, MOST) };
}

function sayReceived(table: PublishedTable, row: PublishedRow): string {
  const amount = formatCell(row.cells.montant!, '€', { prose: true });
  return `${labelOf(table, row, 'lieu')} a reçu ${amount} de ${row.attributes?.attribuants}`;
}
