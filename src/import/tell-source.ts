import type { Fault } from '../csv/fault.ts';
import { makePrintable } from '../csv/printable.ts';
import { type Block, gatherFaults } from '../report/gather.ts';
import { countPlaces, listPlaces, type Place, placesOf } from '../report/places.ts';
import { quote } from '../report/terminal.ts';
import { enumerate } from '../text/list.ts';
import { plural, pluralNoun } from '../text/plural.ts';
import { isPersonal } from './dropped-columns.ts';
import type { ForeignTable } from './foreign-table.ts';
import type { Import } from './index.ts';
import { simplify } from './simplify.ts';
import type { Paragraph, ToldLine } from './tell-line.ts';

/** What a problem says of lines that the import leaves out, and the words that say nothing more where that is known. */
const LEFT_LINE = /(?:\blignes?\b|\blieux?\b)[^:]*laissée?s? de côté/;
const LEFT_WORDS = /\s*(?::\s*(?:\d+\s)?lignes?|,) laissée?s? de côté$/;
const LEFT_COLUMN = /^données personnelles : colonne|colonnes? sans place/;

/** What is said of files of one format, in the order in which one asks: what they are, what was read, mended, left. */
export function tellSource(
  { files, format, imported, faults }: Import,
  tables: readonly ForeignTable[],
): readonly Paragraph[] {
  const own = tables.filter(({ file }) => files.includes(file));
  const head: ToldLine[] = own.map(({ file }) => ({ indent: 0, text: file, style: 'bold' }));
  if (!format || !imported) return [head];
  const warnings = faults.filter(({ level }) => level === 'avertissement');
  const isOfColumn = ({ problem = '' }: Fault) => imported.dropped.length > 0 && LEFT_COLUMN.test(problem);
  const isOfLine = ({ problem = '' }: Fault) => LEFT_LINE.test(problem);
  const mended = warnings.filter((fault) => !isOfLine(fault) && !isOfColumn(fault));
  return [
    [...head, ...tellFormat(format, own)],
    [...tellCounts(own, imported.lines.length), ...tellKinds(warnings.filter(isOfLine), own, LEFT_WORDS)],
    mended.length === 0
      ? []
      : [{ indent: 2, text: 'Corrigé ou à regarder', style: ['bold', 'yellow'] }, ...tellKinds(mended, own)],
    tellDropped(imported.dropped),
  ];
}

function tellFormat({ title, telling = [] }: NonNullable<Import['format']>, [table]: readonly ForeignTable[]) {
  const known = new Set(telling.map(simplify));
  const seen = [...new Set(table?.header.cells)].filter((name) => known.has(simplify(name)));
  const columns = pluralNoun(seen.length, 'sa colonne', 'ses colonnes');
  const why = seen.length === 0 ? 'reconnu à son en-tête' : `reconnu à ${columns} ${enumerate(seen)}`;
  return [
    { indent: 2, text: title },
    { indent: 2, text: why, style: 'dim' },
  ] satisfies Paragraph;
}

function tellCounts(tables: readonly ForeignTable[], kept: number): ToldLine[] {
  const sum = tables.reduce((lines, { read }) => lines + read, 0);
  const files = tables.length > 1 ? ` dans ${plural(tables.length, 'fichier', 'fichiers')}` : '';
  const read = `${plural(sum, 'ligne lue', 'lignes lues')}${files}`;
  const omitted = tables.reduce((sum, table) => sum + table.omitted.length, 0);
  const asked = omitted > 0 ? [`${plural(omitted, 'laissée', 'laissées')} de côté à votre demande`] : [];
  return [{ indent: 2, text: [read, plural(kept, 'reprise', 'reprises'), ...asked].join(', ') }];
}

/** One line for each kind of fault in a column: how often, where, and the first as an example. */
function tellKinds(faults: readonly Fault[], tables: readonly ForeignTable[], needless = /$^/): ToldLine[] {
  const headers = new Map(tables.map(({ file, header }) => [file, header.record]));
  const files = [...Map.groupBy(faults, ({ file }) => file)];
  return files.flatMap(([file, own]): ToldLine[] => [
    ...(files.length > 1 ? [{ indent: 4, text: file, style: 'underline' as const }] : []),
    ...[...Map.groupBy(own, nameKind).values()].map((alike) => ({
      indent: 4,
      text: tellKind(alike, headers.get(file), needless),
    })),
  ]);
}

/** The same column and the same words, whatever is quoted or counted in them. */
function nameKind({ columnLetter, columnName, problem = '', expected }: Fault): string {
  return JSON.stringify([columnLetter, columnName, (problem || expected).replace(/«[^»]*»|[:;].*|\d[\d\s.,]*/gs, '#')]);
}

/** "WEB : début de l’adresse absent, 13 cellules (H2 à H4) : « a » lu comme « b »". */
function tellKind(alike: readonly Fault[], header: number | undefined, needless: RegExp): string {
  const [fault] = alike as [Fault];
  const { name, block } = describe(fault);
  const problem = block.problem?.replace(needless, '');
  const places = placesOf(alike).map(
    ({ cell, ...place }): Place => (name === undefined ? place : { cell: cell!, ...place }),
  );
  const isNowhere = places.every(({ row, cell }) => row === header && cell === undefined);
  const where = isNowhere ? '' : `, ${countPlaces(places)} (${listPlaces(places)})`;
  const [reading] = block.readings;
  const read = reading === undefined ? '' : `\u00a0: ${quote(reading.value)}`;
  const result =
    block.mended === undefined || block.mended === reading?.value ? '' : ` lu comme ${quote(block.mended)}`;
  const hint = block.nearest === undefined ? '' : `, le plus proche\u00a0: ${quote(block.nearest)}`;
  const subject = name === undefined ? '' : `${name}\u00a0: `;
  return `${subject}${problem || `attendu\u00a0: ${block.expected}`}${where}${read}${result}${hint}`;
}

/** A fault as it may be shown: printable, without personal data. */
function describe(fault: Fault): { readonly name?: string | undefined; readonly block: Block } {
  const [group] = gatherFaults([fault]).files[0]!.groups;
  return { name: group!.name, block: group!.blocks[0]! };
}

function tellDropped(dropped: readonly string[]): Paragraph {
  const named = [...new Set(dropped)].map((name) => makePrintable(name) || 'colonne sans nom');
  const personal = named.filter(isPersonal);
  const other = named.filter((name) => !isPersonal(name));
  if (named.length === 0) return [];
  return [
    { indent: 2, text: `${plural(dropped.length, 'colonne laissée', 'colonnes laissées')} de côté`, style: 'bold' },
    ...(personal.length > 0 ? [{ indent: 4, text: `données personnelles\u00a0: ${personal.join(', ')}` }] : []),
    ...(other.length > 0 ? [{ indent: 4, text: `sans place dans notre schéma\u00a0: ${other.join(', ')}` }] : []),
  ];
}
