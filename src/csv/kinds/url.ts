import { type Column, type Meta, makeColumn, type Value } from '../column.ts';
import { findHostile } from '../hostile.ts';

const LONGEST = 2000;

/** A web address, http or https, in the form that browsers give it. */
export function url<const M extends Meta>(meta: M): Column<Value<string, M>> {
  return makeColumn(meta, {
    kind: 'url',
    expected: 'une adresse web complète, https://…',
    read: (cell, refuse) => {
      if (cell.length > LONGEST) return refuse({ problem: `plus de ${LONGEST} caractères` });
      const hostile = findHostile(cell);
      if (hostile) return refuse({ problem: hostile });
      if (/\s/.test(cell)) return refuse({ problem: 'espace dans l’adresse' });
      if (/^[\w-]+(?:\.[\w-]+)+(?:[/?#].*)?$/.test(cell)) {
        return refuse({ problem: 'début de l’adresse absent', nearest: `https://${cell}` });
      }
      const address = /^https?:\/\//i.test(cell) ? URL.parse(cell) : null;
      if (!address) return refuse();
      if (address.username || address.password) return refuse({ problem: 'nom ou mot de passe dans l’adresse' });
      return address.href;
    },
  });
}
