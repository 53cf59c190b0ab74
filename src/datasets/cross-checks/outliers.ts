import type { Column } from '../../csv/column.ts';
import type { Fault } from '../../csv/fault.ts';
import { formatNumber } from '../../text/number.ts';
import { formatValue } from '../../text/value.ts';
import { enquete, type Reponse } from '../enquete.ts';
import type { CrossCheck, Loaded } from './rule.ts';
import { tellTogether } from './tell-together.ts';
import { wavesOf } from './waves.ts';

/** An answer this many times what the same place said before is doubtful… */
const JUMP = 10;
/** … when the greater of the two is at least this: one job that becomes ten is no slip. In euros for amounts. */
const FEWEST = { count: 20, euros: 1000 };
/** Places from which a jump of most of them is a change of unit. */
const PAIRS = 10;
/** Answers from which a column has a distribution. */
const ANSWERS = 20;
/** Robust standard deviations from the median, on logarithms, beyond which an answer is doubtful. */
const FARTHEST = 5;
/** Least standard deviation: where most places answer the same, twice as much is nothing. */
const LEAST_DEVIATION = Math.log(2);
/** What turns a median absolute deviation into a standard deviation. */
const NORMAL = 1.4826;

type NumberColumn = keyof { [Id in keyof Reponse as Reponse[Id] extends number | null ? Id : never]: true };

/** A number asked at each wave. */
interface Question {
  readonly id: NumberColumn;
  readonly isAmount: boolean;
  readonly format: (value: number) => string;
}

const QUESTIONS: readonly Question[] = Object.entries<Column<unknown>>(enquete.columns)
  .filter(([, { kind }]) => kind === 'amount' || kind === 'decimal' || kind === 'integer')
  .map(([id, { kind }]) => ({
    id: id as NumberColumn,
    isAmount: kind === 'amount',
    format: (value) => (kind === 'amount' ? formatValue(value, '€') : formatNumber(value)),
  }));

/** Numbers of the survey that are far from what the same place said before, or from what all places say: warnings. */
export const checkOutliers: CrossCheck = ({ enquete: loaded }) =>
  QUESTIONS.flatMap((question) => {
    const jumps = findJumps(question, loaded);
    const told = new Set(jumps.flatMap(({ rows }) => rows));
    return [
      ...jumps.flatMap(({ faults }) => faults),
      ...findStrays(question, loaded).flatMap(({ row, fault }) => (told.has(row) ? [] : [fault])),
    ];
  });

/** The same place in two waves that follow each other, with what it answered. */
interface Pair {
  readonly row: Reponse;
  readonly before: number;
  readonly after: number;
}

function findJumps(question: Question, { rows, fault }: Loaded<Reponse>) {
  const waves = wavesOf(rows);
  return waves.slice(1).flatMap((wave, index) => {
    const former = waves[index]!;
    const pairs = pairAnswers(question, former.rows, wave.rows);
    const jumping = pairs.filter((pair) => isJump(pair, question));
    const shift = median(pairs.map(ratioOf));
    if (pairs.length >= PAIRS && Math.abs(shift) >= Math.log(JUMP)) {
      const faults = tellTogether(jumping, ({ row }) =>
        fault(row, question.id, {
          level: 'avertissement',
          problem: `pour la plupart des lieux, environ ${tellTimes(shift)} qu’en ${former.millesime}`,
          expected: `la même unité qu’en ${former.millesime}`,
        }),
      );
      return [{ rows: jumping.map(({ row }) => row), faults }];
    }
    return jumping.map((pair) => ({
      rows: [pair.row],
      faults: [
        fault(pair.row, question.id, {
          level: 'avertissement',
          problem: `environ ${tellTimes(ratioOf(pair))} qu’en ${former.millesime}, où ce lieu répondait ${question.format(pair.before)}`,
          expected: 'une réponse du même ordre d’une vague à l’autre',
        }),
      ],
    }));
  });
}

function pairAnswers({ id }: Question, former: readonly Reponse[], rows: readonly Reponse[]): readonly Pair[] {
  const known = new Map(former.map((row) => [row.id_unite, row[id]]));
  return rows.flatMap((row) => {
    const [before, after] = [known.get(row.id_unite), row[id]];
    return before && after && before > 0 && after > 0 ? [{ row, before, after }] : [];
  });
}

function isJump(pair: Pair, { isAmount }: Question): boolean {
  const greater = Math.max(pair.before, pair.after);
  const fewest = isAmount ? FEWEST.euros * 100 : FEWEST.count;
  return greater >= fewest && Math.abs(ratioOf(pair)) >= Math.log(JUMP);
}

function ratioOf({ before, after }: Pair): number {
  return Math.log(after / before);
}

/** Answers far outside what all places answer, all waves together. */
function findStrays({ id, format }: Question, { rows, fault }: Loaded<Reponse>): { row: Reponse; fault: Fault }[] {
  const answers = rows.flatMap((row) => {
    const value = row[id];
    return value !== null && value > 0 ? [{ row, level: Math.log(value) }] : [];
  });
  if (answers.length < ANSWERS) return [];
  const middle = median(answers.map(({ level }) => level));
  const spread = median(answers.map(({ level }) => Math.abs(level - middle))) * NORMAL;
  return answers
    .filter(({ level }) => Math.abs(level - middle) > FARTHEST * Math.max(spread, LEAST_DEVIATION))
    .map(({ row, level }) => ({
      row,
      fault: fault(row, id, {
        level: 'avertissement',
        problem: `environ ${tellTimes(level - middle)} que la réponse médiane, ${format(Math.exp(middle))}`,
        expected: 'une réponse du même ordre que celles des autres lieux',
      }),
    }));
}

/** "12 fois plus", "1 000 fois moins", from the logarithm of a ratio. */
function tellTimes(logarithm: number): string {
  return `${formatNumber(Math.exp(Math.abs(logarithm)), { decimals: 0 })} fois ${logarithm > 0 ? 'plus' : 'moins'}`;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  if (sorted.length === 0) return 0;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
