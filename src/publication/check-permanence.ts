import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '../csv/fault.ts';
import type { Data } from '../datasets/data.ts';
import { nameFile } from '../datasets/files.ts';
import { ERRATA, type Errata, NO_NUMBER, readErrata } from '../observatory/errata.ts';
import type { Folders } from '../observatory/folders.ts';
import {
  type FrozenFigure,
  type FrozenYear,
  frozenFilesOf,
  frozenPageOf,
  publicationsFolder,
  readFrozenYears,
  STYLE,
  VALUES,
} from '../observatory/frozen-years.ts';
import { LOCK, readLock } from '../observatory/lock.ts';
import { isWithdrawn } from '../observatory/withdrawn.ts';
import { plural } from '../text/plural.ts';
import { checkErrata } from './check-errata.ts';
import { checkFrozenSecrets } from './check-frozen-secrets.ts';
import { checkLock, frozenPathOf } from './check-lock.ts';
import { checkMasks } from './check-masks.ts';
import { checkMemory } from './check-memory.ts';
import type { Compared } from './compared.ts';
import {
  explainsAll,
  explainsNumber,
  proposeAll,
  proposeGone,
  proposeNumber,
  proposeWithdrawal,
} from './explain-frozen.ts';
import { frozenNumbers, linesThatStand, liveNumbers } from './frozen-numbers.ts';
import { canBeSubtracted, type MovedNumber, movedNumbers, stateOf } from './moved-numbers.ts';
import { openSide, type Side } from './side.ts';
import { keyOf, type Thing } from './thing.ts';
import { restsOnLedger } from './veils.ts';

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
  // Nothing can be judged without them.
  const cards = lock.broken.filter((fault) => !isFigureFile(fault, folders.content));
  if (lock.faults.length > 0 || cards.length > 0) return [...lock.faults, ...lock.broken];
  const years = readFrozenYears(folders.content);
  const lost = [...checkMemory(folders, years), ...years.flatMap((year) => checkLocked(year, folders.content))];
  if (years.length === 0 || lost.length > 0) return [...lock.broken, ...lost];
  const { side, data } = await open();
  if (!side || !data) return lock.broken;
  const broken = new Set(lock.broken.map((fault) => frozenPathOf(fault, folders.content)));
  const context = { side, data, errata, broken, content: folders.content, folder: folders.data };
  const verdicts = years.map((year) => checkYear(year, context));
  return [
    ...lock.broken.filter((fault) => !isTakenAway(fault, years, context)),
    ...checkAddresses(years, context),
    ...verdicts.flatMap(({ faults }) => faults),
    ...checkNumbers(verdicts.toReversed(), context),
    ...checkErrata(errata, {
      content: folders.content,
      years,
      values: [
        ...new Set(verdicts.flatMap(({ told }) => told.flatMap(({ thing }) => (isValue(thing) ? thing.id : [])))),
      ],
      published: side.observatory.figures.map(({ id }) => id),
      moved: ({ millesime, figure }) => movedIn(verdicts, millesime, figure),
    }),
  ];
}

function isValue({ kind }: Thing): boolean {
  return kind === 'valeur';
}

/** What a card names and the lock no longer holds: a bad merge, which would take a file away in silence. */
function checkLocked({ millesime, figures }: FrozenYear, content: string): readonly Fault[] {
  const root = publicationsFolder(content);
  const path = join(root, LOCK);
  const locked = new Set(readLock(readFileSync(path, 'utf8')).files.map((file) => file.path));
  return [VALUES, STYLE, ...figures.flatMap((figure) => [frozenPageOf(figure), ...frozenFilesOf(figure)])]
    .map((file) => `${millesime}/${file}`)
    .filter((file) => !locked.has(file))
    .map((file) => ({
      level: 'erreur',
      file: nameFile(path),
      problem: `le verrou ne tient plus ${file}, que ce millésime figé contient`,
      expected: 'ce fichier et sa ligne du verrou tels que git les garde',
    }));
}

interface Context {
  readonly side: Side;
  /** What stays inside: looked at only to know what a difference would tell. */
  readonly data: Data;
  readonly errata: Errata;
  /** Frozen files that are not what the lock says, by path: nothing is read of them. */
  readonly broken: ReadonlySet<string>;
  /** Where texts lie. */
  readonly content: string;
  /** Where data do. */
  readonly folder: string;
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
  const figure = year?.figures.find((candidate) =>
    [frozenPageOf(candidate), ...frozenFilesOf(candidate)].includes(file),
  );
  return figure !== undefined && withdraws(figure, year!, context);
}

function withdraws(figure: FrozenFigure, { millesime }: FrozenYear, { side, errata }: Context): boolean {
  return isWithdrawn(figure, millesime, { retraits: side.observatory.retraits, withdrawals: errata.withdrawals });
}

/** What is wrong with a frozen year but for its numbers, and its tables beside today's, where they may be told. */
interface YearVerdict {
  readonly year: FrozenYear;
  readonly faults: readonly Fault[];
  readonly told: readonly Compared[];
}

/** The numbers of a frozen year that are not today's, of a figure or a quoted number; undefined where they are not told. */
function movedIn(verdicts: readonly YearVerdict[], millesime: string, id: string): readonly MovedNumber[] | undefined {
  const own = verdicts
    .filter(({ year }) => year.millesime === millesime)
    .flatMap(({ told }) => told.filter(({ thing }) => thing.id === id));
  return own.length === 0 ? undefined : own.flatMap(({ numbers }) => numbers);
}

