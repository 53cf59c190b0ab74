import type { Data, DatasetId } from '../datasets/data.ts';
import { datasets } from '../datasets/index.ts';
import { comparableContributions } from '../datasets/open-ledger.ts';
import type { Settings } from '../datasets/settings.ts';
import { figures } from '../figures/index.ts';
import { indicators } from '../indicators/index.ts';
import type { MdxElement } from '../observatory/mdx.ts';
import { formatNumber } from '../text/number.ts';
import { plural } from '../text/plural.ts';
import type { Side } from './side.ts';
import { type Answers, answersOf, tellsAnswer } from './telling-answers.ts';
import { tellsPayment } from './telling-payments.ts';
import { REPERE, type Thing } from './thing.ts';

/** What stays inside of each state of an observatory: looked at only to know what must not be told. */
export interface Kept {
  readonly answers: Answers;
  /** Gathered payees bear the same pseudonyms on both sides. */
  readonly flows: Data['flux'];
}

/** What stays inside of an observatory. */
export function keptOf(data: Data): Kept {
  const flows = data.flux.map((flow) => ({ ...flow, contributions: comparableContributions(flow) }));
  return { answers: answersOf(data), flows };
}

/** What a comparison must not tell of some things, and why. */
export interface Veil {
  hides(thing: Thing): boolean;
  /** True where lines bear names that are not to be told either. */
  readonly hidesNames: boolean;
  readonly note: string;
}

/** The things that two versions of an observatory, subtracted, would say too much of. */
export function veilsBetween(before: Kept, after: Kept, sides: readonly Side[], secret: Settings['secret']): Veil[] {
  return [
    ...(tellsAnswer(before.answers, after.answers, secret.unitesMinimum) ? [veilSurvey(secret)] : []),
    ...(tellsPayment(before.flows, after.flows, secret) ? [veilLedger(sides, secret)] : []),
  ];
}

/** The veil over what rests on the survey. */
export function veilSurvey({ unitesMinimum }: Pick<Settings['secret'], 'unitesMinimum'>): Veil {
  const few = plural(unitesMinimum, 'lieu', 'lieux');
  return {
    hides: restsOnSurvey,
    hidesNames: false,
    note: `Dans un territoire ou à une question, moins de ${few} ont changé de réponse : la différence dirait ce qu’un lieu a répondu. Elle n’est pas montrée.`,
  };
}

/** The veil over what rests on the ledger; also over the words of its files and of texts that quote it: people write sums there. */
function veilLedger(sides: readonly Side[], { unitesMinimum }: Settings['secret']): Veil {
  const few = formatNumber(unitesMinimum);
  const files = sides.flatMap(({ observatory }) => observatory.resources.filter(({ dataset }) => dataset === 'flux'));
  const quotes = ({ attributes: { id = '' } }: MdxElement) =>
    restsOnLedger({ kind: 'figure', id }) || restsOnLedger({ kind: 'valeur', id });
  const texts = sides.flatMap((side) => side.texts.filter(({ elements }) => elements.some(quotes)));
  const named: Partial<Record<Thing['kind'], ReadonlySet<string>>> = {
    fichier: new Set(files.map(({ name }) => name)),
    texte: new Set(texts.map(({ name }) => name)),
  };
  return {
    hides: (thing) => restsOnLedger(thing) || (named[thing.kind]?.has(thing.id) ?? false),
    hidesNames: true,
    note: `Dans les comptes, trop peu de bénéficiaires réunis faute d’accord ont bougé (moins de ${few}, ou l’un de presque tout), ou l’un d’eux n’est nommé que d’un côté : la différence pourrait dire ce qu’il reçoit. Elle n’est pas montrée.`,
  };
}

/** True for a figure or a number made of answers to the survey. */
export function restsOnSurvey(thing: Thing): boolean {
  return usesOf(thing).some((dataset) => datasets[dataset].access === 'aggregates');
}

/** True for a figure or a number made of the ledger. */
export function restsOnLedger(thing: Thing): boolean {
  return usesOf(thing).includes('flux');
}

/** The datasets of which a figure or a number is made; none of anything else. */
export function usesOf({ kind, id }: Thing): readonly DatasetId[] {
  if (kind === 'valeur' && id.startsWith(REPERE)) return ['reperes'];
  const declared = kind === 'figure' ? figures : kind === 'valeur' ? indicators : [];
  return declared.find((candidate) => candidate.id === id)?.uses ?? [];
}
