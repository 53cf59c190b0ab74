import type { Data } from '../datasets/data.ts';
import type { Withdrawal } from './errata.ts';
import type { FrozenFigure } from './frozen-years.ts';

/** Who asked to be taken away: places that left the directory, and frozen figures that the team takes away for somebody. */
interface Requests {
  readonly retraits: Data['retraits'];
  readonly withdrawals: readonly Withdrawal[];
}

/** True where a frozen figure names somebody who withdrew: it is shown no more, anywhere. */
export function isWithdrawn(figure: FrozenFigure, millesime: string, { retraits, withdrawals }: Requests): boolean {
  return (
    retraits.some(({ id }) => figure.lieux.includes(id)) ||
    withdrawals.some((one) => one.millesime === millesime && one.figure === figure.id)
  );
}
