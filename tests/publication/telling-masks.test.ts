import { describe, expect, test } from 'vitest';
import type { Cell, PublishedTable } from '../../src/model/table.ts';
import { countWorkedOut, masksDiffer } from '../../src/publication/telling-masks.ts';
import { publish } from '../../src/secrecy/publish.ts';
import type { Submission } from '../../src/secrecy/submission.ts';

const THRESHOLDS = { minimumUnits: 3, maximumShare: 0.85 };

function count(name: string, size: number): Cell {
  const contributions = Array.from({ length: size }, (_, at) => [`${name}${at}`, 1] as const);
  return { kind: 'count', value: size, n: size, base: 40, contributions };
}

/** Counts of the sizes given, then their total. */
function submit(...sizes: readonly number[]): Submission {
  const parts = sizes.map((size, at) => count(`r${at}-`, size));
  const total: Cell = {
    ...count('', 0),
    ...{ value: sizes.reduce((sum, size) => sum + size, 0), n: sizes.reduce((sum, size) => sum + size, 0) },
    contributions: parts.flatMap(({ contributions = [] }) => contributions),
  };
  return {
    address: 'figure/a/2026/region/main',
    gated: true,
    table: {
      columns: [
        { id: 'rang', title: 'Rang', role: 'key' },
        { id: 'lieux', title: 'Lieux', role: 'measure' },
      ],
      rows: [...parts, total].map((lieux, rang) => ({ key: { rang: String(rang) }, cells: { lieux } })),
      sums: [{ total: [sizes.length, 'lieux'], parts: sizes.map((_, at) => [at, 'lieux']) }],
      champ: 'lieux répondants',
      sources: [],
    },
  };
}

/** The table with other cells masked: what a gate of another day, which knew other figures, may have chosen. */
function masking({ address, table }: Submission, masked: readonly number[]): ReadonlyMap<string, PublishedTable> {
  const rows = table.rows.map(({ key, cells: { lieux } }, at) => ({
    key,
    cells: {
      lieux: masked.includes(at)
        ? { kind: 'count', value: null, sign: 's' }
        : { kind: 'count', value: lieux!.value, n: lieux!.n!, base: 40 },
    },
  }));
  return new Map([[address, { ...table, rows } as unknown as PublishedTable]]);
}

describe('un tableau figé, et celui du jour', () => {
  // The first cell is too small; one other has to be masked with it, and either will do.
  const submission = submit(2, 5, 6, 9);
  const { address } = submission;
  const workOut = (then: readonly number[], now: readonly number[]) =>
    countWorkedOut(masking(submission, then), masking(submission, now), [submission], THRESHOLDS);

  test('chacun est sûr seul, avec une autre case masquée à côté de la petite ; ensemble, ils la rendent', () => {
    expect(publish([submission], THRESHOLDS).get(address)!.rows[0]!.cells.lieux!.sign).toBe('s');
    expect(workOut([0, 1], [0, 1])).toBe(0);
    expect(workOut([0, 1], [0, 2])).toBe(1);
  });

  test('deux masques de plus qu’il n’en faut ne rendent rien', () => {
    expect(workOut([0, 1, 2], [0, 2])).toBe(0);
  });

  test('un nombre qui a changé depuis ne dit rien des autres', () => {
    const then = masking(submit(2, 5, 7, 9), [0, 1]);
    expect(countWorkedOut(then, masking(submission, [0, 2]), [submission], THRESHOLDS)).toBe(0);
  });

  test('des masques différents se voient, un nombre différent n’en est pas un', () => {
    const at = (masked: readonly number[], sizes = submission) => masking(sizes, masked).get(address)!;
    expect(masksDiffer(at([0, 1]), at([0, 2]))).toBe(true);
    expect(masksDiffer(at([0, 1]), at([0, 1], submit(2, 5, 7, 9)))).toBe(false);
  });
});
