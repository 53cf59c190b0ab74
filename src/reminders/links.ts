import type { RowOfShape } from '../csv/column.ts';
import type { Fault } from '../csv/fault.ts';
import { oneOf, slug, text } from '../csv/kinds.ts';
import { type Reading, readCsv } from '../csv/read.ts';
import { writeCsv } from '../csv/write.ts';
import { recordsOf } from '../datasets/records.ts';

/** What is known of the link between a respondent and a place; what stands under « lieu » counts in any case. */
const LIENS = {
  verifie: 'vérifié',
  propose: 'proposé',
  'a-completer': 'à compléter',
  'hors-annuaire': 'hors annuaire',
} as const;

/** The columns of the private list, which lies outside data/ and is no dataset: nothing that is published may read it. */
const linkColumns = {
  id_unite: slug({
    title: 'id_unite',
    description: 'Pseudonyme du répondant, comme dans les fichiers de l’enquête.',
    required: true,
    unique: true,
  }),
  lieu: slug({ title: 'lieu', description: 'Identifiant du lieu dans l’annuaire ; vide s’il n’y figure pas.' }),
  nom: text({ title: 'nom', description: 'Nom du lieu, comme le répondant l’écrit.', max: 120 }),
  commune: text({ title: 'commune', description: 'Commune, comme le répondant l’écrit.', max: 80 }),
  lien: oneOf(LIENS, { title: 'lien', description: 'Ce qu’on sait du lien entre le répondant et le lieu.' }),
  proches: text({ title: 'proches', description: 'Lieux de l’annuaire qui ressemblent au répondant.', max: 1000 }),
};

/** One respondent, and the place of the directory that it is, as far as the team knows. */
export type Link = RowOfShape<typeof linkColumns>;

/**
 * Reads the private list; a column of any other name is refused, for it could hold an address or a telephone. Only
 * respondents and places must have theirs.
 */
export function readLinks(bytes: Uint8Array, file: string): Reading<Link> {
  const reading = readCsv(bytes, { file, columns: linkColumns, unknownColumn: 'erreur' });
  const { lieu } = linkColumns;
  const isIdle = ({ problem, columnName }: Fault) =>
    problem === 'colonne absente, lue comme vide' && columnName !== lieu.meta.title;
  return { ...reading, faults: reading.faults.filter((fault) => !isIdle(fault)) };
}

/** The private list as the CSV that `readLinks` reads. */
export function writeLinks(links: readonly Link[]): string {
  return writeCsv(recordsOf(linkColumns, links));
}

/** A text that the list may hold in a column; null for one that its own reader would refuse: too long, or personal. */
export function keepText(column: 'nom' | 'commune', given: string | null): string | null {
  const read = linkColumns[column].schema.safeParse(given?.trim() ?? '');
  return read.success && read.data !== '' ? read.data : null;
}
