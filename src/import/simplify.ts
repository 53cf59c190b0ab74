import { fold } from '../text/fold.ts';

/** A column's name without case, accents, spaces and signs: portals write ids in lower case, people with spaces and underscores. */
export function simplify(name: string): string {
  return fold(name).replace(/[^a-z0-9]/g, '');
}
