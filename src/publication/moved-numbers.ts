import { createHash } from 'node:crypto';
import type { Repere } from '../datasets/reperes.ts';
import { labelOf, type PublishedRow, type PublishedTable } from '../model/table.ts';
import { NO_NUMBER } from '../observatory/errata.ts';
import { compareCells } from './compare-cells.ts';
import { rowsByKey } from './compare-tables.ts';

/** A table as it was frozen, or as it stands: what holds its numbers. */
export type Numbers = Pick<PublishedTable, 'columns' | 'rows'>;

/** A number that is no longer what it was when it was frozen, both as readers see them. */
export interface MovedNumber {
  /** Its line and, where the table has several measures, its column: "Coworking, part". */
  readonly cellule: string;
  readonly avant: string;
  readonly apres: string;
  /** The id of the published number that it is, where it is one. */
  readonly repere?: string;
}

/** Words of a line without which its number says something else: its year, whether it was voted or paid, of what it speaks. */
const WORDS_OF_THE_NUMBER = {
  millesime: 'Année',
  statut: 'Statut',
  territoire: 'Périmètre',
} as const satisfies Partial<Record<keyof Repere, string>>;

/**
 * The numbers that differ between a frozen table and today's, line by line of the same key; other words may change. A
 * number that is masked on one side only contradicts nothing: what the two tell together is judged elsewhere
 * (check-masks.ts).
 */
export function movedNumbers(frozen: Numbers, live: Numbers): readonly MovedNumber[] {
  const [old, now] = [rowsByKey(frozen), rowsByKey(live)];
  const measures = [...frozen.columns, ...live.columns].filter(
    ({ id, role }, index, all) => role === 'measure' && all.findIndex((other) => other.id === id) === index,
  );
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)];
    const line = was ? nameRow(frozen, was) : nameRow(live, is!);
    const repere = (was ?? is)!.key.repere;
    const common = repere === undefined ? {} : { repere };
    const words = was && is ? movedWords(frozen, was, live, is) : [];
    const numbers = measures.flatMap(({ id, title, unit }): MovedNumber[] => {
      if (was && is && (was.cells[id]?.sign === 's') !== (is.cells[id]?.sign === 's')) return [];
      if (was?.cells[id]?.value == null && is?.cells[id]?.value == null) return [];
      // A category that another year brought counts none in this one.
      if (!was && is?.cells[id]?.value === 0) return [];
      const moved = compareCells(was?.cells[id], is?.cells[id], unit ?? { one: '', many: '' }, 0);
      if (!moved) return [];
      const cellule = [line, ...(measures.length > 1 ? [title] : [])].filter(Boolean).join(', ') || title;
      return [{ ...common, cellule, avant: moved.before ?? NO_NUMBER, apres: moved.after ?? NO_NUMBER }];
    });
    return [...inOne(numbers), ...words.map((word) => ({ ...common, ...word }))];
  });
}

/** A number that changed its unit changed its column: told once, as what it was and what it is. */
function inOne(numbers: readonly MovedNumber[]): readonly MovedNumber[] {
  const [left, came, ...others] = numbers.toSorted(
    (a, b) => Number(b.apres === NO_NUMBER) - Number(a.apres === NO_NUMBER),
  );
  if (left?.apres !== NO_NUMBER || came?.avant !== NO_NUMBER || others.length > 0) return numbers;
  return [{ ...left, apres: came.apres }];
}

function movedWords(frozen: Numbers, was: PublishedRow, live: Numbers, is: PublishedRow): readonly MovedNumber[] {
  const [line, now] = [nameRow(frozen, was), nameRow(live, is)];
  const words = Object.entries(WORDS_OF_THE_NUMBER).flatMap(([id, title]): MovedNumber[] => {
    const [avant, apres] = [was, is].map(({ attributes }) => attributes?.[id]);
    // A word that was not told contradicts nothing; one that the table no longer bears says nothing.
    if (avant == null || apres === undefined || avant === apres) return [];
    return [{ cellule: `${line}, ${title}`, avant: String(avant), apres: String(apres ?? NO_NUMBER) }];
  });
  // A better name is none of another number.
  const isTaken = now !== line && frozen.rows.some((row) => row !== was && nameRow(frozen, row) === now);
  return isTaken ? [...words, { cellule: `${line}, Nom`, avant: line, apres: now }] : words;
}

/** True where two tables tell of one line two different things: whoever reads both may subtract them. */
export function canBeSubtracted(frozen: Numbers, live: Numbers): boolean {
  const now = rowsByKey(live);
  const shared = [...rowsByKey(frozen)].filter(([key]) => now.has(key));
  return shared.some(([key, { cells }]) => JSON.stringify(cells) !== JSON.stringify(now.get(key)!.cells));
}

/** What today's numbers are, where they differ, in twelve signs: an erratum about all cells explains this and nothing later. */
export function stateOf(moved: readonly MovedNumber[]): string {
  return createHash('sha256')
    .update(JSON.stringify(moved.map(({ cellule, apres }) => [plain(cellule), plain(apres)])))
    .digest('hex')
    .slice(0, 12);
}

/** A text as people copy it: any space is a space. */
export function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function nameRow(table: Numbers, row: PublishedRow): string {
  return Object.keys(row.key)
    .map((dimension) => labelOf(table, row, dimension))
    .join(', ');
}
