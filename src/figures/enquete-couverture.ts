import { bars } from '../charts/bars.ts';
import type { Data } from '../datasets/data.ts';
import { millesimesOf } from '../datasets/millesimes.ts';
import { partitionOf, territoryOf } from '../datasets/territories.ts';
import { countCell, shareCell, withoutValue } from '../model/cells.ts';
import type { Scope } from '../model/figure.ts';
import { LEAST_BASE } from '../model/least-base.ts';
import { labelOf, type PublishedRow, type PublishedTable, type Table } from '../model/table.ts';
import { enumerate } from '../text/list.ts';
import { formatNumber } from '../text/number.ts';
import { plural } from '../text/plural.ts';
import { formatCell, formatValue, speakCell } from '../text/value.ts';
import { countInTerritory, locateUnits } from './count-in-territory.ts';
import { defineFigure } from './define.ts';
import { quoteWave } from './quote-wave.ts';
import { registerOf } from './register.ts';
import { territoryColumn } from './survey-territories.ts';
import { surveyChamp, surveySources, waveColumn } from './survey-wave.ts';

const REPONDANTS = {
  id: 'lieux',
  title: 'Lieux répondants',
  role: 'measure',
  unit: { one: 'lieu répondant', many: 'lieux répondants' },
} as const;
const CONNUS = { id: 'annuaire', title: 'Lieux connus de l’annuaire', role: 'attribute' } as const;

/** How many places answered each wave, territory by territory, beside those of the directory. */
export const figure = defineFigure({
  id: 'enquete-couverture',
  title: 'Les lieux répondants et les lieux connus de l’annuaire, par territoire',
  question: 'Combien de lieux répondent au recensement dans chaque territoire, et combien l’annuaire en connaît-il ?',
  theme: 'où',
  uses: ['enquete', 'lieux'],
  scopes: { territoires: 'région', millesimes: 'tous' },
  rows: (data, scope) => ({ main: countByTerritory(data, scope), region: countInRegion(data, scope) }),
  subtitle: ({ main }) => {
    const few = main.rows.filter(({ cells }) => cells[REPONDANTS.id]?.sign === 'nd');
    const left = [...new Set(few.map((row) => labelOf(main, row, 'territoire')))];
    const last = main.rows.at(-1);
    return [
      `Nombre de lieux répondants${last ? ` au recensement ${labelOf(main, last, 'millesime')}` : ''}`,
      'le trait marque le nombre de lieux connus de l’annuaire',
      ...(left.length > 0 ? [`trop peu de réponses pour ${enumerate(left)}`] : []),
    ].join(' ; ');
  },
  finding: ({ region }) => {
    const row = region?.rows.at(-1);
    const { value, base } = row?.cells.taux ?? {};
    const count = row?.cells[REPONDANTS.id]?.value;
    if (!region || !row || !value || !base || !count) return undefined;
    return `${formatNumber(count)} lieux ont répondu au recensement ${labelOf(region, row, 'millesime')}, sur un univers de ${formatNumber(base)} (${formatValue(value, '%')})`;
  },
  reading: ({ main }) => {
    const [territory] = territoriesIn(main);
    return territory ? describe(main, territory) : 'Aucun lieu n’a répondu';
  },
  quote: ({ region }) => {
    const row = region?.rows.at(-1);
    const count = row?.cells[REPONDANTS.id]?.value;
    if (!region || !row || count == null) return undefined;
    const wave = labelOf(region, row, 'millesime');
    const { value, base } = row.cells.taux ?? {};
    const whole = value && base ? `, sur un univers de ${formatNumber(base)}, soit ${formatValue(value, '%')}` : '';
    return quoteWave(region, wave, `${formatNumber(count)} lieux ont répondu au recensement ${wave}${whole}`);
  },
  summary: ({ main }) =>
    `Les lieux répondants et les lieux connus de l’annuaire. ${territoriesIn(main)
      .map((rows) => `${describe(main, rows)}.`)
      .join(' ')}`,
  draw: ({ main }, frame) =>
    bars(
      withDirectory(main),
      {
        category: 'territoire',
        value: REPONDANTS.id,
        detail: ({ attributes }) => String(attributes?.avant ?? '') || undefined,
        compare: { measure: CONNUS.id, label: 'annuaire' },
      },
      frame,
    ),
});

