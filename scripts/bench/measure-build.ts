import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runTool } from '../tool.ts';

/** What one build took. */
export interface BuildMeasure {
  readonly seconds: number;
  /** Seconds of the processor, which other programs do not lengthen as they do the clock's. */
  readonly work: number;
  readonly megabytes: number;
  readonly pages: number;
}

/** One build by Astro, to measure: its arguments, its environment, where its pages go, and a folder for our own files. */
interface MeasuredBuild {
  readonly folder: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly dist: string;
}

/** The time and memory of one build, read in the process that builds. */
export async function measureBuild({ folder, args, environment, dist }: MeasuredBuild): Promise<BuildMeasure> {
  const hook = join(folder, 'hook.mjs');
  const report = join(folder, 'report.json');
  writeFileSync(
    hook,
    `import { writeFileSync } from 'node:fs';\nimport { isMainThread } from 'node:worker_threads';\nif (isMainThread) process.on('exit', () => writeFileSync(${JSON.stringify(report)}, JSON.stringify(process.resourceUsage())));`,
  );
  const start = performance.now();
  const { code, output } = await runTool('astro', args, {
    env: { ...environment, OBSERVATOIRE_SORTIE: dist, NODE_OPTIONS: `--import ${pathToFileURL(hook)}` },
    quiet: true,
  });
  const seconds = (performance.now() - start) / 1000;
  if (code !== 0) throw new Error(`astro ${args.join(' ')} failed:\n${output}`);
  const pages = readdirSync(dist, { recursive: true }).filter((file) => String(file).endsWith('.html')).length;
  const { maxRSS, userCPUTime, systemCPUTime } = JSON.parse(readFileSync(report, 'utf8')) as NodeJS.ResourceUsage;
  return { seconds, work: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024, pages };
}
