import type { Fault } from '../csv/fault.ts';
import { foldName } from '../csv/fold.ts';
import { findNearest } from '../csv/nearest.ts';
import type { FaultAt } from './define.ts';
import type { Reponse } from './enquete.ts';
import type { Geography } from './geography.ts';
import type { Lieu } from './lieux.ts';
import type { Repere } from './reperes.ts';
import type { Settings } from './settings.ts';
import type { Subvention } from './subventions.ts';

interface Loaded<Row> {
  readonly rows: readonly Row[];
  readonly fault: FaultAt<Row>;
}

/** Every row of every file of an observatory, by dataset. */
export interface LoadedRows {
  readonly reperes: Loaded<Repere>;
  readonly lieux: Loaded<Lieu>;
  readonly enquete: Loaded<Reponse>;
  readonly subventions: Loaded<Subvention>;
}

/** A rule over several files or over the settings. */
type CrossCheck = (loaded: LoadedRows, settings: Settings, geography: Geography) => readonly Fault[];

/** Every rule that needs more than one file. */
export const crossChecks: readonly CrossCheck[] = [checkCercles, checkCommuneNames, checkMoves];

function checkCercles({ lieux, enquete }: LoadedRows, { territoires }: Settings): Fault[] {
  const cercles = territoires.filter(({ type }) => type === 'cercle').map(({ id }) => id);
  return [...faultsOf(lieux), ...faultsOf(enquete)];

  function faultsOf<Row extends { readonly cercle: string | null }>({ rows, fault }: Loaded<Row>): Fault[] {
    return rows
      .filter(({ cercle }) => cercle !== null && !cercles.includes(cercle))
      .map((row) =>
        fault(row, 'cercle' as keyof Row & string, {
          expected: 'l’identifiant d’un territoire de type « cercle » d’observatoire.yaml',
          nearest: findNearest(row.cercle!, cercles),
        }),
      );
  }
}

function checkCommuneNames({ lieux: { rows, fault } }: LoadedRows, _: Settings, { communes }: Geography): Fault[] {
  return rows.flatMap((row) => {
    const official = row.code_insee === null ? undefined : communes.get(row.code_insee)?.nom;
    if (official === undefined || row.commune === null || foldName(official) === foldName(row.commune)) return [];
    const problem = `le code INSEE ${row.code_insee} est celui d’une autre commune`;
    return [
      fault(row, 'commune', {
        level: 'avertissement',
        problem,
        expected: 'le nom officiel de la commune',
        nearest: official,
      }),
    ];
  });
}

/** A place keeps its id from one wave to the next: another commune means another place, or a slip. */
function checkMoves({ enquete: { rows, fault } }: LoadedRows): Fault[] {
  const known = new Map<string, Reponse>();
  return rows.flatMap((row) => {
    const before = known.get(row.id_unite);
    known.set(row.id_unite, row);
    if (!before || before.millesime === row.millesime || before.code_insee === row.code_insee) return [];
    if (before.code_insee === null || row.code_insee === null) return [];
    const problem = `le lieu « ${row.id_unite} » était dans la commune ${before.code_insee} au millésime ${before.millesime}`;
    return [
      fault(row, 'code_insee', {
        level: 'avertissement',
        problem,
        expected: 'un identifiant par lieu, le même à chaque vague',
      }),
    ];
  });
}
