import type { Shape } from '../csv/column.ts';
import type { Fault } from '../csv/fault.ts';
import { date } from '../csv/kinds.ts';
import type { DatasetId } from '../datasets/data.ts';
import type { Dataset } from '../datasets/define.ts';
import { datasets } from '../datasets/index.ts';
import { fold } from '../text/fold.ts';
import { isPersonal } from './dropped-columns.ts';
import { type ForeignRecord, type ForeignTable, placeCell } from './foreign-table.ts';
import type { Format, ImportContext, Imported } from './format.ts';
import { makePlaceId } from './make-place-id.ts';
import { type BoundColumns, bindSources, readSources, type Sources } from './mapped-columns.ts';
import { type MendedCell, mendCell } from './mend-cell.ts';
import { tellMisnamed } from './misnamed-columns.ts';
import { makeCommuneResolver, type WrittenCommune } from './resolve-commune.ts';
import { simplify } from './simplify.ts';
import { convertSurvey } from './survey/convert-survey.ts';
import { targetsOf } from './targets.ts';
import { type Draft, lineOf, typeDrafts } from './typed-rows.ts';

/** Fewer columns of ours than this may stand together by chance. */
const ENOUGH = 6;

/** Columns that stand in for a required one that a file lacks, by dataset: none where it is made or said without them. */
const STAND_INS: Readonly<Partial<Record<DatasetId, Readonly<Record<string, readonly string[]>>>>> = {
  lieux: { id: ['nom'] },
  enquete: { code_insee: ['commune', 'code_postal'] },
};

/** What a commune is known by, in the resolver's words and in our columns. */
const COMMUNE: Readonly<Record<keyof WrittenCommune, string>> = {
  code: 'code_insee',
  nom: 'commune',
  codePostal: 'code_postal',
  departement: 'departement',
};

/**
 * Files with the columns of our own dictionary, whatever a spreadsheet did to their cells: one format for each dataset but the
 * subsidies, whose columns are the national standard's.
 */
export const ownColumns: readonly Format[] = [datasets.lieux, datasets.reperes, datasets.enquete, datasets.flux].map(
  (dataset: Dataset<DatasetId>) => ({
    id: `colonnes-${dataset.id}`,
    title: `Fichier aux colonnes de l’observatoire\u00a0: ${dataset.title}`,
    dataset: dataset.id,
    ...(dataset.access === 'aggregates' ? { description: { access: dataset.access, declaratif: true } } : {}),
    telling: requiredOf(dataset).map((id) => dataset.columns[id]!.meta.title),
    recognise: (header: readonly string[]) => lacksOf(header, dataset)?.length === 0,
    lacks: (header: readonly string[]) => lacksOf(header, dataset)?.map((id) => dataset.columns[id]!.meta.title),
    convert: ([table]: readonly ForeignTable[], context: ImportContext) =>
      dataset.id === 'enquete' ? convertAnswers(table!, context) : convertRows(table!, dataset, context),
  }),
);

function requiredOf({ columns }: Pick<Dataset, 'columns'>): readonly string[] {
  return Object.keys(columns).filter((id) => columns[id]!.meta.required);
}

/** The required columns that a header lacks, where it is mostly made of a dataset's columns; undefined for another header. */
function lacksOf(header: readonly string[], dataset: Dataset<DatasetId>): readonly string[] | undefined {
  const { find } = targetsOf(dataset.id);
  const filled = header.filter((name) => name !== '');
  const known = filled.flatMap((name) => find(name) ?? []);
  const found = new Set(known);
  if (found.size < ENOUGH || known.length * 2 < filled.length) return undefined;
  const standIns = STAND_INS[dataset.id] ?? {};
  return requiredOf(dataset).filter((id) => [id, ...(standIns[id] ?? [])].every((other) => !found.has(other)));
}

/** Answers go the way of every survey: choices by label or by code, the commune by its name, the consent. */
function convertAnswers(table: ForeignTable, context: ImportContext): Imported {
  const year = findYear(table, datasets.enquete, context);
  const { id_unite } = datasets.enquete.columns;
  const missingId = `une colonne « ${id_unite.meta.title} »`;
  const imported = convertSurvey([table], { known: new Map(), missingId, ...year.said }, context);
  const lines = imported.lines.map((line) => ({ ...line, ...year.said, isOurs: true as const }));
  return { ...imported, lines, faults: [...imported.faults, ...year.faults] };
}

