import { dumbbell } from '../charts/dumbbell.ts';
import type { Data } from '../datasets/data.ts';
import { partitionOf } from '../datasets/territories.ts';
import { type Cell, labelOf, type PublishedRow, type PublishedTable, type Row } from '../model/table.ts';
import { plural } from '../text/plural.ts';
import { upperFirst } from '../text/sentence.ts';
import { formatCell } from '../text/value.ts';
import { defineFigure } from './define.ts';
import { countPeople, describeRegister, REGISTER_WAITED, registerOf } from './register.ts';
import { shareInWords } from './share-in-words.ts';
import { TOTAL } from './survey-question.ts';

/** Where a place may be near: the wider one comes last. */
const MAILLES = { commune: 'dans leur commune', epci: 'dans leur intercommunalité' } as const;

/** The share of inhabitants who have a place where they live: only from a directory that lacks no place. */
export const figure = defineFigure({
  id: 'habitants-avec-un-lieu',
  title: 'Les habitants qui ont un lieu dans leur commune, ou dans leur intercommunalité',
  question: 'Quelle part des habitants a un tiers-lieu dans sa commune, ou dans son intercommunalité ?',
  theme: 'où',
  uses: ['lieux'],
  waits: REGISTER_WAITED,
  scopes: { territoires: 'région', millesimes: 'tous' },
  rows(data) {
    const register = registerOf(data);
    const { settings, geography } = data;
    const parts = partitionOf(data);
    const all = [...geography.communes.values()];
    const mailles = (['commune', 'epci'] as const).filter((maille) => maille === 'commune' || geography.epci.size > 0);
    const territories = [
      { id: TOTAL, communes: all },
      ...parts.map(({ id, type, code }) => ({
        id,
        communes: all.filter((commune) => commune[type === 'epci' ? 'epci' : 'departement'] === code),
      })),
    ];
    const names = parts.map(({ id, nom }) => [id, nom] as const);
    return {
      main: {
        columns: [
          {
            id: 'territoire',
            title: 'Territoire',
            role: 'key',
            labels: { [TOTAL]: 'Toute la région', ...Object.fromEntries(names) },
          },
          { id: 'maille', title: 'Un lieu', role: 'key', labels: MAILLES },
          { id: 'part', title: 'Part des habitants', role: 'measure', unit: '%' },
        ],
        rows: register
          ? territories.flatMap(({ id, communes }) =>
              mailles.flatMap((maille) => shareRow(id, maille, communes, data) ?? []),
            )
          : [],
        sums: [],
        champ: `habitants des communes ${settings.region.de} ; ${register ? describeRegister(register, data) : 'lieux de l’annuaire'}`,
        sources: [...(register ? [register.source] : []), geography.population],
      },
    };
  },
  subtitle({ main }) {
    const habitants = wholeOf(main)?.cells.part?.base ?? 0;
    return `En % des ${plural(habitants, 'habitant', 'habitants')} de la région, puis de ceux de chaque territoire`;
  },
  finding({ main }) {
    const row = wholeOf(main);
    const value = row?.cells.part?.value;
    if (!row || !value) return undefined;
    const where = MAILLES[row.key.maille as keyof typeof MAILLES];
    if (value === 100) return `Tous les habitants ont un lieu de l’annuaire ${where}`;
    const said = shareInWords(value, { one: 'habitant', many: 'habitants' });
    if (!said) return undefined;
    return `${upperFirst(said.text)} ${said.plural ? 'ont' : 'a'} un lieu de l’annuaire ${said.plural ? where : where.replace('leur', row.key.maille === 'commune' ? 'sa' : 'son')}`;
  },
  reading({ main }) {
    const row = wholeOf(main);
    return row
      ? `${formatCell(row.cells.part!, '%')} des habitants de la région ont un lieu de l’annuaire ${labelOf(main, row, 'maille')}`
      : '';
  },
  quote({ main }) {
    const row = wholeOf(main);
    return row?.cells.part?.value == null
      ? undefined
      : {
          text: `${formatCell(row.cells.part, '%')} des habitants de la région ont un lieu de l’annuaire ${labelOf(main, row, 'maille')}`,
          champ: main.champ.split(' ; ')[0]!,
        };
  },
  summary: ({ main }) => {
    const rows = [...Map.groupBy(main.rows, ({ key }) => key.territoire ?? '').values()];
    const said = rows.map((own) => {
      const shares = own.map((row) => `${formatCell(row.cells.part!, '%')} ${labelOf(main, row, 'maille')}`);
      return `${labelOf(main, own[0]!, 'territoire')} : ${shares.join(', ')}`;
    });
    return `Part des habitants qui ont un lieu de l’annuaire. ${said.join(' ; ')}.`;
  },
  draw: ({ main }, frame) => dumbbell(main, { category: 'territoire', series: 'maille', value: 'part' }, frame),
});

type Commune = ReturnType<Data['geography']['communes']['get']> & object;

/** One share; none where the inhabitants of a commune are not known. */
function shareRow(
  territoire: string,
  maille: keyof typeof MAILLES,
  communes: readonly Commune[],
  { geography, lieux }: Data,
): Row<Cell> | undefined {
  const habitants = countPeople(
    communes.map(({ code }) => code),
    geography,
  );
  if (habitants === 0) return undefined;
  const placeOf = (commune: Commune | undefined) => (maille === 'commune' ? commune?.code : commune?.epci);
  const served = new Set(lieux.flatMap(({ code_insee }) => placeOf(geography.communes.get(code_insee ?? '')) ?? []));
  const near = communes.filter((commune) => served.has(placeOf(commune) ?? ''));
  const count = countPeople(
    near.map(({ code }) => code),
    geography,
  );
  return {
    key: { territoire, maille },
    cells: { part: { kind: 'share', value: (count / habitants) * 100, n: count, base: habitants } },
  };
}

/** The region's row at the widest scale that is known. */
function wholeOf({ rows }: PublishedTable): PublishedRow | undefined {
  return rows.findLast(({ key }) => key.territoire === TOTAL);
}
