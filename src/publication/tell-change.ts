import { formatDate } from '../text/date.ts';
import { enumerate } from '../text/list.ts';
import { plural } from '../text/plural.ts';
import { typo } from '../text/typography.ts';
import type { CellChange, Change, Showing } from './change.ts';
import type { Comparison, ObservatoryComparison } from './compare.ts';
import type { Thing } from './thing.ts';

/** What there is to say where nothing moved. */
export const NOTHING = 'Rien ne change pour les lecteurs.';

/** True where readers see the same on both sides. */
export function isNothing({ observatories, notes }: Comparison): boolean {
  return notes.length === 0 && observatories.every(({ changes, addresses }) => changes.length + addresses.length === 0);
}

const KINDS: Readonly<Record<Thing['kind'], readonly [one: string, many: string]>> = {
  figure: ['figure', 'figures'],
  valeur: ['chiffre à citer', 'chiffres à citer'],
  lieu: ['lieu', 'lieux'],
  texte: ['texte', 'textes'],
  edition: ['édition', 'éditions'],
  fichier: ['fichier de données', 'fichiers de données'],
  reglages: ['réglages', 'réglages'],
  page: ['page', 'pages'],
};

const NAMES: Readonly<Record<Thing['kind'], string>> = {
  figure: 'Figure',
  valeur: 'Chiffre',
  lieu: 'Lieu',
  texte: 'Texte',
  edition: 'Édition',
  fichier: 'Fichier de données',
  reglages: 'Réglages',
  page: 'Page',
};

const STATES = { nouveau: 'nouveau', retiré: 'retiré' } as const;
const STATES_FEMININE = { nouveau: 'nouvelle', retiré: 'retirée' } as const;
const FEMININE: ReadonlySet<Thing['kind']> = new Set(['figure', 'edition', 'page']);

/** Its kind, and "nouvelle" or "retirée" where it is. */
function nameKind({ thing: { kind }, state }: Change): string {
  if (state === 'changé') return NAMES[kind];
  return `${NAMES[kind]}, ${(FEMININE.has(kind) ? STATES_FEMININE : STATES)[state]}`;
}

/** "1 figure, 2 chiffres à citer et 1 lieu changent, à 16 adresses : 8 pages, 1 intégration et 7 fichiers." */
export function tellObservatory({ changes, addresses }: ObservatoryComparison): string {
  if (changes.length + addresses.length === 0) return NOTHING;
  const byKind = Map.groupBy(changes, ({ thing }) => thing.kind);
  const counts = [...byKind].map(([kind, list]) => plural(list.length, ...KINDS[kind]));
  const { pages, embeds, files } = sortShowings(addresses);
  const places = [
    ...(pages.length > 0 ? [plural(pages.length, 'page', 'pages')] : []),
    ...(embeds.length > 0 ? [plural(embeds.length, 'version à intégrer', 'versions à intégrer')] : []),
    ...(files.length > 0 ? [plural(files.length, 'fichier', 'fichiers')] : []),
  ];
  const where =
    places.length > 0
      ? `à ${plural(addresses.length, 'adresse', 'adresses')} : ${enumerate(places)}.`
      : 'sans qu’aucune page ne les montre.';
  return typo(`${enumerate(counts)} ${changes.length > 1 ? 'changent' : 'change'}, ${where}`);
}

/** A change in the words that every form says; a form only lays them out. */
export interface ToldChange {
  /** "Figure", "Chiffre, nouveau". */
  readonly kind: string;
  readonly title: string;
  /** Undefined for the settings, of which there is one. */
  readonly id: string | undefined;
  /** Jumps, then breaks in series. */
  readonly verdicts: readonly Verdict[];
  readonly notes: readonly string[];
  readonly words: readonly { readonly what: string; readonly before: string; readonly after: string }[];
  /** The biggest movements first; jumps before all. */
  readonly cells: readonly ToldCell[];
  /** Where it shows: "pages", with their names. */
  readonly showings: readonly { readonly title: string; readonly names: readonly string[] }[];
}

/** "Saut expliqué, 2 novembre 2026", and the explanation. */
interface Verdict {
  readonly label: string;
  readonly text?: string;
  /** True for what still has to be explained. */
  readonly isAlert?: boolean;
}

/** One number; both sides are empty where only its jump may be told. */
export interface ToldCell {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly difference: string | undefined;
  readonly jump: boolean;
}

/** A change in words. */
export function tellChange(change: Change): ToldChange {
  const { thing, title, words, cells, notes, explanations, isUnexplained, showings } = change;
  const { pages, embeds, files } = sortShowings(showings);
  const lists = { pages, 'à intégrer': embeds, fichiers: files };
  return {
    kind: nameKind(change),
    title,
    id: thing.kind === 'reglages' ? undefined : thing.id,
    verdicts: [
      ...(isUnexplained ? [{ label: 'Saut sans explication', isAlert: true }] : []),
      ...explanations.map(({ date, explication }) => ({
        label: `Saut expliqué, ${formatDate(date)}`,
        text: explication,
      })),
      ...breaksOf(change).map((text) => ({ label: 'Rupture de série', text })),
    ],
    notes,
    words: words.map(({ what, before, after }) => ({ what, before: before ?? ABSENT, after: after ?? ABSENT })),
    cells: orderCells(cells).map(tellCell),
    showings: Object.entries(lists)
      .filter(([, list]) => list.length > 0)
      .map(([name, list]) => ({ title: name, names: list.map(nameShowing) })),
  };
}

function tellCell(cell: CellChange): ToldCell {
  const { before, after, difference, jump } = cell;
  const isVeiled = before === undefined && after === undefined;
  const [old, now] = isVeiled ? ['', ''] : [before ?? ABSENT, after ?? ABSENT];
  return { name: nameCell(cell), before: old, after: now, difference, jump };
}

/** Addresses by what they are: pages, versions to embed, files to download. */
function sortShowings<T extends Pick<Showing, 'address'>>(showings: readonly T[]) {
  const kindOf = ({ address }: T) =>
    address.includes('/integrer/') ? 'embeds' : /\.(?!html$)[a-z]+$/.test(address) ? 'files' : 'pages';
  const of = (kind: string) => showings.filter((showing) => kindOf(showing) === kind);
  return { pages: of('pages'), embeds: of('embeds'), files: of('files') };
}

/** "/portrait/ (« Combien sont-ils ? », content/portrait/combien.mdx)". */
function nameShowing({ address, chapter, file }: Showing): string {
  const detail = [chapter && `« ${chapter} »`, file].filter(Boolean).join(', ');
  return typo(detail ? `${address} (${detail})` : address);
}

/** The biggest movements first; jumps before all. */
function orderCells(cells: readonly CellChange[]): readonly CellChange[] {
  return cells.toSorted((a, b) => Number(b.jump) - Number(a.jump) || b.weight - a.weight);
}

/** "Coworking, N+2, Territoire 1". */
function nameCell({ what, where }: CellChange): string {
  return typo([what, where].filter(Boolean).join(', '));
}

/** What stands where a line does not exist on one side. */
const ABSENT = 'rien';

/** Every break of a change, each once: of the whole, then of its lines. */
function breaksOf({ breaks, cells }: Change): readonly string[] {
  return [...new Set([...breaks, ...cells.flatMap((cell) => cell.breaks)])].map(typo);
}

/** What nothing shows. */
export const UNSHOWN = 'aucune page ne le montre';
