import { stackedBars } from '../charts/stacked-bars.ts';
import type { Reponse } from '../datasets/enquete.ts';
import { CONTRATS } from '../datasets/enquete-options.ts';
import { millesimesOf } from '../datasets/millesimes.ts';
import { sumCell } from '../model/cells.ts';
import { labelOf, type PublishedTable } from '../model/table.ts';
import { formatNumber } from '../text/number.ts';
import { defineFigure } from './define.ts';
import { listValues } from './list-values.ts';
import { quoteWave } from './quote-wave.ts';
import { rowAt } from './survey-money-words.ts';
import { TOTAL } from './survey-question.ts';
import { surveyChamp, surveySources, waveColumn } from './survey-wave.ts';
import { printMeasure, wavesInWords, withoutTotals } from './survey-words.ts';

const UNKNOWN = 'autre';
const KINDS = Object.keys(CONTRATS) as (keyof typeof CONTRATS)[];
const EMPLOIS = { one: 'emploi', many: 'emplois' };

/** Direct jobs by contract, waves one under the other. */
export const figure = defineFigure({
  id: 'enquete-emplois',
  title: 'Les emplois directs des lieux répondants, par contrat et par vague',
  question: 'Sous quels contrats travaille-t-on dans les tiers-lieux de la région ?',
  theme: 'moyens',
  uses: ['enquete'],
  scopes: { territoires: 'région', millesimes: 'tous' },
  rows: (data, scope) => {
    const codes = [...KINDS, UNKNOWN, TOTAL];
    const waves = millesimesOf(data.enquete);
    return {
      main: {
        columns: [
          waveColumn(data),
          {
            id: 'contrat',
            title: 'Contrat',
            role: 'key',
            labels: { ...CONTRATS, [UNKNOWN]: 'Autre ou non précisé', [TOTAL]: 'Ensemble' },
          },
          { id: 'emplois', title: 'Emplois directs', role: 'measure', unit: EMPLOIS },
        ],
        rows: waves.flatMap((millesime) => {
          const answering = data.enquete.filter((row) => row.millesime === millesime && row.emplois_total !== null);
          return codes.map((contrat) => ({
            key: { millesime, contrat },
            cells: { emplois: sumCell(answering.map((row) => [row.id_unite, jobsOf(row, contrat)])) },
          }));
        }),
        sums: waves.map((_, wave) => ({
          total: [wave * codes.length + codes.length - 1, 'emplois'] as const,
          parts: codes.slice(0, -1).map((_, index) => [wave * codes.length + index, 'emplois'] as const),
        })),
        champ: surveyChamp(data, scope, 'lieux répondants qui ont compté leurs emplois'),
        sources: surveySources(data),
      },
    };
  },
  subtitle: ({ main }) => {
    const bases = totalsOf(main).map((row) => {
      const base = row.cells.emplois?.base;
      return base === undefined ? undefined : `${formatNumber(base)} lieux en ${labelOf(main, row, 'millesime')}`;
    });
    const known = bases.filter((base) => base !== undefined);
    return [
      'Nombre d’emplois directs',
      wavesInWords(main),
      known.length > 0 ? `déclarés par ${known.join(' et ')}` : '',
    ]
      .filter(Boolean)
      .join(', ');
  },
  reading: ({ main }) => {
    const row = totalsOf(main).at(-1);
    return row
      ? `Au recensement ${labelOf(main, row, 'millesime')}, les lieux répondants ont déclaré ${printMeasure(main, row, 'emplois')}, tous contrats ensemble`
      : 'Aucun lieu n’a compté ses emplois';
  },
  quote: ({ main }) => {
    const row = totalsOf(main).at(-1);
    const wave = row && labelOf(main, row, 'millesime');
    return row && wave !== undefined
      ? quoteWave(
          main,
          wave,
          `Les lieux répondants ont déclaré ${printMeasure(main, row, 'emplois')}, tous contrats ensemble`,
          'lieux répondants qui ont compté leurs emplois',
        )
      : undefined;
  },
  summary: ({ main }) =>
    `Les emplois directs des lieux répondants, par contrat. ${totalsOf(main)
      .map((total) => {
        const parts = withoutTotals(main).rows.filter(({ key }) => key.millesime === total.key.millesime);
        return `${labelOf(main, total, 'millesime')}, ${listValues(main, 'contrat', [total, ...parts])}.`;
      })
      .join(' ')}`,
  draw: ({ main }, frame) =>
    stackedBars(withoutTotals(main), { category: 'millesime', series: 'contrat', value: 'emplois' }, frame),
});

function totalsOf(main: PublishedTable) {
  const waves = [...new Set(main.rows.map(({ key }) => key.millesime ?? ''))];
  return waves.flatMap((millesime) => rowAt(main, { millesime, contrat: TOTAL }) ?? []);
}

/** Jobs of a contract, of none that is named, or of all; contracts never make more than the jobs that a place counts. */
function jobsOf(row: Reponse, contrat: string): number {
  const named = KINDS.reduce((sum, kind) => sum + (row[kind] ?? 0), 0);
  const total = Math.max(row.emplois_total ?? 0, named);
  if (contrat === TOTAL) return total;
  if (contrat === UNKNOWN) return total - named;
  return KINDS.filter((kind) => kind === contrat).reduce((sum, kind) => sum + (row[kind] ?? 0), 0);
}
