import { type Column, type Meta, makeColumn, type Value } from '../column.ts';
import { findHostile } from '../hostile.ts';
import { findPersonal, NOT_PERSONAL } from '../personal.ts';
import { findDoubleEncoding, undoDoubleEncoding } from '../undo-double-encoding.ts';

/** Longest text accepted where the column says nothing, in characters. */
const LONGEST = 2000;

/** Free text, put in Unicode's composed form, its line ends as `\n`; what could break a page or a spreadsheet, and what lets one reach a person, is refused by name. */
export function text<const M extends Meta>(meta: M): Column<Value<string, M>> {
  const longest = meta.max ?? LONGEST;
  const shortest = meta.min ?? 0;
  const expected =
    shortest > 0
      ? `un texte de ${shortest} à ${longest} caractères`
      : `un texte d’au plus ${new Intl.NumberFormat('fr-FR').format(longest)} caractères`;
  return makeColumn(meta, {
    kind: 'text',
    expected,
    read: (cell, refuse) => {
      if (cell.length > longest || cell.length < shortest)
        return refuse({ problem: `${new Intl.NumberFormat('fr-FR').format(cell.length)} caractères` });
      const hostile = findHostile(cell);
      if (hostile) return refuse({ problem: hostile, expected: 'un texte simple' });
      const [personal] = findPersonal(cell);
      if (personal) return refuse({ problem: personal.kind, expected: NOT_PERSONAL });
      return cell.normalize('NFC').replace(/\r\n?/g, '\n');
    },
    suspect: (cell) => {
      if (cell.includes('\ufffd'))
        return { problem: 'caractère perdu lors d’une conversion (�)', expected: 'le caractère d’origine' };
      const trace = findDoubleEncoding(cell);
      if (trace === undefined) return undefined;
      const nearest = undoDoubleEncoding(cell);
      return { problem: `accent abîmé par une conversion (« ${trace} »)`, expected: 'le texte d’origine', nearest };
    },
  });
}
