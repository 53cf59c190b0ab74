/**
 * Écrit data/demonstration/ : une région fictive, ses lieux et leurs réponses, tirés au sort toujours de la même façon.
 *
 *   npm run demonstration
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { makeDemonstration } from './demonstration/files.ts';

const folder = resolve('data/demonstration');
const files = makeDemonstration();
await rm(folder, { recursive: true, force: true });
for (const [path, text] of files) {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
console.log(`${files.size} fichiers écrits dans data/demonstration/`);
