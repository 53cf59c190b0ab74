import type { Fault } from '../csv/fault.ts';
import { checkAgreements } from './flux-checks/agreements.ts';
import { checkBalance } from './flux-checks/balance.ts';
import { checkDirections } from './flux-checks/directions.ts';
import { checkDoubles } from './flux-checks/doubles.ts';
import { checkGrants } from './flux-checks/grants.ts';
import { checkIdentities } from './flux-checks/identities.ts';
import { checkLevels } from './flux-checks/levels.ts';
import { checkLoops } from './flux-checks/loops.ts';
import { checkOrder } from './flux-checks/order.ts';
import { checkPeriods } from './flux-checks/periods.ts';
import { checkPersons } from './flux-checks/persons.ts';
import { checkPlaces } from './flux-checks/places.ts';
import type { LedgerCheck } from './flux-checks/rule.ts';
import { checkSecrecy } from './flux-checks/secrecy.ts';
import { checkSpellings } from './flux-checks/spellings.ts';
import { checkStatuses } from './flux-checks/statuses.ts';
import { checkTotals } from './flux-checks/totals.ts';
import type { Ledger } from './ledger.ts';

const checks: readonly LedgerCheck[] = [
  checkLoops,
  checkDirections,
  checkStatuses,
  checkBalance,
  checkDoubles,
  checkGrants,
  checkPeriods,
  checkPersons,
  checkTotals,
  checkSpellings,
  checkIdentities,
  checkLevels,
  checkOrder,
  checkPlaces,
  checkAgreements,
  checkSecrecy,
];

/** Every fault of the ledger as a whole. */
export function checkLedger(ledger: Ledger): readonly Fault[] {
  return checks.flatMap((check) => check(ledger));
}
