import { join } from 'node:path';
import { loadObservatory } from '../../src/datasets/load.ts';
import { figures } from '../../src/figures/index.ts';
import { indicators } from '../../src/indicators/index.ts';
import type { Cell, PublishedTable } from '../../src/model/table.ts';
import { submissionsOf } from '../../src/observatory/publish-all.ts';
import { publish } from '../../src/secrecy/publish.ts';
import { isCount, isRevealing } from '../../src/secrecy/revealing.ts';
import type { Submission } from '../../src/secrecy/submission.ts';
import { formatNumber } from '../../src/text/number.ts';
import { type BenchRow, median } from './table.ts';

const ROOT = join(import.meta.dirname, '../..');

/** A way of masking: whether a cell, by its place in a submission, is hidden. */
type Mask = (submission: Submission, row: number, measure: string) => boolean;

/** What secrecy costs on the demonstration: time of the gate, cells and amounts hidden, against plainer ways of hiding. */
export async function benchSecrecy(): Promise<readonly BenchRow[]> {
  const folders = {
    data: join(ROOT, 'data/demonstration'),
    content: join(ROOT, 'content/demonstration'),
    demonstration: true,
  };
  const { data } = await loadObservatory(folders);
  if (!data) throw new Error('The demonstration does not load: run `npm run verifier`');
  const submissions = submissionsOf(data, figures, indicators).filter(({ gated }) => gated);
  const thresholds = {
    minimumUnits: data.settings.secret.unitesMinimum,
    maximumShare: data.settings.secret.partMaximale,
  };
  const times: number[] = [];
  let published: ReadonlyMap<string, PublishedTable> = new Map();
  for (let run = 0; run < 5; run++) {
    const start = performance.now();
    published = publish(submissions, thresholds);
    times.push(performance.now() - start);
  }
  const own: Mask = ({ address }, row, measure) => published.get(address)?.rows[row]?.cells[measure]?.sign === 's';
  const primary: Mask = ({ table }, row, measure) => {
    const cell = table.rows[row]?.cells[measure];
    return cell !== undefined && isRevealing(cell as Cell, thresholds);
  };
  const shown = submissions.filter(({ withheld }) => !withheld);
  return [
    {
      name: `La porte, ${submissions.length} tableaux de tous les territoires`,
      value: `${formatNumber(median(times), { decimals: 0 })} ms`,
      aim: '< 1 000 ms',
    },
    describe('Cases masquées par les deux seuils seuls (se retrouvent par soustraction)', shown, primary),
    describe('Cases masquées par la porte', shown, own),
    describe('Cases masquées si l’on masque la ligne entière', shown, wholeRows(primary)),
  ];
}

/** The plain way: where one cell says too much, everything that shares its first key is hidden. */
function wholeRows(primary: Mask): Mask {
  return (submission, row, measure) => {
    const { columns, rows } = submission.table;
    const first = columns.find(({ role }) => role === 'key')?.id ?? '';
    const isAlone = columns.filter(({ role }) => role === 'key').length < 2;
    const beside = rows.flatMap(({ key }, index) => (isAlone || key[first] === rows[row]?.key[first] ? [index] : []));
    return beside.some((index) => primary(submission, index, measure));
  };
}

function describe(name: string, submissions: readonly Submission[], mask: Mask): BenchRow {
  const cells = submissions.flatMap((submission) =>
    submission.table.rows.flatMap((row, index) =>
      Object.entries(row.cells)
        .filter(([, cell]) => cell.value !== null)
        .map(([measure, cell]) => ({ cell, hidden: mask(submission, index, measure) })),
    ),
  );
  const hidden = cells.filter((one) => one.hidden);
  const weigh = (some: typeof cells, counts: boolean) =>
    some.filter(({ cell }) => isCount(cell) === counts).reduce((sum, { cell }) => sum + weightOf(cell), 0);
  const part = (counts: boolean) =>
    `${formatNumber((weigh(hidden, counts) / weigh(cells, counts)) * 100, { decimals: 1 })} %`;
  return {
    name,
    value: `${hidden.length} sur ${cells.length} ; ${part(true)} des effectifs, ${part(false)} des montants`,
  };
}

function weightOf({ contributions = [] }: Cell): number {
  return contributions.reduce((sum, [, amount]) => sum + Math.abs(amount), 0);
}
