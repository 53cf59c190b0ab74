import { ALL_CELLS, type Erratum, TO_WRITE } from '../observatory/errata.ts';
import { type MovedNumber, plain } from './moved-numbers.ts';

/** Which figure (or number that texts quote) of which frozen year. */
interface About {
  readonly millesime: string;
  readonly figure: string;
}

/** True where an erratum tells that one number, as it stands today. */
export function explainsNumber(
  errata: readonly Erratum[],
  about: About & { readonly isOverAll: boolean },
  number: MovedNumber,
): boolean {
  return errata.some(
    (erratum) =>
      (isAbout(erratum, about) || (about.isOverAll && saysToo(erratum, about, number))) &&
      plain(erratum.cellule) === plain(number.cellule) &&
      plain(erratum.apres ?? '') === plain(number.apres),
  );
}

/** True where an erratum tells all numbers of a figure, as they stand today. */
export function explainsAll(errata: readonly Erratum[], about: About, state: string): boolean {
  return errata.some((erratum) => isAbout(erratum, about) && erratum.cellule === ALL_CELLS && erratum.etat === state);
}

/** The line of errata.yaml that tells one number; backticks keep it as it has to be typed. */
export function proposeNumber({ millesime, figure }: About, { cellule, avant, apres }: MovedNumber): string {
  return write([
    ['date', TO_WRITE.date],
    ['millesime', millesime],
    ['figure', figure],
    ['cellule', quote(cellule)],
    ['avant', quote(avant)],
    ['apres', quote(apres)],
    ['raison', TO_WRITE.raison],
  ]);
}

/** The line that tells all numbers of a figure. */
export function proposeAll({ millesime, figure }: About, state: string): string {
  return write([
    ['date', TO_WRITE.date],
    ['millesime', millesime],
    ['figure', figure],
    ['cellule', ALL_CELLS],
    ['etat', quote(state)],
    ['raison', TO_WRITE.raison],
  ]);
}

/** The line that says where a figure went. */
export function proposeGone(figure: string): string {
  return write([
    ['date', TO_WRITE.date],
    ['figure', figure],
    ['raison', TO_WRITE.why],
    ['devient', TO_WRITE.devient],
  ]);
}

/** The line that takes a frozen figure away, and names nobody. */
export function proposeWithdrawal({ millesime, figure }: About): string {
  return write([
    ['date', TO_WRITE.date],
    ['millesime', millesime],
    ['figure', figure],
    ['retrait', 'true'],
  ]);
}

/** What an erratum says of one year of a figure over several, it says of the same number in another. */
function saysToo({ figure, avant }: Erratum, about: About, number: MovedNumber): boolean {
  return figure === about.figure && plain(avant ?? '') === plain(number.avant);
}

function isAbout(erratum: Erratum, { millesime, figure }: About): boolean {
  return erratum.millesime === millesime && erratum.figure === figure;
}

function write(pairs: readonly (readonly [key: string, value: string])[]): string {
  return `\`- { ${pairs.map(([key, value]) => `${key}: ${value}`).join(', ')} }\``;
}

function quote(text: string): string {
  return JSON.stringify(plain(text));
}
