import { formatNumber } from '../text/number.ts';
import { plural } from '../text/plural.ts';
import type { Fault } from './fault.ts';
import type { Binding } from './header.ts';

const NUMBERS = new Set(['amount', 'decimal', 'integer', 'pointAmount', 'pointDecimal']);
/** "1,234.56", as spreadsheets in English write it. */
const ENGLISH_NUMBER = /^[+\-−]?\d{1,3}(?:,\d{3})+(?:\.\d+)?(?: ?[€$])?$/;
/** A record that does not have the header's number of cells. */
const WRONG_WIDTH = /^ligne (?:incomplète|trop longue)/;

/** Fewest faults of one origin that are told by it. */
const FEWEST = 3;
/** Share of the records with a wrong number of cells from which the file itself is at fault. */
const MANY = 0.2;

/**
 * The faults of a file's cells, those that one mishap explains told once, by it: numbers written by a spreadsheet in
 * English, a separator left bare in texts, lines wholly put between quotes.
 */
export function explainFaults(
  faults: readonly Fault[],
  { bindings, records, width }: { bindings: readonly Binding[]; records: number; width: number },
): readonly Fault[] {
  return explainWidths(joinCutLines(explainNumbers(faults, bindings), width), records, width);
}

function explainNumbers(faults: readonly Fault[], bindings: readonly Binding[]): readonly Fault[] {
  const numeric = new Set(bindings.filter(({ column }) => NUMBERS.has(column.kind)).map(({ name }) => name));
  const isEnglish = ({ columnName = '', value = '' }: Fault) =>
    numeric.has(columnName) && ENGLISH_NUMBER.test(value.trim());
  const english = faults.filter(isEnglish);
  if (english.length < FEWEST) return faults;
  const columns = new Set(english.map(({ columnLetter }) => columnLetter)).size;
  const where = `${plural(english.length, 'cellule', 'cellules')} de ${plural(columns, 'colonne', 'colonnes')}`;
  const cause = {
    value: english[0]!.value!,
    problem: `nombres écrits à l’anglaise, dans ${where}`,
    expected: 'des nombres à la française : « 1 234,56 » ou « 1234,56 »',
  };
  return [tellOnce(english, cause), ...faults.filter((fault) => !isEnglish(fault))];
}

/** Two short records, one behind the other, that make a whole one: a line break in a text. */
function joinCutLines(faults: readonly Fault[], width: number): readonly Fault[] {
  const lengthOf = ({ problem = '' }: Fault) => Number(/^ligne incomplète : (\d+)/.exec(problem)?.[1] ?? Number.NaN);
  const rests = new Set<Fault>();
  const joined = faults.map((fault, at) => {
    const next = faults[at + 1];
    const isCut =
      next && !rests.has(fault) && next.record === fault.record! + 1 && lengthOf(fault) + lengthOf(next) - 1 === width;
    if (!isCut) return fault;
    rests.add(next);
    const { line = 0, record } = next;
    const problem = `ligne coupée en deux : sa suite est à la ligne ${formatNumber(record ?? line)}`;
    return { ...fault, problem, expected: 'un enregistrement par ligne, ou des guillemets autour du texte' };
  });
  return joined.filter((_, at) => !rests.has(faults[at]!));
}

function explainWidths(faults: readonly Fault[], records: number, width: number): readonly Fault[] {
  const isWrong = ({ problem = '' }: Fault) => WRONG_WIDTH.test(problem);
  const wrong = faults.filter(isWrong);
  if (wrong.length < FEWEST || wrong.length < records * MANY) return faults;
  const isWhole = wrong.every(
    ({ problem = '' }) => problem === `ligne incomplète : ${plural(1, 'cellule', 'cellules')}`,
  );
  const share = `${formatNumber(wrong.length)} sur ${formatNumber(records)}`;
  const cause = isWhole
    ? {
        problem: `lignes entières dans une seule cellule, ${share}`,
        expected: `${width} cellules par ligne, sans guillemets autour de la ligne entière`,
      }
    : {
        problem: `lignes de longueurs différentes de celle de l’en-tête, ${share}`,
        expected: `${width} cellules par ligne : dans un texte, le séparateur se met entre guillemets`,
      };
  return [tellOnce(wrong, cause), ...faults.filter((fault) => !isWrong(fault))];
}

/** One fault of the file, at all the records of the given ones. */
function tellOnce(alike: readonly Fault[], cause: Pick<Fault, 'problem' | 'expected' | 'value'>): Fault {
  const records = new Map(alike.map(({ line, record }) => [line!, record]));
  const [first, ...also] = [...records].map(([line, record]) => ({
    line,
    ...(record === undefined ? {} : { record }),
  }));
  return { level: 'erreur', file: alike[0]!.file, ...first!, also, ...cause };
}
