import { findNearest } from '../../csv/nearest.ts';
import type { CrossCheck, Loaded } from './rule.ts';

/** A cercle is one that the settings name. */
export const checkCercles: CrossCheck = ({ lieux, enquete }, { territoires }) => {
  const cercles = territoires.filter(({ type }) => type === 'cercle').map(({ id }) => id);
  return [...faultsOf(lieux), ...faultsOf(enquete)];

  function faultsOf<Row extends { readonly cercle: string | null }>({ rows, fault }: Loaded<Row>) {
    return rows
      .filter(({ cercle }) => cercle !== null && !cercles.includes(cercle))
      .map((row) =>
        fault(row, 'cercle' as keyof Row & string, {
          expected: 'l’identifiant d’un territoire de type « cercle » d’observatoire.yaml',
          nearest: findNearest(row.cercle!, cercles),
        }),
      );
  }
};
