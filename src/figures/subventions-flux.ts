import { smallNodes } from '../charts/gather-flows.ts';
import { sankey } from '../charts/sankey.ts';
import { millesimesOf, nameMillesime } from '../datasets/millesimes.ts';
import { labelOf, type PublishedTable } from '../model/table.ts';
import { enumerate } from '../text/list.ts';
import { plural } from '../text/plural.ts';
import { formatCell, formatValue } from '../text/value.ts';
import { defineFigure } from './define.ts';
import { gatherSmall } from './flux-pictures.ts';
import { tabulatePicture } from './flux-tables.ts';
import { totalOf } from './flux-words.ts';
import { addMatches, matchBeneficiaries } from './match-beneficiaries.ts';
import { subsidyKinds } from './subsidy-kinds.ts';
import { beneficiaryId, graphSubsidies } from './subventions-graph.ts';

/** Most names of a column in the picture; the table keeps them all. */
const MOST = 20;

const COLUMNS = ['Attribuants', 'Dispositifs ou natures', 'Bénéficiaires'] as const;

/** The subsidies of an open file at the national standard, from who gives to who gets, in the latest year. */
export const figure = defineFigure({
  id: 'subventions-flux',
  title: 'Les subventions publiées : qui donne, comment, à qui',
  question: 'Quelles subventions les collectivités publient-elles, par quels dispositifs, et pour qui ?',
  theme: 'moyens',
  page: 'financements',
  broad: true,
  uses: ['subventions'],
  scopes: { territoires: 'région', millesimes: 'un' },
  rows(data) {
    const { subventions, resources, settings } = data;
    const years = millesimesOf(subventions);
    const graph = graphSubsidies(subventions);
    const small = smallNodes(graph.nodes, { most: MOST, least: 0, isKept: () => false });
    const tables = tabulatePicture(
      { exercice: '', label: '', ...gatherSmall(graph, small) },
      {
        champ: `subventions attribuées${subsidyKinds(subventions)}, conventions de ${enumerate(years.map((year) => nameMillesime(settings, year)))}`,
        sources: resources
          .filter(({ dataset, millesime }) => dataset === 'subventions' && years.includes(millesime ?? ''))
          .map(({ source, millesime }) => ({ ...source, millesime: nameMillesime(settings, millesime!) })),
      },
    );
    const matchOf = matchBeneficiaries(data);
    const matches = new Map(subventions.map((row) => [beneficiaryId(row), matchOf(row)]));
    return {
      ...tables,
      noeuds: addMatches(tables.noeuds, matches, 'noeud'),
      ...(tables.autres ? { autres: addMatches(tables.autres, matches, 'contenu') } : {}),
    };
  },
  subtitle: ({ main, noeuds }) => {
    const total = totalOf(givers(noeuds!));
    const sum = total === undefined ? '' : ` ; ${formatValue(total, '€')} en tout`;
    return `En euros, ${main.champ}${sum}`;
  },
  reading({ noeuds }) {
    const [first] = receivers(noeuds!);
    return first
      ? `l’épaisseur d’un ruban dit un montant : « ${labelOf(noeuds!, first, 'noeud')} » reçoit ${formatCell(first.cells.montant!, '€')}`
      : 'Aucun montant n’est attribué';
  },
  quote({ noeuds }) {
    const [first] = receivers(noeuds!);
    return first
      ? { text: `« ${labelOf(noeuds!, first, 'noeud')} » reçoit ${formatCell(first.cells.montant!, '€')}` }
      : undefined;
  },
  summary({ noeuds, autres }) {
    const payees = receivers(noeuds!);
    const others = (autres?.rows ?? []).filter(({ key }) => key.contenu?.startsWith('beneficiaire-')).length;
    const count = others > 0 ? payees.length - 1 + others : payees.length;
    const said = payees
      .slice(0, 3)
      .map((row) => `${labelOf(noeuds!, row, 'noeud')}, ${formatCell(row.cells.montant!, '€')}`);
    return `Subventions de ${plural(givers(noeuds!).length, 'attribuant', 'attribuants')} à ${plural(count, 'bénéficiaire', 'bénéficiaires')}. Les premiers de la liste : ${enumerate(said)}.`;
  },
  draw: ({ main, noeuds }, frame) => sankey({ liens: main, noeuds: noeuds! }, { colonnes: COLUMNS }, frame),
});

function givers(noeuds: PublishedTable) {
  return noeuds.rows.filter(({ attributes }) => attributes?.colonne === 0);
}

function receivers(noeuds: PublishedTable) {
  return noeuds.rows.filter(({ attributes }) => attributes?.colonne === COLUMNS.length - 1);
}
