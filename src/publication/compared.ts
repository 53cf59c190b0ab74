import type { Numbered } from './frozen-numbers.ts';
import type { MovedNumber, Numbers } from './moved-numbers.ts';
import type { Thing } from './thing.ts';

/** A frozen table beside today's. */
export interface Compared {
  /** The figure, or the number that texts quote, that it is of. */
  readonly thing: Thing;
  readonly file: string;
  /** Its numbers that have to stand and are not today's. */
  readonly numbers: readonly MovedNumber[];
  /** True where today's site no longer shows them. */
  readonly isPast: boolean;
  /** Whoever reads both tables, whatever their years, may subtract one from the other. */
  readonly isSubtracted: boolean;
  readonly frozen: Numbered;
  readonly live: Numbers;
}
