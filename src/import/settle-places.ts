import type { Fault } from '../csv/fault.ts';
import { type Lieu, lieux } from '../datasets/lieux.ts';
import { foldName } from '../text/fold.ts';
import { compareNames, nameKeys } from './compare-names.ts';
import { type Candidate, judgePair } from './find-doubles.ts';
import type { ImportedLine } from './format.ts';
import { makePlaceId } from './make-place-id.ts';
import { isWithdrawn } from './merge.ts';
import { type FileInPlace, type LineInPlace, readInPlace } from './open-in-place.ts';

/** The places of an import under the ids that the directory knows them by, without those that asked to leave it. */
export interface SettledPlaces {
  readonly lines: readonly ImportedLine[];
  readonly faults: readonly Fault[];
}

/** A place as a candidate for doubles, with the id that it has or would have. */
export interface PlaceCandidate extends Candidate {
  readonly id: string;
}

/**
 * Gives each imported place the id of the line in place that it is, and another id where its own belongs to another place:
 * an id never changes hands. A place that is probably one that withdrew is held back, and so is what an older source says.
 */
export function settlePlaces(lines: readonly ImportedLine[], inPlace: FileInPlace, file: string): SettledPlaces {
  const known = inPlace.lines.map((line) => readKnown(line, file));
  const owners = matchPlaces(lines, known);
  const gone = known.filter(({ line }) => isWithdrawn(line, lieux));
  const byId = new Map(known.map((place) => [place.row.id, place]));
  const taken = new Set([...byId.keys(), ...lines.map(({ row }) => (row as Lieu).id)]);
  const faults: Fault[] = [];
  const settled = lines.flatMap((line) => {
    const owner = owners.get(line);
    if (owner && !line.isOurs && isOlder(line.row as Lieu, owner.row)) {
      faults.push(tellOlder(line, owner));
      return [];
    }
    if (owner) return [rename(line, owner.row.id)];
    const left = gone.find(({ candidate }) => isProbablySame(candidate, candidateOf(line)));
    if (left) {
      faults.push(tellWithdrawn(line, left));
      return [];
    }
    const { id, nom, commune } = line.row as Lieu;
    const other = byId.get(id);
    if (!other) return [line];
    const free = makePlaceId(nom, commune ?? '', taken);
    faults.push(tellTaken(line, other, free));
    return [rename(line, free)];
  });
  return { lines: settled, faults };
}

/** An imported line of the directory as a candidate for doubles. */
export function candidateOf({ row, file, line, record }: ImportedLine): PlaceCandidate {
  return { ...locate(row as Lieu), file, line, record };
}

/** The lines in place as candidates for doubles, but for those that withdrew. */
export function candidatesInPlace(inPlace: FileInPlace, file: string): readonly PlaceCandidate[] {
  return inPlace.lines.filter((line) => !isWithdrawn(line, lieux)).map((line) => readKnown(line, file).candidate);
}

interface Known {
  readonly line: LineInPlace;
  readonly row: Lieu;
  readonly candidate: PlaceCandidate;
}

function readKnown(line: LineInPlace, file: string): Known {
  const shape = lieux.columns;
  const row = Object.fromEntries(Object.keys(shape).map((id) => [id, readInPlace(line, id, shape)])) as unknown as Lieu;
  return { line, row, candidate: { ...locate(row), file, line: line.line, record: line.record } };
}

function locate({ id, nom, commune, code_insee: code, latitude, longitude, position }: Lieu) {
  const point = latitude === null || longitude === null ? {} : { point: { latitude, longitude } };
  return { id, nom, commune, code, ...point, isExact: position === 'exacte' };
}

/** By what a line in place is known as the one imported, surest first; a line in place is one place only. */
const SIGNS: readonly ((imported: Lieu, known: Lieu) => boolean)[] = [
  (imported, known) => isNamedAlike(imported, known) && isSamePoint(imported, known),
  (imported, known) => imported.id === known.id && isNearby(imported, known),
  isNamedAlike,
];

