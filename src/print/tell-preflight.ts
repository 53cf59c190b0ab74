import { typo } from '../text/typography.ts';
import { type Check, isSound } from './preflight.ts';

/** What no program at hand can certify: it is said, not left to be believed. */
const UNCERTIFIED = 'PDF/UA et PDF/X : non certifié, faute de validateur libre dans le projet.';

/** The checks of a PDF as a table for the terminal: what was found, and under it each thing that breaks the promise. */
export function tellPreflight(file: string, checks: readonly Check[]): string {
  const width = Math.max(...checks.map(({ title }) => title.length));
  const lines = checks.flatMap(({ title, found, wrong }) => [
    `  ${wrong.length === 0 ? 'oui' : 'NON'}  ${title.padEnd(width)}  ${found}`,
    ...wrong.map((thing) => `       ${' '.repeat(width)}  → ${thing}`),
  ]);
  return typo([file, ...lines, `       ${UNCERTIFIED}`].join('\n'));
}

/** The same for another program. */
export function writePreflight(file: string, checks: readonly Check[]): string {
  return `${JSON.stringify(describePreflight(file, checks), null, 2)}\n`;
}

/** The same as a value, for a report that says more. */
export function describePreflight(file: string, checks: readonly Check[]) {
  return {
    fichier: file,
    conforme: isSound(checks),
    controles: checks.map(({ id, title, found, wrong }) => ({
      id,
      titre: title,
      tenu: wrong.length === 0,
      trouve: typo(found),
      manque: wrong.map(typo),
    })),
    certification: typo(UNCERTIFIED),
  };
}
