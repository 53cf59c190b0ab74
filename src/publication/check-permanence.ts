import { join } from 'node:path';
import type { Fault } from '../csv/fault.ts';
import { nameFile } from '../datasets/files.ts';
import { ERRATA, type Errata, readErrata } from '../observatory/errata.ts';
import type { Folders } from '../observatory/folders.ts';
import {
  type FrozenFigure,
  type FrozenYear,
  publicationsFolder,
  readFrozenYears,
  VALUES,
} from '../observatory/frozen-years.ts';
import { isWithdrawn } from '../observatory/withdrawn.ts';
import { plural } from '../text/plural.ts';
import { checkLock, frozenPathOf } from './check-lock.ts';
import {
  explainsAll,
  explainsNumber,
  proposeAll,
  proposeGone,
  proposeNumber,
  proposeWithdrawal,
} from './explain-frozen.ts';
import { ANSWERS, tellsSince } from './frozen-answers.ts';
import { frozenNumbers, liveNumbers } from './frozen-numbers.ts';
import { type MovedNumber, movedNumbers, stateOf } from './moved-numbers.ts';
import { openSide, type Side } from './side.ts';
import { type Kept, veilSurvey } from './veils.ts';

/** Beyond this many numbers of one figure, one erratum is proposed for all of them. */
const MOST_CELLS = 5;

/**
 * What changed in silence in frozen years, and the line of errata.yaml that would say it: a frozen file, the address of a
 * figure, a number of a frozen year. Empty where nothing is frozen, and while the data have errors, which `verify` tells.
 * `open` gives the observatory where it is open already.
 */
export async function checkPermanence(
  folders: Folders,
  open: () => ReturnType<typeof openSide> = () => openSide(folders, { demonstrationIsBuilt: false }),
): Promise<readonly Fault[]> {
  const { errata, faults } = readErrata(folders.content);
  const lock = checkLock(folders.content);
  if (faults.length > 0) return [...faults, ...lock.faults, ...lock.broken];
  const cards = lock.broken.filter((fault) => !isFigureFile(fault, folders.content));
  if (lock.faults.length > 0 || cards.length > 0) return [...lock.faults, ...lock.broken];
  const years = readFrozenYears(folders.content);
  if (years.length === 0) return [];
  const { side, kept } = await open();
  if (!side) return lock.broken;
  const context = { side, kept, errata, content: folders.content };
  return [
    ...lock.broken.filter((fault) => !isTakenAway(fault, years, context)),
    ...checkAddresses(years, context),
    ...years.flatMap((year) => checkYear(year, context)),
    ...strangers(years, context),
  ];
}

interface Context {
  readonly side: Side;
  /** What stays inside: looked at only to know what a difference would tell. */
  readonly kept: Kept;
  readonly errata: Errata;
  readonly content: string;
}

/** The card, the style and the fonts belong to no figure: nothing explains their loss. */
function isFigureFile(fault: Fault, content: string): boolean {
  return (
    /^\d{4}\/[^/]+\.(?:html|svg|json|csv)$/.test(frozenPathOf(fault, content)) &&
    !/(?:publication|valeurs|reponses)\.json$/.test(fault.file)
  );
}

/** The files of a figure that a withdrawal takes away may be deleted: the site no longer shows them. */
function isTakenAway(fault: Fault, years: readonly FrozenYear[], context: Context): boolean {
  const [millesime, file = ''] = frozenPathOf(fault, context.content).split('/');
  const year = years.find((candidate) => candidate.millesime === millesime);
  const figure = year?.figures.find((candidate) => filesOf(candidate).includes(file));
  return figure !== undefined && withdraws(figure, year!, context);
}

function filesOf({ id, tableaux }: FrozenFigure): readonly string[] {
  return [
    ...['html', 'svg', 'json'].map((ending) => `${id}.${ending}`),
    ...tableaux.map((table) => `${table === 'main' ? id : `${id}-${table}`}.csv`),
  ];
}

function withdraws(figure: FrozenFigure, { millesime }: FrozenYear, { side, errata }: Context): boolean {
  return isWithdrawn(figure, millesime, { retraits: side.observatory.retraits, withdrawals: errata.withdrawals });
}

function checkYear(year: FrozenYear, context: Context): readonly Fault[] {
  const shown = year.figures.filter((figure) => !withdraws(figure, year, context));
  const moved = [
    ...shown.flatMap(({ id }) => findMoved(id, `${id}.json`, year, context)),
    ...findMoved('', VALUES, year, context),
  ];
  const secret = checkSecret(moved, year, context);
  return [
    ...secret.faults,
    ...moved.filter(({ id, isValue }) => !secret.hides(id, isValue)).flatMap((own) => checkNumbers(own, year, context)),
  ];
}

/** The numbers of one frozen table that are not today's. */
interface Moved {
  /** A figure's id, or an indicator's. */
  readonly id: string;
  readonly isValue: boolean;
  readonly file: string;
  readonly numbers: readonly MovedNumber[];
}

