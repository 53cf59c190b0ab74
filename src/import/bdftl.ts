import type { Fault } from '../csv/fault.ts';
import { fold } from '../text/fold.ts';
import { bdftl2023 } from './bdftl-2023.ts';
import { bdftl2026 } from './bdftl-2026.ts';
import type { ForeignRecord, ForeignTable } from './foreign-table.ts';
import type { Format, ImportContext, Imported } from './format.ts';
import { simplify } from './simplify.ts';
import { convertSurvey, type SurveyAnswers } from './survey/convert-survey.ts';
import type { SurveyTarget } from './survey/survey-shape.ts';

const YEARS = [bdftl2023, bdftl2026] as const;
type Year = (typeof YEARS)[number];

/** What joins the files; both years have it. */
const ID = 'ID_UNIQUE';
/** Questions that tell places which are not open yet. */
const STATUS = new Set(['statutlieu', 'etatduprojet']);
const PROJECT = /^en projet\b/;
/** A code of 2023, and words as 2026 writes them. */
const CODE = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;
const WORDS = /\p{Ll}/u;

/** The national census of tiers-lieux as open data: about twelve files, one a theme, joined by an id. */
export const bdftl: Format<SurveyAnswers> = {
  id: 'bdftl',
  title: 'Recensement national des tiers-lieux (fichiers « bdftl »), 2023 et 2026',
  dataset: 'enquete',
  joined: true,
  description: { access: 'aggregates', declaratif: true },
  telling: [ID],
  recognise: (header) => header.includes(ID),
  convert: (tables, context) => {
    const dated = dateTables(tables, context);
    const years = YEARS.map((year) => convertYear(year, dated.tables.get(year) ?? [], context));
    return {
      lines: years.flatMap(({ lines }) => lines),
      dropped: years.flatMap(({ dropped }) => dropped),
      faults: [...dated.faults, ...years.flatMap(({ faults }) => faults)],
    };
  },
};

function convertYear(year: Year, tables: readonly ForeignTable[], context: ImportContext): Imported<SurveyAnswers> {
  if (tables.length === 0) return { lines: [], dropped: [], faults: [] };
  const projects = new Set(tables.flatMap(listProjects));
  return convertSurvey(
    tables,
    {
      known: simplifyNames(year.columns),
      hints: simplifyNames(year.hints),
      setAside: (table, record) =>
        projects.has(idOf(table, record)) ? 'lieux en projet, pas encore ouverts' : undefined,
      isNational: true,
      missingId: `une colonne « ${ID} »`,
      millesime: year.millesime,
    },
    context,
  );
}

function simplifyNames(names: Readonly<Record<string, SurveyTarget>>): ReadonlyMap<string, SurveyTarget> {
  return new Map(Object.entries(names).map(([name, id]) => [simplify(name), id]));
}

function idOf({ header }: ForeignTable, { cells }: ForeignRecord): string {
  return cells[header.cells.indexOf(ID)] ?? '';
}

/** Ids of the places that one of the files says are not open. */
function listProjects(table: ForeignTable): readonly string[] {
  const positions = [...table.header.cells.keys()].filter((at) => STATUS.has(simplify(table.header.cells[at]!)));
  const isProject = ({ cells }: ForeignRecord) => positions.some((at) => PROJECT.test(fold(cells[at] ?? '')));
  return table.records.filter(isProject).map((record) => idOf(table, record));
}

/** The year of each file: its header says it, else the other files, the person, or at last its name. */
function dateTables(tables: readonly ForeignTable[], { millesime }: ImportContext) {
  const faults: Fault[] = [];
  const read = tables.map(({ header }) => readYear(header.cells));
  const known = new Set(read.filter((year) => year !== undefined));
  const named = YEARS.find((year) => year.millesime === millesime);
  const groups = Map.groupBy(tables, (table) => {
    const year = read[tables.indexOf(table)];
    if (year && millesime !== undefined && year !== named) faults.push(tellOtherYear(table, year, millesime));
    if (year) return year;
    const [only] = known.size === 1 ? known : [];
    if (only ?? named) return only ?? named;
    const guessed = YEARS.find((candidate) => table.file.includes(candidate.millesime));
    faults.push(guessed ? tellGuess(table, guessed) : tellNoYear(table));
    return guessed;
  });
  return { tables: groups, faults };
}

function readYear(header: readonly string[]): Year | undefined {
  const told = YEARS.filter(({ telling }) => header.some((name) => telling.test(name)));
  if (told.length > 0) return told.length === 1 ? told[0] : undefined;
  const questions = header.filter((name) => !['', ID, 'NOM', 'Mail'].includes(name));
  const count = (pattern: RegExp) => questions.filter((name) => pattern.test(name)).length;
  if (count(WORDS) * 2 > questions.length) return bdftl2026;
  return count(CODE) * 2 > questions.length ? bdftl2023 : undefined;
}

function placeTable({ file, header: { line, record } }: ForeignTable) {
  return { file, line, record };
}

function tellOtherYear(table: ForeignTable, { millesime }: Year, wanted: string): Fault {
  const problem = `ce fichier est du recensement ${millesime}, et --millesime dit ${wanted}`;
  return {
    level: 'erreur',
    ...placeTable(table),
    problem,
    expected: `--millesime ${millesime}, ou rien : l’en-tête dit l’année`,
  };
}

function tellGuess(table: ForeignTable, { millesime }: Year): Fault {
  const problem = `l’en-tête ne dit pas l’année : ${millesime}, d’après le nom du fichier`;
  return {
    level: 'avertissement',
    ...placeTable(table),
    problem,
    expected: `l’année du recensement, avec --millesime ${millesime}`,
  };
}

function tellNoYear(table: ForeignTable): Fault {
  const years = YEARS.map(({ millesime }) => millesime).join(' ou ');
  const expected = `l’année du recensement, avec --millesime ${years}, ou les autres fichiers de la même année`;
  return { level: 'erreur', ...placeTable(table), problem: 'l’en-tête ne dit pas l’année de ce fichier', expected };
}
