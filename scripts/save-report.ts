import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { refuseCall } from './options.ts';

/** Writes what a command found to a file, whole or not at all: a page half written would be sent as it is. */
export function saveReport(text: string, path: string): void {
  const draft = `${path}.en-cours-${process.pid}`;
  try {
    writeFileSync(draft, text);
    renameSync(draft, path);
  } catch {
    rmSync(draft, { force: true });
    refuseCall(`impossible d’écrire « ${path} » : le dossier existe-t-il, et avez-vous le droit d’y écrire ?`);
  }
  console.log(`Résultat écrit dans ${path}.`);
}
