import type { QuoteFault } from './cutter.ts';
import type { Fault } from './fault.ts';

/** What is said of a record whose quotes are wrong. */
export function describeQuotes(kind: QuoteFault, place: Pick<Fault, 'file' | 'line' | 'record'>): Fault {
  if (kind === 'unclosed') {
    const problem = 'guillemet ouvert et jamais refermé : la suite du fichier n’a pas pu être lue';
    const expected = 'un guillemet de fermeture, ou des guillemets doublés dans le texte';
    return { level: 'erreur', ...place, problem, expected };
  }
  const problem = 'guillemet suivi de texte dans une cellule entre guillemets';
  return { level: 'erreur', ...place, problem, expected: 'des guillemets doublés ("") à l’intérieur du texte' };
}
