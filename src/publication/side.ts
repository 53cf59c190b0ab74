import type { Fault } from '../csv/fault.ts';
import { hasErrors } from '../csv/fault.ts';
import { type Folders, loadObservatory } from '../datasets/load.ts';
import { figures } from '../figures/index.ts';
import { indicators } from '../indicators/index.ts';
import { type EditionCard, readEditionCards } from '../observatory/edition-cards.ts';
import { type JournalEntry, readJournal } from '../observatory/journal.ts';
import { type Published, publishAll } from '../observatory/publish-all.ts';
import { readTexts, type WrittenText } from '../observatory/read-texts.ts';
import { readSelfCheck, type SelfCheck } from '../observatory/self-check.ts';
import { type Observatory, viewObservatory } from '../observatory/view.ts';
import { type Kept, keptOf } from './veils.ts';

/** One of the two states of an observatory that are compared: what readers may see of it, and nothing else. */
export interface Side {
  readonly observatory: Observatory;
  /** The tables of every figure and indicator, in every scope. */
  readonly published: readonly Published[];
  readonly texts: readonly WrittenText[];
  /** Newest first. */
  readonly editions: readonly EditionCard[];
  readonly journal: readonly JournalEntry[];
  readonly selfCheck: SelfCheck | null;
}

/** A side, or the faults that keep it shut; what stays inside lies beside it, for the one who judges what a difference tells. */
interface Opening {
  readonly side: Side | undefined;
  readonly kept: Kept;
  readonly faults: readonly Fault[];
}

/** Loads an observatory and takes it through the gate with today's code. */
export async function openSide(
  folders: Folders,
  options: { readonly demonstrationIsBuilt: boolean },
): Promise<Opening> {
  const { data, faults } = await loadObservatory(folders);
  const journal = readJournal(folders.content);
  const all = [...faults, ...journal.faults];
  if (!data || hasErrors(all)) return { side: undefined, kept: { answers: new Map(), flows: [] }, faults: all };
  const publication = publishAll(data, figures, indicators);
  const editions = readEditionCards(folders.content).cards;
  const side = {
    observatory: viewObservatory(data, options, publication),
    published: publication.everything,
    texts: readTexts(folders.content).filter(({ name }) => isRead(name, editions)),
    editions,
    journal: journal.entries,
    selfCheck: readSelfCheck(folders).check,
  };
  return { side, kept: keptOf(data), faults: [] };
}

/** The chapters of an edition in preparation are not built. */
function isRead(text: string, editions: readonly EditionCard[]): boolean {
  const [folder, annee] = text.split('/');
  return folder !== 'editions' || editions.some((card) => card.annee === annee);
}
