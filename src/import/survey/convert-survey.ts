import type { Fault } from '../../csv/fault.ts';
import type { Check } from '../../datasets/define.ts';
import { enquete, type Reponse, type SurveyColumn } from '../../datasets/enquete.ts';
import { CONSENTEMENTS } from '../../datasets/enquete-options.ts';
import { fold, foldName } from '../../text/fold.ts';
import { enumerate } from '../../text/list.ts';
import { plural } from '../../text/plural.ts';
import { type ForeignRecord, type ForeignTable, placeCell } from '../foreign-table.ts';
import type { ImportContext, Imported, ImportedLine } from '../format.ts';
import { tellMisnamed } from '../misnamed-columns.ts';
import { COLUMNS_HEADER } from '../read-columns.ts';
import { makeCommuneResolver, type ResolvedCommune, type WrittenCommune } from '../resolve-commune.ts';
import { typeDrafts } from '../typed-rows.ts';
import { type BoundTable, bindColumns, type KnownHeaders } from './bind-columns.ts';
import { cellsOf, type JoinedUnits, joinUnits, placeAnswer, type SurveyUnit } from './join-units.ts';
import { listLeftColumns } from './left-columns.ts';
import { type Remark, readAnswer } from './read-answer.ts';
import { isSurveyTarget, type SurveyTarget, surveyShape } from './survey-shape.ts';

/** Answers of one survey, without their year. */
export type SurveyAnswers = Omit<Reponse, 'millesime'>;

/** What a format knows of its files. */
export interface SurveyRules {
  readonly known: KnownHeaders;
  /** Our column that a header probably answers, by simplified header: said, never done. */
  readonly hints?: ReadonlyMap<string, SurveyTarget>;
  /** Lines that are no answer: why, as a noun phrase in the plural; undefined for an answer. */
  readonly setAside?: (table: ForeignTable, record: ForeignRecord) => string | undefined;
  /** True for a file of the whole country: what lies elsewhere is counted, not refused. */
  readonly isNational?: true;
  /** What to say where no column gives the ids. */
  readonly missingId: string;
  readonly millesime?: string;
}

/** The most protective answer: what the source does not say, nobody agreed to. */
const NO_CONSENT = CONSENTEMENTS.aucun;
const SURVEY_COLUMNS = Object.keys(enquete.columns) as readonly SurveyColumn[];
/** What says who answers, and answers nothing. */
const IDENTITY: ReadonlySet<SurveyTarget> = new Set([
  'id_unite',
  'code_insee',
  'nom_du_lieu',
  'commune',
  'code_postal',
  'departement',
]);
const LOCATING = ['code_insee', 'commune', 'code_postal'] as const;

/** Turns files of a survey, one or several cut by theme, into answers of ours. Never throws for what they hold. */
export function convertSurvey(
  tables: readonly ForeignTable[],
  rules: SurveyRules,
  context: ImportContext,
): Imported<SurveyAnswers> {
  const kept = tables.map((table) => keepAnswers(table, rules));
  const bound = kept.map(({ table }) => bindColumns(table, rules.known, context)).sort(byLocation);
  const left = bound.map((one) => listLeftColumns(one, rules.hints));
  const dropped = left.flatMap((one) => one.dropped);
  const told = [
    ...tables.flatMap(({ faults }) => faults),
    ...kept.flatMap(({ faults }) => faults),
    ...bound.flatMap(({ faults }) => faults),
    ...left.flatMap(({ faults }) => faults),
  ];
  const unusable = findUnusable(bound, rules);
  if (unusable.length > 0) return { lines: [], dropped, faults: [...told, ...unusable] };
  const joined = joinUnits(bound);
  const located = locateUnits(joined.units, rules, context);
  const judged = judgeUnits(
    located.units.filter(({ unit }) => !unit.isDoubled),
    rules,
    context,
  );
  return {
    lines: judged.lines,
    dropped,
    faults: [
      ...told,
      ...tellMisnamed(
        bound.map(({ table }) => table),
        context,
      ),
      ...tellAbsentColumns(bound),
      ...tellConsent(located.units),
      ...tellIds(joined, located.units, rules),
      ...located.faults,
      ...judged.faults,
    ],
  };
}

