// npm run nouvelle-edition -- 2026 : écrit le squelette d’une édition, sans jamais rien remplacer.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nameFile } from '../src/datasets/files.ts';
import { realFolders } from '../src/observatory/folders.ts';
import { typo } from '../src/text/typography.ts';
import { skeletonOf } from './nouvelle-edition/skeleton.ts';
import { readOptions, refuseCall } from './options.ts';
import { describeUnwritten } from './write-private.ts';

const { words, flags, environment } = readOptions({
  name: 'npm run nouvelle-edition',
  does: 'écrit le squelette d’une édition : sa fiche, à remplir, et ses premiers chapitres.',
  words: { takes: 'ANNÉE', does: 'l’année de l’édition, comme 2026' },
  options: {
    essai: { does: 'montre ce qui serait écrit, sans rien écrire' },
    contenu: { takes: 'DOSSIER', does: 'commence l’édition dans ce dossier plutôt que dans content/' },
  },
  codes: ['quand tout est écrit, ou montré', 'quand l’édition existe déjà, ou quand rien n’a pu être écrit'],
});
const [annee = '', ...others] = words;
if (!/^\d{4}$/.test(annee) || others.length > 0) refuseCall('la commande attend une année, comme 2026.');
const { content } = realFolders({ ...process.env, ...environment });
const folder = join(content, 'editions', annee);
process.exitCode = begin();

function begin(): number {
  const files = skeletonOf(annee);
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    console.error(typo(`L’édition ${annee} existe déjà, dans ${nameFile(folder)}/ : rien n’est écrit.`));
    return 1;
  }
  if (flags.has('essai')) {
    const shown = [...files].map(([name, text]) => `── ${nameFile(join(folder, name))}\n\n${text}`);
    console.log(
      `${shown.join('\n')}\n${typo(`Essai : rien n’est écrit. Sans « --essai », ${files.size} fichiers le seraient.`)}`,
    );
    return 0;
  }
  try {
    writeFolder(files);
  } catch (error) {
    console.error(describeUnwritten(folder, error));
    return 1;
  }
  console.log(typo(`L’édition ${annee} commence : ${files.size} fichiers écrits dans ${nameFile(folder)}/.`));
  console.log(
    typo('Remplissez edition.yaml, écrivez les chapitres, puis lancez « npm run verifier » et « npm run dev ».'),
  );
  return 0;
}

/** The whole folder or nothing: an edition half begun would be taken for one that exists. */
function writeFolder(files: ReadonlyMap<string, string>): void {
  const draft = `${folder}.en-cours-${process.pid}`;
  try {
    mkdirSync(join(draft, 'photos'), { recursive: true });
    for (const [name, text] of files) writeFileSync(join(draft, name), text);
    renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}
