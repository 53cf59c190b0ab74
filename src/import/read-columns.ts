import type { Column } from '../csv/column.ts';
import type { Fault } from '../csv/fault.ts';
import { indexOptions } from '../csv/kinds/options.ts';
import { text } from '../csv/kinds.ts';
import { findNearest } from '../csv/nearest.ts';
import { type Reading, readCsv } from '../csv/read.ts';
import type { DatasetId } from '../datasets/data.ts';
import type { RowOfShape } from '../datasets/define.ts';
import { fold } from '../text/fold.ts';
import type { ImportContext } from './format.ts';
import { type Targets, targetsOf } from './targets.ts';

/** `since` after the questionnaire that is read: a file of two columns is whole. */
const columns = {
  colonne: text({ title: 'colonne du fichier', required: true }),
  cible: text({ title: 'colonne de l’observatoire' }),
  reponse: text({ title: 'réponse du fichier', since: 1 }),
  traduction: text({ title: 'réponse de l’observatoire', since: 1 }),
} as const;

type Row = RowOfShape<typeof columns>;

/** The header of the file that the team writes for `--colonnes`. */
export const COLUMNS_HEADER = Object.values(columns)
  .map(({ meta }) => meta.title)
  .join(';');

/** What the team's file says of somebody else's columns and answers, with its faults. */
export interface NamedColumns {
  readonly columns: NonNullable<ImportContext['columns']>;
  readonly answers: NonNullable<ImportContext['answers']>;
  readonly faults: readonly Fault[];
}

/**
 * Reads which columns of a dataset the columns of a foreign file answer, and what its answers are called here. A column without
 * target is left aside; an answer without ours is no answer; `*` stands for all other answers; our answer alone, without one of the
 * file, says that the whole column ticks it: in a survey only. Never throws.
 */
export function readColumns(bytes: Uint8Array, file: string, dataset: DatasetId = 'enquete'): NamedColumns {
  const targets = targetsOf(dataset);
  const reading = readCsv(bytes, { file, columns, questionnaire: 0 });
  const named = new Map<string, string>();
  const answers = new Map<string, Map<string, string>>();
  const faults: Fault[] = [...reading.faults];
  for (const row of reading.soundRows) {
    const header = fold(row.colonne);
    const target = row.cible === null ? '' : targets.find(row.cible);
    if (target === undefined) faults.push(tellUnknown(reading, row, targets));
    else if (named.has(header) && named.get(header) !== target)
      faults.push(tellTwice(reading, row, named.get(header)!, targets));
    else {
      named.set(header, target);
      if (row.reponse === null && row.traduction === null) continue;
      const column = targets.shape[target];
      const answer =
        row.reponse === null && dataset !== 'enquete' ? tellBox(reading, row) : readAnswer(reading, row, column);
      if (typeof answer !== 'string') faults.push(answer);
      else setAnswer(answers, header, fold(row.reponse ?? ''), answer);
    }
  }
  return { columns: named, answers, faults };
}

function setAnswer(answers: Map<string, Map<string, string>>, header: string, written: string, answer: string): void {
  const known = answers.get(header);
  if (known) known.set(written, answer);
  else answers.set(header, new Map([[written, answer]]));
}

/** Our answer as the columns write it: the code of an option, « oui » or « non », '' for none. */
function readAnswer(reading: Reading<Row>, row: Row, column: Column<unknown> | undefined): string | Fault {
  if (!column || !(column.options || column.kind === 'yesNo')) {
    const problem = 'réponse traduite pour une colonne sans choix';
    return reading.faultAt(row, 'reponse', {
      problem,
      expected: 'une cellule vide, ou une colonne à choix de l’observatoire',
    });
  }
  if (row.traduction === null) return '';
  if (column.options) {
    const code = indexOptions(column.options).codeOf(row.traduction);
    const nearest = findNearest(row.traduction, Object.values(column.options));
    return code ?? reading.faultAt(row, 'traduction', { expected: listOptions(column.options), nearest });
  }
  const answer = column.schema.safeParse(row.traduction).data;
  if (typeof answer === 'boolean') return answer ? 'oui' : 'non';
  return reading.faultAt(row, 'traduction', { expected: column.expected });
}

/** A list of places has its kinds in one column. */
function tellBox(reading: Reading<Row>, row: Row): Fault {
  const expected = 'une réponse du fichier : seules les cases à cocher d’une enquête s’en passent';
  return reading.faultAt(row, 'reponse', { expected });
}

function listOptions(options: Readonly<Record<string, string>>): string {
  return `une de ces réponses : ${Object.values(options)
    .map((label) => `« ${label} »`)
    .join(', ')}`;
}

function tellUnknown(reading: Reading<Row>, row: Row, { shape }: Targets): Fault {
  const titles = Object.values(shape).map(({ meta }) => meta.title);
  const expected =
    'le titre ou l’identifiant d’une colonne du dictionnaire, ou rien pour laisser cette colonne de côté';
  const nearest = findNearest(row.cible!, [...titles, ...Object.keys(shape)]);
  return reading.faultAt(row, 'cible', { problem: 'colonne inconnue de l’observatoire', expected, nearest });
}

function tellTwice(reading: Reading<Row>, row: Row, first: string, { shape }: Targets): Fault {
  const other = first === '' ? 'laissée de côté' : `donnée à « ${shape[first]!.meta.title} »`;
  const expected = 'une seule colonne de l’observatoire pour une colonne du fichier';
  return reading.faultAt(row, 'cible', { problem: `colonne déjà ${other} plus haut`, expected });
}
