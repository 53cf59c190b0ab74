import { ALL_CELLS, type Erratum, reaches, TO_WRITE } from '../observatory/errata.ts';
import { type MovedNumber, plain } from './moved-numbers.ts';

/** Which figure (or number that texts quote) of which frozen year. */
interface About {
  readonly millesime: string;
  readonly figure: string;
}

/** A frozen state, as readers of it are told errata. */
type State = Parameters<typeof reaches>[1];

/** True where the newest erratum about one number tells it as it was frozen and as it stands today. */
export function explainsNumber(errata: readonly Erratum[], state: State, number: MovedNumber): boolean {
  const own = errata.filter((erratum) => reaches(erratum, state) && plain(erratum.cellule) === plain(number.cellule));
  return newestOf(own).some(
    ({ avant = '', apres = '' }) => plain(avant) === plain(number.avant) && plain(apres) === plain(number.apres),
  );
}

/** True where the newest erratum about a figure tells all its numbers, as they stand today. */
export function explainsAll(errata: readonly Erratum[], state: State, digest: string): boolean {
  const own = errata.filter((erratum) => reaches(erratum, state));
  return newestOf(own).some(({ cellule, etat }) => cellule === ALL_CELLS && etat === digest);
}

/** Those of the last day: what was said before of the same thing no longer stands. */
function newestOf(errata: readonly Erratum[]): readonly Erratum[] {
  const last = errata
    .map(({ date }) => date)
    .sort()
    .at(-1);
  return errata.filter(({ date }) => date === last);
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

function write(pairs: readonly (readonly [key: string, value: string])[]): string {
  return `\`- { ${pairs.map(([key, value]) => `${key}: ${value}`).join(', ')} }\``;
}

function quote(text: string): string {
  return JSON.stringify(plain(text));
}
