import { geoCentroid } from 'd3';
import { feature } from 'topojson-client';
import type { GeometryCollection } from 'topojson-specification';
import { symbolMap } from '../charts/symbol-map.ts';
import type { Data } from '../datasets/data.ts';
import { partitionOf } from '../datasets/territories.ts';
import { countCell } from '../model/cells.ts';
import { labelOf, type PublishedTable } from '../model/table.ts';
import { formatNumber } from '../text/number.ts';
import { countInTerritory, locateUnits } from './count-in-territory.ts';
import { defineFigure } from './define.ts';
import { listValues } from './list-values.ts';
import { TOTAL } from './survey-question.ts';
import { territoryColumn } from './survey-territories.ts';
import { surveyChamp, surveySources } from './survey-wave.ts';
import { printMeasure, wavesInWords, withoutTotals } from './survey-words.ts';

const LIEUX = { one: 'lieu répondant', many: 'lieux répondants' };

/** How many places answered, territory by territory, on a map: a disc in the middle of each. */
export const figure = defineFigure({
  id: 'enquete-carte',
  title: 'Les lieux répondants sur la carte',
  question: 'Où sont les tiers-lieux qui répondent au recensement ?',
  theme: 'où',
  map: true,
  uses: ['enquete'],
  scopes: { territoires: 'région', millesimes: 'un' },
  rows: (data, scope) => {
    const territories = partitionOf(data);
    const column = territoryColumn(data);
    const located = locateUnits(data.enquete, data);
    return {
      main: {
        columns: [
          { ...column, labels: { ...column.labels, [TOTAL]: 'Ensemble' } },
          { id: 'lieux', title: 'Lieux répondants', role: 'measure', unit: LIEUX },
        ],
        rows: [
          ...territories.map(({ id, nom, code }) => ({
            key: { territoire: id },
            attributes: { label: nom, ...middleOf(data, code) },
            cells: { lieux: countInTerritory(id, located, data) },
          })),
          {
            key: { territoire: TOTAL },
            cells: {
              lieux: countCell(
                located.map(({ unit }) => unit),
                located.length,
              ),
            },
          },
        ],
        sums: [
          {
            total: [territories.length, 'lieux'],
            parts: territories.map((_, index) => [index, 'lieux'] as const),
          },
        ],
        champ: surveyChamp(data, scope),
        sources: surveySources(data),
      },
    };
  },
  subtitle: ({ main }) => {
    const total = main.rows.find(({ key }) => key.territoire === TOTAL)?.cells.lieux?.value;
    const who = total === null || total === undefined ? 'Lieux répondants' : `${formatNumber(total)} lieux répondants`;
    return [`${who}, par territoire`, wavesInWords(main), 'un disque au milieu de chaque territoire']
      .filter(Boolean)
      .join(', ');
  },
  reading: ({ main }) => {
    const [row] = ranked(main);
    return row ? `${labelOf(main, row, 'territoire')} : ${printMeasure(main, row, 'lieux')}` : 'Aucune réponse';
  },
  quote: ({ main }) => {
    const row = ranked(main).find(({ cells }) => cells.lieux?.value != null);
    return row && { text: `${labelOf(main, row, 'territoire')} compte ${printMeasure(main, row, 'lieux')}` };
  },
  summary: ({ main }) =>
    `Les lieux répondants, territoire par territoire. ${listValues(main, 'territoire', ranked(main))}.`,
  draw: ({ main }, frame) => symbolMap(withoutTotals(main), { value: 'lieux' }, frame),
});

function ranked(main: PublishedTable) {
  return withoutTotals(main).rows.toSorted((a, b) => (b.cells.lieux?.value ?? -1) - (a.cells.lieux?.value ?? -1));
}

/** The middle of a territory, from the contours whose `code` it bears; nothing where the observatory has no map of it. */
function middleOf({ geography: { contours } }: Data, code: string | undefined): { lat?: number; lon?: number } {
  if (!contours) return {};
  const { features } = feature(contours, contours.objects.territoires as GeometryCollection<{ code?: string }>);
  const area = features.find(({ properties }) => properties.code !== undefined && properties.code === code);
  if (!area) return {};
  const [lon, lat] = geoCentroid(area);
  return { lat: round(lat), lon: round(lon) };
}

function round(degrees: number): number {
  return Math.round(degrees * 1000) / 1000;
}
