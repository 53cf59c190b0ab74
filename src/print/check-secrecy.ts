import { findSecrets, type Leak, type Secrets } from '../secrecy/inspect-artefact.ts';
import { plural } from '../text/plural.ts';
import type { Check } from './preflight.ts';

/** The name of this check among those of a PDF. */
const ID = 'secret';

/** A hyphen at the end of a line, with what follows on the next: an address or a name may be cut there. */
const CUT = /[-\u00ad\u2010\u2011]?\s*\n\s*/g;

/** Lines of one short number, as a scale has them: put end to end, 0, 5, 10, 15, 20, 25 would read as a telephone number. */
const TICKS = /(?:(?:^|\n)\s*\d{1,4}\s*(?=\n|$)){3,}/g;

/** Whether the text of a PDF, whose first page bears the number `first`, says what no view may say, page by page. */
export function checkSecrecy(texts: readonly string[], secrets: Secrets, first = 1): Check {
  const pages = new Map(texts.map((text, i) => [`page ${first + i}`, text]));
  return judge(pages, plural(pages.size, 'page lue', 'pages lues'), secrets);
}

/** Whether files that go together, each the text that is read in it, say what no view may say, file by file. */
export function checkSecrecyOfFiles(texts: ReadonlyMap<string, string>, secrets: Secrets): Check {
  return judge(texts, plural(texts.size, 'fichier lu', 'fichiers lus'), secrets);
}

/**
 * Who answered, what they answered, addresses and telephone numbers, place by place. Other numbers are not judged here: they
 * come from published tables, and those that a chapter types are refused where it is written (typed-statistics.ts); page
 * numbers, dates and prices would need an exception each.
 */
function judge(texts: ReadonlyMap<string, string>, read: string, secrets: Secrets): Check {
  const wrong = [...texts].flatMap(([place, text]) =>
    leaksIn(text, secrets).map(
      ({ kind, found, context }) => `${place} : ${kind} « ${found} », dans « ${context.replace(/\s+/g, ' ').trim()} »`,
    ),
  );
  return {
    id: ID,
    title: 'Secret statistique',
    found: `${read}, ${wrong.length === 0 ? 'rien de secret' : plural(wrong.length, 'fuite', 'fuites')}`,
    wrong,
  };
}

/** True where one of the checks found a secret: what says it is never written. */
export function tellsSecrets(checks: readonly Check[]): boolean {
  return checks.some(({ id, wrong }) => id === ID && wrong.length > 0);
}

/** Lines are read as they stand, then as if none were cut. */
function leaksIn(text: string, secrets: Secrets): readonly Leak[] {
  const found = findSecrets(text, secrets);
  const known = new Set(found.map((leak) => leak.found));
  const joined = text.replace(TICKS, ' | ').replace(CUT, '');
  return [...found, ...findSecrets(joined, secrets).filter((leak) => !known.has(leak.found))];
}
