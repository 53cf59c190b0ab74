import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Fault } from '../csv/fault.ts';
import { nameFile } from '../datasets/files.ts';
import { type FrozenYear, publicationsFolder } from '../observatory/frozen-years.ts';
import { digestMemory, memoryPath } from './frozen-memory.ts';

/** Compares what is remembered of frozen years beside the data with what their cards say of it. */
export function checkMemory(
  folders: { readonly data: string; readonly content: string },
  years: readonly FrozenYear[],
): readonly Fault[] {
  return [...years.flatMap((year) => breach(folders.data, year) ?? []), ...orphans(folders, years)];
}

function breach(data: string, { millesime, memoire }: FrozenYear): Fault | undefined {
  const path = memoryPath(data, millesime);
  const told = {
    level: 'erreur',
    file: nameFile(path),
    expected: `ce fichier tel que « npm run figer » l’a écrit avec le millésime ${millesime} : sans lui, rien ne dit si une correction trahirait une réponse`,
  } as const;
  if (!existsSync(path) || !statSync(path).isFile()) return { ...told, problem: 'mémoire d’un millésime figé absente' };
  return digestMemory(readFileSync(path)) === memoire
    ? undefined
    : { ...told, problem: 'mémoire d’un millésime figé modifiée' };
}

/** What is remembered of a year that is no longer there: it was taken away with its lines of the lock. */
function orphans(
  { data, content }: { readonly data: string; readonly content: string },
  years: readonly FrozenYear[],
): readonly Fault[] {
  const folder = dirname(memoryPath(data, ''));
  const remembered =
    existsSync(folder) && statSync(folder).isDirectory()
      ? readdirSync(folder).filter((name) => /^\d{4}\.json$/.test(name))
      : [];
  return remembered
    .map((name) => basename(name, '.json'))
    .filter((millesime) => !years.some((year) => year.millesime === millesime))
    .map((millesime) => ({
      level: 'erreur',
      file: nameFile(join(publicationsFolder(content), millesime)),
      problem: `le millésime ${millesime} a été figé, et n’est plus là`,
      expected: `ce dossier et son verrou tels que git les garde ; ou, s’il n’a jamais été publié, supprimez aussi ${nameFile(memoryPath(data, millesime))}`,
    }));
}
