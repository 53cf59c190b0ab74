import { findSecrets, type Leak, type Secrets } from '../secrecy/inspect-artefact.ts';
import { plural } from '../text/plural.ts';
import type { Check } from './preflight.ts';

/** The name of this check among those of a PDF. */
const ID = 'secret';

/** A hyphen at the end of a line, with what follows on the next: an address or a name may be cut there. */
const CUT = /[-\u00ad\u2010\u2011]?\s*\n\s*/g;

/**
 * Whether the text of a PDF, whose first page bears the number `first`, says what no view may say, page by page: who answered, what they answered, addresses and
 * telephone numbers. Other numbers are not judged here: they come from published tables, and those that a chapter types are
 * refused where it is written (typed-statistics.ts); page numbers, dates and prices would need an exception each.
 */
export function checkSecrecy(texts: readonly string[], secrets: Secrets, first = 1): Check {
  const leaks = texts.flatMap((text, i) => leaksIn(text, secrets).map((leak) => ({ ...leak, page: first + i })));
  return {
    id: ID,
    title: 'Secret statistique',
    found: `${plural(texts.length, 'page lue', 'pages lues')}, ${leaks.length === 0 ? 'rien de secret' : plural(leaks.length, 'fuite', 'fuites')}`,
    wrong: leaks.map(
      ({ page, kind, found, context }) =>
        `page ${page} : ${kind} « ${found} », dans « ${context.replace(/\s+/g, ' ').trim()} »`,
    ),
  };
}

/** True where one of the checks of a PDF found a secret in it: such a PDF is never written. */
export function tellsSecrets(checks: readonly Check[]): boolean {
  return checks.some(({ id, wrong }) => id === ID && wrong.length > 0);
}

/** Lines are read as they stand, then as if none were cut. */
function leaksIn(text: string, secrets: Secrets): readonly Leak[] {
  const found = findSecrets(text, secrets);
  const known = new Set(found.map((leak) => leak.found));
  return [...found, ...findSecrets(text.replace(CUT, ''), secrets).filter((leak) => !known.has(leak.found))];
}
