// npm run relances : qui a répondu, qui relancer ; une liste privée, hors du site et des données.
import { join } from 'node:path';
import { type Fault, hasErrors } from '../src/csv/fault.ts';
import { writeCsv } from '../src/csv/write.ts';
import type { Data } from '../src/datasets/data.ts';
import { nameFile } from '../src/datasets/files.ts';
import { type Folders, loadObservatory } from '../src/datasets/load.ts';
import { demonstrationFolders, realFolders } from '../src/observatory/folders.ts';
import { checkLinks } from '../src/reminders/check-links.ts';
import { describeFollowUp } from '../src/reminders/describe-follow-up.ts';
import { type FollowUp, followUp } from '../src/reminders/follow-up.ts';
import { writeLinks } from '../src/reminders/links.ts';
import { reminderPage } from '../src/reminders/reminder-page.ts';
import { reminderRecords } from '../src/reminders/reminder-records.ts';
import { forms } from '../src/report/forms.ts';
import { typo } from '../src/text/typography.ts';
import { completeLinks, LINKS_FILE, readPrivateLinks } from './complete-links.ts';
import { linkDemonstration } from './demonstration/links.ts';
import { FOLDERS, readOptions, refuseCall } from './options.ts';
import { PRIVATE_FOLDER, refusePrivateFolder } from './private-folder.ts';
import { screenOf } from './screen.ts';
import { today } from './today.ts';
import { describeUnwritten, writePrivate } from './write-private.ts';

const FILES = { csv: 'relances.csv', page: 'relances.html', links: LINKS_FILE } as const;
const PROJECT = join(import.meta.dirname, '..');

const { values, flags, environment } = readOptions({
  name: 'npm run relances',
  does: 'dit qui a répondu au recensement, et qui relancer.',
  options: {
    millesime: { takes: 'AAAA', does: 'le recensement en cours, plutôt que le dernier déposé' },
    prive: {
      takes: 'DOSSIER',
      does: 'écrit dans ce dossier plutôt que dans prive/ : jamais dans ce qui est publié ou gardé par git',
    },
    demonstration: { does: 'suit la région fictive, pour voir ce que donne la commande' },
    ...FOLDERS,
  },
  more: `Fichiers écrits, privés tous les deux :
  ${FILES.csv}    pour un tableur
  ${FILES.page}   à lire ou à imprimer
Le lien entre un répondant et un lieu de l’annuaire est dans ${FILES.links},
que la commande complète.`,
  codes: ['quand les listes sont écrites', 'avec des erreurs, ou quand rien n’a pu être écrit'],
});
const isDemonstration = flags.has('demonstration');
const wave = values.millesime;
if (wave !== undefined && !/^\d{4}$/.test(wave)) refuseCall('« --millesime » attend une année, comme 2026.');
const folders = findFolders();
const folder = join(values.prive ?? PRIVATE_FOLDER, isDemonstration ? 'demonstration' : '');
const refusal = refusePrivateFolder(folder, Object.values(FILES), { project: PROJECT, ...folders });
if (refusal) refuseCall(typo(`rien n’est écrit dans « ${nameFile(folder)} » : ${refusal}.`));
process.exitCode = await remind();

function findFolders(): Folders {
  const all = { ...process.env, ...environment };
  const found = isDemonstration ? demonstrationFolders(all) : realFolders(all);
  return found ?? refuseCall('il n’y a pas de démonstration dans ces dossiers.');
}

/** Reads, then writes: faults of the data or of the private list stop before anything is written. */
async function remind(): Promise<number> {
  const { data, faults } = await loadObservatory(folders);
  if (!data || hasErrors(faults)) return giveUp(faults.filter(({ level }) => level === 'erreur'));
  const reading = isDemonstration ? undefined : await readPrivateLinks(folder);
  const doubts = reading ? [...reading.faults, ...checkLinks(reading, data)] : [];
  if (hasErrors(doubts)) return giveUp(doubts);
  if (doubts.length > 0) tell(doubts);
  try {
    const known = reading?.rows ?? linkDemonstration();
    if (isDemonstration) writePrivate(join(folder, FILES.links), writeLinks(known));
    const links = isDemonstration ? known : completeLinks(folder, known, respondentsOf(data), data.lieux, console.log);
    const found = followUp(data, links, wave);
    writeLists(found, data);
    console.log(describeFollowUp(found));
    console.log(
      typo(
        `Écrits : ${[FILES.csv, FILES.page].map((file) => nameFile(join(folder, file))).join(' et ')}. Ils disent qui n’a pas répondu : gardez-les dans l’équipe.`,
      ),
    );
    return 0;
  } catch (error) {
    console.error(describeUnwritten(folder, error));
    return 1;
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

/** Who answered, by the commune of the answer: names are in no file of data/. */
function respondentsOf({ enquete, geography }: Data) {
  return enquete.map(({ id_unite, code_insee }) => ({
    id_unite,
    nom: null,
    commune: geography.communes.get(code_insee)?.nom ?? null,
  }));
}

function writeLists(found: FollowUp, { settings }: Data): void {
  writePrivate(join(folder, FILES.csv), writeCsv(reminderRecords(found)));
  writePrivate(join(folder, FILES.page), reminderPage(found, { settings, today: today() }));
}
