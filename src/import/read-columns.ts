import type { Fault } from '../csv/fault.ts';
import { fold } from '../csv/fold.ts';
import { indexOptions } from '../csv/kinds/options.ts';
import { text } from '../csv/kinds.ts';
import { findNearest } from '../csv/nearest.ts';
import { type Reading, readCsv } from '../csv/read.ts';
import type { RowOfShape } from '../datasets/define.ts';
import type { ImportContext } from './format.ts';
import { findTarget, hasOptions, type SurveyTarget, surveyShape } from './survey/survey-shape.ts';

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
 * Reads which columns of the survey the columns of a foreign file answer, and what its answers are called here. A column without
 * target is left aside; an answer without ours is no answer; `*` stands for all other answers; our answer alone, without one of the
 * file, says that the whole column ticks it. Never throws.
 */
export function readColumns(bytes: Uint8Array, file: string): NamedColumns {
  const reading = readCsv(bytes, { file, columns, questionnaire: 0 });
  const named = new Map<string, string>();
  const answers = new Map<string, Map<string, string>>();
  const faults: Fault[] = [...reading.faults];
  for (const row of reading.soundRows) {
    const header = fold(row.colonne);
    const target = row.cible === null ? '' : findTarget(row.cible);
    if (target === undefined) faults.push(tellUnknown(reading, row));
    else if (named.has(header) && named.get(header) !== target)
      faults.push(tellTwice(reading, row, named.get(header)!));
    else {
      named.set(header, target);
      if (row.reponse === null && row.traduction === null) continue;
      const answer = readAnswer(reading, row, target);
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
function readAnswer(reading: Reading<Row>, row: Row, target: SurveyTarget | ''): string | Fault {
  const column = target === '' ? undefined : surveyShape[target];
  if (target === '' || !column || !(hasOptions(target) || column.kind === 'yesNo')) {
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

function listOptions(options: Readonly<Record<string, string>>): string {
  return `une de ces réponses : ${Object.values(options)
    .map((label) => `« ${label} »`)
    .join(', ')}`;
}

function tellUnknown(reading: Reading<Row>, row: Row): Fault {
  const titles = Object.values(surveyShape).map(({ meta }) => meta.title);
  const expected =
    'le titre ou l’identifiant d’une colonne du dictionnaire, ou rien pour laisser cette colonne de côté';
  const nearest = findNearest(row.cible!, [...titles, ...Object.keys(surveyShape)]);
  return reading.faultAt(row, 'cible', { problem: 'colonne inconnue de l’observatoire', expected, nearest });
}

function tellTwice(reading: Reading<Row>, row: Row, first: string): Fault {
  const other = first === '' ? 'laissée de côté' : `donnée à « ${surveyShape[first as SurveyTarget].meta.title} »`;
  const expected = 'une seule colonne de l’observatoire pour une colonne du fichier';
  return reading.faultAt(row, 'cible', { problem: `colonne déjà ${other} plus haut`, expected });
}