/** One row a territory and a wave. The directory is public: its count is an attribute, and passes no gate. */
function countByTerritory(data: Data, scope: Scope): Table {
  const waves = millesimesOf(data.enquete).map((millesime) => ({
    millesime,
    located: locateUnits(rowsOf(data, millesime), data),
  }));
  return {
    title: 'Par territoire',
    columns: [territoryColumn(data), waveColumn(data), REPONDANTS, CONNUS],
    rows: partitionOf(data).flatMap(({ id }) =>
      waves.map(({ millesime, located }) => ({
        key: { territoire: id, millesime },
        attributes: { [CONNUS.id]: data.lieux.filter((lieu) => territoryOf(lieu, data)?.id === id).length },
        cells: { [REPONDANTS.id]: { ...countInTerritory(id, located, data), base: null } },
      })),
    ),
    sums: [],
    champ: `${surveyChamp(data, scope)} ; ${describeDirectory(data)}`,
    sources: [
      ...surveySources(data),
      ...data.resources.filter(({ dataset }) => dataset === 'lieux').map(({ source }) => source),
    ],
  };
}

/** One row a wave: who answered in the whole region, and the response rate where the wave's universe is stated. */
function countInRegion(data: Data, scope: Scope): Table {
  return {
    title: 'Toute la région',
    columns: [
      waveColumn(data),
      REPONDANTS,
      { id: 'taux', title: 'Taux de réponse', role: 'measure', unit: '%' },
      { id: 'univers', title: 'Univers', role: 'attribute' },
    ],
    rows: millesimesOf(data.enquete).map((millesime) => {
      const units = rowsOf(data, millesime).map(({ id_unite }) => id_unite);
      const univers =
        data.resources.find((resource) => resource.dataset === 'enquete' && resource.millesime === millesime)
          ?.univers ?? null;
      const isRate = univers !== null && univers >= Math.max(LEAST_BASE, units.length);
      const rate = shareCell(units, univers ?? 0);
      return {
        key: { millesime },
        attributes: { univers },
        cells: {
          [REPONDANTS.id]: { ...countCell(units, units.length), base: null },
          taux: isRate ? rate : withoutValue(rate),
        },
      };
    }),
    sums: [],
    champ: `${surveyChamp(data, scope)} ; l’univers réunit tous les lieux connus à la date du recensement`,
    sources: surveySources(data),
  };
}

function rowsOf({ enquete }: Data, wave: string) {
  return enquete.filter(({ millesime }) => millesime === wave);
}

/** What the directory may be set against: it is the universe only where its file says so. */
function describeDirectory({ resources }: Data): string {
  const register = registerOf({ resources });
  return register
    ? `l’annuaire est dit exhaustif (${register.base}) ; un lieu répondant peut ne pas y figurer`
    : 'l’annuaire n’est pas l’univers : comparé aux lieux répondants, il ne donne pas de taux de réponse';
}

/** The rows of each territory, waves in order. */
function territoriesIn({ rows }: PublishedTable): readonly (readonly PublishedRow[])[] {
  return [...Map.groupBy(rows, ({ key }) => key.territoire ?? '').values()];
}

/** "Territoire 1 : 30 lieux répondants au recensement N, 35 lieux répondants au recensement N+2, 34 lieux connus de l’annuaire". */
function describe(main: PublishedTable, rows: readonly PublishedRow[]): string {
  const waves = rows.map((row) => {
    const cell = row.cells[REPONDANTS.id]!;
    const answered = cell.sign === 'nd' ? 'trop peu de réponses' : speakCell(cell, REPONDANTS.unit);
    return `${answered} au recensement ${labelOf(main, row, 'millesime')}`;
  });
  const known = plural(knownIn(rows), 'lieu connu', 'lieux connus');
  return `${labelOf(main, rows[0]!, 'territoire')} : ${[...waves, `${known} de l’annuaire`].join(', ')}`;
}

function knownIn([row]: readonly PublishedRow[]): number {
  return Number(row?.attributes?.[CONNUS.id] ?? 0);
}

/** The table as it is drawn: the last wave of each territory, what came before in words, the directory as a measure. */
function withDirectory(main: PublishedTable): PublishedTable {
  return {
    ...main,
    columns: main.columns.map((column) =>
      column.id === CONNUS.id
        ? { ...column, role: 'measure', unit: { one: 'lieu connu', many: 'lieux connus' } }
        : column,
    ),
    rows: territoriesIn(main).flatMap((rows) => {
      const last = rows.at(-1)!;
      const before = rows.slice(0, -1).map((row) => `${labelOf(main, row, 'millesime')} : ${printCount(row)}`);
      return {
        key: { territoire: last.key.territoire ?? '' },
        attributes: { avant: before.length > 0 ? `recensement ${before.join(', ')}` : '' },
        cells: { ...last.cells, [CONNUS.id]: { kind: 'count' as const, value: knownIn(rows) } },
      };
    }),
  };
}

function printCount({ cells }: PublishedRow): string {
  return formatCell(cells[REPONDANTS.id]!, REPONDANTS.unit, { bare: true });
}
