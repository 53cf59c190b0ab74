import type { Refusal, Shape } from './column.ts';
import type { Cutter, Place } from './cutter.ts';
import { type Fault, type Level, MOST_FAULTS } from './fault.ts';
import type { Binding } from './header.ts';
import { columnLetter } from './letter.ts';
import type { Body } from './records.ts';

/** A file whose records were read, and which can be opened again at any of them. */
export interface Opened {
  readonly file: string;
  readonly cutter: Cutter;
  readonly bindings: readonly Binding[];
  readonly body: Body;
}

/** The rows whose value stands in an earlier row too. */
export function findRepeated({ file, cutter, body }: Opened, { id, position, name }: Binding): Fault[] {
  const faults: Fault[] = [];
  const seen = new Map<unknown, Place>();
  for (const [at, row] of body.rows.entries()) {
    const value = row[id];
    if (value === null) continue;
    if (faults.length >= MOST_FAULTS) break;
    const place = body.places[at]!;
    const first = seen.get(value);
    if (!first) seen.set(value, place);
    else {
      faults.push({
        level: 'erreur',
        ...locate(file, cutter, place, position, name),
        problem: `valeur déjà présente à la ligne ${first.line}`,
        expected: 'une valeur différente à chaque ligne',
      });
    }
  }
  return faults;
}

/** What tells where the cell of a row stands; rows are found by identity. */
export function makeFaultAt({ file, cutter, bindings, body }: Opened, columns: Shape) {
  let places: Map<unknown, Place> | undefined;
  return (row: unknown, id: string, { level = 'erreur', ...refusal }: Refusal & { readonly level?: Level }): Fault => {
    places ??= new Map(body.rows.map((known, at) => [known, body.places[at]!]));
    const place = places.get(row);
    if (!place) throw new Error('This row was not read from this file');
    const binding = bindings.find((candidate) => candidate.id === id);
    if (binding) return { level, ...locate(file, cutter, place, binding.position, binding.name), ...refusal };
    const { line, record } = place;
    return { level, file, line, record, columnName: columns[id]?.meta.title ?? id, ...refusal };
  };
}

/** The cell is cut again: a text is kept for no other. */
function locate(file: string, cutter: Cutter, place: Place, position: number, columnName: string) {
  cutter.rewind(place);
  cutter.next();
  const { line, record } = place;
  const character = cutter.characterOf(position);
  const spot = { file, line, record, ...(character === undefined ? {} : { character }) };
  return { ...spot, columnLetter: columnLetter(position), columnName, value: cutter.textOf(position) };
}
