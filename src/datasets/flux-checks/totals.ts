import type { Fault } from '../../csv/fault.ts';
import { flux } from '../flux.ts';
import { STATUTS, type Statut } from '../flux-options.ts';
import type { LedgerCheck } from './rule.ts';
import { sumRows, tellEuros } from './tell.ts';

/** What datapackage.json declares of an exercice is what its lines add up to: the money that funders give, by status. */
export const checkTotals: LedgerCheck = ({ rows, resources, packageFile, isWhole }) =>
  resources.flatMap(({ name, dataset, millesime, totaux }) => {
    if (!totaux) return [];
    const at = { level: 'erreur', file: packageFile, columnName: `resources.${name}.totaux` } as const;
    if (dataset !== flux.id)
      return [{ ...at, problem: 'clé inconnue', expected: `des totaux pour « ${flux.id} » seulement` }];
    if (!isWhole) return [];
    return (Object.keys(STATUTS) as Statut[]).flatMap((statut): Fault[] => {
      if (totaux[statut] === undefined) return [];
      const declared = Math.round(totaux[statut] * 100);
      const found = sumRows(
        rows.filter(
          (row) =>
            row.millesime === millesime &&
            row.statut === statut &&
            row.nature === 'numeraire' &&
            row.niveau_payeur === 'financeur',
        ),
      );
      if (declared === found) return [];
      const gap = tellEuros(Math.abs(found - declared));
      return [
        {
          ...at,
          columnName: `${at.columnName}.${statut}`,
          value: tellEuros(declared),
          problem: `${gap} de ${declared > found ? 'plus' : 'moins'} que les lignes`,
          expected: `${tellEuros(found)}, ce que donnent les financeurs en numéraire (${STATUTS[statut].toLowerCase()})`,
        },
      ];
    });
  });
