import type { Fault } from '../csv/fault.ts';
import { enumerate } from '../text/list.ts';
import { plural } from '../text/plural.ts';
import type { ForeignTable } from './foreign-table.ts';
import type { Format } from './format.ts';
import { looksLikeData } from './looks-like-data.ts';
import { findNearestFormat } from './nearest-format.ts';

/** Missing columns told at once. */
const TOLD = 6;
/** Characters told of a header, which may have hundreds of names: reports cut longer values where they stand. */
const LONGEST_NAMES = 45;

/** Why a file is not understood, in one fault; what is said of its rows would only hide it. */
export function tellUnknown({ file, header, faults: all }: ForeignTable, formats: readonly Format[]): readonly Fault[] {
  const faults = all.filter((fault) => (fault.record ?? 0) <= header.record);
  if (faults.some(({ level }) => level === 'erreur')) return faults;
  const { cells, line, record } = header;
  if (cells.every((cell) => cell === '')) {
    const expected = 'une ligne d’en-tête, puis une ligne par enregistrement';
    return [...faults, { level: 'erreur', file, problem: 'fichier vide', expected }];
  }
  const at = { level: 'erreur', file, line, record } as const;
  if (looksLikeData(cells)) {
    const problem = 'pas de ligne d’en-tête : la première ligne est une ligne de données';
    const expected = 'une première ligne avec les noms des colonnes, telle que la source l’exporte';
    return [...faults, { ...at, value: cells.join(' ; '), problem, expected }];
  }
  const problem = 'aucun format connu n’a cet en-tête';
  return [...faults, { ...at, value: nameSome(cells), problem, expected: tellNearest(cells, formats) }];
}

/** The first names of a header, as many as are told whole, and how many more there are. */
function nameSome(cells: readonly string[]): string {
  const names = cells.filter((cell) => cell !== '').map(shorten);
  const room = (count: number) => names.slice(0, count).join(' ; ').length <= LONGEST_NAMES;
  const shown = names.filter((_, at) => at === 0 || room(at + 1));
  const rest = names.length - shown.length;
  return shown.join(' ; ') + (rest > 0 ? ` et ${plural(rest, 'autre', 'autres')}` : '');
}

function shorten(name: string): string {
  return name.length > LONGEST_NAMES ? `${name.slice(0, LONGEST_NAMES - 1)}…` : name;
}

function tellNearest(header: readonly string[], formats: readonly Format[]): string {
  const nearest = findNearestFormat(header, formats);
  if (!nearest) return `un fichier de l’un des ${formats.length} formats que liste « npm run importer -- --aide »`;
  const missing = nearest.missing.slice(0, TOLD).map((name) => `« ${name} »`);
  const rest = nearest.missing.length - missing.length;
  const names = enumerate(rest > 0 ? [...missing, plural(rest, 'autre', 'autres')] : missing);
  return `pour le format le plus proche, « ${nearest.format.title} », il manque ${names}`;
}
