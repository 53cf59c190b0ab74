import type { Fault } from '../csv/fault.ts';
import { plural } from '../text/plural.ts';

/** Where a fault stands: for a spreadsheet, and for a text editor. */
export interface Place {
  /** "AB37": the column's letter and the spreadsheet's row. */
  readonly cell?: string;
  /** The spreadsheet's row, from 1. */
  readonly row?: number;
  /** Line of the file, from 1. */
  readonly line?: number;
  /** Character of that line, from 1. */
  readonly character?: number;
}

/** Places or values named in one sentence; the others are counted. */
export const NAMED = 8;

/** Every place of some faults, in their order. */
export function placesOf(faults: readonly Fault[]): readonly Place[] {
  const places = faults.flatMap(({ columnLetter, line, record, character, also = [] }) => {
    if (line === undefined) return [];
    const first = placeOf(columnLetter, line, record);
    return [
      character === undefined ? first : { ...first, character },
      ...also.map((other) => placeOf(columnLetter, other.line, other.record)),
    ];
  });
  const seen = new Map(places.map((place) => [JSON.stringify([place.cell, place.row, place.line]), place]));
  return [...seen.values()];
}

function placeOf(letter: string | undefined, line: number, record: number | undefined): Place {
  const row = record ?? line;
  return { ...(letter === undefined ? {} : { cell: `${letter}${row}` }), row, line };
}

/** One place in words: "cellule D4", "ligne 4"; the file's line is added where it is not the spreadsheet's. */
export function namePlace({ cell, row, line }: Place): string {
  const file = row === line ? '' : cell ? ` (ligne\u00a0${line} du fichier)` : ` du tableur (${line} du fichier)`;
  return `${cell ? `cellule\u00a0${cell}` : `ligne\u00a0${row}`}${file}`;
}

/** How many places: "200 cellules", "12 lignes". */
export function countPlaces(places: readonly Place[]): string {
  return places[0]?.cell === undefined
    ? plural(places.length, 'ligne', 'lignes')
    : plural(places.length, 'cellule', 'cellules');
}

/** Several places in words, rows that follow each other as one: "D2 à D180, D185 et 12 autres". */
export function listPlaces(places: readonly Place[]): string {
  const runs = findRuns(places);
  const named = runs.slice(0, NAMED);
  const rest = runs.slice(NAMED).reduce((sum, run) => sum + run.length, 0);
  const words = named.map((run) => {
    const [first, last] = [nameShort(run[0]!), nameShort(run.at(-1)!)];
    return run.length === 1 ? first : `${first}${run.length === 2 ? ', ' : ' à '}${last}`;
  });
  return words.join(', ') + (rest > 0 ? ` et ${rest} autre${rest > 1 ? 's' : ''}` : '');
}

function nameShort({ cell, row }: Place): string {
  return cell ?? String(row);
}

function findRuns(places: readonly Place[]): readonly (readonly Place[])[] {
  const runs: Place[][] = [];
  for (const place of places.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0))) {
    const run = runs.at(-1);
    if (run && run.at(-1)!.row! + 1 === place.row) run.push(place);
    else runs.push([place]);
  }
  return runs;
}
