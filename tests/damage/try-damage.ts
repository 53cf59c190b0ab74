import type { Damage } from './damage.ts';
import { type Files, type Outcome, readFiles } from './read-files.ts';
import { SOUND, type SoundFile } from './sound.ts';

const encoder = new TextEncoder();

/** The files that are given together with one, which says nothing without them. */
const BESIDE: Partial<Record<SoundFile, SoundFile>> = { 'bdftl-activites.csv': 'bdftl-fiche.csv' };

const known = new Map<SoundFile, Promise<Outcome>>();

/** Reads a sound file, once. */
export function readSound(file: SoundFile): Promise<Outcome> {
  const outcome = known.get(file) ?? readFiles(beside(file, SOUND[file]));
  known.set(file, outcome);
  return outcome;
}

/** What becomes of a spoilt file, and what is said that is not said of the sound one. */
export async function tryDamage({
  file,
  spoil,
}: Pick<Damage, 'file' | 'spoil'>): Promise<Pick<Damage, 'outcome' | 'said'>> {
  const sound = await readSound(file);
  const { code, out, rows } = await readFiles(beside(file, spoil(SOUND[file])));
  const outcome = code === 1 ? 'refusé' : rows === sound.rows ? 'mêmes lignes' : 'lu autrement';
  return { outcome, said: listNews(out, sound.out) };
}

function beside(file: SoundFile, content: string | Uint8Array | null): Files {
  const other = BESIDE[file];
  return {
    [file]: typeof content === 'string' ? encoder.encode(content) : content,
    ...(other ? { [other]: encoder.encode(SOUND[other]) } : {}),
  };
}

/** The lines that a report has and another has not, without their common indent; the preview of the lines to write is for another test. */
function listNews(out: string, usual: string): string {
  const known = new Set(usual.split('\n'));
  const lines = out
    .replace(/ {2}premières lignes ajoutées\n(?: {4}.*\n)*/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '' && !known.has(line));
  const indent = Math.min(...lines.map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(indent)).join('\n');
}
