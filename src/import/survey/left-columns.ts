import type { Fault } from '../../csv/fault.ts';
import { plural } from '../../text/plural.ts';
import { isPersonal, listDropped } from '../dropped-columns.ts';
import { placeHeader } from '../foreign-table.ts';
import { COLUMNS_HEADER } from '../read-columns.ts';
import { simplify } from '../simplify.ts';
import type { BoundTable } from './bind-columns.ts';
import { type SurveyTarget, surveyShape } from './survey-shape.ts';

/** How a column that is left aside may be read all the same. */
const EXPECTED = `une question du dictionnaire ; pour en reprendre une, nommez-la dans un fichier « ${COLUMNS_HEADER} », donné par --colonnes`;

/**
 * The columns that answer nothing of ours, personal data first: one fault for each of these and for each that probably answers a
 * question, and one for all the others, which are hundreds in a census.
 */
export function listLeftColumns(
  { table, bindings, aside }: BoundTable,
  hints: ReadonlyMap<string, SurveyTarget> = new Map(),
) {
  const { dropped, faults } = listDropped(table, new Set([...bindings.map(({ position }) => position), ...aside]));
  const personal = faults.filter(({ columnName = '' }) => isPersonal(columnName));
  const others = faults.filter(({ columnName = '' }) => !isPersonal(columnName));
  const hinted = others.filter(({ columnName = '' }) => hints.has(simplify(columnName)));
  const rest = others.filter((fault) => !hinted.includes(fault));
  const asideNames = [...aside].map((position) => table.header.cells[position] ?? '');
  return {
    dropped: [...dropped.filter(isPersonal), ...dropped.filter((name) => !isPersonal(name)), ...asideNames],
    faults: [
      ...personal,
      ...hinted.map((fault) => ({
        ...fault,
        expected: EXPECTED,
        nearest: surveyShape[hints.get(simplify(fault.columnName ?? ''))!].meta.title,
      })),
      ...tellRest(table, rest),
    ],
  };
}

function tellRest(table: BoundTable['table'], rest: readonly Fault[]): readonly Fault[] {
  if (rest.length === 0) return [];
  const names = rest.map(({ columnName = '' }) => columnName);
  const { file, line, record } = placeHeader(table, 0);
  const problem = `${plural(rest.length, 'colonne sans place dans l’enquête, laissée', 'colonnes sans place dans l’enquête, laissées')} de côté`;
  return [{ level: 'avertissement', file, line, record, value: names.join(', '), problem, expected: EXPECTED }];
}
