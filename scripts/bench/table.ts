/** One line of the bench's report: what was measured, the figure with its unit, and what was aimed at. */
export interface BenchRow {
  readonly name: string;
  readonly value: string;
  readonly aim?: string;
}

/** Prints lines in three columns under a title. */
export function printTable(title: string, rows: readonly BenchRow[]): void {
  const width = (pick: (row: BenchRow) => string) => Math.max(...rows.map((row) => pick(row).length));
  const [names, values] = [width((row) => row.name), width((row) => row.value)];
  console.log(`\n${title}`);
  for (const { name, value, aim } of rows)
    console.log(`  ${name.padEnd(names)}  ${value.padStart(values)}${aim ? `   visé : ${aim}` : ''}`);
}

/** The middle of several measures. */
export function median(measures: readonly number[]): number {
  const sorted = [...measures].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
