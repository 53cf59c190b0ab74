import { PERIMETRES, type Repere, STATUTS, UNITES } from '../datasets/reperes.ts';
import { LEAST_BASE } from '../model/least-base.ts';
import type { Cell, Row, Source, Table, TableColumn } from '../model/table.ts';
import type { Unit } from '../model/unit.ts';
import { formatValue } from '../text/value.ts';

type Perimetre = keyof typeof PERIMETRES;
type Unite = keyof typeof UNITES;

/** The measure that holds the numbers of each unit; a table of one unit has one measure, of several units several. */
const MEASURES = {
  '%': { id: 'part', title: 'Part' },
  '€': { id: 'montant', title: 'Montant' },
  'm²': { id: 'surface', title: 'Surface' },
  lieux: { id: 'lieux', title: 'Lieux' },
  emplois: { id: 'emplois', title: 'Emplois' },
  structures: { id: 'structures', title: 'Structures' },
  personnes: { id: 'personnes', title: 'Personnes' },
  cercles: { id: 'cercles', title: 'Cercles' },
  axes: { id: 'axes', title: 'Axes' },
  minutes: { id: 'minutes', title: 'Temps' },
} as const satisfies Record<Unite, { id: string; title: string }>;

/** What a figure takes of the published numbers; what is left out is not looked at. */
interface Selection {
  readonly serie: string;
  readonly territoire?: Perimetre;
  readonly unite?: Unite;
}

/** The published numbers of a series, in the series' order. */
export function selectReperes(reperes: readonly Repere[], { serie, territoire, unite }: Selection): readonly Repere[] {
  return reperes
    .filter((repere) => repere.serie === serie)
    .filter((repere) => territoire === undefined || repere.territoire === territoire)
    .filter((repere) => unite === undefined || repere.unite === unite)
    .toSorted((a, b) => a.rang - b.rang);
}

interface Options {
  /** What the rows are: "Activité", "Publication". */
  readonly title: string;
  /** Further public words of a row: a group, a place in the picture. */
  readonly attributes?: (repere: Repere) => Readonly<Record<string, string | number | null>>;
}

/** A table with a row a published number, key `repere`: its words as attributes, its value under the measure of its unit. */
export function tableOfReperes(reperes: readonly Repere[], { title, attributes }: Options): Table {
  const units = [...new Set(reperes.map(({ unite }) => unite))];
  return {
    columns: [
      { id: 'repere', title, role: 'key', labels: Object.fromEntries(reperes.map(({ id, libelle }) => [id, libelle])) },
      ...attributeColumns(reperes),
      ...units.map((unite): TableColumn => ({ ...MEASURES[unite], role: 'measure', unit: UNITES[unite] })),
    ],
    rows: reperes.map((repere) => ({
      key: { repere: repere.id },
      attributes: { ...attributesOf(repere), ...attributes?.(repere) },
      cells: { [MEASURES[repere.unite].id]: cellOfRepere(repere) },
    })),
    sums: [],
    champ: champOfReperes(reperes),
    sources: sourcesOfReperes(reperes),
  };
}

interface Comparison {
  /** What the rows are: "Activité". */
  readonly title: string;
  readonly own: readonly Repere[];
  readonly other: readonly Repere[];
  /** Titles of the two measures, `part` and `comparaison`. */
  readonly titles: { readonly own: string; readonly other: string };
}

