import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatNumber } from '../../src/text/number.ts';
import { measureBuild } from './measure-build.ts';
import { type BenchRow, median } from './table.ts';

const ROOT = join(import.meta.dirname, '../..');

/** What a build needs of the project, beside its data and its texts. */
const NEEDED = ['src', 'astro.config.mjs', 'package.json', 'tsconfig.json'];

/** The pages that the project without territories lacks. */
const PAGES = ['src/pages/portrait/[territoire].astro', 'src/pages/integrer/[territoire]'];

const RUNS = 3;

/** What the pages of territories add to the build of the demonstration, whose territories have a survey: builds with and without them, in turn. */
export async function benchTerritories(): Promise<readonly BenchRow[]> {
  // Elsewhere than in node_modules, where Node reads no TypeScript.
  const folder = mkdtempSync(join(tmpdir(), 'observatoire-bench-'));
  try {
    const [whole, without] = [copyProject(join(folder, 'whole')), copyProject(join(folder, 'without'))];
    for (const page of PAGES) rmSync(join(without, page), { recursive: true });
    const measure = (root: string) =>
      measureBuild({
        folder,
        args: ['build', '--silent', '--root', root],
        environment: ENVIRONMENT,
        dist: `${root}-dist`,
      });
    const added: { work: number; pages: number }[] = [];
    for (let run = 0; run <= RUNS; run++) {
      const [less, more] = [await measure(without), await measure(whole)];
      // The first pair fills the caches.
      if (run > 0) added.push({ work: more.work - less.work, pages: more.pages - less.pages });
    }
    return [
      {
        name: `Ce qu’ajoutent ${added[0]?.pages} pages de territoires à la démonstration (temps du processeur)`,
        value: `${formatNumber(median(added.map(({ work }) => work)), { decimals: 1 })} s`,
        aim: '≤ 2 s',
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const ENVIRONMENT = {
  OBSERVATOIRE_DATA: join(ROOT, 'data'),
  OBSERVATOIRE_CONTENT: join(ROOT, 'content'),
  OBSERVATOIRE_DEMONSTRATION: '1',
};

function copyProject(root: string): string {
  mkdirSync(root);
  for (const part of NEEDED) cpSync(join(ROOT, part), join(root, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  return root;
}
