/** Between an elided word and the next one: a search engine cuts there, and takes it for any space. */
const CUT = '\u200A';

/** HTML where "l’accueil" is two words to a search engine, which would otherwise know neither "accueil" nor "Ascq". */
export function splitElisions(text: string): string {
  return text.replace(/(?<=\p{L})’(?=(?:<[^>]*>)*\p{L})/gu, `’${CUT}`);
}

/** Undoes `splitElisions`, after the engine has put its marks around the words it found. */
export function joinElisions(text: string): string {
  return text.replace(/(\p{L})’(<\/mark>)?\s+(?=(?:<mark>)?\p{L})/gu, '$1’$2');
}