function checkYear(year: FrozenYear, context: Context): YearVerdict {
  const shown = year.figures.filter((figure) => !withdraws(figure, year, context));
  const compared = [
    ...shown.flatMap(({ id }) => compareFile({ kind: 'figure', id }, `${id}.json`, year, context)),
    ...compareFile(undefined, VALUES, year, context),
  ];
  const subtracted = compared.filter(({ isSubtracted }) => isSubtracted).map(({ thing }) => thing);
  const secrets = checkFrozenSecrets(year, subtracted, context);
  return {
    year,
    faults: [...secrets.faults, ...checkMasks(year, compared, context)],
    told: compared.filter(({ thing }) => !secrets.hides(thing)),
  };
}

/** What is no longer published at all has no number to explain: its address is told once. */
function compareFile(
  figure: Thing | undefined,
  file: string,
  { millesime }: FrozenYear,
  context: Context,
): readonly Compared[] {
  const { side, content, broken } = context;
  if (broken.has(`${millesime}/${file}`)) return [];
  return frozenNumbers(content, millesime, file).map((frozen): Compared => {
    const thing = figure ?? { kind: 'valeur', id: frozen.id! };
    if (figure && !side.observatory.figure(figure.id))
      return { thing, file, numbers: [], isPast: false, isSubtracted: true, frozen, live: { columns: [], rows: [] } };
    const live = liveNumbers(frozen, { thing, millesime }, side);
    const stands = linesThatStand(frozen, live, thing, context);
    const numbers = movedNumbers(stands.frozen, stands.live);
    return { thing, file, numbers, isPast: stands.isPast, isSubtracted: canBeSubtracted(frozen, live), frozen, live };
  });
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

/**
 * Numbers that moved, unless errata explain them, each told once: of the oldest year that says it, and of its figure rather
 * than of the number that texts quote.
 */
function checkNumbers(oldestFirst: readonly YearVerdict[], context: Context): readonly Fault[] {
  const said = new Set<string>();
  return oldestFirst.flatMap(({ year, told }) => {
    const inFigures = new Set(
      told.flatMap(({ thing, numbers }) => (isValue(thing) ? [] : numbers.flatMap(({ repere }) => repere ?? []))),
    );
    return gatherTables(told).flatMap((own) => {
      const numbers = own.numbers.filter(({ repere }) => !(isValue(own.thing) && inFigures.has(repere ?? '')));
      const silent = silentOf({ ...own, numbers }, year, context);
      const news = silent.filter((number) => !said.has(nameOf(own, number)));
      for (const number of silent) if (own.frozen.isOverAll) said.add(nameOf(own, number));
      return describeNumbers({ ...own, numbers }, news, year, context);
    });
  });
}

/** The tables of one figure are one thing to explain. */
function gatherTables(told: readonly Compared[]): readonly Compared[] {
  return [...Map.groupBy(told, ({ thing }) => keyOf(thing)).values()].map((own) => ({
    ...own[0]!,
    numbers: own.flatMap(({ numbers }) => numbers),
    isPast: own.some(({ isPast }) => isPast),
  }));
}

/** Two years say the same of a figure over several years. */
function nameOf({ thing }: Compared, { cellule, avant, apres }: MovedNumber): string {
  return JSON.stringify([thing.kind, thing.id, cellule, avant, apres]);
}

/** Of numbers that moved, those that no erratum tells where readers of that year would see it. */
function silentOf(
  { thing, numbers, frozen: { isOverAll } }: Compared,
  { millesime, date }: FrozenYear,
  { errata: { corrections } }: Context,
): readonly MovedNumber[] {
  const state = { figure: thing.id, millesime, date, isOverAll };
  if (numbers.length === 0 || explainsAll(corrections, state, stateOf(numbers))) return [];
  return numbers.filter((number) => !explainsNumber(corrections, state, number));
}

function describeNumbers(
  { thing: { kind, id }, file, numbers, isPast }: Compared,
  silent: readonly MovedNumber[],
  { millesime, figures }: FrozenYear,
  { content }: Context,
): readonly Fault[] {
  if (silent.length === 0) return [];
  const about = { millesime, figure: id };
  const namesPlaces = figures.some((figure) => figure.id === id && figure.lieux.length > 0);
  const withdrawal =
    namesPlaces || (kind === 'figure' && restsOnLedger({ kind, id })) ? proposeWithdrawal(about) : undefined;
  const told = { level: 'erreur', file: fileOf(content, millesime, file), apart: true } as const;
  // What the site no longer shows is not told number by number: nobody judged today what it would give away.
  if (isPast || silent.length > MOST_CELLS) {
    const are = silent.length > 1 ? 'ne sont plus ceux' : 'n’est plus celui';
    const problem = `${plural(silent.length, 'nombre figé', 'nombres figés')} de « ${id} » ${are} des données`;
    return [{ ...told, problem, expected: withLines(silent, proposeAll(about, stateOf(numbers)), withdrawal) }];
  }
  return silent.map((number) => ({
    ...told,
    problem: `« ${number.cellule} » valait ${number.avant} dans « ${id} » ; les données disent ${number.apres}`,
    expected: withLines([number], proposeNumber(about, number), withdrawal),
  }));
}

/** What is to be done: the number back, or a line; a line that names nobody where what was named is no longer there. */
function withLines(moved: readonly MovedNumber[], line: string, withdrawal: string | undefined): string {
  const left = moved.some(({ apres }) => apres === NO_NUMBER);
  const gone = left && withdrawal ? ` ; ou, si quelqu’un a retiré son accord : ${withdrawal}` : '';
  return `le nombre publié ; ou, dans ${ERRATA}, cette ligne complétée : ${line}${gone}`;
}

function fileOf(content: string, millesime: string, file: string): string {
  return nameFile(join(publicationsFolder(content), millesime, file));
}
