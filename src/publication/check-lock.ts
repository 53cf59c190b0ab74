import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Fault } from '../csv/fault.ts';
import { isNamed, nameFile, readSuppliedText } from '../datasets/files.ts';
import { publicationsFolder } from '../observatory/frozen-years.ts';
import { LOCK, type LockedFile, lockFile, readLock } from '../observatory/lock.ts';
import { plural } from '../text/plural.ts';

/** What a folder of frozen years is and should be, file by file, against its lock. */
export interface LockVerdict {
  readonly faults: readonly Fault[];
  /** Locked files that are no longer what the lock says, by path: a withdrawal alone may explain them. */
  readonly broken: readonly Fault[];
}

/** Compares every frozen file with the lock, byte for byte. */
export function checkLock(content: string): LockVerdict {
  const root = publicationsFolder(content);
  if (!isNamed(root)) return { faults: [], broken: [] };
  if (!statSync(root).isDirectory()) return { faults: [noFolder(root)], broken: [] };
  const path = join(root, LOCK);
  const text = isNamed(path) ? readSuppliedText(path, 'le verrou') : '';
  if (typeof text !== 'string') return { faults: [text], broken: [] };
  const { files, unread } = readLock(text);
  const there = new Set(listFiles(root));
  const known = new Set(files.map((file) => file.path));
  return {
    faults: [
      ...unread.map(
        (line): Fault => ({
          level: 'erreur',
          file: nameFile(path),
          line,
          problem: 'ligne illisible',
          expected: 'une ligne écrite par « npm run figer » : reprenez ce fichier tel que git le garde',
        }),
      ),
      ...strangersIn(root, there, known),
    ],
    broken: [...Map.groupBy(files, ({ path: file }) => yearOf(file))].flatMap(([year, own]) =>
      own.some((file) => there.has(file.path))
        ? own.flatMap((file) => breach(file, root, there.has(file.path)) ?? [])
        : [missingYear(join(root, year), own.length)],
    ),
  };
}

/** The path of a frozen file, from the folder of publications, that a fault is about. */
export function frozenPathOf({ file }: Fault, content: string): string {
  return file.slice(nameFile(publicationsFolder(content)).length + 1);
}

function breach(locked: LockedFile, root: string, isThere: boolean): Fault | undefined {
  const path = join(root, locked.path);
  const expected = 'ce fichier tel que git le garde : ce qui est figé ne change plus';
  if (!isThere) return { level: 'erreur', file: nameFile(path), problem: 'fichier figé absent', expected };
  const { sha256 } = lockFile(locked.path, readFileSync(path));
  if (sha256 === locked.sha256) return undefined;
  return { level: 'erreur', file: nameFile(path), problem: describeChange(locked, readFileSync(path)), expected };
}

/** A system that rewrites ends of lines spares no file: git then says nothing, and the bytes are others. */
function describeChange(locked: LockedFile, bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('latin1');
  const rewritten = [text.replaceAll('\r\n', '\n'), text.replaceAll(/\r?\n/g, '\r\n')].some(
    (one) => lockFile(locked.path, Buffer.from(one, 'latin1')).sha256 === locked.sha256,
  );
  return rewritten ? 'fichier figé modifié : ses fins de ligne seulement' : 'fichier figé modifié';
}

function noFolder(path: string): Fault {
  return {
    level: 'erreur',
    file: nameFile(path),
    problem: 'c’est un fichier',
    expected: 'le dossier des millésimes figés, tel que git le garde ; rien, si aucun ne l’est',
  };
}

function missingYear(path: string, files: number): Fault {
  return {
    level: 'erreur',
    file: nameFile(path),
    problem: `millésime figé absent, ${plural(files, 'fichier', 'fichiers')}`,
    expected: 'ce dossier tel que git le garde : ce qui est figé ne change plus',
  };
}

/** What the lock does not know: a whole year at once where it knows nothing of it. */
function strangersIn(root: string, there: ReadonlySet<string>, known: ReadonlySet<string>): readonly Fault[] {
  const knownYears = new Set([...known].map(yearOf));
  const strangers = [...there].filter((file) => !known.has(file));
  return [...Map.groupBy(strangers, yearOf)].flatMap(([year, own]) =>
    knownYears.has(year) || own[0] === year
      ? own.map((file) => stranger(join(root, file)))
      : [strangeYear(join(root, year), own.length)],
  );
}

function yearOf(path: string): string {
  return path.split('/')[0]!;
}

function strangeYear(path: string, files: number): Fault {
  return {
    level: 'erreur',
    file: nameFile(path),
    problem: `dossier que le verrou ne connaît pas, ${plural(files, 'fichier', 'fichiers')}`,
    expected:
      'le verrou tel que git le garde ; ou rien, si « npm run figer » a été interrompu : supprimez alors ce dossier',
  };
}

function stranger(path: string): Fault {
  return {
    level: 'erreur',
    file: nameFile(path),
    problem: 'fichier que le verrou ne connaît pas',
    expected: 'dans ce dossier, seulement ce que « npm run figer » y a écrit, avec son verrou',
  };
}

/** Every file of a folder but the lock and what an interrupted command or a system leaves, with `/`. */
function listFiles(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => file !== LOCK && !/(?:^|\/)\.|\.en-cours-/.test(file));
}
