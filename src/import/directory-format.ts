import { readCell } from '../csv/cell.ts';
import { type Fault, hasErrors } from '../csv/fault.ts';
import { enumerateOptions } from '../csv/kinds/options.ts';
import { type Lieu, lieux } from '../datasets/lieux.ts';
import { fold } from '../text/fold.ts';
import { plural } from '../text/plural.ts';
import { type ForeignRecord, type ForeignTable, placeCell } from './foreign-table.ts';
import type { Format, ImportContext } from './format.ts';
import { makePlaceId } from './make-place-id.ts';
import { type BoundColumns, bindSources, readSources, type Sources } from './mapped-columns.ts';
import { tellMisnamed } from './misnamed-columns.ts';
import { EXPECTED_POINT, readPoint } from './read-point.ts';
import { readTypes, typeOf } from './read-types.ts';
import { makeCommuneResolver, type ResolvedCommune, type WrittenCommune } from './resolve-commune.ts';
import { splitStatus } from './split-status.ts';
import { translateCell } from './translate-cell.ts';
import { lineOf, typeDrafts } from './typed-rows.ts';

/** What we take from a list of places: columns of our directory, and what helps to fill them; `presentation` gives a web address only. */
export type DirectorySource =
  | (keyof typeof lieux.columns & string)
  | 'numero'
  | 'code_postal'
  | 'departement'
  | 'point'
  | 'forme_geo'
  | 'typologie'
  | 'presentation';

/** Somebody else's list of places, in the words of its columns. */
export interface DirectoryFormat
  extends Pick<Format<Lieu>, 'id' | 'title' | 'telling' | 'description' | 'recognise' | 'lacks'> {
  readonly sources: Sources<DirectorySource>;
  /** True for the lines that call themselves tiers-lieux, by their `typologie`, where the list holds other places too. */
  readonly isPlace?: (typologie: string) => boolean;
  /** True where nothing but our types tells such a list from a list of anything: without a single one, it is refused whole. */
  readonly isKnownByTypes?: true;
}

/** Why a line does not enter the directory, though nothing is wrong with it. */
type Reason = 'fermé' | 'autre' | 'ailleurs';

/** A line of the file in our columns. */
interface Place {
  readonly record: ForeignRecord;
  readonly cells: Readonly<Record<string, string>>;
  /** What tells it from a namesake. */
  readonly mark: string;
  readonly reason: Reason | undefined;
  readonly faults: readonly Fault[];
}

interface Reader {
  readonly table: ForeignTable;
  readonly format: DirectoryFormat;
  readonly bound: BoundColumns<DirectorySource>;
  readonly context: ImportContext;
  readonly resolve: (written: WrittenCommune) => ResolvedCommune;
}

/** Makes a format of a list of places, whose lines become lines of our directory. */
export function defineDirectoryFormat(format: DirectoryFormat): Format<Lieu> {
  const { sources, isPlace, isKnownByTypes, ...described } = format;
  return {
    ...described,
    dataset: 'lieux',
    convert: ([table], context) => convert(table!, { ...format, sources: { ...NAMEABLE, ...sources } }, context),
  };
}

/** What any list may tell once the person says in which column, though it has no name for it. */
const NAMEABLE: Sources<DirectorySource> = Object.fromEntries(
  [
    ...(['nom', 'commune', 'code_insee', 'code_postal', 'departement', 'latitude', 'longitude', 'point'] as const),
    ...(['types', 'forme_juridique', 'site_web', 'activite_citee', 'cite_le'] as const),
  ].map((id) => [id, { names: [] }]),
);

function convert(table: ForeignTable, format: DirectoryFormat, context: ImportContext) {
  const bound = bindSources(table, format.sources, context);
  const resolve = makeCommuneResolver(context.references, context.settings?.territoires);
  const reader: Reader = { table, format, bound, context, resolve };
  const { dropped } = bound;
  const before = [...table.faults, ...bound.faults, ...tellMisnamed([table], context)];
  const strange = bound.isWhole ? refuseStranger(reader) : undefined;
  if (!bound.isWhole || strange) return { lines: [], dropped, faults: [...before, ...(strange ?? [])] };
  const places = table.records.map((record) => readPlace(reader, record));
  const asked = [...askCitation(reader), ...tellNowhere(reader)];
  const { lines, faults } = judge(reader, places, hasErrors(asked));
  return { lines, dropped, faults: [...before, ...asked, ...tellLeftAside(table, places), ...faults] };
}

