// npm run comparer : ce qu’un changement des données ou des textes change pour les lecteurs, depuis une référence git ou un autre dossier.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { realFolders } from '../src/observatory/folders.ts';
import { forms, isFormName } from '../src/publication/forms.ts';
import { unexplainedIds } from '../src/publication/unexplained.ts';
import { forms as reports } from '../src/report/forms.ts';
import { enumerate } from '../src/text/list.ts';
import { compareFolders } from './comparer/compare-folders.ts';
import { exportFolder, nameReference, UnreadableReference } from './comparer/git.ts';
import { FOLDERS, readOptions, refuseCall } from './options.ts';
import { saveReport } from './save-report.ts';
import { screenOf } from './screen.ts';

/** The pictures of a page that is sent away are drawn for these. */
const FONTS = { titre: readFont('bricolage-grotesque'), texte: readFont('source-sans-3') };
const { values, flags, words, environment } = readOptions({
  name: 'npm run comparer',
  does: 'dit ce que vos changements changent pour les lecteurs.',
  words: {
    takes: '[REF]',
    does: 'branche, étiquette ou commit git à comparer avec vos fichiers (HEAD par défaut)',
  },
  options: {
    avec: { takes: 'DOSSIER', does: 'compare avec ce dossier, qui contient data/ et content/, plutôt qu’avec git' },
    format: { takes: 'FORME', does: 'texte (par défaut), markdown (pour une proposition) ou html (page à envoyer)' },
    sortie: { takes: 'FICHIER', does: 'écrit le résultat dans ce fichier plutôt qu’à l’écran' },
    interne: {
      does: 'montre aussi les différences qui diraient ce qu’un lieu a répondu ou reçu : ne publiez pas ce résultat',
    },
    ...FOLDERS,
  },
  codes: [
    'quand rien n’est à expliquer, que des nombres changent ou non',
    'quand un nombre fait un saut que content/journal.yaml n’explique pas, ou quand un de vos fichiers a une erreur',
  ],
});
const { format = 'texte', sortie, avec } = values;
const [reference = 'HEAD', ...others] = words;
if (!isFormName(format)) refuseCall(`« ${format} » n’est pas une forme ; il y a ${enumerate(Object.keys(forms))}.`);
if (others.length > 0) refuseCall(`une seule référence à la fois : « ${reference} » ou « ${others[0]} ».`);
if (avec !== undefined && words.length > 0) refuseCall(`« ${reference} » ou « --avec ${avec} », pas les deux.`);

const now = { ...process.env, ...environment };
const result = await compareFolders({ ...findReference(), after: now, isInternal: flags.has('interne') });
if ('faults' in result) {
  process.stderr.write(reports.terminal(result.faults, [], screenOf(process.stderr)));
  // Files that mend the reference are not to blame for it.
  const isMended = result.shut === 'before';
  console.error(
    isMended
      ? 'Rien n’est comparé : ce sont des erreurs de la référence, que vos fichiers n’ont pas.'
      : 'Rien n’est comparé tant qu’il y a des erreurs.',
  );
  process.exitCode = isMended ? 0 : 1;
} else {
  const { comparison } = result;
  const text = forms[format](comparison, FONTS);
  if (sortie === undefined) process.stdout.write(text);
  else saveReport(text, sortie);
  process.exitCode = unexplainedIds(comparison).length > 0 ? 1 : 0;
}

/** Where the reference lies: another folder, or what git holds, written to a folder that leaves with us. */
function findReference() {
  if (avec !== undefined) {
    const [data, content] = ['data', 'content'].map((part) => resolve(avec, part)) as [string, string];
    if (![data, content].every((folder) => existsSync(folder)))
      refuseCall(`« ${avec} » ne contient pas data/ et content/.`);
    return { before: { OBSERVATOIRE_DATA: data, OBSERVATOIRE_CONTENT: content }, reference: avec, prefix: `${avec}/` };
  }
  const folder = mkdtempSync(join(tmpdir(), 'observatoire-comparer-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
  const { data, content } = realFolders(now);
  const before = { OBSERVATOIRE_DATA: join(folder, 'data'), OBSERVATOIRE_CONTENT: join(folder, 'content') };
  try {
    exportFolder(data, reference, before.OBSERVATOIRE_DATA);
    exportFolder(content, reference, before.OBSERVATOIRE_CONTENT);
    return { before, reference: nameReference(content, reference), prefix: `${reference}:` };
  } catch (error) {
    if (error instanceof UnreadableReference) refuseCall(`${error.message}.`);
    throw error;
  }
}

function readFont(name: string): string {
  return readFileSync(join(import.meta.dirname, `../src/styles/fonts/${name}.woff2`)).toString('base64');
}