/** What is told of ids: of places elsewhere nothing, and in a file of the whole country a line without id is nobody's here. */
function tellIds(
  { faults }: JoinedUnits,
  units: readonly LocatedUnit[],
  { isNational }: SurveyRules,
): readonly Fault[] {
  const ids = new Set(units.map(({ unit }) => unit.id));
  return faults.flatMap(({ id, ...fault }): readonly Fault[] => {
    if (id !== undefined) return ids.has(id) ? [fault] : [];
    return [isNational ? { ...fault, level: 'avertissement', problem: `${fault.problem} : laissée de côté` } : fault];
  });
}

/** The file that says where places lie comes first: it lists them all. */
function byLocation(a: BoundTable, b: BoundTable): number {
  return Number(locates(b)) - Number(locates(a));
}

function locates({ bindings }: BoundTable): boolean {
  return LOCATING.some((id) => bindings.some((binding) => binding.id === id));
}

function keepAnswers(
  table: ForeignTable,
  { setAside }: SurveyRules,
): { table: ForeignTable; faults: readonly Fault[] } {
  if (!setAside) return { table, faults: [] };
  const groups = Map.groupBy(table.records, (record) => setAside(table, record));
  const faults = [...groups].flatMap(([reason, records]): Fault[] => {
    if (reason === undefined) return [];
    const problem = `${reason} : ${plural(records.length, 'ligne laissée', 'lignes laissées')} de côté`;
    return [
      {
        level: 'avertissement',
        ...placeCell(table, records[0]!, -1),
        problem,
        expected: 'des réponses complètes de lieux ouverts',
      },
    ];
  });
  return { table: { ...table, records: groups.get(undefined) ?? [] }, faults };
}

/** What no line can do without, told once and not line by line. */
function findUnusable(bound: readonly BoundTable[], { missingId }: SurveyRules): readonly Fault[] {
  const faults = bound.flatMap(({ table, bindings }): Fault[] => {
    if (bindings.some(({ id }) => id === 'id_unite')) return [];
    const { line, record } = table.header;
    const problem = 'aucune colonne ne dit quel lieu répond';
    return [
      {
        level: 'erreur',
        file: table.file,
        line,
        record,
        columnName: surveyShape.id_unite.meta.title,
        problem,
        expected: missingId,
      },
    ];
  });
  const [first] = bound;
  if (faults.length > 0 || !first) return faults;
  const { file, header } = first.table;
  const isAnswered = bound.some(({ bindings }) => bindings.some(({ id }) => !IDENTITY.has(id)));
  if (!isAnswered) faults.push(tellNoQuestion(first));
  if (bound.some(locates)) return faults;
  const titles = LOCATING.map((id) => `« ${surveyShape[id].meta.title} »`);
  const problem = 'aucune colonne ne dit la commune du lieu';
  const expected = `une colonne ${enumerate(titles, 'ou')}, ou le fichier qui la donne`;
  const columnName = surveyShape.code_insee.meta.title;
  return [
    ...faults,
    { level: 'erreur', file, line: header.line, record: header.record, columnName, problem, expected },
  ];
}

function tellNoQuestion({ table: { file, header } }: BoundTable): Fault {
  const problem = 'aucune question de l’enquête reconnue dans la ligne d’en-tête';
  const expected = `des questions du dictionnaire, écrites en entier, ou un fichier « ${COLUMNS_HEADER} », donné par --colonnes`;
  return { level: 'erreur', file, line: header.line, record: header.record, problem, expected };
}

/** Our columns that no file answers, in one list. */
function tellAbsentColumns(bound: readonly BoundTable[]): readonly Fault[] {
  const found = new Set(bound.flatMap(({ bindings }) => bindings.map(({ id }) => id)));
  const absent = SURVEY_COLUMNS.filter((id) => !found.has(id) && id !== 'consentement' && id !== 'code_insee');
  if (absent.length === 0) return [];
  const [{ table }] = bound as [BoundTable];
  const { line, record } = table.header;
  const titles = absent.map((id) => enquete.columns[id].meta.title);
  const problem = `${plural(absent.length, 'question de l’enquête absente, lue', 'questions de l’enquête absentes, lues')} comme ${absent.length > 1 ? 'vides' : 'vide'}`;
  return [
    {
      level: 'avertissement',
      file: table.file,
      line,
      record,
      value: titles.join(', '),
      problem,
      expected: 'les questions du dictionnaire, toutes ou en partie',
    },
  ];
}

