import type { Fault } from '../../csv/fault.ts';
import { suggestSlug } from '../../csv/kinds/slug.ts';
import { type ForeignRecord, type ForeignTable, placeCell } from '../foreign-table.ts';
import type { BoundTable } from './bind-columns.ts';
import type { SourceCell } from './read-answer.ts';
import { type SurveyTarget, surveyShape } from './survey-shape.ts';

/** A line of one of the files. */
export interface Part {
  readonly bound: BoundTable;
  readonly record: ForeignRecord;
}

/** A place that answered: its line, or its lines in files cut by theme. */
export interface SurveyUnit {
  readonly id: string;
  /** The first line, in the file that comes first. */
  readonly main: Part;
  readonly parts: readonly Part[];
  /** True where two lines of one file bear the id: which of them holds is not for us to say. */
  readonly isDoubled: boolean;
}

/** Units of several files, and what is told of ids: each fault with the id that it is about, none where a line has none. */
export interface JoinedUnits {
  readonly units: readonly SurveyUnit[];
  readonly faults: readonly (Fault & { readonly id?: string })[];
}

/**
 * Puts together the lines of one id. An id that two lines of one file bear is refused with both; one that a file lacks is told, and what
 * that file asks stays empty. Ids become pseudonyms that may stand in our file; `tables` come with the one that lists all units first.
 */
export function joinUnits(tables: readonly BoundTable[]): JoinedUnits {
  const faults: (Fault & { readonly id?: string })[] = [];
  const units = new Map<string, Part[]>();
  const doubled = new Set<string>();
  for (const bound of tables) {
    const groups = Map.groupBy(
      bound.table.records.map((record) => ({ bound, record, id: readId(bound, record) })),
      ({ id }) => id,
    );
    for (const [id, parts] of groups) {
      if (typeof id !== 'string') faults.push(...parts.map((part) => tellNoId(part)));
      else if (parts.length > 1) {
        doubled.add(id);
        faults.push(...tellDoubled(id, parts));
      }
      if (typeof id === 'string') units.set(id, [...(units.get(id) ?? []), ...parts]);
    }
  }
  faults.push(...[...units].flatMap(([id, parts]) => tellAbsent(id, parts, tables)));
  const joined = [...units].map(([id, parts]) => ({ id, main: parts[0]!, parts, isDoubled: doubled.has(id) }));
  return { units: joined, faults };
}

/** All the cells of a unit that answer one of our columns. */
export function cellsOf({ parts }: SurveyUnit, id: SurveyTarget): readonly SourceCell[] {
  return parts.flatMap(({ bound: { table, bindings }, record }) =>
    bindings
      .filter((binding) => binding.id === id)
      .map((binding) => ({ table, record, binding, text: record.cells[binding.position] ?? '' })),
  );
}

/** Where one of our columns is read for a unit: its first filled cell, else its first cell, else the unit's line. */
export function placeAnswer(unit: SurveyUnit, id: SurveyTarget) {
  const cells = cellsOf(unit, id);
  const cell = cells.find(({ text }) => text !== '') ?? cells[0];
  if (cell) return placeCell(cell.table, cell.record, cell.binding.position);
  return { ...placeCell(unit.main.bound.table, unit.main.record, -1), columnName: surveyShape[id].meta.title };
}

/** An e-mail address made into a pseudonym would still be one: it is no id. */
function readId({ bindings }: BoundTable, { cells }: ForeignRecord): string | undefined {
  const position = bindings.find(({ id }) => id === 'id_unite')?.position ?? -1;
  const text = cells[position] ?? '';
  return text.includes('@') ? undefined : suggestSlug(text);
}

function placeId({ table, bindings }: BoundTable, record: ForeignRecord) {
  return placeCell(table, record, bindings.find(({ id }) => id === 'id_unite')?.position ?? -1);
}

function tellNoId({ bound, record }: Part): Fault {
  const place = placeId(bound, record);
  const isAddress = 'value' in place && place.value.includes('@');
  const problem = isAddress ? 'adresse électronique à la place de l’identifiant' : 'ligne sans identifiant';
  return { level: 'erreur', ...place, problem, expected: 'un pseudonyme du lieu, le même d’une vague à l’autre' };
}

function tellDoubled(id: string, parts: readonly Part[]) {
  return parts.map(({ bound, record }) => {
    const others = parts.filter((part) => part.record !== record).map((part) => part.record.line);
    const lines = `${others.length > 1 ? 'aux lignes' : 'à la ligne'} ${others.join(', ')}`;
    const problem = `même identifiant qu’${lines} : aucune réponse n’est choisie à votre place`;
    const expected = 'une ligne par lieu : corrigez l’identifiant, ou écartez une ligne avec --sans';
    return { level: 'erreur', ...placeId(bound, record), problem, expected, id } as const;
  });
}

function tellAbsent(id: string, parts: readonly Part[], tables: readonly BoundTable[]) {
  const [{ bound, record }] = parts as [Part];
  return tables
    .filter(({ table }) => !parts.some((part) => part.bound.table === table))
    .map(({ table }: { readonly table: ForeignTable }) => {
      const problem = `identifiant absent de « ${table.file} » : ses réponses restent vides`;
      return {
        level: 'avertissement',
        ...placeId(bound, record),
        problem,
        expected: 'une ligne par lieu dans chaque fichier',
        id,
      } as const;
    });
}
