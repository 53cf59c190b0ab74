// npm run importer : range dans data/ le fichier d’un autre organisme, tel qu’il est arrivé.
import { statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { formats } from '../src/import/index.ts';
import { readLeftRows } from '../src/import/left-rows.ts';
import { tellImport } from '../src/import/tell-import.ts';
import { realFolders } from '../src/observatory/folders.ts';
import { makeProgress } from './importer/progress.ts';
import { type Call, runImport } from './importer/run-import.ts';
import { FOLDERS, readOptions, refuseCall } from './options.ts';
import { PRIVATE_FOLDER } from './private-folder.ts';
import { screenOf } from './screen.ts';

const COMMAND = 'npm run importer';
const { values, flags, words, environment } = readOptions({
  name: COMMAND,
  does: 'range dans data/ des fichiers tels qu’ils sont arrivés.',
  words: { takes: 'FICHIER…', does: 'un fichier, ou plusieurs qui se complètent' },
  options: {
    essai: { does: 'montre tout ce qui serait écrit, et n’écrit rien' },
    millesime: { takes: 'AAAA', does: 'l’année des données, quand le fichier ne la dit pas' },
    colonnes: { takes: 'FICHIER', does: 'dit quelle colonne de l’observatoire chaque colonne du fichier remplit' },
    sans: {
      takes: '12,45-47',
      does: 'laisse ces lignes de côté, comptées comme dans un tableur ; s’il y a plusieurs fichiers : --sans a.csv:12,b.csv:3',
    },
    remplacer: {
      does: 'le fichier en place est remplacé au lieu d’être complété ; les retraits et ce que l’équipe a écrit restent',
    },
    source: { takes: '"…"', does: 'qui publie ces données : un titre, une adresse, ou les deux' },
    licence: { takes: 'NOM', does: 'leur licence, par exemple etalab-2.0' },
    date: { takes: 'AAAA-MM-JJ', does: 'leur date ; l’année ou le mois suffisent' },
    prive: { takes: 'DOSSIER', does: 'écrit la liste privée des répondants dans ce dossier plutôt que dans prive/' },
    donnees: { takes: 'DOSSIER', does: 'écrit dans ces données plutôt que dans data/' },
    contenu: FOLDERS.contenu,
  },
  more: `Formats reconnus, à leur en-tête :
${formats.map(({ title }) => `  - ${title}`).join('\n')}`,
  codes: ['importé ou importable', 'avec des erreurs'],
});
const call = readCall();
const progress = makeProgress(process.stderr, call.files.length + 3);
const stop = (code: number) => () => {
  progress.end();
  console.error('Import arrêté : rien n’est écrit.');
  process.exit(code);
};
process.on('SIGINT', stop(130)).on('SIGTERM', stop(143)).on('SIGHUP', stop(129));
const told = await runImport(call, progress, refuseCall);
process.removeAllListeners('SIGINT').removeAllListeners('SIGTERM').removeAllListeners('SIGHUP');
progress.end();
process.stdout.write(tellImport(told, screenOf(process.stdout)));
process.exitCode = told.errors.length > 0 ? 1 : 0;

function readCall(): Call {
  const { millesime, sans, source, licence, date } = values;
  if (words.length === 0) refuseCall(`aucun fichier.\nUsage : ${COMMAND} -- FICHIER… ; l’aide : ${COMMAND} -- --aide`);
  for (const file of [...words, ...(values.colonnes ? [values.colonnes] : [])]) refuseNoFile(file);
  if (millesime !== undefined && !/^\d{4}$/.test(millesime))
    refuseCall('« --millesime » attend une année, comme 2026.');
  if (date !== undefined && !/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(date))
    refuseCall('« --date » attend une date AAAA, AAAA-MM ou AAAA-MM-JJ.');
  const left = sans === undefined ? new Map() : readLeftRows(sans);
  if (!left) refuseCall('« --sans » attend des numéros de lignes, comme 12,45-47 ou fichier.csv:12.');
  const unique = [...new Map(words.map((file) => [resolve(file), file])).values()];
  if (left.has('') && unique.length > 1)
    refuseCall('avec plusieurs fichiers, « --sans » nomme celui de chaque ligne : --sans fichier.csv:12.');
  return {
    files: unique,
    columns: values.colonnes,
    left,
    millesime,
    replace: flags.has('remplacer'),
    stated: { source: source === undefined ? undefined : readSource(source), licence, date },
    trial: flags.has('essai'),
    text: writeCall(),
    privateFolder: values.prive ?? PRIVATE_FOLDER,
    folders: realFolders({ ...process.env, ...environment }),
  };
}

/** A folder or a name that leads nowhere is a slip in the call, not a fault in a file. */
function refuseNoFile(file: string): void {
  const entry = statSync(file, { throwIfNoEntry: false });
  if (!entry) refuseCall(`« ${file} » n’existe pas.`);
  if (entry.isDirectory()) refuseCall(`« ${file} » est un dossier : nommez les fichiers à importer.`);
}

/** "Titre https://…", a title alone, or an address alone, which then is its own title. */
function readSource(text: string) {
  const [, title = '', path] = /^(.*?)\s*(https?:\/\/\S+)?$/.exec(text.trim()) ?? [];
  if ((title === '' && path === undefined) || (path !== undefined && !URL.canParse(path)))
    refuseCall('« --source » attend un titre, une adresse, ou les deux.');
  return { title: title || new URL(path!).host, ...(path === undefined ? {} : { path }) };
}

/** The call as it would be typed again to write: without `--essai`. */
function writeCall(): string {
  const quote = (word: string) => (/^[\w./:,@%+-]+$/.test(word) ? word : `"${word.replace(/(["$`\\])/g, '\\$1')}"`);
  const named = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`, quote(value)],
  );
  return [
    COMMAND,
    '--',
    ...words.map((file) => quote(relative('', file))),
    ...named,
    ...(flags.has('remplacer') ? ['--remplacer'] : []),
  ].join(' ');
}
