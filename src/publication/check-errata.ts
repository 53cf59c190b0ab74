import { join } from 'node:path';
import type { Fault } from '../csv/fault.ts';
import { findNearest } from '../csv/nearest.ts';
import { nameFile } from '../datasets/files.ts';
import { ALL_CELLS, ERRATA, type Errata, type Erratum } from '../observatory/errata.ts';
import type { FrozenYear } from '../observatory/frozen-years.ts';
import { type MovedNumber, plain } from './moved-numbers.ts';

/** What errata are judged by. */
interface Known {
  readonly content: string;
  readonly years: readonly FrozenYear[];
  /** The ids of the numbers that texts quote: they are frozen too. */
  readonly values: readonly string[];
  /** The ids of the figures that are published today. */
  readonly published: readonly string[];
  /** The numbers of a frozen year that are not today's, of a figure or a quoted number; undefined where they are not told. */
  moved(about: Pick<Erratum, 'millesime' | 'figure'>): readonly MovedNumber[] | undefined;
}

/** Entries of errata.yaml that say nothing, or what is not so: readers would read them, or somebody would still be named. */
export function checkErrata({ corrections, gone, withdrawals }: Errata, known: Known): readonly Fault[] {
  const { years, values, published } = known;
  const file = nameFile(join(known.content, ERRATA));
  const figuresOf = (millesime: string) =>
    years.find((year) => year.millesime === millesime)?.figures.map(({ id }) => id) ?? [];
  const all = [...new Set(years.flatMap(({ figures }) => figures.map(({ id }) => id)))];
  const warn = (fault: Pick<Fault, 'value' | 'problem' | 'expected' | 'nearest'>): Fault => ({
    level: 'avertissement',
    file,
    ...fault,
  });
  return [
    ...corrections
      .filter(({ millesime, figure }) => ![...figuresOf(millesime), ...values].includes(figure) || !isYear(millesime))
      .map((one) => warn(describeStranger(one, [...all, ...values]))),
    ...corrections
      .filter((one) => isYear(one.millesime) && isIdle(one, known))
      .map(({ millesime, figure, cellule }) =>
        warn({
          value: [millesime, figure, cellule].join(', '),
          problem: 'cet erratum, que les lecteurs lisent, dit faux un nombre qui n’a pas bougé',
          expected: 'la cellule comme la commande la nomme ; ou pas d’erratum',
        }),
      ),
    ...corrections.flatMap((one): readonly Fault[] => {
      const year = years.find(({ millesime }) => millesime === one.millesime);
      if (!year || one.date >= year.date) return [];
      const told = {
        value: [one.date, one.figure, one.cellule].join(', '),
        problem: `cet erratum est daté d’avant la publication ${year.nom}, du ${year.date}`,
        expected: 'le jour où l’erratum est paru',
      };
      return [{ ...warn(told), level: 'erreur' }];
    }),
    // A withdrawal that does nothing leaves somebody named.
    ...withdrawals
      .filter(({ millesime, figure }) => !figuresOf(millesime).includes(figure))
      .map((one): Fault => ({ ...warn(describeStranger(one, all)), level: 'erreur' })),
    ...gone.filter(({ figure }) => !all.includes(figure)).map((one) => warn(describeStranger(one, all))),
    ...gone
      .filter(({ figure }) => published.includes(figure))
      .map(({ figure }) =>
        warn({
          value: figure,
          problem: 'cette figure est encore publiée, et les nouveautés la disent retirée',
          expected: 'pas de ligne pour elle ; une ligne sans « cellule » dit qu’une figure n’est plus publiée',
        }),
      ),
    ...gone
      .filter(({ devient }) => devient !== undefined && !published.includes(devient))
      .map(({ devient = '' }) =>
        warn({
          value: devient,
          problem: 'aucune figure publiée ne s’appelle ainsi : la page n’y mène pas',
          expected: 'dans « devient », l’identifiant d’une figure publiée',
          nearest: findNearest(devient, published),
        }),
      ),
  ];

  function isYear(millesime: string): boolean {
    return years.some((year) => year.millesime === millesime);
  }
}

/** An erratum stays true after a later one about the same cell, and not where the cell never moved. */
function isIdle({ millesime, figure, cellule }: Erratum, { moved }: Known): boolean {
  const numbers = moved({ millesime, figure });
  if (numbers === undefined) return false;
  return cellule === ALL_CELLS
    ? numbers.length === 0
    : !numbers.some((number) => plain(number.cellule) === plain(cellule));
}

function describeStranger(
  { figure, ...one }: { readonly figure: string; readonly millesime?: string },
  ids: readonly string[],
) {
  return {
    value: [one.millesime, figure].filter(Boolean).join(', '),
    problem: 'rien de tel n’est figé',
    expected: 'un millésime figé, et l’identifiant d’une figure ou d’un nombre cité',
    ...(ids.includes(figure) ? {} : { nearest: findNearest(figure, ids) }),
  };
}