/** Silence is no agreement: told once, with how many are concerned. */
function tellConsent(units: readonly LocatedUnit[]): readonly Fault[] {
  const silent = units.filter(({ unit }) => cellsOf(unit, 'consentement').every(({ text }) => text === ''));
  if (silent.length === 0) return [];
  const problem = `${plural(silent.length, 'réponse ne dit', 'réponses ne disent')} pas ce que le lieu accepte de voir publié : « ${NO_CONSENT} »`;
  return [
    {
      level: 'avertissement',
      ...placeAnswer(silent[0]!.unit, 'consentement'),
      value: undefined,
      problem,
      expected: 'l’accord du lieu, pour publier davantage',
    },
  ];
}

interface LocatedUnit {
  readonly unit: SurveyUnit;
  readonly commune: ResolvedCommune;
}

function locateUnits(
  units: readonly SurveyUnit[],
  { isNational }: SurveyRules,
  { references, settings }: ImportContext,
) {
  const resolve = makeCommuneResolver(references, settings?.territoires);
  const departements = new Set(
    settings?.territoires.flatMap(({ type, nom, code = nom }) =>
      type === 'departement' ? [foldName(nom), fold(code)] : [],
    ),
  );
  const isElsewhere = (name: string) =>
    name !== '' && departements.size > 0 && !departements.has(foldName(name)) && !departements.has(fold(name));
  const kept: LocatedUnit[] = [];
  const outside: SurveyUnit[] = [];
  const lost: SurveyUnit[] = [];
  for (const unit of units) {
    const written = readCommune(unit);
    const commune = resolve(written);
    if (!isNational) kept.push({ unit, commune });
    else if (Object.values(written).every((text) => text === '')) lost.push(unit);
    else if (commune.isOutside || isElsewhere(written.departement)) outside.push(unit);
    else kept.push({ unit, commune });
  }
  return { units: kept, faults: [...tellOutside(outside), ...lost.map(tellLost)] };
}

function readCommune(unit: SurveyUnit) {
  const read = (id: SurveyTarget) => cellsOf(unit, id).find(({ text }) => text !== '')?.text ?? '';
  return {
    code: read('code_insee'),
    nom: read('commune'),
    codePostal: read('code_postal'),
    departement: read('departement'),
  };
}

function tellOutside(units: readonly SurveyUnit[]): readonly Fault[] {
  const [first] = units;
  if (!first) return [];
  const { table } = first.main.bound;
  const problem = `${plural(units.length, 'lieu hors du territoire, laissé', 'lieux hors du territoire, laissés')} de côté`;
  return [
    {
      level: 'avertissement',
      ...placeCell(table, first.main.record, -1),
      problem,
      expected: 'des lieux du territoire de l’observatoire',
    },
  ];
}

function tellLost(unit: SurveyUnit): Fault {
  const problem = 'aucun fichier ne dit la commune de ce lieu : ligne laissée de côté';
  return {
    level: 'avertissement',
    ...placeAnswer(unit, 'id_unite'),
    problem,
    expected: 'une ligne de cet identifiant dans la fiche d’identité',
  };
}

/** Where the texts about a commune stand. */
const ABOUT: Readonly<Record<keyof WrittenCommune, SurveyTarget>> = {
  code: 'code_insee',
  nom: 'commune',
  codePostal: 'code_postal',
  departement: 'departement',
};

/** Answers come from several files: they are judged in a table without columns, and each fault then gets its own place. */
const NOWHERE: ForeignTable = {
  file: '',
  header: { cells: [], line: 1, record: 1 },
  records: [],
  faults: [],
  read: 0,
  omitted: [],
};

