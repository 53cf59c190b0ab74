import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '../csv/fault.ts';
import { hasErrors } from '../csv/fault.ts';
import type { Data } from '../datasets/data.ts';
import { type Folders, loadObservatory } from '../datasets/load.ts';
import { figures } from '../figures/index.ts';
import { indicators } from '../indicators/index.ts';
import { listPhotos } from '../observatory/edition/list-photos.ts';
import { type EditionCard, readEditionCards } from '../observatory/edition-cards.ts';
import { type Errata, readErrata } from '../observatory/errata.ts';
import { CARD, type FrozenYear, publicationsFolder, readFrozenYears } from '../observatory/frozen-years.ts';
import { type JournalEntry, readJournal } from '../observatory/journal.ts';
import { LOCK, type LockedFile, readLock } from '../observatory/lock.ts';
import { type Published, publishAll } from '../observatory/publish-all.ts';
import { readTexts, type WrittenText } from '../observatory/read-texts.ts';
import { readSelfCheck, type SelfCheck } from '../observatory/self-check.ts';
import { type Observatory, viewObservatory } from '../observatory/view.ts';
import { checkLock, frozenPathOf } from './check-lock.ts';
import { type Kept, keptOf } from './veils.ts';

/** One of the two states of an observatory that are compared: what readers may see of it, and nothing else. */
export interface Side {
  readonly observatory: Observatory;
  /** The tables of every figure and indicator, in every scope. */
  readonly published: readonly Published[];
  readonly texts: readonly WrittenText[];
  /** Newest first. */
  readonly editions: readonly EditionCard[];
  /** What each photograph of an edition holds, as a digest, by "2025/halle.jpg". */
  readonly photos: ReadonlyMap<string, string>;
  readonly journal: readonly JournalEntry[];
  readonly selfCheck: SelfCheck | null;
  readonly errata: Errata;
  /** Newest first. */
  readonly frozen: readonly FrozenYear[];
  /** What each frozen file holds, as its digest, by path. */
  readonly lock: readonly LockedFile[];
}

/** A side, or the faults that keep it shut; what stays inside lies beside it, for the one who judges what a difference tells. */
interface Opening {
  readonly side: Side | undefined;
  readonly kept: Kept;
  /** All of what stays inside, for those who remember it elsewhere than on the site. */
  readonly data: Data | undefined;
  readonly faults: readonly Fault[];
}

/** Loads an observatory and takes it through the gate with today's code. */
export async function openSide(
  folders: Folders,
  options: { readonly demonstrationIsBuilt: boolean },
): Promise<Opening> {
  const { data, faults } = await loadObservatory(folders);
  const journal = readJournal(folders.content);
  const all = [...faults, ...journal.faults, ...brokenCards(folders.content)];
  if (!data || hasErrors(all))
    return { side: undefined, kept: { answers: new Map(), flows: [] }, data: undefined, faults: all };
  const publication = publishAll(data, figures, indicators);
  const editions = readEditionCards(folders.content).cards;
  const side = {
    observatory: viewObservatory(data, options, publication),
    published: publication.everything,
    texts: readTexts(folders.content).filter((text) => isRead(text, editions)),
    editions,
    photos: new Map(editions.flatMap(({ annee }) => digestPhotos(folders.content, annee))),
    journal: journal.entries,
    selfCheck: readSelfCheck(folders).check,
    errata: readErrata(folders.content).errata,
    frozen: readFrozenYears(folders.content),
    lock: lockOf(folders.content),
  };
  return { side, kept: keptOf(data), data, faults: [] };
}

/** A frozen year whose card is not what it was cannot be read. */
function brokenCards(content: string): readonly Fault[] {
  return checkLock(content).broken.filter((fault) => frozenPathOf(fault, content).endsWith(`/${CARD}`));
}

function lockOf(content: string): readonly LockedFile[] {
  const path = join(publicationsFolder(content), LOCK);
  return existsSync(path) ? readLock(readFileSync(path, 'utf8')).files : [];
}

/** The chapters of an edition in preparation, and those still in preparation in another, are not built. */
function isRead({ name, frontmatter }: WrittenText, editions: readonly EditionCard[]): boolean {
  const [folder, annee] = name.split('/');
  if (folder !== 'editions') return true;
  return frontmatter.brouillon !== true && editions.some((card) => card.annee === annee);
}

function digestPhotos(content: string, annee: string): readonly (readonly [name: string, digest: string])[] {
  return listPhotos(content, annee).map((file) => {
    const bytes = readFileSync(join(content, 'editions', annee, 'photos', file));
    return [`${annee}/${file}`, createHash('sha256').update(bytes).digest('hex')];
  });
}
