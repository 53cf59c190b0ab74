import type { Fault } from '../csv/fault.ts';
import { findNearest } from '../csv/nearest.ts';
import type { Reading } from '../csv/read.ts';
import type { Data } from '../datasets/data.ts';
import { nameMillesime } from '../datasets/millesimes.ts';
import type { Link } from './links.ts';

/** What the private list says that the directory or the surveys contradict; only an unknown place is an error. */
export function checkLinks(reading: Reading<Link>, data: Data): readonly Fault[] {
  return [checkPlaces, checkRespondents, checkTwins, checkStates].flatMap((check) => check(reading, data));
}

function checkPlaces({ rows, faultAt }: Reading<Link>, { lieux, retraits }: Data): readonly Fault[] {
  const ids = new Set([...lieux, ...retraits].map(({ id }) => id));
  return rows
    .filter(({ lieu }) => lieu !== null && !ids.has(lieu))
    .map((row) =>
      faultAt(row, 'lieu', {
        problem: 'l’annuaire n’a pas ce lieu',
        expected: 'l’identifiant d’un lieu de l’annuaire, ou une case vide s’il n’y figure pas',
        nearest: findNearest(row.lieu!, ids),
      }),
    );
}

function checkRespondents({ rows, faultAt }: Reading<Link>, { enquete }: Data): readonly Fault[] {
  const ids = new Set(enquete.map(({ id_unite }) => id_unite));
  return rows
    .filter(({ id_unite }) => !ids.has(id_unite))
    .map((row) =>
      faultAt(row, 'id_unite', {
        level: 'avertissement',
        problem: 'aucune enquête n’a ce répondant',
        expected: 'un identifiant des fichiers de l’enquête',
      }),
    );
}

/** One place answers a wave once: two respondents are a slip of the list, or an answer given twice. */
function checkTwins({ rows, faultAt }: Reading<Link>, { enquete, settings }: Data): readonly Fault[] {
  const waves = Map.groupBy(enquete, ({ id_unite }) => id_unite);
  const met = new Set<string>();
  return rows.flatMap((row) => {
    if (row.lieu === null) return [];
    const own = (waves.get(row.id_unite) ?? []).map(({ millesime }) => millesime);
    const twice = own.filter((wave) => met.has(`${row.lieu}/${wave}`));
    for (const wave of own) met.add(`${row.lieu}/${wave}`);
    return twice.map((wave) =>
      faultAt(row, 'lieu', {
        level: 'avertissement',
        problem: `deux répondants du recensement ${nameMillesime(settings, wave)} pour ce lieu`,
        expected: 'un seul répondant par lieu et par recensement',
      }),
    );
  });
}

function checkStates({ rows, faultAt }: Reading<Link>): readonly Fault[] {
  return rows.flatMap((row) => {
    const isLinked = row.lien === 'verifie' || row.lien === 'propose';
    if (row.lieu === null && isLinked)
      return [
        faultAt(row, 'lieu', {
          level: 'avertissement',
          problem: 'lien sans lieu',
          expected: 'l’identifiant d’un lieu, puisque le lien est dit connu',
        }),
      ];
    if (row.lieu !== null && row.lien === 'hors-annuaire')
      return [
        faultAt(row, 'lien', {
          level: 'avertissement',
          problem: 'le lieu est pourtant donné, et compte',
          expected: '« vérifié », ou une case « lieu » vide',
        }),
      ];
    return [];
  });
}
