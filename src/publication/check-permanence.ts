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
import { checkLock, frozenPathOf } from './check-lock.ts';
import {
  explainsAll,
  explainsNumber,
  proposeAll,
  proposeGone,
  proposeNumber,
  proposeWithdrawal,
} from './explain-frozen.ts';
import { frozenNumbers, liveNumbers, type Numbered } from './frozen-numbers.ts';
import { type MovedNumber, movedNumbers, stateOf } from './moved-numbers.ts';
import { openSide, type Side } from './side.ts';

/** Beyond this many numbers of one figure, one erratum is proposed for all of them. */
const MOST_CELLS = 5;

/**
 * What changed in silence in frozen years, and the line of errata.yaml that would say it: a frozen file, the address of a
 * figure, a number of a frozen year. Empty where nothing is frozen, and while the data have errors, which `verify` tells.
 */
export async function checkPermanence(folders: Folders): Promise<readonly Fault[]> {
  const { errata, faults } = readErrata(folders.content);
  const lock = checkLock(folders.content);
  if (faults.length > 0) return [...faults, ...lock.faults, ...lock.broken];
  const cards = lock.broken.filter((fault) => !isFigureFile(fault, folders.content));
  if (lock.faults.length > 0 || cards.length > 0) return [...lock.faults, ...lock.broken];
  const years = readFrozenYears(folders.content);
  if (years.length === 0) return [];
  const { side } = await openSide(folders, { demonstrationIsBuilt: false });
  if (!side) return lock.broken;
  const context = { side, errata, content: folders.content };
  return [
    ...lock.broken.filter((fault) => !isTakenAway(fault, years, context)),
    ...years.flatMap((year) => checkYear(year, context)),
    ...strangers(years, context),
  ];
}

interface Context {
  readonly side: Side;
  readonly errata: Errata;
  readonly content: string;
}

/** The card, the style and the fonts belong to no figure: nothing explains their loss. */
function isFigureFile(fault: Fault, content: string): boolean {
  return (
    /^\d{4}\/[^/]+\.(?:html|svg|json|csv)$/.test(frozenPathOf(fault, content)) &&
    !/(?:publication|valeurs)\.json$/.test(fault.file)
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
  return [
    ...year.figures
      .filter((figure) => !withdraws(figure, year, context))
      .flatMap((figure) => [
        ...checkAddress(figure, year, context),
        ...checkNumbers(figure.id, `${figure.id}.json`, year, context),
      ]),
    ...checkNumbers('', VALUES, year, context),
  ];
}

/** The page of a figure that was frozen stays, or says where the figure went. */
function checkAddress(
  { id }: FrozenFigure,
  { millesime }: FrozenYear,
  { side, errata, content }: Context,
): readonly Fault[] {
  if (side.observatory.figure(id) || errata.gone.some(({ figure }) => figure === id)) return [];
  return [
    {
      level: 'erreur',
      file: fileOf(content, millesime, `${id}.json`),
      apart: true,
      problem: `la figure « ${id} », figée, n’est plus publiée : l’adresse /graphiques/${id}/ disparaît`,
      expected: `la figure ; ou, dans ${ERRATA}, cette ligne complétée : ${proposeGone(id)}`,
    },
  ];
}

/** The numbers of a frozen file that are not today's, unless errata explain them. */
function checkNumbers(figure: string, file: string, { millesime }: FrozenYear, context: Context): readonly Fault[] {
  const { side, errata, content } = context;
  const frozen = frozenNumbers(content, millesime, file);
  const told = { level: 'erreur', file: fileOf(content, millesime, file), apart: true } as const;
  return frozen.flatMap((numbers: Numbered): readonly Fault[] => {
    const id = numbers.id ?? figure;
    // What is no longer published at all is told once, by its address.
    if (numbers.id === undefined && !side.observatory.figure(id)) return [];
    const moved = movedNumbers(numbers, liveNumbers(numbers, { id, millesime }, side));
    const about = { millesime, figure: id };
    if (moved.length === 0 || explainsAll(errata.corrections, about, stateOf(moved))) return [];
    const silent = moved.filter((number) => !explainsNumber(errata.corrections, about, number));
    if (silent.length > MOST_CELLS) {
      const problem = `${silent.length} nombres figés de « ${id} » ne sont plus ceux des données`;
      return [{ ...told, problem, expected: withLines(silent, [proposeAll(about, stateOf(moved))], about) }];
    }
    return silent.map((number) => ({
      ...told,
      problem: `« ${number.cellule} » valait ${number.avant} dans « ${id} » ; les données disent ${number.apres}`,
      expected: withLines([number], [proposeNumber(about, number)], about),
    }));
  });
}

/** What is to be done: the number back, or a line; a line that names nobody where what was named is no longer there. */
function withLines(
  moved: readonly MovedNumber[],
  lines: readonly string[],
  about: { readonly millesime: string; readonly figure: string },
): string {
  const left = moved.some(({ apres }) => apres === 'rien');
  const withdrawal = left ? ` ; ou, si quelqu’un a retiré son accord : ${proposeWithdrawal(about)}` : '';
  return `le nombre publié ; ou, dans ${ERRATA}, cette ligne complétée : ${lines.join(' ')}${withdrawal}`;
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
