import type { Column } from '../csv/column.ts';
import type { Fault } from '../csv/fault.ts';
import { rewritePeriod } from '../csv/kinds/period.ts';
import { writeAmount } from '../csv/kinds/point-amount.ts';
import { amount, date, decimal, rna, siret, yesNo } from '../csv/kinds.ts';
import { STANDARD_LENGTH, type Subvention, subventions, subventionsScdl } from '../datasets/subventions.ts';
import { fold } from '../text/fold.ts';
import { formatNumber } from '../text/number.ts';
import { listDropped } from './dropped-columns.ts';
import { type ForeignRecord, type ForeignTable, placeCell, placeHeader } from './foreign-table.ts';
import type { Format, ImportContext } from './format.ts';
import { mendCell } from './mend-cell.ts';
import { tellMisnamed } from './misnamed-columns.ts';
import { simplify } from './simplify.ts';
import { type Draft, lineOf, typeDrafts } from './typed-rows.ts';

type ColumnId = keyof typeof subventions.columns;

const IDS = Object.keys(subventions.columns) as readonly ColumnId[];
/** Names that no other kind of file has together. */
const TELLING: readonly ColumnId[] = ['nomAttribuant', 'nomBeneficiaire', 'montant', 'objet'];
/** What files write for "not known", where the standard wants an empty cell. */
const UNKNOWN = /^(?:nc|n\.c\.|nr|n\/a|néant|neant|null|-)$/i;

/** « du 30 janvier 2018 au … »: a text longer than this is no period. */
const LONGEST_PERIOD = 100;

const lenient = {
  amount: amount({ title: 'montant' }),
  date: date({ title: 'date', precision: 'day' }),
  decimal: decimal({ title: 'part' }),
  rna: rna({ title: 'rna' }),
  siret: siret({ title: 'siret' }),
  yesNo: yesNo({ title: 'oui ou non' }),
};

/** How the texts of real files become the standard's: undefined when a text cannot be understood. */
const MENDERS: Partial<Record<ColumnId, (text: string) => string | undefined>> = {
  idAttribuant: mendSiret,
  idBeneficiaire: mendSiret,
  rnaBeneficiaire: (text) => read(lenient.rna, text.replace(/\s/g, '').toUpperCase()),
  dateConvention: mendDay,
  datesPeriodeVersement: (text) => rewritePeriod(text) ?? mendPeriod(text),
  montant: (text) => {
    const cents = read(lenient.amount, text);
    return cents === undefined ? undefined : writeAmount(cents);
  },
  nature: mendNature,
  notificationUE: (text) => {
    const answer = read(lenient.yesNo, text);
    return answer === undefined ? undefined : answer ? 'oui' : 'non';
  },
  pourcentageSubvention: mendShare,
};

/** Subsidies published by the national standard, as portals and spreadsheets really write them. */
export const scdlSubventions: Format<Omit<Subvention, 'millesime'>> = {
  id: 'scdl-subventions',
  title: 'Subventions au format national (SCDL), variantes réelles comprises',
  recognise: (header) => {
    const names = new Set(header.map(simplify));
    return TELLING.every((id) => names.has(simplify(id)));
  },
  dataset: 'subventions',
  telling: TELLING,
  convert: (tables, context) => {
    const [table] = tables as [ForeignTable];
    const { positions, faults: naming } = bindColumns(table, context);
    const { dropped, faults: leaving } = listDropped(table, new Set(Object.values(positions)));
    const mended = table.records.map((record) => mendRecord(table, record, positions));
    const drafts = mended.map(({ draft }) => draft);
    const isWhole = IDS.every((id) => positions[id] !== undefined || !subventions.columns[id].meta.required);
    const { accepted, faults } = isWhole ? typeDrafts(subventions, drafts, table, positions) : NOTHING;
    return {
      lines: accepted.map((line) => ({ ...lineOf(table, line), millesime: line.row.dateConvention.slice(0, 4) })),
      dropped,
      faults: [...table.faults, ...naming, ...leaving, ...mended.flatMap((record) => record.faults), ...faults],
      description: { sources: [...new Set(accepted.map(({ row }) => row.nomAttribuant))].map((title) => ({ title })) },
    };
  },
};

/** Without a required column no row is one of ours: the header's fault says it once. */
const NOTHING: ReturnType<typeof typeDrafts<(typeof subventions)['columns']>> = {
  accepted: [],
  faults: [],
};

