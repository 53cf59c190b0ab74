/** A status that somebody wrote behind a place's name. */
const STATUS =
  /\s*(?:\(((?:actuellement |définitivement |provisoirement )?fermé[es]*|en cours|en projet)\)|[-–—]\s*(fermé[es]*|en cours|en projet))\s*$/i;

/** A text longer than this is no name: it is left as it is, to be refused. */
const LONGEST = 500;

/** What a name says besides the name. */
interface NameAndStatus {
  readonly nom: string;
  readonly status?: string;
  readonly isClosed: boolean;
}

/** "L'atelier (Actuellement fermé)" → the name and the status. */
export function splitStatus(text: string): NameAndStatus {
  const found = text.length > LONGEST ? null : STATUS.exec(text);
  if (!found || found.index === 0) return { nom: text, isClosed: false };
  const status = (found[1] ?? found[2])!;
  return { nom: text.slice(0, found.index), status, isClosed: /fermé/i.test(status) };
}
