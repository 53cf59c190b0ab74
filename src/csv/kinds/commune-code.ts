import { foldName } from '../../text/fold.ts';
import {
  type Column,
  type Meta,
  makeColumn,
  type References,
  type Refusal,
  type SecondLook,
  type Value,
} from '../column.ts';
import { editDistance } from '../nearest.ts';

const CODE = /^(?:\d{2}|2[AB])\d{3}$/;
/** A code that a spreadsheet took for a number, or that lacks any other digit. */
const SHORT = /^\d{4}$/;

/** How a column of commune codes may be wider than the observatory's communes. */
interface CommuneMeta extends Meta {
  /** A commune of the country that is not the observatory's is told, and kept. */
  readonly mayLieElsewhere?: boolean;
}

/** An INSEE commune code, kept as text; checked against the observatory's own list of communes. */
export function communeCode<const M extends CommuneMeta>(meta: M): Column<Value<string, M>> {
  const expected = 'un code INSEE de commune (5 caractères)';
  return makeColumn(meta, {
    kind: 'communeCode',
    expected,
    read: (cell) => cell.toUpperCase(),
    refine: (code, references) => {
      if (references?.communes.has(code)) return undefined;
      if (references) return describeElsewhere(code, references, meta) ?? explainUnknown(code, references, expected);
      if (SHORT.test(code)) return { problem: 'zéro initial perdu', expected, nearest: `0${code}` };
      return CODE.test(code) ? undefined : { expected };
    },
  });
}

function describeElsewhere(
  code: string,
  { elsewhere }: References,
  { mayLieElsewhere }: CommuneMeta,
): SecondLook | undefined {
  const commune = elsewhere?.get(code);
  if (!commune) return undefined;
  const problem = `commune hors de la région : ${commune.nom} (${commune.departement ?? code.slice(0, 2)})`;
  if (mayLieElsewhere) return { level: 'avertissement', problem, expected: 'une commune de la région, sauf exception' };
  return { problem, expected: 'une commune de la région : une réponse ne compte que dans un de ses territoires' };
}

function explainUnknown(code: string, { communes, formerCommunes }: References, expected: string): Refusal {
  const current = formerCommunes.get(code);
  if (current) return { problem: 'ancienne commune, fusionnée', expected, nearest: nameCode(current, communes) };
  if (SHORT.test(code)) {
    const padded = `0${code}`;
    return communes.has(padded)
      ? { problem: 'zéro initial perdu', expected, nearest: nameCode(padded, communes) }
      : { problem: 'quatre chiffres au lieu de cinq', expected };
  }
  const name = foldName(code);
  const named = [...communes].find(([, commune]) => foldName(commune.nom) === name);
  if (named) return { problem: 'nom de commune au lieu du code', expected, nearest: nameCode(named[0], communes) };
  if (!CODE.test(code)) return { expected };
  const [posted, ...others] = [...communes].filter(([, { codesPostaux = [] }]) => codesPostaux.includes(code));
  if (posted) {
    const nearest = others.length === 0 ? nameCode(posted[0], communes) : undefined;
    return { problem: 'code postal à la place du code INSEE', expected, nearest };
  }
  // Codes are dense: among several as near, none is more likely.
  const close = [...communes.keys()].filter((candidate) => editDistance(candidate, code) === 1);
  const nearest = close.length === 1 ? nameCode(close[0]!, communes) : undefined;
  return { problem: 'commune inconnue du territoire', expected, nearest };
}

function nameCode(code: string, communes: References['communes']): string {
  const name = communes.get(code)?.nom;
  return name ? `${code} (${name})` : code;
}