/** By the person's word, else by the standard's name, whatever its case and signs. */
function bindColumns(table: ForeignTable, { columns = new Map() }: Pick<ImportContext, 'columns'>) {
  const { cells: header } = table.header;
  const named = header.map((name) => columns.get(fold(name)));
  const positions: Partial<Record<ColumnId, number>> = {};
  const faults: Fault[] = [];
  for (const id of IDS) {
    const given = named.indexOf(id);
    const written = header.findIndex((name, at) => named[at] === undefined && simplify(name) === simplify(id));
    const position = given < 0 ? written : given;
    if (position >= 0) {
      positions[id] = position;
      if (given < 0 && header[position] !== id) {
        const problem = 'nom de colonne hors norme';
        faults.push({
          level: 'avertissement',
          ...placeHeader(table, position),
          problem,
          mended: id,
          expected: `« ${id} »`,
        });
      }
    } else faults.push(tellAbsent(table, id));
  }
  return { positions, faults: [...faults, ...tellMisnamed([table], { columns })] };
}

function tellAbsent(table: ForeignTable, id: ColumnId): Fault {
  const { line, record } = table.header;
  const place = { file: table.file, line, record, columnName: id };
  const expected = `une colonne « ${id} »`;
  if (subventions.columns[id].meta.required) {
    return { level: 'erreur', ...place, problem: 'colonne obligatoire absente', expected };
  }
  const problem = subventionsScdl.columns[id].meta.required
    ? 'colonne absente, que la norme exige : la réponse reste inconnue'
    : 'colonne absente (facultative)';
  return { level: 'avertissement', ...place, problem, expected };
}

function mendRecord(table: ForeignTable, record: ForeignRecord, positions: Partial<Record<ColumnId, number>>) {
  const cells: Record<string, string> = {};
  const faults: Fault[] = [];
  for (const id of IDS) {
    const position = positions[id];
    const text = position === undefined ? '' : (record.cells[position] ?? '');
    const column: Column<unknown> = subventionsScdl.columns[id];
    const tell = (told: Pick<Fault, 'problem' | 'mended'>) =>
      faults.push({
        level: 'avertissement',
        ...placeCell(table, record, position ?? -1),
        ...told,
        expected: column.expected,
      });
    cells[id] = text;
    if (text === '' || column.schema.safeParse(text).success) continue;
    const mended = MENDERS[id]?.(text);
    if (mended !== undefined) {
      cells[id] = mended;
      tell({ problem: 'écriture hors norme, corrigée', mended });
    } else if (UNKNOWN.test(text) && !subventions.columns[id].meta.required) {
      cells[id] = '';
      tell({ problem: 'réponse inconnue : lue comme une cellule vide' });
    } else if (text.length > STANDARD_LENGTH && subventions.columns[id].schema.safeParse(text).success) {
      tell({ problem: `${formatNumber(text.length)} caractères : texte gardé entier` });
    } else {
      const { text: other, problem } = mendCell(text, column);
      cells[id] = other;
      if (problem !== undefined) tell({ problem, mended: other || undefined });
    }
  }
  return { draft: { record, cells } satisfies Draft, faults };
}

function read<T>(column: Column<T | null>, text: string): T | undefined {
  const { data } = column.schema.safeParse(text);
  return data ?? undefined;
}

function mendSiret(text: string): string | undefined {
  return read(lenient.siret, text);
}

function mendDay(text: string): string | undefined {
  return read(lenient.date, text);
}

function mendPeriod(text: string): string | undefined {
  if (text.length > LONGEST_PERIOD) return undefined;
  const days = text.split(/\s*_\s*|\s+(?:au|à|-)\s+/).map((part) => mendDay(part.replace(/^du\s+/i, '').trim()));
  return days.length <= 2 && days.every((day) => day !== undefined) ? days.join('/') : undefined;
}

function mendNature(text: string): string | undefined {
  const natures = text.split(/[;,/|+]|\bet\b/).map((part) => /^(?:aide )?en (numeraire|nature)$/.exec(fold(part))?.[1]);
  if (natures.some((nature) => nature === undefined)) return undefined;
  const both = [...new Set(natures)].map((nature) => (nature === 'nature' ? 'aide en nature' : 'aide en numéraire'));
  return both.join(';');
}

/** `45 %` and `0,45` are one share; a bare `45` might be anything and is left to be refused. */
function mendShare(text: string): string | undefined {
  const percent = text.endsWith('%') ? text.slice(0, -1).trim() : undefined;
  const share = read(lenient.decimal, percent ?? text);
  if (share === undefined) return undefined;
  const mended = String(percent === undefined ? share : Number((share / 100).toFixed(6)));
  return subventionsScdl.columns.pourcentageSubvention.schema.safeParse(mended).success ? mended : undefined;
}
