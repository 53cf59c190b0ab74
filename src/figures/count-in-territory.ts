import type { Data } from '../datasets/data.ts';
import type { Reponse } from '../datasets/enquete.ts';
import { territoryOf } from '../datasets/territories.ts';
import { countCell, withoutValue } from '../model/cells.ts';
import type { Cell } from '../model/table.ts';

/** A respondent and the territory of the partition it lies in. */
export interface LocatedUnit {
  readonly unit: string;
  readonly territory: string;
}

/** The respondents that lie in a territory of the partition; one outside all of them is left out. */
export function locateUnits(rows: readonly Reponse[], data: Data): readonly LocatedUnit[] {
  return rows.flatMap((row) => {
    const territory = territoryOf(row, data)?.id;
    return territory === undefined ? [] : [{ unit: row.id_unite, territory }];
  });
}

/** Not shown where it is too small, nor made a secret of: the bases of other figures give it back by subtraction. */
export function countInTerritory(id: string, located: readonly LocatedUnit[], { settings }: Data): Cell {
  const cell = countCell(
    located.filter(({ territory }) => territory === id).map(({ unit }) => unit),
    located.length,
  );
  const isSmall = cell.n !== null && cell.n > 0 && cell.n < settings.secret.unitesMinimum;
  return isSmall ? withoutValue(cell) : cell;
}
