import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { readCsv } from '../../src/csv/read.ts';
import { enquete } from '../../src/datasets/enquete.ts';
import { formatNumber } from '../../src/text/number.ts';
import { type BenchRow, median } from './table.ts';

const SAMPLE = join(import.meta.dirname, '../../data/demonstration/enquete/enquete-3003.csv');

/** Columns of the measured file; the survey's own, and its texts again until there are as many. */
const WIDTH = 80;

/** Reading and validating against bare papaparse, on the demonstration's survey repeated: ratio of medians of paired runs. */
export function benchReading(): readonly BenchRow[] {
  return [measure(3_000, 11, '≤ 1,5 (mieux : < 1)'), measure(100_000, 3, '≤ 2,5')];
}

function measure(rows: number, runs: number, aim: string): BenchRow {
  const bytes = makeCsv(rows);
  const columns = {
    ...enquete.columns,
    ...Object.fromEntries(spareNames().map((name) => [name, { ...enquete.columns.surface, meta: { title: name } }])),
  };
  const bare: number[] = [];
  const ours: number[] = [];
  for (let run = 0; run <= runs; run++) {
    const [first, second] = [
      time(() => Papa.parse(new TextDecoder().decode(bytes), { delimiter: ';' })),
      time(() => readCsv(bytes, { file: 'enquete.csv', columns, questionnaire: 2026 })),
    ];
    // The first pair warms the engine up.
    if (run === 0) continue;
    bare.push(first);
    ours.push(second);
  }
  const ratio = median(ours.map((own, index) => own / (bare[index] as number)));
  const milliseconds = formatNumber(Math.round(median(ours)));
  return {
    name: `${formatNumber(rows)} × ${WIDTH} cellules (${milliseconds} ms), rapport à papaparse seul`,
    value: formatNumber(ratio, { decimals: 2 }),
    aim,
  };
}

function spareNames(): readonly string[] {
  return Array.from(
    { length: Math.max(0, WIDTH - Object.keys(enquete.columns).length) },
    (_, index) => `complement_${index + 1}`,
  );
}

/** The sample's lines again and again, each with its own id; one cell in a hundred lines is wrong. */
function makeCsv(rows: number): Uint8Array {
  const { data } = Papa.parse<string[]>(readFileSync(SAMPLE, 'utf8').replace(/^\uFEFF/, ''), {
    delimiter: ';',
    skipEmptyLines: true,
  });
  const [header, ...sample] = data as [string[], ...string[][]];
  const commune = header.indexOf(enquete.columns.code_insee.meta.title) - 1;
  const spare = spareNames();
  const lines = Array.from({ length: rows }, (_, index) => {
    const [id, ...cells] = sample[index % sample.length] as [string, ...string[]];
    // Without a list of communes only the form of a code is read: a fictional one would be a fault on every line.
    cells[commune] = '59350';
    if (index % 100 === 50) cells[10] = 'valeur fausse';
    return [`${id}-${index}`, ...cells, ...spare.map((_name, at) => String((index * (at + 7)) % 1000))];
  });
  return new TextEncoder().encode(Papa.unparse([[...header, ...spare], ...lines], { delimiter: ';', newline: '\r\n' }));
}

function time(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
