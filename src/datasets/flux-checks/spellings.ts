import { editDistance } from '../../csv/nearest.ts';
import { nodeId } from '../flux-nodes.ts';
import { NIVEAUX, type Niveau } from '../flux-options.ts';
import { type End, listEnds, nameOf } from './ends.ts';
import type { LedgerCheck } from './rule.ts';
import { tellEnds, tellName } from './tell.ts';

/** A name as it is written at one level, and where it stands. */
interface Written {
  readonly words: readonly string[];
  readonly ends: readonly End[];
}

/** Letters from which one slip in a word leaves it the same word. */
const LONG_WORD = 5;

/** A payer or payee written in two ways, or under two names that one slip parts: a warning where it is written so more rarely. */
export const checkSpellings: LedgerCheck = (ledger) => {
  const said = (Object.keys(NIVEAUX) as Niveau[]).flatMap((niveau) =>
    ledger.order[niveau].map(({ nom }) => nodeId(niveau, nom)),
  );
  const isSaid = new Set(said);
  const ends = listEnds(ledger.rows);
  return [...Map.groupBy(ends, ({ node }) => node.niveau).values()].flatMap((own) => {
    const usual = new Map<string, Written[]>();
    return listNames(own).flatMap((written) => {
      const keys = listKeys(written.words);
      const twin = keys.flatMap((key) => usual.get(key) ?? []).find((other) => isSlip(written, other, isSaid));
      for (const key of keys) usual.set(key, [...(usual.get(key) ?? []), written]);
      if (!twin) return [];
      const { row, side } = twin.ends[0]!;
      return tellEnds(ledger, written.ends, {
        level: 'avertissement',
        problem: 'nom écrit de deux façons',
        expected: 'un même nom, toujours écrit pareil, ou deux noms bien distincts',
        nearest: tellName(row, side),
      });
    });
  });
};

/** The names of a level, the most frequent first. */
function listNames(ends: readonly End[]): readonly Written[] {
  return [...Map.groupBy(ends, ({ node }) => node.nom).values()]
    .map((own) => ({ words: nameOf(own[0]!.node).split('-'), ends: own }))
    .sort((a, b) => b.ends.length - a.ends.length);
}

/** What two near names have in common, so that not all names are compared: their letters, or all but one of them. */
function listKeys(words: readonly string[]): readonly string[] {
  const shortened = words.flatMap((word, at) =>
    isLong(word)
      ? [word, ...Array.from(word, (_, cut) => word.slice(0, cut) + word.slice(cut + 1))].map((rest) =>
          words.with(at, rest).join('-'),
        )
      : [],
  );
  return [...new Set([words.join(''), ...shortened])];
}

function isLong(word: string): boolean {
  return word.length >= LONG_WORD && !/\d/.test(word);
}

/** The same node in other letters, or nearly the same name; two names that the author orders are two nodes. */
function isSlip(written: Written, other: Written, said: ReadonlySet<string>): boolean {
  const [id, twin] = [written, other].map(({ ends }) => ends[0]!.node.id);
  if (id === twin) return true;
  return !(said.has(id!) && said.has(twin!)) && areNear(written.words, other.words);
}

/** Spaces that are not there, or one slip in one long word: « Action A » and « Action B » are two things. */
function areNear(words: readonly string[], others: readonly string[]): boolean {
  if (words.join('') === others.join('')) return true;
  if (words.length !== others.length) return false;
  const at = words.findIndex((word, index) => word !== others[index]);
  const [word, twin] = [words[at]!, others[at]!];
  return (
    words.with(at, twin).join('-') === others.join('-') && isLong(word) && isLong(twin) && editDistance(word, twin) <= 1
  );
}
