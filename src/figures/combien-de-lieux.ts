import { ruler } from '../charts/ruler.ts';
import type { Data } from '../datasets/data.ts';
import { nameMillesime } from '../datasets/millesimes.ts';
import { type Repere, UNITES } from '../datasets/reperes.ts';
import type { PublishedTable } from '../model/table.ts';
import { formatNumber, NO_BREAK } from '../text/number.ts';
import { lowerFirst } from '../text/sentence.ts';
import { formatCell } from '../text/value.ts';
import { defineFigure } from './define.ts';
import { listValues } from './list-values.ts';
import { quoteRows } from './quote-rows.ts';
import { selectReperes, tableOfReperes } from './reperes-table.ts';

const TIERS_LIEUX = { one: 'tiers-lieu', many: 'tiers-lieux' };

/** Who counts, and what: only counts of the whole region by the network or the census are drawn solid. */
const COMPTEURS = {
  reseau: 'toute la région, par le réseau ou d’après le recensement national',
  autre: 'toute la région, par une autre source',
  perimetre: 'autre périmètre',
} as const;

/** Every published count of places on one axis, whoever counted. */
export const figure = defineFigure({
  id: 'combien-de-lieux',
  title: 'Le nombre de tiers-lieux, selon qui compte',
  question: 'Combien y a-t-il de tiers-lieux dans la région ?',
  theme: 'combien',
  uses: ['reperes'],
  scopes: { territoires: 'région', millesimes: 'tous' },
  rows(data) {
    const published = selectReperes(data.reperes, { serie: 'nombre-de-lieux', unite: 'lieux' }).filter(
      ({ territoire }) => territoire === 'region' || territoire === 'metropole',
    );
    const counts = [...published, ...countFromShare(data)].toSorted((a, b) => a.valeur - b.valeur);
    const named = (year: string | null | undefined) => (year ? nameMillesime(data.settings, year) : null);
    const table = tableOfReperes(counts, {
      title: 'Comptage',
      attributes: (repere) => ({
        compteur: COMPTEURS[whoCounts(repere, data)],
        millesime: named(repere.millesime),
      }),
    });
    const sources = table.sources.map(({ millesime, ...source }) =>
      millesime ? { ...source, millesime: named(millesime)! } : source,
    );
    return { main: { ...table, sources } };
  },
  subtitle: () =>
    'Lieux comptés. Plein : toute la région, selon les réseaux ; creux : autre source ou périmètre. Chevrons : environ',
  finding({ main }) {
    const known = wholeRegion(main).flatMap(({ cells }) => (cells.lieux?.value == null ? [] : cells.lieux));
    const [least, most] = [known[0], known.at(-1)];
    if (!least || !most || least.value === most.value) return undefined;
    return `De ${formatNumber(least.value!)} à ${formatCell(most, UNITES.lieux)}, selon la source et l’année`;
  },
  reading({ main }) {
    const row = wholeRegion(main)[0];
    return row
      ? `Chaque marque est un comptage, à sa place sur la règle. Le plus bas pour toute la région est de ${formatCell(row.cells.lieux!, UNITES.lieux)} (${whoAndWhen(row)}).`
      : 'Chaque marque est un comptage, à sa place sur la règle.';
  },
  quote({ main }) {
    const known = wholeRegion(main).filter(({ cells }) => cells.lieux?.value != null);
    const [least, most] = [known[0], known.at(-1)];
    if (!least || !most || least.cells.lieux!.value === most.cells.lieux!.value) return undefined;
    return quoteRows(
      main,
      [least, most],
      `Selon la source et l’année, toute la région compte de ${formatNumber(least.cells.lieux!.value!)} à ${formatCell(most.cells.lieux!, TIERS_LIEUX)}`,
    );
  },
  summary: ({ main }) =>
    `${main.rows.length} comptages, qui ne couvrent pas tous les mêmes lieux ni la même année. ${listValues(main, 'repere')}.`,
  draw: ({ main }, frame) =>
    ruler(
      main,
      {
        label: ({ attributes }) => String(attributes?.millesime ?? 'année non précisée'),
        detail: ({ attributes }) => String(attributes?.label ?? ''),
        value: 'lieux',
        filled: ({ attributes }) => attributes?.compteur === COMPTEURS.reseau,
      },
      frame,
    ),
});

/** The region's share of France's places, as a number of places: a computation that says so. */
function countFromShare({ reperes, settings }: Data): readonly Repere[] {
  const share = selectReperes(reperes, { serie: 'parts-regions', unite: '%' }).find(
    ({ modalite }) => modalite === settings.region.id,
  );
  const total = selectReperes(reperes, { serie: 'nombre-de-lieux', territoire: 'france' }).find(
    ({ millesime, url }) => millesime === share?.millesime && url === share?.url,
  );
  if (!share || !total) return [];
  const printedShare = `${formatNumber(share.valeur)}${NO_BREAK}%`;
  return [
    {
      ...share,
      id: `${share.id}-en-lieux`,
      libelle: `${printedShare} des ${formatNumber(total.valeur)} lieux de France`,
      territoire: 'region',
      valeur: Math.round((share.valeur * total.valeur) / 100),
      unite: 'lieux',
      precision: 'environ',
      champ: `lieux ${settings.region.de}, par calcul`,
      note: `Calcul : ${printedShare} de ${formatNumber(total.valeur)} lieux ; la source arrondit la part.`,
    },
  ];
}

function whoCounts({ territoire, modalite, source, serie }: Repere, { settings }: Data): keyof typeof COMPTEURS {
  const isPart = serie === 'nombre-de-lieux' && modalite !== null;
  if (territoire !== 'region' || isPart) return 'perimetre';
  return serie === 'parts-regions' || source.includes(settings.reseau.nom) ? 'reseau' : 'autre';
}

function wholeRegion({ rows }: PublishedTable): readonly PublishedTable['rows'][number][] {
  return rows.filter(({ attributes }) => attributes?.compteur !== COMPTEURS.perimetre);
}

function whoAndWhen({ attributes }: PublishedTable['rows'][number]): string {
  return [lowerFirst(String(attributes?.label ?? '')), attributes?.millesime].filter(Boolean).join(', ');
}
