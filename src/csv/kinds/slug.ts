import { fold } from '../../text/fold.ts';
import { type Column, type Meta, makeColumn, type Value } from '../column.ts';
import { findHostile } from '../hostile.ts';

const LONGEST = 80;
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Names that Windows keeps for itself, and the one that every web server gives to a folder's page. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d|index)$/;

/** An identifier that may stand in an address and in a file's name. */
export function slug<const M extends Meta>(meta: M): Column<Value<string, M>> {
  return makeColumn(meta, {
    kind: 'slug',
    expected: `un identifiant en minuscules sans accent, chiffres et traits d’union, d’au plus ${LONGEST} caractères`,
    read: (cell, refuse) => {
      if (RESERVED.test(cell)) return refuse({ problem: 'nom réservé par les ordinateurs' });
      if (cell.length <= LONGEST && SLUG.test(cell)) return cell;
      return refuse({ problem: nameFault(cell), nearest: suggestSlug(cell) });
    },
  });
}

function nameFault(cell: string): string | undefined {
  if (/\.\.|[/\\]|%2[ef]|%5c/i.test(cell)) return 'chemin de fichier';
  return findHostile(cell);
}

/** The identifier that a text makes; undefined when nothing of it can stand in one. */
export function suggestSlug(cell: string): string | undefined {
  const suggestion = fold(cell.slice(0, LONGEST))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return suggestion && !RESERVED.test(suggestion) ? suggestion : undefined;
}
