import { foldName } from '../../text/fold.ts';
import type { CrossCheck } from './rule.ts';

/** The name of a place's commune is that of its code, in the region or out of it. */
export const checkCommuneNames: CrossCheck = ({ lieux: { rows, fault } }, _, { communes, elsewhere }) =>
  rows.flatMap((row) => {
    const code = row.code_insee ?? '';
    const official = (communes.get(code) ?? elsewhere.get(code))?.nom;
    if (official === undefined || row.commune === null || foldName(official) === foldName(row.commune)) return [];
    return [
      fault(row, 'commune', {
        level: 'avertissement',
        problem: `le code INSEE ${code} est celui d’une autre commune`,
        expected: 'le nom officiel de la commune',
        nearest: official,
      }),
    ];
  });
