import { relative } from 'node:path';
import type { Fault } from '../csv/fault.ts';
import { loadObservatory } from '../datasets/load.ts';
import type { Settings } from '../datasets/settings.ts';
import { figures } from '../figures/index.ts';
import { indicators } from '../indicators/index.ts';
import { checkProse } from './check-prose.ts';
import { readEditionCards } from './edition-cards.ts';
import type { Folders } from './folders.ts';
import { reportMasking } from './report-masking.ts';

/** What the checks found in all folders together, and the settings of the first, which the site is built from. */
interface Verdict {
  readonly faults: readonly Fault[];
  readonly settings: Settings | undefined;
  /** What secrecy will take from each observatory's figures, as text; none while there are errors. */
  readonly masking: readonly string[];
}

/** Checks data, settings and texts of each observatory; `publication` also asks for the slots that the law wants filled. */
export async function verify(
  observatories: readonly Folders[],
  options: { readonly publication: boolean },
): Promise<Verdict> {
  const checked = await Promise.all(observatories.map((folders) => verifyOne(folders, options)));
  return {
    faults: checked.flatMap(({ faults }) => faults),
    settings: checked[0]?.settings,
    masking: checked.flatMap(({ masking }) => masking),
  };
}

async function verifyOne(folders: Folders, { publication }: { readonly publication: boolean }): Promise<Verdict> {
  const { data, faults } = await loadObservatory(folders);
  const figureIds = figures.map(({ id }) => id);
  const valueIds = [...indicators.map(({ id }) => id), ...(data?.reperes ?? []).map(({ id }) => `reperes/${id}`)];
  const known = { Figure: figureIds, Card: figureIds, Value: valueIds, Chiffre: valueIds };
  /** A row refused takes its id away: the texts that name it are not at fault, and will be judged once it is mended. */
  const isBroken = faults.some(({ level }) => level === 'erreur');
  const misses = (value?: string) => isBroken && value?.startsWith('reperes/') === true;
  const found = checkProse(folders.content, known).filter(({ value }) => !misses(value));
  const prose = found.map((fault) => ({
    ...fault,
    file: relative(process.cwd(), fault.file),
  }));
  const slots =
    publication && data
      ? checkSlots(data.settings, relative(process.cwd(), `${folders.content}/observatoire.yaml`))
      : [];
  const { faults: editions } = readEditionCards(folders.content);
  // The team has nothing to decide about what the demonstration hides.
  const masking = data && !isBroken && !folders.demonstration ? [reportMasking(data)].filter(Boolean) : [];
  return { faults: [...faults, ...prose, ...editions, ...slots], settings: data?.settings, masking };
}

/** What a published site must say and nobody can invent: its address and its legal notice. */
function checkSlots({ adresse, mentions }: Settings, file: string): readonly Fault[] {
  const slots = { adresse, ...mentions };
  return Object.entries(slots)
    .filter(([, value]) => value === null)
    .map(([name]) => ({
      level: 'erreur',
      file,
      columnName: name,
      problem: 'l’emplacement est vide : le site ne peut pas être publié',
      expected: 'une valeur, donnée par la structure qui publie',
    }));
}
