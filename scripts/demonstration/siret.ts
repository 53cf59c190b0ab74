import { isSiret } from '../../src/csv/kinds/siret.ts';

/** A SIRET with valid keys whose zeros say that it is nobody's: that of the n-th fictional body, from 1 to 999. */
export function fictionalSiret(number: number): string {
  const siren = addKey(`00000${String(number).padStart(3, '0')}`);
  return addKey(`${siren}0001`);
}

/** The digits and the one that makes their key right. */
function addKey(digits: string): string {
  const key = '0123456789'.split('').find((digit) => isSiret(`${digits}${digit}`.padStart(14, '0')));
  if (key === undefined) throw new Error(`No key for ${digits}`);
  return `${digits}${key}`;
}
