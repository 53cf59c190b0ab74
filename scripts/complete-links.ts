import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '../src/csv/fault.ts';
import type { Reading } from '../src/csv/read.ts';
import { nameFile, readSupplied } from '../src/datasets/files.ts';
import type { Lieu } from '../src/datasets/lieux.ts';
import { linkPlaces, type Respondent } from '../src/reminders/link-places.ts';
import { type Link, readLinks, writeLinks } from '../src/reminders/links.ts';
import { plural } from '../src/text/plural.ts';
import { describeUnwritten, formerOf, writePrivate } from './write-private.ts';

/** The private list of who answered under which pseudonym. */
export const LINKS_FILE = 'identifiants.csv';

/** The private list of a folder; empty where there is none yet. */
export async function readPrivateLinks(folder: string): Promise<Reading<Link>> {
  const path = join(folder, LINKS_FILE);
  const bytes = existsSync(path) ? await readSupplied(path, 'la liste privée des identifiants') : undefined;
  if (bytes instanceof Uint8Array) return readLinks(bytes, nameFile(path));
  const faults: readonly Fault[] = bytes ? [bytes] : [];
  return {
    rows: [],
    soundRows: [],
    faults,
    faultAt: () => {
      throw new Error('An empty list has no rows');
    },
  };
}

/**
 * Adds respondents to the private list and says so, or that it could not be written; a list that stays as it is is not
 * written, a changed one leaves its former self beside it.
 */
export function completeLinks(
  folder: string,
  known: readonly Link[],
  respondents: readonly Respondent[],
  directory: readonly Lieu[],
  say: (line: string) => void,
): readonly Link[] {
  const path = join(folder, LINKS_FILE);
  const links = linkPlaces(known, respondents, directory);
  const text = writeLinks(links);
  if (text === writeLinks(known)) return links;
  const isNew = !existsSync(path);
  try {
    writePrivate(path, text, { keep: true });
  } catch (error) {
    say(describeUnwritten(folder, error));
    return links;
  }
  const count = (lien: Link['lien']) => links.filter((link) => link.lien === lien).length;
  const open = plural(count('a-completer'), 'répondant à relier', 'répondants à relier');
  const proposed = plural(count('propose'), 'lien proposé à vérifier', 'liens proposés à vérifier');
  const former = isNew ? '' : ` L’ancienne liste reste dans ${nameFile(formerOf(path))}.`;
  say(`${nameFile(path)} ${isNew ? 'est créé' : 'est complété'} : ${open}, ${proposed}.${former}`);
  return links;
}
