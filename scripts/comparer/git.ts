import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { findNearest } from '../../src/csv/nearest.ts';
import { formatDate } from '../../src/text/date.ts';

/** A reference that cannot be read, in French: the call is wrong, not the program. */
export class UnreadableReference extends Error {}

/** What a failed git command leaves. */
interface GitFailure {
  readonly code?: string;
  readonly stderr?: string;
}

/** A folder as it was at a reference, written elsewhere: the work tree, the index and the hooks are left alone. */
export function exportFolder(folder: string, reference: string, into: string): void {
  const repository = ask(folder, ['rev-parse', '--absolute-git-dir'], (failure) => explainRepository(folder, failure));
  const prefix = ask(folder, ['rev-parse', '--show-prefix']).replace(/\/$/, '');
  const commit = resolveCommit(folder, reference);
  const tree = prefix === '' ? `${commit}^{tree}` : `${commit}:${prefix}`;
  ask(folder, ['cat-file', '-e', tree], () => `« ${reference} » ne contient pas le dossier ${prefix}/`);
  mkdirSync(into, { recursive: true });
  const index = { GIT_INDEX_FILE: join(into, '.index') };
  const where = ['--git-dir', repository, '--work-tree', into];
  ask(into, [...where, 'read-tree', tree], undefined, index);
  ask(into, [...where, 'checkout-index', '--all', '--quiet', `--prefix=${into}/`], undefined, index);
}

/** A reference as readers of the report know it: "main (1f76dbb, 23 novembre 2026)". */
export function nameReference(folder: string, reference: string): string {
  const commit = resolveCommit(folder, reference);
  const [hash = '', date = ''] = ask(folder, ['show', '--no-patch', '--format=%h %cs', commit]).split(' ');
  return `${reference} (${hash}, ${formatDate(date)})`;
}

function resolveCommit(folder: string, reference: string): string {
  const asked = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${reference}^{commit}`];
  return ask(folder, asked, () => {
    const names = ask(folder, ['for-each-ref', '--format=%(refname:short)']).split('\n').filter(Boolean);
    if (reference === 'HEAD') return 'ce dépôt n’a encore aucun commit : il n’y a rien à quoi comparer';
    const nearest = findNearest(reference, names);
    const hint = nearest ? ` ; le plus proche : « ${nearest} »` : '';
    return `« ${reference} » n’est ni une branche, ni une étiquette, ni un commit de ce dépôt${hint}`;
  });
}

function explainRepository(folder: string, { code, stderr = '' }: GitFailure): string {
  const elsewhere = '« --avec DOSSIER » compare avec un autre dossier';
  if (code === 'ENOENT') return `le programme git n’est pas installé ; ${elsewhere}`;
  if (stderr.includes('dubious ownership'))
    return `git refuse de lire ${folder}, qui appartient à une autre personne ; ${elsewhere}`;
  return `${folder} n’est pas dans un dépôt git ; ${elsewhere}`;
}

/** Runs git and gives what it prints; a failure is explained where people may cause it, else it is a bug. */
function ask(
  folder: string,
  args: readonly string[],
  explain?: (failure: GitFailure) => string,
  environment: Readonly<Record<string, string>> = {},
): string {
  try {
    return execFileSync('git', ['-C', folder, ...args], {
      encoding: 'utf8',
      env: { ...withoutGit(process.env), LC_ALL: 'C', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 1 << 26,
    }).trim();
  } catch (error) {
    if (!explain) throw error;
    throw new UnreadableReference(explain(error as GitFailure));
  }
}

/** A hook or a rebase that runs us must not lead git to another repository. */
function withoutGit(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('GIT_')));
}
