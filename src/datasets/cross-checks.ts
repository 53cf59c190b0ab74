import { checkCercles } from './cross-checks/cercles.ts';
import { checkCommuneNames } from './cross-checks/commune-names.ts';
import { checkMoves } from './cross-checks/moves.ts';
import { checkOutliers } from './cross-checks/outliers.ts';
import { checkPeriods } from './cross-checks/periods.ts';
import { checkPoints } from './cross-checks/points.ts';
import type { CrossCheck } from './cross-checks/rule.ts';
import { checkVanished } from './cross-checks/vanished.ts';

export type { LoadedRows } from './cross-checks/rule.ts';

/** Every rule that needs more than one file, or more than the file. */
export const crossChecks: readonly CrossCheck[] = [
  checkCercles,
  checkCommuneNames,
  checkPoints,
  checkMoves,
  checkPeriods,
  checkOutliers,
  checkVanished,
];
