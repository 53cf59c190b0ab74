// npm run demonstration : écrit data/demonstration/, une région fictive tirée au sort toujours de la même façon, et les images de son édition.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { makeDemonstration } from './demonstration/files.ts';
import { drawPhotos } from './demonstration/photos.ts';
import { readOptions } from './options.ts';

readOptions({
  name: 'npm run demonstration',
  does: 'recalcule data/demonstration/ : une région fictive, ses lieux et leurs réponses, tirés au sort toujours de la même façon ; puis redessine les images de l’édition fictive.',
  options: {},
  codes: ['quand tout est écrit', 'quand un fichier n’a pas pu l’être'],
});

const folder = resolve('data/demonstration');
const files = makeDemonstration();
await rm(folder, { recursive: true, force: true });
for (const [path, text] of files) {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
console.log(`${files.size} fichiers écrits dans data/demonstration/`);

const album = resolve('content/demonstration/editions/3003/photos');
const photos = await drawPhotos();
await rm(album, { recursive: true, force: true });
await mkdir(album, { recursive: true });
for (const [name, bytes] of photos) await writeFile(join(album, name), bytes);
console.log(`${photos.size} images écrites dans content/demonstration/editions/3003/photos/`);