/** A list of anything else may have the same column names: what it calls types is then nothing that we know. */
function refuseStranger(reader: Reader): readonly Fault[] | undefined {
  const { table, bound, format } = reader;
  const position = bound.positions.types;
  if (!format.isKnownByTypes || position === undefined || table.records.length === 0) return undefined;
  if (table.records.some(({ cells }) => readTypes(readKind(reader, cells[position])).labels.length > 0))
    return undefined;
  const { line, record } = table.header;
  const problem = 'aucune ligne n’a un type de tiers-lieu : cette liste parle d’autre chose';
  const expected = lieux.columns.types.expected;
  return [{ ...placeCell(table, table.records[0]!, position), level: 'erreur', line, record, problem, expected }];
}

/** What a line calls the types of its place, in our words where the person translated them. */
function readKind({ table, bound, context }: Reader, text = ''): string {
  const answers = context.answers?.get(fold(table.header.cells[bound.positions.types ?? -1] ?? ''));
  return answers && text !== '' ? translateCell(text, lieux.columns.types, answers, typeOf) : text;
}

function readPlace(reader: Reader, record: ForeignRecord): Place {
  const { table, format, bound, context } = reader;
  const { types, commune, code_insee, ...columns } = lieux.columns;
  const { cells, faults } = readSources(table, record, bound, format.sources, columns, context);
  const told: Fault[] = [...faults];
  const tell: Tell = (source, problem, expected, { level = 'avertissement', ...more } = {}) =>
    told.push({ level, ...placeCell(table, record, bound.positions[source] ?? -1), problem, expected, ...more });
  const leave = (reason: Reason, why: readonly Fault[] = []): Place => ({
    record,
    cells: {},
    mark: '',
    reason,
    faults: why,
  });
  if (format.isPlace && !format.isPlace(cells.typologie ?? '')) return leave('autre');
  const found = findCommune(reader, cells, tell);
  if (found.isOutside) return leave('ailleurs');
  const { nom, status, isClosed } = splitStatus(cells.nom ?? '');
  if (isClosed) return leave('fermé', [tellClosed(placeCell(table, record, bound.positions.nom ?? -1), status)]);
  if (status) tell('nom', `état écrit dans le nom : « ${status} »`, 'le nom du lieu seul', { mended: nom });
  const ours = {
    nom,
    commune: found.nom,
    code_insee: found.code,
    ...locate(cells, tell),
    ...readKinds({ ...cells, types: readKind(reader, cells.types) }, tell),
    forme_juridique: cells.forme_juridique ?? '',
    site_web: cells.site_web || (cells.presentation ?? ''),
    cite_comme: 'tiers-lieu',
    cite_le: cells.cite_le || (context.date ?? ''),
    source: context.source ?? '',
  };
  return { record, cells: ours, mark: cells.numero || found.nom, reason: undefined, faults: told };
}

function tellClosed(place: ReturnType<typeof placeCell>, status = ''): Fault {
  const problem = `lieu dit fermé (« ${status} ») : ligne laissée de côté`;
  return { level: 'avertissement', ...place, problem, expected: 'un lieu ouvert' };
}

type Cells = Readonly<Partial<Record<DirectorySource, string>>>;
type Tell = (
  source: DirectorySource,
  problem: string,
  expected: string,
  more?: Partial<Pick<Fault, 'level' | 'nearest' | 'mended'>>,
) => void;

function findCommune({ resolve }: Reader, cells: Cells, tell: Tell): ResolvedCommune {
  const { code_insee, commune, code_postal, departement } = cells;
  const found = resolve({ code: code_insee, nom: commune, codePostal: code_postal, departement });
  const sources = {
    code: 'code_insee',
    nom: 'commune',
    codePostal: 'code_postal',
    departement: 'departement',
  } as const;
  for (const { about, problem = '', expected, ...more } of found.remarks) tell(sources[about], problem, expected, more);
  return found;
}

/** The place's point, from two columns or from one. */
function locate(cells: Cells, tell: Tell): Readonly<Record<string, string>> {
  const { latitude = '', longitude = '', point = '', forme_geo = '' } = cells;
  if (latitude !== '' || longitude !== '') return { latitude, longitude, position: 'exacte' };
  const written = point || forme_geo;
  const source = point ? 'point' : 'forme_geo';
  if (written === '') return {};
  const read = readPoint(written);
  if (!read) tell(source, 'point illisible', EXPECTED_POINT, { level: 'erreur' });
  else if (read.latitude === 0 && read.longitude === 0) tell(source, 'point absent codé « 0, 0 »', EXPECTED_POINT);
  else return { latitude: write(read.latitude), longitude: write(read.longitude), position: 'exacte' };
  return {};
}

/** To the centimetre, never as `1e-7`. */
function write(degrees: number): string {
  return degrees.toFixed(7).replace(/\.?0+$/, '');
}

