import { type Column, type Meta, makeColumn, type Value } from '../column.ts';

/** La Poste's establishments follow a rule of their own: their digits add up to a multiple of 5. */
const LA_POSTE = '356000000';

/** What is said of a SIRET of which a spreadsheet kept the first figures. */
export const ROUNDED = {
  problem: 'SIRET arrondi par un tableur : les derniers chiffres sont perdus',
  expected: 'le SIRET de 14 chiffres, à reprendre à sa source dans une colonne de texte',
};

/** How a SIRET column may narrow what it takes. */
export interface SiretMeta extends Meta {
  /** Refuses digits parted by spaces, which are otherwise read. */
  readonly strict?: boolean;
}

/** A SIRET: 14 digits with a valid key, kept as text without spaces. */
export function siret<const M extends SiretMeta>(meta: M): Column<Value<string, M>> {
  return makeColumn(meta, {
    kind: 'siret',
    expected: 'un SIRET de 14 chiffres dont la clé est juste',
    read: (cell, refuse) => {
      const digits = cell.replace(/[\s\u00a0\u202f.]/g, '');
      if (/^\d[.,]?\d*E\+?\d+$/i.test(cell) || /^\d{14}[.,]0+$/.test(cell)) {
        return refuse(ROUNDED);
      }
      if (meta.strict && digits !== cell) return refuse(isSiret(digits) ? { nearest: digits } : {});
      if (/^\d{14}$/.test(digits))
        return isSiret(digits) ? digits : refuse(isRounded(digits) ? ROUNDED : { problem: 'clé fausse' });
      if (/^\d{13}$/.test(digits) && isSiret(`0${digits}`)) {
        return refuse({ problem: 'zéro initial perdu', nearest: `0${digits}` });
      }
      if (/^\d{9}$/.test(digits)) return refuse({ problem: 'SIREN (9 chiffres) au lieu d’un SIRET' });
      return refuse();
    },
  });
}

/** True where zeros stand for figures that are lost: the establishments of a company are counted from 00001. One in ten has a valid key by chance. */
export function isRounded(digits: string): boolean {
  return digits.endsWith('00000');
}

/** True for 14 digits that pass Luhn's rule, or La Poste's. */
export function isSiret(digits: string): boolean {
  if (!/^\d{14}$/.test(digits)) return false;
  const sum = [...digits].reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  if (sum % 10 === 0) return true;
  return digits.startsWith(LA_POSTE) && [...digits].reduce((total, digit) => total + Number(digit), 0) % 5 === 0;
}
