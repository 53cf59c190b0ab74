import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Every file of a folder, by path from there with `/`. */
export function filesOf(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** The files that are not the same in both folders, byte for byte, or that one of them lacks. */
export function otherFiles(a: string, b: string): readonly string[] {
  const [here, there] = [new Set(filesOf(a)), new Set(filesOf(b))];
  return [...new Set([...here, ...there])].filter(
    (file) => !here.has(file) || !there.has(file) || !readFileSync(join(a, file)).equals(readFileSync(join(b, file))),
  );
}
