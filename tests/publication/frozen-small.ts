import { join } from 'node:path';
import { writeYear } from '../../scripts/figer/write-year.ts';
import { checkPermanence } from '../../src/publication/check-permanence.ts';
import { frozenFiles, quotedNumbers } from '../../src/publication/frozen-files.ts';
import { digestMemory, memoryPath, rememberYear } from '../../src/publication/frozen-memory.ts';
import { openSide } from '../../src/publication/side.ts';
import { describeFaults } from '../../src/report/terminal.ts';
import { addFiles, type Files, SMALL, writeFiles } from './small-observatory.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

function foldersOf(folder: string) {
  return { data: join(folder, 'data'), content: join(folder, 'content'), demonstration: false };
}

/** The small observatory with some files of its own, a year of it frozen; gives its folder. */
export async function freezeSmall(changes: Files, millesime: string): Promise<string> {
  const folder = writeFiles({ ...SMALL, ...changes });
  await freezeIn(folder, millesime);
  return folder;
}

/** Freezes a year of an observatory as the command does, but for the drawing: words stand for it. */
export async function freezeIn(folder: string, millesime: string, date = '2028-01-15'): Promise<void> {
  const folders = foldersOf(folder);
  const { side, data, faults } = await openSide(folders, { demonstrationIsBuilt: false });
  if (!side || !data) throw new Error(describeFaults(faults));
  const { figures } = side.observatory;
  const read = (file: string) => new TextEncoder().encode(drawn(file));
  const drawn = (file: string): string => {
    if (file === 'figures.json')
      return JSON.stringify(
        figures.map(({ id, title, heading, summary, millesime: own, tables }) => ({
          ...{ id, titre: title, constat: heading, resume: summary, millesime: own, hauteur: 300, lieux: [] },
          tableaux: Object.keys(tables),
        })),
      );
    const figure = figures.find(({ id }) => file === `${id}.json`);
    return figure
      ? JSON.stringify({ millesime: figure.millesime ?? null, sources: figure.sources, tables: figure.tables })
      : `<main>\n${file}\n</main>`;
  };
  const memory = rememberYear(data, new Uint8Array(32).fill(7));
  const year = { millesime, nom: millesime, date, memoire: digestMemory(memory) };
  writeYear({
    root: join(folders.content, 'publications'),
    millesime,
    files: frozenFiles(read, year, quotedNumbers(side, millesime)),
    memory: { path: memoryPath(folders.data, millesime), bytes: memory },
  });
}

/** What is told of a frozen observatory once some of its files are others, paths from its folder. */
export async function toldIn(folder: string, changes: Files = {}): Promise<string> {
  addFiles(folder, changes);
  const faults = await checkPermanence(foldersOf(folder));
  return plain(describeFaults(faults)).replaceAll(`${folder}/`, '');
}

/** A line that the team was given, once it has written what was for it to write. */
export function complete(line: string, date = '2028-03-02'): string {
  return line.replace('AAAA-MM-JJ', date).replace('ce qui était faux', 'une ligne oubliée');
}
