import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { build } from '../../scripts/build-site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the site built for this run of the tests. */
    dist: string;
  }
}

/** Builds both observatories once for all tests of the site, outside `dist/`, and takes them away afterwards. */
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'observatoire-site-'));
  const dist = join(folder, 'dist');
  const code = await build({ outDir: dist, publication: false, environment: {}, say: () => {} });
  if (code !== 0) throw new Error('The site does not build: run `npm run build` to see why');
  project.provide('dist', dist);
  return () => rm(folder, { recursive: true, force: true });
}