function findMoved(
  figure: string,
  file: string,
  { millesime }: FrozenYear,
  { side, content }: Context,
): readonly Moved[] {
  return frozenNumbers(content, millesime, file).flatMap((frozen): readonly Moved[] => {
    const id = frozen.id ?? figure;
    // What is no longer published at all is told once, by its address.
    if (frozen.id === undefined && !side.observatory.figure(id)) return [];
    const numbers = movedNumbers(frozen, liveNumbers(frozen, { id, millesime }, side));
    return numbers.length === 0 ? [] : [{ id, isValue: frozen.id !== undefined, file, numbers }];
  });
}

/** Numbers of the survey that moved with too few answers: an erratum would say aloud what has to be kept. */
function checkSecret(moved: readonly Moved[], { millesime }: FrozenYear, { side, kept, content }: Context) {
  const { secret } = side.observatory.settings;
  const veil = veilSurvey(secret);
  const hides = (id: string, isValue: boolean) => veil.hides({ kind: isValue ? 'valeur' : 'figure', id });
  const tells =
    moved.some(({ id, isValue }) => hides(id, isValue)) && tellsSince(content, millesime, kept.answers, secret);
  if (!tells) return { hides: () => false, faults: [] };
  const few = plural(secret.unitesMinimum, 'lieu', 'lieux');
  const fault: Fault = {
    level: 'erreur',
    file: fileOf(content, millesime, ANSWERS),
    problem: `depuis que ${millesime} est figé, moins de ${few} ont changé de réponse, dans un territoire ou à une question : le nombre figé et le nouveau, soustraits, diraient ce que l’un d’eux a répondu`,
    expected:
      'les réponses telles qu’elles étaient : aucun erratum n’y peut rien ; une réponse ôtée reste dans les totaux figés, une correction attend celles d’autres lieux',
  };
  return { hides, faults: [fault] };
}

/** The page of a figure that was frozen stays, or says where the figure went; told of its newest frozen state. */
function checkAddresses(years: readonly FrozenYear[], { side, errata, content }: Context): readonly Fault[] {
  const newest = new Map(
    years.toReversed().flatMap(({ millesime, figures }) => figures.map(({ id }) => [id, millesime])),
  );
  return [...newest]
    .filter(([id]) => !side.observatory.figure(id) && !errata.gone.some(({ figure }) => figure === id))
    .map(([id, millesime]) => ({
      level: 'erreur',
      file: fileOf(content, millesime, `${id}.json`),
      apart: true,
      problem: `la figure « ${id} », figée, n’est plus publiée : l’adresse /graphiques/${id}/ disparaît`,
      expected: `la figure ; ou, dans ${ERRATA}, cette ligne complétée : ${proposeGone(id)}`,
    }));
}

/** Numbers that moved, unless errata explain them. */
function checkNumbers(
  { id, file, numbers }: Moved,
  { millesime }: FrozenYear,
  { errata, content }: Context,
): readonly Fault[] {
  const about = { millesime, figure: id };
  if (explainsAll(errata.corrections, about, stateOf(numbers))) return [];
  const silent = numbers.filter((number) => !explainsNumber(errata.corrections, about, number));
  const told = { level: 'erreur', file: fileOf(content, millesime, file), apart: true } as const;
  if (silent.length > MOST_CELLS) {
    const problem = `${silent.length} nombres figés de « ${id} » ne sont plus ceux des données`;
    return [{ ...told, problem, expected: withLines(silent, proposeAll(about, stateOf(numbers)), about) }];
  }
  return silent.map((number) => ({
    ...told,
    problem: `« ${number.cellule} » valait ${number.avant} dans « ${id} » ; les données disent ${number.apres}`,
    expected: withLines([number], proposeNumber(about, number), about),
  }));
}

/** What is to be done: the number back, or a line; a line that names nobody where what was named is no longer there. */
function withLines(
  moved: readonly MovedNumber[],
  line: string,
  about: { readonly millesime: string; readonly figure: string },
): string {
  const left = moved.some(({ apres }) => apres === 'rien');
  const withdrawal = left ? ` ; ou, si quelqu’un a retiré son accord : ${proposeWithdrawal(about)}` : '';
  return `le nombre publié ; ou, dans ${ERRATA}, cette ligne complétée : ${line}${withdrawal}`;
}

/** Errata about what was never frozen explain nothing: a word mistyped, most often. */
function strangers(years: readonly FrozenYear[], { errata, side, content }: Context): readonly Fault[] {
  const ids = new Set([
    ...years.flatMap(({ figures }) => figures.map(({ id }) => id)),
    ...side.published.map(({ id }) => id),
  ]);
  const said = [...errata.corrections, ...errata.withdrawals, ...errata.gone];
  return said
    .filter(
      (one) =>
        !ids.has(one.figure) || ('millesime' in one && !years.some(({ millesime }) => millesime === one.millesime)),
    )
    .map(({ figure, ...one }) => ({
      level: 'avertissement',
      file: nameFile(join(content, ERRATA)),
      value: ['millesime' in one ? one.millesime : '', figure].filter(Boolean).join(', '),
      problem: 'rien de tel n’est figé',
      expected: 'un millésime figé, et l’identifiant d’une figure ou d’un indicateur',
    }));
}

function fileOf(content: string, millesime: string, file: string): string {
  return nameFile(join(publicationsFolder(content), millesime, file));
}
