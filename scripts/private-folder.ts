import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';

/** The folder of private lists, where none is named; .gitignore leaves it out. */
export const PRIVATE_FOLDER = 'prive';

/** Where private files may not lie: what is built, what is published, what is committed. */
interface Surroundings {
  readonly project: string;
  readonly data: string;
  readonly content: string;
}

/** Why private files of these names may not be written in a folder, as the end of a sentence; undefined where they may. */
export function refusePrivateFolder(
  folder: string,
  files: readonly string[],
  { project, data, content }: Surroundings,
): string | undefined {
  const real = realFolder(folder);
  const published = [
    { inside: join(project, 'dist'), why: 'ce dossier est le site publié' },
    { inside: data, why: 'ce dossier est celui des données, publiées ou conservées avec le projet' },
    { inside: content, why: 'ce dossier est celui des textes du site' },
  ];
  const found = published.find(({ inside }) => isInside(real, realFolder(inside)));
  if (found) return found.why;
  if (foldersAbove(real).some((above) => existsSync(join(above, 'index.html')))) return 'ce dossier est dans un site';
  return refuseCommitted(real, files, realFolder(project));
}

/** What git would commit is as good as published. Without git, the project's own .gitignore is read. */
function refuseCommitted(folder: string, files: readonly string[], project: string): string | undefined {
  const repository = foldersAbove(folder).find((above) => existsSync(join(above, '.git')));
  const root = repository ?? (isInside(folder, project) ? project : undefined);
  if (root === undefined) return undefined;
  const isIgnored = (file: string) => (repository && asksGit(repository, file)) ?? isListed(root, file);
  return files.every((file) => isIgnored(join(folder, file)))
    ? undefined
    : 'git garderait ces fichiers : ajoutez le dossier à .gitignore';
}

/** Whether git ignores a file; undefined where git cannot say. A file that is tracked already is not ignored. */
function asksGit(repository: string, file: string): boolean | undefined {
  const { status } = spawnSync('git', ['check-ignore', '--quiet', relative(repository, file)], { cwd: repository });
  return status === 0 ? true : status === 1 ? false : undefined;
}

/** Whether the first folder on the way to a file is a line of the root's .gitignore. */
function isListed(root: string, file: string): boolean {
  const list = join(root, '.gitignore');
  const [first] = relative(root, file).split(sep);
  return existsSync(list) && readFileSync(list, 'utf8').split(/\r?\n/).includes(`${first}/`);
}

/** The folder as it really lies, links undone, even before it is made. */
function realFolder(folder: string): string {
  const whole = resolve(folder);
  if (existsSync(whole)) return realpathSync(whole);
  const above = dirname(whole);
  return above === whole ? whole : join(realFolder(above), basename(whole));
}

/** A folder and all those that hold it. */
function foldersAbove(folder: string): readonly string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...foldersAbove(above)];
}

function isInside(folder: string, other: string): boolean {
  return folder === other || folder.startsWith(`${other}${sep}`);
}
