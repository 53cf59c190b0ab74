import { readFileSync } from 'node:fs';
import type { Fault } from '../csv/fault.ts';
import type { Data } from '../datasets/data.ts';
import { nameFile } from '../datasets/files.ts';
import { ERRATA } from '../observatory/errata.ts';
import type { FrozenYear } from '../observatory/frozen-years.ts';
import { plural } from '../text/plural.ts';
import { proposeWithdrawal } from './explain-frozen.ts';
import { memoryPath, tellsSince } from './frozen-memory.ts';
import type { Thing } from './thing.ts';
import { restsOnLedger, restsOnSurvey } from './veils.ts';

/** What an erratum would say aloud that has to be kept: the faults that stop it, and the things whose numbers are not told. */
interface SecretsVerdict {
  readonly faults: readonly Fault[];
  hides(thing: Thing): boolean;
}

/** Judges what differs from a frozen year, `moved`, by how many places or payees made it differ. */
export function checkFrozenSecrets(
  { millesime }: FrozenYear,
  moved: readonly Thing[],
  { data, folder }: { readonly data: Data; readonly folder: string },
): SecretsVerdict {
  if (!moved.some((thing) => restsOnSurvey(thing) || restsOnLedger(thing))) return { faults: [], hides: () => false };
  const path = memoryPath(folder, millesime);
  const since = tellsSince(readFileSync(path), data);
  const tells = {
    survey: since.survey && moved.some(restsOnSurvey),
    ledger: since.ledger && moved.some(restsOnLedger),
  };
  const few = data.settings.secret.unitesMinimum;
  const told = { level: 'erreur', file: nameFile(path) } as const;
  return {
    hides: (thing) => (tells.survey && restsOnSurvey(thing)) || (tells.ledger && restsOnLedger(thing)),
    faults: [
      ...(tells.survey ? [{ ...told, ...describeSurvey(millesime, few) }] : []),
      ...(tells.ledger ? [{ ...told, ...describeLedger(millesime, few, moved.filter(restsOnLedger)) }] : []),
    ],
  };
}

function describeSurvey(millesime: string, few: number) {
  return {
    problem: `depuis que ${millesime} est figé, moins de ${plural(few, 'lieu', 'lieux')} ont changé de réponse, dans un territoire ou à une question : le nombre figé et le nouveau, soustraits, diraient ce que l’un d’eux a répondu`,
    expected:
      'les réponses telles qu’elles étaient : aucun erratum n’y peut rien ; une réponse ôtée reste dans les totaux figés, une correction attend celles d’autres lieux',
  };
}

/** A payee that no longer agrees to be named goes through: the frozen figures that tell it are taken away. */
function describeLedger(millesime: string, few: number, moved: readonly Thing[]) {
  const figures = [...new Set(moved.filter(({ kind }) => kind === 'figure').map(({ id }) => id))];
  const lines = figures.map((figure) => proposeWithdrawal({ millesime, figure }));
  const withdrawal =
    lines.length === 0 ? '' : ` ; ou, si l’un d’eux a retiré son accord, dans ${ERRATA} : ${lines.join(' ')}`;
  return {
    problem: `depuis que ${millesime} est figé, trop peu de bénéficiaires réunis faute d’accord ont bougé dans les comptes (moins de ${few}, ou l’un de presque tout), ou l’un d’eux n’est nommé que d’un côté : le nombre figé et le nouveau, soustraits, diraient ce que l’un d’eux reçoit`,
    expected: `les comptes tels qu’ils étaient : aucun erratum n’y peut rien, une correction attend celles d’autres bénéficiaires${withdrawal}`,
  };
}
