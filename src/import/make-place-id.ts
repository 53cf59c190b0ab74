import { fold } from '../text/fold.ts';

const LONGEST = 60;

/** The name of a place as an address, told apart from a namesake by `mark` (the file's own number, the commune), else by a count; added to `ids`. */
export function makePlaceId(nom: string, mark: string, ids: Set<string>): string {
  const name = slugify(nom) || 'lieu';
  const marked = `${name}-${slugify(mark) || ids.size}`;
  const id = [name, marked].find((candidate) => !ids.has(candidate)) ?? `${marked}-${ids.size}`;
  ids.add(id);
  return id;
}

function slugify(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
}
