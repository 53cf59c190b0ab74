import type { Fault } from '../../csv/fault.ts';
import { BACKWARD } from '../../csv/kinds/period.ts';
import type { Flux } from '../flux.ts';
import type { Ledger } from '../ledger.ts';
import type { LedgerCheck } from './rule.ts';

/** The exercice of the file falls in the period of the line, which ends after it begins. */
export const checkPeriods: LedgerCheck = ({ rows, fault }) => rows.flatMap((row) => checkRow(row, fault) ?? []);

function checkRow(row: Flux, fault: Ledger['fault']): Fault | undefined {
  const { millesime, debut, fin, statut } = row;
  if (debut !== null && fin !== null && isAfter(debut, fin)) return fault(row, 'fin', BACKWARD);
  const outside = {
    problem: `période hors de l’exercice ${millesime}`,
    expected: `une période qui touche à ${millesime}, ou la ligne dans le fichier d’un autre exercice`,
  };
  if (debut !== null && yearOf(debut) > millesime) return fault(row, 'debut', outside);
  if (fin === null || yearOf(fin) >= millesime) return undefined;
  // The balance of a grant is often paid the year after.
  const late = { level: 'avertissement', problem: 'versé après la fin de la période' } as const;
  return fault(row, 'fin', { ...outside, ...(statut === 'verse' ? late : {}) });
}

function yearOf(date: string): string {
  return date.slice(0, 4);
}

/** True when a date begins after another ends, as precisely as both are known: 2023-05 is not after 2023. */
function isAfter(date: string, other: string): boolean {
  const known = Math.min(date.length, other.length);
  return date.slice(0, known) > other.slice(0, known);
}
