import { proseIn } from '../observatory/prose.ts';
import { ownPageOf } from './text-places.ts';

/** The names of the texts that are whole pages: "methode" is /methode/. */
export function textPages(): readonly string[] {
  return proseIn('pages')
    .map(({ name }) => name.replace('pages/', ''))
    .filter((name) => ownPageOf(name) !== undefined);
}