/** Our types; what the list says in other words is kept as the activity that it names. */
function readKinds({ types = '', activite_citee = '' }: Cells, tell: Tell) {
  const { labels, isWhole } = readTypes(types);
  if (!isWhole) {
    const expected = enumerateOptions(lieux.columns.types.options ?? {});
    tell('types', 'type inconnu de l’annuaire : gardé comme activité citée', expected);
  }
  return { types: labels.join(' | '), activite_citee: activite_citee || (isWhole ? '' : types) };
}

/** The page that calls these places tiers-lieux, and its date: nobody else can say them. */
function askCitation({ table, bound, context }: Reader): readonly Fault[] {
  const { source, cite_le } = lieux.columns;
  const at = { level: 'erreur', file: table.file } as const;
  const faults: Fault[] = [];
  if (readCell(context.source ?? '', source, undefined).flaw) {
    const problem = 'la page qui nomme ces lieux tiers-lieux n’est pas connue';
    faults.push({ ...at, value: context.source, problem, expected: 'l’adresse de cette page : --source ADRESSE' });
  }
  const isDated = context.date !== undefined || bound.positions.cite_le !== undefined;
  if (!isDated || readCell(context.date ?? '', cite_le, undefined).flaw) {
    const problem = 'la date de cette liste n’est pas connue';
    faults.push({ ...at, value: context.date, problem, expected: `${cite_le.expected} : --date DATE` });
  }
  return faults;
}

/** Places without commune have no territory. */
function tellNowhere({ table, bound, format: { sources } }: Reader): readonly Fault[] {
  const ways = ['code_insee', 'commune', 'code_postal'] as const;
  if (ways.some((way) => bound.positions[way] !== undefined)) return [];
  const { file, header } = table;
  const names = ways.flatMap((way) => sources[way]?.names[0] ?? []).map((name) => `« ${name} »`);
  const problem = 'aucune colonne ne dit la commune : ces lieux n’auront pas de territoire';
  const expected = `une de ces colonnes : ${names.join(', ')}`;
  return [{ level: 'avertissement', file, line: header.line, record: header.record, problem, expected }];
}

/** Lines that are no fault, counted. */
function tellLeftAside({ file }: ForeignTable, places: readonly Place[]): readonly Fault[] {
  const count = (reason: Reason) => places.filter((place) => place.reason === reason).length;
  const told = (number: number, problem: string, expected: string): readonly Fault[] =>
    number === 0 ? [] : [{ level: 'avertissement', file, problem, expected }];
  const others = count('autre');
  const outside = count('ailleurs');
  return [
    ...told(
      others,
      `${plural(others, 'lieu qui ne se dit pas tiers-lieu, laissé', 'lieux qui ne se disent pas tiers-lieux, laissés')} de côté`,
      'des lieux qui se disent tiers-lieux',
    ),
    ...told(
      outside,
      `${plural(outside, 'lieu hors du territoire, laissé', 'lieux hors du territoire, laissés')} de côté`,
      'des lieux d’un département de l’observatoire',
    ),
  ];
}

/** The lines that our directory accepts; while the page that cites them is not known, none, but all other faults are told. */
function judge({ table, bound, context }: Reader, places: readonly Place[], isAsking: boolean) {
  const ids = new Set<string>();
  const kept = places.filter(({ reason }) => reason === undefined);
  const drafts = kept.map(({ record, cells, mark }) => ({
    record,
    cells: { ...cells, id: makePlaceId(cells.nom ?? '', mark, ids) },
  }));
  const { source, cite_le, ...undated } = lieux.columns;
  const judged = typeDrafts(
    isAsking ? { columns: undated, checks: lieux.checks } : lieux,
    drafts,
    table,
    originsOf(bound.positions),
    context.references,
  );
  const broken = new Set(kept.filter(({ faults }) => hasErrors(faults)).map(({ record }) => record));
  const accepted = isAsking ? [] : judged.accepted.filter(({ draft }) => !broken.has(draft.record));
  return {
    lines: accepted.map((line) => lineOf(table, line as Parameters<typeof lineOf<Lieu>>[1])),
    faults: [...places.flatMap(({ faults }) => faults), ...judged.faults],
  };
}

/** Where each of our columns comes from, for faults. */
function originsOf({ point, forme_geo, types, ...positions }: BoundColumns<DirectorySource>['positions']) {
  const origins = {
    latitude: point ?? forme_geo,
    longitude: point ?? forme_geo,
    types,
    activite_citee: types,
    ...positions,
  };
  return Object.fromEntries(Object.entries(origins).flatMap(([id, at]) => (at === undefined ? [] : [[id, at]])));
}
