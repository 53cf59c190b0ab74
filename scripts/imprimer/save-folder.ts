import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Files by their path inside a folder. */
export type FolderContents = ReadonlyMap<string, Uint8Array | string>;

/** The file that says which ones we wrote. */
const LIST = 'controle.json';

/** What programs leave beside files without being asked. */
const LEFT_BEHIND = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)/i;

/** Files of a folder of ours that somebody else put there: replacing it would lose them. */
export function findForeign(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const own = new Set(listWritten(folder));
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && !LEFT_BEHIND.test(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((file) => !own.has(file))
    .sort();
}

function listWritten(folder: string): readonly string[] {
  try {
    const { fichiers } = JSON.parse(readFileSync(join(folder, LIST), 'utf8')) as { fichiers?: unknown };
    return Array.isArray(fichiers) ? fichiers.map(String) : [];
  } catch {
    return [];
  }
}

/** Writes a folder whole, then puts it in the place of the former one in two renames: nobody sees half of it. */
export function saveFolder(folder: string, contents: FolderContents): void {
  const [draft, former] = [`${folder}.en-cours-${process.pid}`, `${folder}.ancien-${process.pid}`];
  try {
    for (const [file, content] of contents) {
      const path = join(draft, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
    if (existsSync(folder)) renameSync(folder, former);
    renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(folder) && existsSync(former)) renameSync(former, folder);
    rmSync(former, { recursive: true, force: true });
  }
}
