// npm run contours : des contours officiels de communes, au fond de carte de l’observatoire.
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { type Fault, hasErrors } from '../src/csv/fault.ts';
import type { Data } from '../src/datasets/data.ts';
import { nameFile, readSupplied } from '../src/datasets/files.ts';
import { loadObservatory } from '../src/datasets/load.ts';
import { realFolders } from '../src/observatory/folders.ts';
import { forms } from '../src/report/forms.ts';
import { type Built, buildContours } from './contours/build-contours.ts';
import { describeContours } from './contours/describe-contours.ts';
import { gatherPieces } from './contours/gather-pieces.ts';
import { readCommuneContours } from './contours/read-commune-contours.ts';
import { settleCommunes } from './contours/settle-communes.ts';
import { FOLDERS, readOptions, refuseCall } from './options.ts';
import { screenOf } from './screen.ts';

const COMMAND = 'npm run contours';
/** Bytes of the file that is written, uncompressed: it is kept by git, and read at every build. */
const LIMIT = 250_000;
/** Where the contours go unless told, from the data folder: beside those in use, which stay. */
const USUAL = 'territoires/contours-communes.topojson';

const { values, flags, words, environment } = readOptions({
  name: COMMAND,
  does: 'fait un fond de carte d’un fichier de contours de communes (GeoJSON de l’IGN ou d’Etalab) : territoires, intercommunalités et communes.',
  words: { takes: 'FICHIER', does: 'le fichier .geojson, de n’importe quelle année, en degrés (WGS 84)' },
  options: {
    essai: { does: 'dit tout ce qui serait écrit, et n’écrit rien' },
    sortie: { takes: 'FICHIER', does: `écrit ce fichier plutôt que data/${USUAL}` },
    toutes: {
      does: `garde toutes les communes, même au-delà de ${LIMIT / 1000} ko ; sans elle, celles de l’annuaire puis les plus peuplées`,
    },
    ...FOLDERS,
  },
  codes: ['quand le fond de carte est écrit, ou pourrait l’être', 'avec des erreurs ; rien n’est alors écrit'],
});
const [source, ...others] = words;
if (source === undefined) refuseCall(`aucun fichier.\nUsage : ${COMMAND} -- FICHIER ; l’aide : ${COMMAND} -- --aide`);
if (others.length > 0) refuseCall('un seul fichier de contours à la fois.');
const folders = realFolders({ ...process.env, ...environment });
const target = values.sortie ?? join(folders.data, USUAL);
process.exitCode = await run(source);

/** Reads all, builds all in memory, then writes in one move: a fault leaves everything as it was. */
async function run(path: string): Promise<number> {
  const started = performance.now();
  const observatory = await loadObservatory(folders);
  if (!observatory.data) return giveUp(observatory.faults.filter(({ level }) => level === 'erreur'));
  const bytes = await readSupplied(path, 'les contours des communes');
  if (!(bytes instanceof Uint8Array)) return giveUp([bytes]);
  const file = nameFile(path);
  const reading = readCommuneContours(new TextDecoder().decode(bytes), file);
  if (hasErrors(reading.faults)) return giveUp(reading.faults);
  const settled = settleCommunes(reading.contours, observatory.data.geography);
  const pieces = gatherPieces(settled, observatory.data);
  const undrawn = explainUndrawn(observatory.data, pieces, file);
  if (undrawn.length > 0) return giveUp([...reading.faults, ...undrawn]);
  if (reading.faults.length > 0) tell(reading.faults);
  const built = buildContours({ ...pieces, limit: flags.has('toutes') ? undefined : LIMIT });
  const seconds = (performance.now() - started) / 1000;
  const isWritten = !flags.has('essai');
  if (isWritten && !write(built)) return 1;
  const place = relative(folders.data, target);
  process.stdout.write(
    describeContours({
      file,
      bytes: bytes.length,
      read: reading.contours.length,
      settled,
      built,
      target: nameFile(target),
      seconds,
      isWritten,
      limit: LIMIT,
      // Contours outside the data folder are no map of this observatory.
      setting: place.startsWith('..') ? undefined : place.replaceAll('\\', '/'),
      inUse: observatory.data.settings.contours,
    }),
  );
  return 0;
}

/** A territory of the map without a single commune: this is the file of another region, or a part of ours. */
function explainUndrawn(
  { settings }: Data,
  { territoires, contours }: Pick<ReturnType<typeof gatherPieces>, 'territoires' | 'contours'>,
  file: string,
): readonly Fault[] {
  if (territoires.length === 0) {
    const expected = `des territoires de type « ${settings.partition} » avec leur code, dans observatoire.yaml`;
    return [{ level: 'erreur', file, problem: 'aucun territoire à dessiner', expected }];
  }
  return territoires
    .filter(({ communes }) => !communes.some((code) => contours.has(code)))
    .map(({ code, nom }) => ({
      level: 'erreur',
      file,
      value: code,
      problem: `aucune commune de « ${nom} »`,
      expected: `les communes de toute la région (${settings.region.nom})`,
    }));
}

function write({ text }: Built): boolean {
  const draft = `${target}.en-cours-${process.pid}`;
  try {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(draft, text);
    renameSync(draft, target);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    console.error(`« ${nameFile(target)} » n’a pas pu être écrit (${code}). Rien n’est changé.`);
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

function giveUp(faults: readonly Fault[]): number {
  tell(faults);
  console.error('Rien n’est écrit.');
  return 1;
}

function tell(faults: readonly Fault[]): void {
  console.error(forms.terminal(faults, [], screenOf(process.stderr)));
}
