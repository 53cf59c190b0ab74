import type { Reponse } from '../datasets/enquete.ts';
import { LEAST_BASE } from '../model/least-base.ts';
import type { Cell } from '../model/table.ts';

/** Sum of an amount over the places that gave it; those that gave zero count in the base and bring nothing. */
export function sumOf(rows: readonly Reponse[], amountOf: (row: Reponse) => number | null): Cell {
  const answering = rows.filter((row) => amountOf(row) !== null);
  const contributions = answering
    .map((row) => [row.id_unite, amountOf(row) ?? 0] as const)
    .filter(([, amount]) => amount !== 0);
  return {
    kind: 'sum',
    value: answering.length === 0 ? null : contributions.reduce((sum, [, amount]) => sum + amount, 0),
    n: contributions.length,
    base: answering.length,
    contributions,
  };
}

/** How many places answered the survey. */
export function countOf(rows: readonly Reponse[]): Cell {
  const contributions = rows.map(({ id_unite }) => [id_unite, 1] as const);
  return { kind: 'count', value: rows.length, n: rows.length, base: rows.length, contributions };
}

/** Share (percent) of the places that answered for which the answer holds; no value under the least base. */
export function shareOf(rows: readonly Reponse[], answer: (row: Reponse) => boolean | null): Cell {
  const answering = rows.filter((row) => answer(row) !== null);
  const holding = answering.filter((row) => answer(row) === true);
  const enough = answering.length >= LEAST_BASE;
  return {
    kind: 'share',
    value: enough ? (holding.length / answering.length) * 100 : null,
    n: enough ? holding.length : null,
    base: enough ? answering.length : null,
    contributions: holding.map(({ id_unite }) => [id_unite, 1]),
  };
}

/**
 * Share (percent) that one amount makes of another, both summed over the places that gave both. Its contributions are
 * what each place brings to the part, so that one place cannot hide behind the others.
 */
export function ratioOf(
  rows: readonly Reponse[],
  partOf: (row: Reponse) => number | null,
  wholeOf: (row: Reponse) => number | null,
): Cell {
  const answering = rows.filter((row) => partOf(row) !== null && wholeOf(row) !== null);
  const enough = answering.length >= LEAST_BASE;
  const part = answering.reduce((sum, row) => sum + (partOf(row) ?? 0), 0);
  const whole = answering.reduce((sum, row) => sum + (wholeOf(row) ?? 0), 0);
  const contributions = answering
    .map((row) => [row.id_unite, partOf(row) ?? 0] as const)
    .filter(([, amount]) => amount !== 0);
  return {
    kind: 'share',
    value: enough && whole > 0 ? (part / whole) * 100 : null,
    n: enough ? contributions.length : null,
    base: enough ? answering.length : null,
    contributions,
  };
}
