import { createHash, createHmac } from 'node:crypto';
import { join } from 'node:path';
import type { Data } from '../datasets/data.ts';
import { comparableContributions, type OpenFlow } from '../datasets/open-ledger.ts';
import { type Answers, answersOf, tellsAnswer } from './telling-answers.ts';
import { type ComparedFlow, tellsPayment } from './telling-payments.ts';

/** Which of the two was changed by so few that a frozen number and today's, subtracted, would tell one of them. */
export interface Told {
  readonly survey: boolean;
  readonly ledger: boolean;
}

/**
 * What is remembered when a year is frozen, of all waves and exercices that its figures may show: of each answer a digest,
 * of each gathered payee a pseudonym and an amount. It lies beside the data, never beside the texts, which may be public:
 * digests of short answers are guessed one by one, key or not, by who holds the key.
 */
interface Memory {
  readonly cle: string;
  /** Who was counted where, by wave and territory: names of `reponses`. */
  readonly territoires: Readonly<Record<string, readonly string[]>>;
  readonly reponses: Readonly<Record<string, Digests>>;
  readonly comptes: readonly ComparedFlow[];
}

/** An answer, question by question. */
type Digests = Readonly<Record<string, string>>;

/** The file that remembers a frozen year, in the folder of data. */
export function memoryPath(data: string, millesime: string): string {
  return join(data, 'memoire', `${millesime}.json`);
}

/** What is to be remembered, as bytes; `key` is drawn for this year. */
export function rememberYear(data: Data, key: Uint8Array): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(memoryOf(data, key))}\n`);
}

/** What the card of a frozen year says of its memory, and what its file must then be. */
export function digestMemory(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** What differences between today's data and those that were frozen would tell. */
export function tellsSince(remembered: Uint8Array, data: Data): Told {
  const then = JSON.parse(new TextDecoder().decode(remembered)) as Memory;
  const now = memoryOf(data, Buffer.from(then.cle, 'hex'));
  const { secret } = data.settings;
  return {
    survey: tellsAnswer(asAnswers(then), asAnswers(now), secret.unitesMinimum),
    ledger: tellsPayment(then.comptes, now.comptes, secret),
  };
}

function memoryOf(data: Data, key: Uint8Array): Memory {
  const digest = (answer: unknown) =>
    createHmac('sha256', key)
      .update(JSON.stringify(answer) ?? '')
      .digest('hex')
      .slice(0, 8);
  const digestRow = (row: Data['enquete'][number]): Digests =>
    Object.fromEntries(Object.entries(row).map(([question, answer]) => [question, digest(answer)]));
  const nameIn = (scope: string, { id_unite }: Data['enquete'][number]) => `${scope.split('/')[0]}/${digest(id_unite)}`;
  const answers = [...answersOf(data)];
  return {
    cle: Buffer.from(key).toString('hex'),
    territoires: Object.fromEntries(
      answers.map(([scope, rows]) => [scope, rows.map((row) => nameIn(scope, row)).sort()]),
    ),
    reponses: Object.fromEntries(
      answers.flatMap(([scope, rows]) => rows.map((row) => [nameIn(scope, row), digestRow(row)])),
    ),
    comptes: data.flux.map((flow) => rememberFlow(flow, key)),
  };
}

function rememberFlow(flow: OpenFlow, key: Uint8Array): ComparedFlow {
  const { millesime, statut, nature, payeur, niveau_payeur, beneficiaire, niveau_beneficiaire } = flow;
  const ends = { payeur, niveau_payeur, beneficiaire, niveau_beneficiaire };
  return { millesime, statut, nature, ...ends, contributions: comparableContributions(flow, key) };
}

/** As answers again, whose words are digests. */
function asAnswers({ territoires, reponses }: Memory): Answers {
  return new Map(
    Object.entries(territoires).map(([scope, names]) => [
      scope,
      names.map((name) => reponses[name]) as unknown as Data['enquete'],
    ]),
  );
}
