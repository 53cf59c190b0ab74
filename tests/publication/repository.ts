import { execFileSync } from 'node:child_process';
import { type Files, SMALL, writeFiles } from './small-observatory.ts';

/** Runs git in a folder, as nobody in particular. */
export function git(folder: string, ...args: readonly string[]): string {
  const who = ['-c', 'user.name=Personne', '-c', 'user.email=personne@example.org', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', ['-C', folder, ...who, ...args], { encoding: 'utf8' }).trim();
}

/** An observatory in a repository of its own, committed on the branch « principale ». */
export function repository(files: Files = SMALL): string {
  const folder = writeFiles(files);
  git(folder, 'init', '--quiet', '--initial-branch=principale');
  git(folder, 'add', '.');
  git(folder, 'commit', '--quiet', '--message=début');
  return folder;
}