function matchPlaces(lines: readonly ImportedLine[], known: readonly Known[]): ReadonlyMap<ImportedLine, Known> {
  const owners = new Map<ImportedLine, Known>();
  const free = new Set(known);
  const byName = new Map<string, Known[]>();
  for (const place of known) {
    for (const key of nameIn(place.row)) byName.set(key, [...(byName.get(key) ?? []), place]);
  }
  const byId = Map.groupBy(known, ({ row }) => row.id);
  for (const line of lines) {
    const owner =
      line.isOurs && byId.get((line.row as Lieu).id)?.find((place) => isRewritten(line.row as Lieu, place.row));
    if (!owner) continue;
    owners.set(line, owner);
    free.delete(owner);
  }
  for (const isSame of SIGNS) {
    for (const line of lines) {
      if (owners.has(line) || line.isOurs) continue;
      const row = line.row as Lieu;
      const namesakes = nameIn(row).flatMap((key) => byName.get(key) ?? []);
      const owner = [...namesakes, ...(byId.get(row.id) ?? [])].find(
        (place) => free.has(place) && isSame(row, place.row),
      );
      if (!owner) continue;
      owners.set(line, owner);
      free.delete(owner);
    }
  }
  return owners;
}

/** Under what a place is looked up: its source, with each key of its name. */
function nameIn({ source, nom }: Lieu): readonly string[] {
  return nameKeys(nom).map((key, at) => `${at} ${key} ${source}`);
}

/** One source does not list a name of a commune for two places, but where it says so by two points. */
function isNamedAlike(one: Lieu, other: Lieu): boolean {
  return one.source === other.source && isNearby(one, other) && compareNames(one.nom, other.nom) === 'same';
}

/** A line of ours under its own id: its name or its commune may have been put right, both at once make another place. */
function isRewritten(one: Lieu, other: Lieu): boolean {
  return isNearby(one, other) || compareNames(one.nom, other.nom) === 'same';
}

function isSamePoint(one: Lieu, other: Lieu): boolean {
  return one.latitude === other.latitude && one.longitude === other.longitude;
}

/** False only for two communes that are known and differ. */
function isNearby(one: Lieu, other: Lieu): boolean {
  if (one.code_insee && other.code_insee) return one.code_insee === other.code_insee;
  return !one.commune || !other.commune || foldName(one.commune) === foldName(other.commune);
}

function isProbablySame(one: Candidate, other: Candidate): boolean {
  const reason = judgePair(one, other)?.reason;
  return reason !== undefined && reason !== 'same-door';
}

/** One line tells what one source says: another source takes its place only with something newer. */
function isOlder(imported: Lieu, known: Lieu): boolean {
  if (imported.source === known.source || known.cite_le === null || known.retire_le !== null) return false;
  return imported.cite_le === null || imported.cite_le < known.cite_le;
}

function rename(line: ImportedLine, id: string): ImportedLine {
  if ((line.row as Lieu).id === id) return line;
  return { ...line, cells: { ...line.cells, id }, row: { ...line.row, id } };
}

function tellWithdrawn({ file, line, record, row }: ImportedLine, { row: gone }: Known): Fault {
  return {
    level: 'avertissement',
    file,
    line,
    record,
    value: (row as Lieu).nom,
    problem: `probablement « ${gone.id} », qui a demandé à sortir le ${gone.retire_le} : ligne laissée de côté`,
    expected: 'un lieu qui accepte de figurer ; si c’en est un autre, ajoutez-le à la main',
  };
}

function tellOlder({ file, line, record, row }: ImportedLine, { row: known }: Known): Fault {
  return {
    level: 'avertissement',
    file,
    line,
    record,
    value: (row as Lieu).nom,
    problem: `« ${known.id} » est déjà connu par une source plus récente (${known.cite_le}) : ligne laissée de côté`,
    expected: 'une source plus récente que celle de l’annuaire, ou la même',
  };
}

function tellTaken({ file, line, record, row }: ImportedLine, { row: other }: Known, free: string): Fault {
  return {
    level: 'avertissement',
    file,
    line,
    record,
    columnName: lieux.columns.id.meta.title,
    value: (row as Lieu).id,
    mended: free,
    problem: `identifiant déjà pris par « ${other.nom} » (${other.commune ?? 'commune inconnue'})`,
    expected: 'un identifiant par lieu, qui ne change jamais',
  };
}
