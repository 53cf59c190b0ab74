import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadObservatory } from '../../src/datasets/load.ts';
import { defineFigure } from '../../src/figures/define.ts';
import { publishAll } from '../../src/observatory/publish-all.ts';
import { reportGathering } from '../../src/observatory/report-gathering.ts';

const folder = (name: string) => join(import.meta.dirname, '../..', name, 'demonstration');
const { data } = await loadObservatory({ data: folder('data'), content: folder('content'), demonstration: true });
if (!data) throw new Error('The demonstration cannot be loaded');

test('l’équipe lit chez qui des bénéficiaires sont réunis', () => {
  expect(reportGathering(data)).toBe(
    [
      'Flux financiers, Région de démonstration : ce qui sera réuni, pour ne nommer que ceux qui l’acceptent',
      '  3001, « Autres bénéficiaires » : « Dispositif D », « Action B », « Action C » et « Action D »',
      '  3003, « Autres bénéficiaires » : « Dispositif D », « Action B », « Action C » et « Action D »',
    ].join('\n'),
  );
  const other = data.flux.filter(({ millesime, payeur }) => millesime !== '3001' || payeur !== 'Action B');
  expect(
    reportGathering({ ...data, flux: other })
      .split('\n')
      .slice(1),
  ).toEqual([
    '  3001, « Autres bénéficiaires » : « Dispositif D », « Action C » et « Action D »',
    '  3003, « Autres bénéficiaires » : « Dispositif D », « Action B », « Action C » et « Action D »',
  ]);
  expect(reportGathering({ ...data, flux: data.flux.filter(({ contributions }) => contributions.length === 0) })).toBe(
    '',
  );
});

test('la porte rejuge une somme de données ouvertes qui dit de qui elle est faite', () => {
  const cell = (amounts: readonly number[]) =>
    ({
      kind: 'sum',
      value: amounts.reduce((sum, amount) => sum + amount, 0),
      n: null,
      base: null,
      contributions: amounts.map((amount, index) => [`p${index}`, amount] as const),
    }) as const;
  const figure = defineFigure({
    id: 'essai',
    title: 'Essai',
    theme: 'moyens',
    uses: ['flux'],
    scopes: { territoires: 'région', millesimes: 'un' },
    rows: () => ({
      main: {
        columns: [
          { id: 'qui', title: 'Qui', role: 'key' },
          { id: 'montant', title: 'Montant', role: 'measure', unit: '€' },
        ],
        rows: [[], [10, 20], [10, 20, 30], [1, 1, 98]].map((amounts, index) => ({
          key: { qui: String(index) },
          cells: { montant: cell(amounts) },
        })),
        sums: [],
        champ: 'essai',
        sources: [],
      },
    }),
    subtitle: () => '',
    reading: () => '',
    summary: () => '',
    draw: () => ({ svg: '', width: 1, height: 1, marks: [] }),
  });
  const published = publishAll(data, [figure], []).tables('essai', {
    millesime: '3003',
    territoire: data.settings.region.id,
  });
  expect(published?.main.rows.map(({ cells }) => cells.montant?.sign ?? cells.montant?.value)).toEqual([
    0,
    's',
    60,
    's',
  ]);
});
