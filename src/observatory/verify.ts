import type { Fault } from '../csv/fault.ts';
import { loadObservatory } from '../datasets/load.ts';
import type { Settings } from '../datasets/settings.ts';
import { figures } from '../figures/index.ts';
import { indicators } from '../indicators/index.ts';
import { checkProse } from './check-prose.ts';
import { checkPublication } from './check-publication.ts';
import { checkValues } from './check-values.ts';
import { checkEdition } from './edition/check-book.ts';
import { checkPhotoFiles } from './edition/check-photo-files.ts';
import { listPhotos } from './edition/list-photos.ts';
import { reportDrafts } from './edition/report-drafts.ts';
import { readEditionCards } from './edition-cards.ts';
import type { Folders } from './folders.ts';
import { readJournal } from './journal.ts';
import { readTexts } from './read-texts.ts';
import { reportGathering } from './report-gathering.ts';
import { reportMasking } from './report-masking.ts';
import { reportMissing } from './report-missing.ts';
import { readSelfCheck } from './self-check.ts';
import { viewObservatory } from './view.ts';

/** What the checks found in all folders together, and the settings of the first, which the site is built from. */
interface Verdict {
  readonly faults: readonly Fault[];
  readonly settings: Settings | undefined;
  /** What secrecy will take from each observatory's figures, and which editions are still drafts, as text; none while there are errors. */
  readonly masking: readonly string[];
  /** What a site about to go online does not have yet, as text; none for any other, and while there are errors in its data. */
  readonly missing: readonly string[];
}

/** What is checked besides the files themselves: all that keeps a site from going online, and where it will be served. */
interface Goal {
  readonly publication: boolean;
  /** The address that the host gives the site. */
  readonly served?: URL;
}

/** Checks data, settings and texts of each observatory; `publication` also asks what must not go online without. */
export async function verify(observatories: readonly Folders[], goal: Goal): Promise<Verdict> {
  const checked = await Promise.all(observatories.map((folders) => verifyOne(folders, goal)));
  return {
    faults: checked.flatMap(({ faults }) => faults),
    settings: checked[0]?.settings,
    masking: checked.flatMap(({ masking }) => masking),
    missing: checked.flatMap(({ missing }) => missing),
  };
}

async function verifyOne(folders: Folders, { publication, served }: Goal): Promise<Verdict> {
  const { data, faults } = await loadObservatory(folders);
  const figureIds = figures.map(({ id }) => id);
  const valueIds = [...indicators.map(({ id }) => id), ...(data?.reperes ?? []).map(({ id }) => `reperes/${id}`)];
  const known = { Figure: figureIds, Card: figureIds, Value: valueIds, Chiffre: valueIds };
  /** A row refused takes its id away: the texts that name it are not at fault, and will be judged once it is mended. */
  const isBroken = faults.some(({ level }) => level === 'erreur');
  const misses = (value?: string) => isBroken && value?.startsWith('reperes/') === true;
  const prose = checkProse(folders.content, known).filter(({ value }) => !misses(value));
  const things = {
    things: [...figureIds, ...valueIds],
    territoires: data?.settings.territoires.map(({ id }) => id) ?? [],
  };
  const { faults: journal } = readJournal(folders.content, isBroken ? undefined : things);
  const { cards, drafts, faults: editions } = readEditionCards(folders.content);
  const selfCheck = folders.demonstration ? [] : readSelfCheck(folders).faults;
  const drafted = drafts.map(({ annee }) => `editions/${annee}/`);
  const written = readTexts(folders.content);
  // What is not built needs no data.
  const texts = written.filter(
    ({ name, frontmatter }) => frontmatter.brouillon !== true && !drafted.some((draft) => name.startsWith(draft)),
  );
  const books = [...cards, ...drafts].flatMap(({ annee }) =>
    checkEdition(annee, written, {
      content: folders.content,
      photos: listPhotos(folders.content, annee),
      lieux: isBroken ? undefined : data?.lieux.map(({ id }) => id),
      isDraft: drafts.some((draft) => draft.annee === annee),
    }),
  );
  const photos = await Promise.all([...cards, ...drafts].map(({ annee }) => checkPhotoFiles(folders.content, annee)));
  const sound = isBroken ? null : data;
  const values = sound ? checkValues(texts, sound, folders.content) : [];
  const view = sound && publication ? viewObservatory(sound, { demonstrationIsBuilt: false }) : undefined;
  const site = { figure: view?.figure, editions: cards, texts, content: folders.content, served };
  const unfit = publication && data ? checkPublication(data.settings, site) : [];
  // The team has nothing to decide about what the demonstration hides.
  const masking =
    sound && !folders.demonstration
      ? [reportMasking(sound), reportGathering(sound), reportDrafts(drafts)].filter(Boolean)
      : [];
  return {
    faults: [
      ...faults,
      ...prose,
      ...journal,
      ...selfCheck,
      ...editions,
      ...books,
      ...photos.flat(),
      ...values,
      ...unfit,
    ],
    settings: data?.settings,
    masking,
    missing: sound && view ? [reportMissing(sound, view, drafts)].filter(Boolean) : [],
  };
}