/** Reads every answer and judges it as our own file would be. */
function judgeUnits(units: readonly LocatedUnit[], { millesime }: SurveyRules, context: ImportContext) {
  const drafted = units.map(({ unit, commune }) => draftUnit(unit, commune, context));
  const drafts = drafted.map(({ unit, cells }, index) => ({ cells, record: { ...unit.main.record, record: index } }));
  const dataset = {
    columns: enquete.columns,
    checks: enquete.checks?.map((check) => judgeInYear(check, millesime)) ?? [],
  };
  const typed = typeDrafts(dataset, drafts, NOWHERE, {}, context.references);
  const faults = typed.faults.flatMap((fault): readonly Fault[] => {
    const { unit, isCommuneAsked } = drafted[fault.record!]!;
    const id = fault.columnName ?? '';
    if (id === 'code_insee' && isCommuneAsked) return [];
    return [{ ...fault, ...(isSurveyTarget(id) ? placeAnswer(unit, id) : {}) }];
  });
  const lines = typed.accepted.flatMap(({ draft, row }): ImportedLine<SurveyAnswers>[] => {
    const { unit, place, isRefused } = drafted[draft.record.record]!;
    if (isRefused) return [];
    const { bound, record } = unit.main;
    const where = { file: bound.table.file, line: record.line, record: record.record };
    return [{ cells: draft.cells, row, ...(millesime ? { millesime } : {}), ...(place ? { place } : {}), ...where }];
  });
  return { lines, faults: [...drafted.flatMap((draft) => draft.faults), ...faults] };
}

/** Rules over several answers, some of which look at the survey's year; an unknown year breaks none. */
function judgeInYear(check: Check<Reponse>, millesime = '9999'): Check<SurveyAnswers> {
  return (rows, fault) => {
    const origins = new Map(rows.map((row) => [{ ...row, millesime } as Reponse, row]));
    return check([...origins.keys()], (row, column, refusal) =>
      fault(origins.get(row)!, column as keyof SurveyAnswers & string, refusal),
    );
  };
}

function draftUnit(unit: SurveyUnit, commune: ResolvedCommune, context: ImportContext) {
  const answers = SURVEY_COLUMNS.map((id) => [id, readColumn(unit, id, context)] as const);
  const asked = tellCommune(unit, commune);
  const faults = [...answers.flatMap(([, { remarks }]) => remarks.map(tellRemark)), ...asked];
  const cells = Object.fromEntries(answers.map(([id, { text }]) => [id, text]));
  const nom = cellsOf(unit, 'nom_du_lieu').find(({ text }) => text !== '')?.text ?? '';
  return {
    unit,
    faults,
    isRefused: faults.some(({ level }) => level === 'erreur'),
    isCommuneAsked: asked.some(({ level }) => level === 'erreur'),
    cells: { ...cells, id_unite: unit.id, code_insee: commune.code, consentement: cells.consentement || NO_CONSENT },
    ...(nom ? { place: { nom, commune: commune.nom } } : {}),
  };
}

function readColumn(unit: SurveyUnit, id: SurveyColumn, context: ImportContext) {
  const cells = cellsOf(unit, id);
  if (cells.length === 0 || id === 'id_unite' || id === 'code_insee') return { text: '', remarks: [] };
  const answer = readAnswer(cells, context);
  if (id !== 'cercle') return answer;
  const cercles = context.settings?.territoires.filter(({ type }) => type === 'cercle') ?? [];
  const found = cercles.find((cercle) =>
    [cercle.id, cercle.nom].some((name) => foldName(name) === foldName(cells[0]!.text)),
  );
  return { ...answer, text: found?.id ?? answer.text };
}

function tellRemark({ cell: { table, record, binding }, ...told }: Remark): Fault {
  return { ...placeCell(table, record, binding.position), ...told };
}

function tellCommune(unit: SurveyUnit, { remarks, isOutside }: ResolvedCommune): readonly Fault[] {
  const told = remarks.map(({ about, ...remark }): Fault => ({ ...placeAnswer(unit, ABOUT[about]), ...remark }));
  const id = cellsOf(unit, 'code_insee').some(({ text }) => text !== '') ? 'code_insee' : 'commune';
  const outside: Fault = {
    level: 'erreur',
    ...placeAnswer(unit, id),
    problem: 'commune hors du territoire',
    expected: 'une commune du territoire de l’observatoire',
  };
  return isOutside ? [...told, outside] : told;
}
