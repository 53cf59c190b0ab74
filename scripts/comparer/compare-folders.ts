import { relative } from 'node:path';
import { type Fault, hasErrors } from '../../src/csv/fault.ts';
import { nameFile } from '../../src/datasets/files.ts';
import { demonstrationFolders, type Folders, realFolders } from '../../src/observatory/folders.ts';
import { verify } from '../../src/observatory/verify.ts';
import { type Comparison, compareObservatory } from '../../src/publication/compare.ts';
import { openSide } from '../../src/publication/side.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The two states to compare: where each lies, and how the reference is told. */
interface States {
  readonly before: Environment;
  readonly after: Environment;
  readonly reference: string;
  /** How the reference's folder is told in faults: "HEAD:". */
  readonly prefix: string;
  readonly isInternal: boolean;
}

/** Compares both observatories of two states, or gives the faults that keep one of them shut, and which. */
export async function compareFolders(
  states: States,
): Promise<
  { readonly comparison: Comparison } | { readonly faults: readonly Fault[]; readonly shut: 'before' | 'after' }
> {
  const [before, after] = [foldersOf(states.before), foldersOf(states.after)] as const;
  const { faults } = await verify(after, { publication: false });
  if (hasErrors(faults)) return { faults: faults.filter(({ level }) => level === 'erreur'), shut: 'after' };
  const [old, now] = await Promise.all([openAll(before), openAll(after)]);
  // What only opening sees, such as the card of a frozen year that is no longer what it was.
  const shut = now.flatMap((opening) => opening.faults);
  if (hasErrors(shut)) return { faults: shut.filter(({ level }) => level === 'erreur'), shut: 'after' };
  const refused = old.flatMap((opening) => opening.faults.map((fault) => tellFrom(fault, before, states.prefix)));
  if (hasErrors(refused)) return { faults: refused, shut: 'before' };
  const bases = [old, now].map(([real]) => real?.side?.observatory.settings.base ?? '/') as [string, string];
  const pairs = now.flatMap(({ side, kept }, index) => {
    const former = old[index];
    if (!side || !former?.side) return [];
    return [{ before: former.side, after: side, kept: [former.kept, kept] as const }];
  });
  return {
    comparison: {
      reference: states.reference,
      observatories: pairs.map((pair) => compareObservatory(pair, { bases, isInternal: states.isInternal })),
      notes: [
        ...(now.length > old.length ? ['La démonstration apparaît.'] : []),
        ...(now.length < old.length ? ['La démonstration disparaît.'] : []),
      ],
    },
  };
}

function foldersOf(environment: Environment): readonly Folders[] {
  return [realFolders(environment), demonstrationFolders(environment)].filter((folders) => folders !== undefined);
}

function openAll(observatories: readonly Folders[]) {
  const demonstrationIsBuilt = observatories.some(({ demonstration }) => demonstration);
  return Promise.all(observatories.map((folders) => openSide(folders, { demonstrationIsBuilt })));
}

/** A fault of the reference, whose files were put in a folder that nobody knows. */
function tellFrom(fault: Fault, [real]: readonly Folders[], prefix: string): Fault {
  const root = [real!.data, real!.content].find((folder) => fault.file.startsWith(nameFile(folder)));
  if (!root) return fault;
  const name = root === real!.data ? 'data' : 'content';
  return { ...fault, file: `${prefix}${name}/${relative(nameFile(root), fault.file)}` };
}
