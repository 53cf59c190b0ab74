import type { PublishedTable } from '../../src/model/table.ts';
import { attack, type Finding, structureSeen } from '../../src/secrecy/attack.ts';
import { publish } from '../../src/secrecy/publish.ts';
import type { Quantity } from '../../src/secrecy/quantity.ts';
import { findRelations } from '../../src/secrecy/relations.ts';
import type { Submission } from '../../src/secrecy/submission.ts';
import type { Thresholds } from '../../src/secrecy/thresholds.ts';

/** The rules that every observatory of the tests states. */
export const THRESHOLDS: Thresholds = { minimumUnits: 3, maximumShare: 0.85 };

/** A way through the gate. */
export type Gate = (submissions: readonly Submission[]) => ReadonlyMap<string, PublishedTable>;

/** The gate as it is. */
export const wholeGate: Gate = (submissions) => publish(submissions, THRESHOLDS);

/** A gate that looks at each table by itself, and at no sum: no complementary masking at all. */
export const gateOfCells: Gate = (submissions) =>
  new Map(
    submissions.flatMap(({ whole: _, table, ...submission }) => [
      ...publish([{ ...submission, table: { ...table, sums: [] } }], THRESHOLDS),
    ]),
  );

/** What the intruder learns behind a gate, judged by the truth, which he has not: each secret as a line. */
export function breakIn(submissions: readonly Submission[], gate = wholeGate): readonly string[] {
  const published = gate(submissions);
  const { quantities } = findRelations(structureSeen(published, submissions), THRESHOLDS);
  return attack(published, submissions, THRESHOLDS)
    .filter((finding) => isBroken(finding, quantities.get(finding.quantity) as Quantity))
    .map(
      ({ quantity, cells, low, high }) =>
        `${cells.join(', ') || quantity}: ${quantities.get(quantity)?.value}, between ${low} and ${high}`,
    )
    .sort();
}

/** A masked number known too well; where no cell shows it, only what would have been masked is a secret. */
function isBroken({ cells, low, high }: Finding, { unit, value, size, contributions }: Quantity): boolean {
  const dominated = unit === 'amount' && Math.max(0, ...contributions.values()) > THRESHOLDS.maximumShare * value;
  const secret = cells.length > 0 || (size > 0 && (size < THRESHOLDS.minimumUnits || dominated));
  return secret && (unit === 'count' || (low >= 0.9 * value && high <= 1.1 * value));
}
