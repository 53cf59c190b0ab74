import { createHash } from 'node:crypto';
import type { Data } from '../datasets/data.ts';
import { readFrozen } from '../observatory/frozen-years.ts';
import { type Answers, tellsAnswer } from './telling-answers.ts';

/** The name of the file that remembers who answered what of a frozen wave, as digests; it has no address on the site. */
export const ANSWERS = 'reponses.json';

/**
 * What is remembered of a wave: who was counted where, and of each answer a digest. It tells nobody who has not the
 * survey itself; it is there to count, later, how many places answered otherwise.
 */
interface FrozenAnswers {
  readonly territoires: Readonly<Record<string, readonly string[]>>;
  readonly lieux: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What is to be remembered of a wave when it is frozen; undefined where there is none. */
export function freezeAnswers(answers: Answers, millesime: string): FrozenAnswers | undefined {
  const own = [...answers].filter(([scope, rows]) => scope.startsWith(`${millesime}/`) && rows.length > 0);
  if (own.length === 0) return undefined;
  const all = new Map(own.flatMap(([, rows]) => rows.map((row) => [digest(row.id_unite), digestRow(row)] as const)));
  return {
    territoires: Object.fromEntries(
      own.map(([scope, rows]) => [scope.split('/')[1]!, rows.map(({ id_unite }) => digest(id_unite)).sort()]),
    ),
    lieux: Object.fromEntries([...all].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/**
 * True where so few places answered otherwise since a wave was frozen that a frozen number and today's, subtracted, would
 * tell what one of them answered: no erratum may explain that.
 */
export function tellsSince(
  content: string,
  millesime: string,
  answers: Answers,
  { unitesMinimum }: Data['settings']['secret'],
): boolean {
  const bytes = readFrozen(content, millesime, ANSWERS);
  const now = freezeAnswers(answers, millesime);
  if (!bytes || !now) return false;
  const then = JSON.parse(new TextDecoder().decode(bytes)) as FrozenAnswers;
  return tellsAnswer(unfold(then), unfold(now), unitesMinimum);
}

/** As answers again, whose words are digests. */
function unfold({ territoires, lieux }: FrozenAnswers): Answers {
  return new Map(
    Object.entries(territoires).map(([territoire, units]) => [
      territoire,
      units.map((id_unite) => ({ id_unite, ...lieux[id_unite] })) as unknown as Data['enquete'],
    ]),
  );
}

function digestRow(row: Data['enquete'][number]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(row)
      .filter(([question]) => question !== 'id_unite')
      .map(([question, answer]) => [question, digest(answer)]),
  );
}

function digest(answer: unknown): string {
  return createHash('sha256').update(JSON.stringify(answer)).digest('hex').slice(0, 8);
}
