import type { Fault } from '../csv/fault.ts';
import { enumerate } from '../text/list.ts';
import { plural } from '../text/plural.ts';
import type { ForeignTable } from './foreign-table.ts';
import type { Format } from './format.ts';
import { looksLikeData } from './looks-like-data.ts';
import { findNearestFormat } from './nearest-format.ts';

/** Names of columns told at once; a file may have hundreds. */
const TOLD = 6;
/** Characters told of a name. */
const LONGEST_NAME = 40;

/** Why a file is not understood, in one fault; what is said of its rows would only hide it. */
export function tellUnknown({ file, header, faults: all }: ForeignTable, formats: readonly Format[]): readonly Fault[] {
  const faults = all.filter((fault) => (fault.record ?? 0) <= header.record);
  if (faults.some(({ level }) => level === 'erreur')) return faults;
  const { cells, line, record } = header;
  if (cells.every((cell) => cell === '')) {
    const expected = 'une ligne d’en-tête, puis une ligne par enregistrement';
    return [...faults, { level: 'erreur', file, problem: 'fichier vide', expected }];
  }
  const at = { level: 'erreur', file, line, record, value: nameSome(cells) } as const;
  if (looksLikeData(cells)) {
    const problem = 'pas de ligne d’en-tête : la première ligne est une ligne de données';
    const expected = 'une première ligne avec les noms des colonnes, telle que la source l’exporte';
    return [...faults, { ...at, problem, expected }];
  }
  return [...faults, { ...at, problem: 'aucun format connu n’a cet en-tête', expected: tellNearest(cells, formats) }];
}

/** The first names of a header, and how many more there are. */
function nameSome(cells: readonly string[]): string {
  const names = cells.filter((cell) => cell !== '');
  const shown = names
    .slice(0, TOLD)
    .map((name) => (name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name));
  const rest = names.length - shown.length;
  return shown.join(' ; ') + (rest > 0 ? ` et ${plural(rest, 'autre', 'autres')}` : '');
}

function tellNearest(header: readonly string[], formats: readonly Format[]): string {
  const nearest = findNearestFormat(header, formats);
  if (!nearest) return `un fichier de l’un des ${formats.length} formats que liste « npm run importer -- --aide »`;
  const missing = nearest.missing.slice(0, TOLD).map((name) => `« ${name} »`);
  const rest = nearest.missing.length - missing.length;
  const names = enumerate(rest > 0 ? [...missing, plural(rest, 'autre', 'autres')] : missing);
  return `pour le format le plus proche, « ${nearest.format.title} », il manque ${names}`;
}
