import { join } from 'node:path';

/** Astro keeps its own files beside its output only inside the project: one folder a process, so that none meets another. */
export const WORKSHOPS = join(import.meta.dirname, '../node_modules/.cache/observatoire/construction');