function convertRows(table: ForeignTable, dataset: Dataset<DatasetId>, context: ImportContext): Imported {
  const { shape } = targetsOf(dataset.id);
  const sources = listSources(dataset, shape);
  const bound = bindSources(table, sources, context);
  const dropped = bound.dropped.toSorted((a, b) => Number(isPersonal(b)) - Number(isPersonal(a)));
  const before = [...table.faults, ...bound.faults, ...tellMisnamed([table], context)];
  if (!bound.isWhole) return { lines: [], dropped, faults: before };
  const year = dataset.millesimes ? findYear(table, dataset, context) : { said: {}, faults: [] };
  const read = table.records.map((record) => {
    const { cells, faults } = readSources(table, record, bound, sources, dataset.columns, context);
    return { record, cells, faults };
  });
  const ours = dataset.id === 'lieux' ? completePlaces(read, table, bound, context) : read;
  const positions = bound.positions as Readonly<Record<string, number>>;
  const judged = typeDrafts(dataset, ours, table, positions, context.references);
  const isOurs = dataset.id !== 'lieux' || bound.positions.id !== undefined;
  return {
    lines: judged.accepted.map((line) => ({
      ...lineOf(table, line as Parameters<typeof lineOf<object>>[1]),
      ...year.said,
      ...(isOurs ? { isOurs } : {}),
    })),
    dropped,
    faults: [...before, ...ours.flatMap(({ faults }) => faults), ...judged.faults, ...year.faults],
  };
}

function listSources(dataset: Dataset<DatasetId>, shape: Shape): Sources<string> {
  const standIns = STAND_INS[dataset.id] ?? {};
  return Object.fromEntries(
    Object.entries(shape).map(([id, { meta }]) => {
      const names = [...new Set([meta.title, id, ...(meta.aliases ?? [])])];
      const required = meta.required === true && standIns[id] === undefined;
      const convert = dataset.id === 'reperes' && id === 'millesime' ? rewriteMonth : undefined;
      return [id, { names, required, ...(convert ? { convert } : {}) }];
    }),
  );
}

const MONTH = date({ title: 'mois' });

/** A year as text is no date for its column, but one for a spreadsheet: `2025-11` becomes « nov-25 ». */
function rewriteMonth(text: string): MendedCell {
  return /^\p{L}/u.test(text) ? mendCell(text, MONTH) : { text };
}

interface ReadRow extends Draft {
  readonly record: ForeignRecord;
  readonly faults: readonly Fault[];
}

/** The commune's code where only its name is written, and an id where the file gives none. */
function completePlaces(
  rows: readonly ReadRow[],
  table: ForeignTable,
  { positions }: BoundColumns<string>,
  { references, settings }: ImportContext,
): readonly ReadRow[] {
  const resolve = makeCommuneResolver(references, settings?.territoires);
  const ids = new Set<string>();
  return rows.map((row) => {
    const { nom = '', commune = '', id } = row.cells;
    const written = Object.fromEntries(
      Object.entries(COMMUNE).map(([part, column]) => [part, row.cells[column] ?? '']),
    );
    // A code in our own column was already read, and a place may lie elsewhere: only what is missing is looked for.
    const found = written.code === '' ? resolve(written) : undefined;
    const remarks = found?.remarks ?? [];
    const told = remarks.map(({ about, ...remark }): Fault => {
      const place = placeCell(table, row.record, positions[COMMUNE[about]] ?? positions.commune ?? -1);
      return { ...place, ...remark };
    });
    return {
      ...row,
      cells: {
        ...row.cells,
        code_insee: found ? found.code : written.code!,
        commune: found?.nom || commune,
        id: positions.id === undefined ? makePlaceId(nom, commune, ids) : (id ?? ''),
      },
      faults: [...row.faults, ...told],
    };
  });
}

interface FoundYear {
  readonly said: { readonly millesime?: string };
  readonly faults: readonly Fault[];
}

/** The year that the person named; else the one in a name like ours, `enquete-2026.csv`, which is told. */
function findYear({ file, header }: ForeignTable, { id }: Dataset, { millesime }: ImportContext): FoundYear {
  if (millesime !== undefined) return { said: { millesime }, faults: [] };
  const year = new RegExp(`^${simplify(id)}[-_ ](\\d{4})(?!\\d)`).exec(fold(file.split('/').at(-1)!))?.[1];
  if (year === undefined) return { said: {}, faults: [] };
  const problem = `le nom du fichier dit ${year} : c’est l’année de ses lignes`;
  const expected = 'la bonne année ; pour une autre, ajoutez --millesime AAAA';
  const { line, record } = header;
  return { said: { millesime: year }, faults: [{ level: 'avertissement', file, line, record, problem, expected }] };
}
