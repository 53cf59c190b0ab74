import type { Fault } from '../csv/fault.ts';
import { fold } from '../text/fold.ts';
import { type ForeignTable, isEmptyColumn, placeHeader } from './foreign-table.ts';

/** Names under which files keep what nobody but the team may read. */
const PERSONAL =
  /mail|courriel|contact|\btel(?:ephone)?\b|phone|mobile|prenom|responsable|repondant|horodat|\bip\b|^(?:votre )?nom$|first ?name|last ?name/;
/** Traces of who answered and when, as survey tools name them. */
const TRACES =
  /timestamp|submitdate|datestamp|startdate|date de (?:soumission|lancement|la derniere action)|ipaddr|refurl|\btoken\b|code d'(?:acces|invitation)|jeton/;

/** The headers of the columns that no mapping names, and one fault for each: nothing leaves a file by accident. */
export function listDropped(table: ForeignTable, kept: ReadonlySet<number>) {
  const left = [...table.header.cells.entries()].filter(
    ([position]) => !kept.has(position) && !isEmptyColumn(table, position),
  );
  const faults = left.map(([position, name]): Fault => {
    const problem = isPersonal(name)
      ? 'données personnelles : colonne laissée de côté'
      : 'colonne sans place dans notre schéma, laissée de côté';
    return {
      level: 'avertissement',
      ...placeHeader(table, position),
      problem,
      expected: 'une colonne que l’import reprend',
    };
  });
  return { dropped: left.map(([, name]) => name), faults };
}

/** True for a header that announces a person's name, address or traces. */
export function isPersonal(header: string): boolean {
  const name = fold(header).replace(/_/g, ' ');
  return PERSONAL.test(name) || TRACES.test(name);
}
