import { fold } from '../text/fold.ts';
import type { Column, Shape } from './column.ts';
import type { Fault, Level } from './fault.ts';
import { columnLetter } from './letter.ts';
import { findNearest } from './nearest.ts';

/** A column of the dataset, found in the file. */
export interface Binding {
  readonly id: string;
  readonly column: Column<unknown>;
  /** Place of the column in the file, from 0. */
  readonly position: number;
  /** The header as the file writes it. */
  readonly name: string;
}

/** Where each column stands, and what the header line lacks or has too much. */
export interface Header {
  readonly bindings: readonly Binding[];
  readonly faults: readonly Fault[];
}

/** How a file's header is judged. */
export interface HeaderRules {
  /** What a column that the dataset does not know is worth. */
  readonly unknownColumn: Level;
  /** Year of the questionnaire: later columns may be absent. */
  readonly questionnaire: number;
  /** Warns when the columns do not come in the dataset's own order. */
  readonly ordered?: boolean;
}

/** Every header accepted, folded: titles, ids and aliases. */
export function listNames(columns: Shape): Map<string, string> {
  const names = new Map<string, string>();
  for (const [id, { meta }] of Object.entries(columns)) {
    for (const name of [meta.title, id, ...(meta.aliases ?? [])]) {
      const other = names.get(fold(name));
      if (other !== undefined && other !== id)
        throw new Error(`Columns "${other}" and "${id}" share the name "${name}"`);
      names.set(fold(name), id);
    }
  }
  return names;
}

/** Finds the dataset's columns in a header line: by title, id or alias, whatever the case and accents. */
export function bindHeader(
  cells: readonly string[],
  columns: Shape,
  names: ReadonlyMap<string, string>,
  rules: HeaderRules,
  place: Pick<Fault, 'file' | 'line' | 'record'>,
): Header {
  const bindings = new Map<string, Binding>();
  const faults: Fault[] = [];
  const unknown: { name: string; position: number }[] = [];
  for (const [position, cell] of cells.entries()) {
    const name = cell.trim();
    const id = names.get(fold(name));
    const first = id === undefined ? undefined : bindings.get(id);
    if (id === undefined) {
      if (name) unknown.push({ name, position });
    } else if (first) {
      const problem = `colonne en double : elle est déjà en ${columnLetter(first.position)}`;
      const expected = 'une seule colonne de ce nom';
      faults.push({
        level: 'erreur',
        ...place,
        columnLetter: columnLetter(position),
        columnName: name,
        problem,
        expected,
      });
    } else bindings.set(id, { id, column: columns[id]!, position, name });
  }
  const absent = Object.entries(columns).filter(([id]) => !bindings.has(id));
  if (bindings.size === 0) {
    const inOne = cells.filter((cell) => cell.trim() !== '').length === 1 && countKnown(cells.join(''), names) > 1;
    const expected = `une première ligne avec les noms des colonnes : ${listTitles(Object.values(columns))}`;
    const problem = inOne
      ? 'toute la ligne d’en-tête est dans une seule cellule'
      : 'aucune colonne reconnue dans la ligne d’en-tête';
    return { bindings: [], faults: [{ level: 'erreur', ...place, value: cells.join(' ; '), problem, expected }] };
  }
  const missing = absent.filter(([, { meta }]) => (meta.since ?? 0) <= rules.questionnaire);
  /** One column too many and one too few: most often a column renamed. */
  const isRenamed = unknown.length === 1 && missing.length === 1;
  for (const { name, position } of unknown) {
    faults.push({
      level: rules.unknownColumn,
      ...place,
      columnLetter: columnLetter(position),
      columnName: name,
      problem: rules.unknownColumn === 'erreur' ? 'colonne inconnue, refusée' : 'colonne inconnue, ignorée',
      expected: 'les colonnes du dictionnaire seulement',
      nearest: isRenamed
        ? missing[0]![1].meta.title
        : findNearest(
            name,
            absent.map(([, column]) => column.meta.title),
          ),
    });
  }
  for (const [id, { meta }] of missing) {
    faults.push({
      level: meta.required ? 'erreur' : 'avertissement',
      ...place,
      columnName: meta.title,
      problem: meta.required ? 'colonne obligatoire absente' : 'colonne absente, lue comme vide',
      expected: `une colonne « ${meta.title} »${fold(meta.title) === fold(id) ? '' : ` (ou « ${id} »)`}`,
      nearest: isRenamed
        ? unknown[0]!.name
        : findNearest(
            meta.title,
            unknown.map(({ name }) => name),
          ),
    });
  }
  if (rules.ordered && !isOrdered([...bindings.keys()], columns)) {
    const problem = 'ordre des colonnes différent, sans conséquence';
    const expected = `l’ordre ${Object.keys(columns).join(', ')}`;
    faults.push({ level: 'avertissement', ...place, value: cells.join(','), problem, expected });
  }
  return { bindings: [...bindings.values()], faults };
}

/** How many column names a text holds, parted by any separator. */
function countKnown(text: string, names: ReadonlyMap<string, string>): number {
  return text.split(/[;,\t|]/).filter((name) => names.has(fold(name))).length;
}

function isOrdered(ids: readonly string[], columns: Shape): boolean {
  const wanted = Object.keys(columns).filter((id) => ids.includes(id));
  return wanted.every((id, index) => id === ids[index]);
}

function listTitles(columns: readonly Column<unknown>[]): string {
  const titles = columns.map(({ meta }) => `« ${meta.title} »`);
  return titles.length > 8 ? `${titles.slice(0, 8).join(', ')}…` : titles.join(', ');
}
