import { choropleth } from '../charts/choropleth.ts';
import { labelOf, type PublishedRow, type PublishedTable } from '../model/table.ts';
import { formatNumber } from '../text/number.ts';
import { formatCell } from '../text/value.ts';
import { defineFigure } from './define.ts';
import { describeRegister, MAILLES, peopleAreas, REGISTER_WAITED, registerOf } from './register.ts';

/** Inhabitants that places are set against. */
const PER = 100_000;
const INHABITANTS = `${formatNumber(PER)} habitants`;
const LIEUX = { one: 'lieu', many: 'lieux' };
const HABITANTS = { one: 'habitant', many: 'habitants' };
const TAUX = { one: `lieu pour ${INHABITANTS}`, many: `lieux pour ${INHABITANTS}` };

/** Places for a number of inhabitants, area by area: a rate, so only from a directory that lacks no place. */
export const figure = defineFigure({
  id: 'lieux-par-habitant',
  title: `Les lieux pour ${INHABITANTS}, sur la carte`,
  question: 'Où y a-t-il le plus de tiers-lieux par habitant, et où en manque-t-il ?',
  theme: 'où',
  map: true,
  uses: ['lieux'],
  waits: REGISTER_WAITED,
  scopes: { territoires: 'région', millesimes: 'tous' },
  rows(data) {
    const register = registerOf(data);
    const { maille, areas } = peopleAreas(data);
    const rated = (register ? areas : [])
      .map((area) => ({ ...area, taux: (area.lieux / area.habitants) * PER }))
      .toSorted((a, b) => b.taux - a.taux || a.nom.localeCompare(b.nom, 'fr'));
    const labels = Object.fromEntries(rated.map(({ code, nom }) => [code, nom]));
    return {
      main: {
        columns: [
          { id: maille, title: MAILLES[maille].title, role: 'key', labels },
          { id: 'taux', title: `Lieux pour ${INHABITANTS}`, role: 'measure', unit: TAUX },
          { id: 'lieux', title: 'Lieux', role: 'measure', unit: LIEUX },
          { id: 'habitants', title: 'Habitants', role: 'measure', unit: HABITANTS },
        ],
        rows: rated.map(({ code, habitants, lieux, taux }) => ({
          key: { [maille]: code },
          cells: {
            taux: { kind: 'mean', value: taux, n: lieux, base: null },
            lieux: { kind: 'count', value: lieux, n: lieux, base: null },
            habitants: { kind: 'count', value: habitants, n: habitants, base: null },
          },
        })),
        sums: [],
        champ: `${register ? describeRegister(register, data) : 'lieux de l’annuaire'} ; habitants des communes ${data.settings.region.de}`,
        sources: [...(register ? [register.source] : []), data.geography.population],
      },
    };
  },
  subtitle: ({ main }) => {
    const [lieux, habitants] = [sumOf(main, 'lieux'), sumOf(main, 'habitants')];
    const whole = habitants > 0 ? ` ; ${formatNumber((lieux / habitants) * PER)} dans toute la région` : '';
    return `Lieux de l’annuaire pour ${INHABITANTS}, ${MAILLES[mailleOf(main)].by}${whole}`;
  },
  finding({ main }) {
    const { a, many } = MAILLES[mailleOf(main)];
    const empty = main.rows.filter(({ cells }) => cells.lieux?.value === 0).length;
    if (empty > 0) {
      const who = empty === 1 ? `${a} sur ${main.rows.length} n’a` : `${empty} ${many} sur ${main.rows.length} n’ont`;
      return `${who} aucun lieu de l’annuaire`;
    }
    const [most, least] = [main.rows[0]?.cells.taux, main.rows.at(-1)?.cells.taux];
    if (!most || !least || most.value === least.value) return undefined;
    return `De ${formatCell(least, TAUX, { bare: true })} à ${formatCell(most, TAUX)}, ${MAILLES[mailleOf(main)].by}`;
  },
  reading({ main }) {
    const row = main.rows[0];
    return row
      ? `${labelOf(main, row, mailleOf(main))} : ${describe(row)}, soit ${formatCell(row.cells.taux!, TAUX)}`
      : '';
  },
  quote({ main }) {
    const [lieux, habitants] = [sumOf(main, 'lieux'), sumOf(main, 'habitants')];
    return habitants > 0
      ? {
          text: `La région a ${formatCell({ kind: 'mean', value: (lieux / habitants) * PER }, TAUX)}`,
          champ: main.champ.split(' ; ')[0]!,
        }
      : undefined;
  },
  summary: ({ main }) => {
    const rates = main.rows.map(
      (row) => `${labelOf(main, row, mailleOf(main))} : ${formatCell(row.cells.taux!, TAUX, { bare: true })}`,
    );
    return `Carte des lieux pour ${INHABITANTS}, ${MAILLES[mailleOf(main)].by}. ${rates.join(' ; ')}.`;
  },
  draw: ({ main }, frame) =>
    choropleth(
      main,
      {
        area: mailleOf(main),
        object: mailleOf(main),
        value: 'taux',
        title: `Lieux pour ${INHABITANTS}`,
        detail: describe,
      },
      frame,
    ),
});

/** The areas of a table: its one key is called as the contours that draw them. */
function mailleOf({ columns }: PublishedTable): keyof typeof MAILLES {
  return columns.some(({ id }) => id === 'epci') ? 'epci' : 'territoires';
}

/** "12 lieux, 354 931 habitants". */
function describe({ cells }: PublishedRow): string {
  return `${formatCell(cells.lieux!, LIEUX)}, ${formatCell(cells.habitants!, HABITANTS)}`;
}

function sumOf({ rows }: PublishedTable, measure: string): number {
  return rows.reduce((sum, { cells }) => sum + (cells[measure]?.value ?? 0), 0);
}
