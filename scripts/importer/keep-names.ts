import { hasErrors } from '../../src/csv/fault.ts';
import { type Folders, loadObservatory } from '../../src/datasets/load.ts';
import type { Import } from '../../src/import/index.ts';
import type { Respondent } from '../../src/reminders/link-places.ts';
import { forms } from '../../src/report/forms.ts';
import { completeLinks, LINKS_FILE, readPrivateLinks } from '../complete-links.ts';
import { screenOf } from '../screen.ts';

/**
 * Keeps the names of those who answered a survey in the private list, where a later call finds who did not; the data hold
 * none. Gives the exit code: a list with faults is left as it is, and they are told.
 */
export async function keepNames(
  imports: readonly Import[],
  folder: string | undefined,
  folders: Folders,
): Promise<number> {
  const respondents = namedRespondents(imports);
  if (respondents.length === 0) return 0;
  if (folder === undefined) {
    console.log(
      `Les noms des lieux répondants ne sont gardés nulle part : « --prive DOSSIER » les met dans ${LINKS_FILE}, hors de data/.`,
    );
    return 0;
  }
  const { data } = await loadObservatory(folders);
  const reading = await readPrivateLinks(folder);
  if (hasErrors(reading.faults)) {
    console.error(forms.terminal(reading.faults, [], screenOf(process.stderr)));
    console.error('Les données sont importées ; les noms des lieux répondants ne sont pas gardés.');
    return 1;
  }
  completeLinks(folder, reading.rows, respondents, data?.lieux ?? [], console.log);
  return 0;
}

function namedRespondents(imports: readonly Import[]): readonly Respondent[] {
  return imports.flatMap(({ imported }) =>
    (imported?.lines ?? []).flatMap(({ cells, place }) =>
      place && cells.id_unite
        ? [{ id_unite: cells.id_unite, nom: place.nom || null, commune: place.commune || null }]
        : [],
    ),
  );
}