/** Shares of two territories by category, key `modalite`: where only one of the two knows a category, the other is null. */
export function tableOfComparedReperes({ title, own, other, titles }: Comparison): Table {
  const all = [...own, ...other];
  const categories = [...new Set(all.flatMap(({ modalite }) => modalite ?? []))];
  const labelled = categories.map((code) => [code, all.find(({ modalite }) => modalite === code)!.libelle] as const);
  return {
    columns: [
      { id: 'modalite', title, role: 'key', labels: Object.fromEntries(labelled) },
      { id: 'part', title: titles.own, role: 'measure', unit: '%' },
      { id: 'comparaison', title: titles.other, role: 'measure', unit: '%' },
    ],
    rows: labelled.map(([code, label]): Row<Cell> => {
      const [ownRepere, otherRepere] = [own, other].map((list) => list.find(({ modalite }) => modalite === code));
      return {
        key: { modalite: code },
        attributes: {
          label,
          champ: champOfReperes(own),
          'champ-comparaison': champOfReperes(other),
          source: own[0]?.source ?? null,
          millesime: own[0]?.millesime ?? null,
        },
        cells: { part: cellOfRepere(ownRepere), comparaison: cellOfRepere(otherRepere) },
      };
    }),
    sums: [],
    champ: [champOfReperes(own), champOfReperes(other)].filter(Boolean).join(' ; '),
    sources: sourcesOfReperes(all),
  };
}

/** The cell of a published number: percent, cents or a count; a share of too few answers is not available. */
export function cellOfRepere(repere: Repere | undefined): Cell {
  if (!repere) return { kind: 'share', value: null, n: null, base: null, sign: 'nd' };
  const { unite, valeur, base, precision } = repere;
  const kind = unite === '%' ? 'share' : unite === '€' ? 'sum' : 'count';
  if (kind === 'share' && base !== null && base < LEAST_BASE) return { kind, value: null, n: null, base, sign: 'nd' };
  return { kind, value: unite === '€' ? Math.round(valeur * 100) : valeur, n: null, base, precision };
}

/** Who is counted, with how many answers where the source says it: "100 lieux répondants de la région ; …". */
export function champOfReperes(reperes: readonly Repere[]): string {
  return [...new Set(reperes.map(champOfRepere))].join(' ; ');
}

function champOfRepere({ champ, base, base_precision }: Repere): string {
  if (base === null || !champ.startsWith('lieux')) return champ;
  return `${printBase(base, base_precision)} ${champ}`;
}

function printBase(base: number, precision: Repere['base_precision']): string {
  const bare: Unit = { one: '', many: '' };
  return formatValue(base, bare, { precision: precision ?? 'exact', bare: true });
}

/** Each publication once, with what qualifies it, and its year where all it says is of one year. */
export function sourcesOfReperes(reperes: readonly Repere[]): readonly Source[] {
  const publications = Map.groupBy(reperes, (repere) => [repere.source, repere.url, ...notesOf(repere)].join('|'));
  return [...publications.values()].map((group): Source => {
    const [first] = group as [Repere];
    const notes = notesOf(first);
    const years = new Set(group.map(({ millesime }) => millesime));
    return {
      label: first.source,
      ...(first.url ? { url: first.url } : {}),
      ...(years.size === 1 && first.millesime ? { millesime: first.millesime } : {}),
      ...(notes.length ? { note: notes.join(' ; ') } : {}),
    };
  });
}

function notesOf({ source, reference, statut }: Repere): readonly string[] {
  return [
    ...(reference && !source.includes(reference) ? [reference] : []),
    ...(statut === 'declare' ? ['données déclaratives'] : []),
  ];
}

function attributesOf(repere: Repere): Record<string, string | null> {
  const { libelle, serie, modalite, territoire, millesime, statut, source, url, reference, note } = repere;
  return {
    label: libelle,
    serie,
    modalite,
    territoire: PERIMETRES[territoire],
    millesime,
    statut: STATUTS[statut],
    champ: champOfRepere(repere),
    source,
    url,
    reference,
    note,
  };
}

const ATTRIBUTE_TITLES = {
  millesime: 'Année',
  statut: 'Statut',
  champ: 'Champ',
  source: 'Source',
  url: 'Adresse',
  reference: 'Référence',
  note: 'Note',
} as const;

/** Only the words that some row has. */
function attributeColumns(reperes: readonly Repere[]): readonly TableColumn[] {
  return Object.entries(ATTRIBUTE_TITLES)
    .filter(([id]) => reperes.some((repere) => repere[id as keyof typeof ATTRIBUTE_TITLES] !== null))
    .map(([id, title]) => ({ id, title, role: 'attribute' as const }));
}
