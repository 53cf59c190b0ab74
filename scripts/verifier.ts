// npm run verifier : liste toutes les fautes des données et des textes, sous la forme demandée.
import { type Fault, hasErrors } from '../src/csv/fault.ts';
import { demonstrationFolders, realFolders } from '../src/observatory/folders.ts';
import { verify } from '../src/observatory/verify.ts';
import { checkPermanence } from '../src/publication/check-permanence.ts';
import { forms, isFormName } from '../src/report/forms.ts';
import { enumerate } from '../src/text/list.ts';
import { checkPrivateList } from './check-private-list.ts';
import { FOLDERS, readOptions, refuseCall } from './options.ts';
import { PRIVATE_FOLDER } from './private-folder.ts';
import { saveReport } from './save-report.ts';
import { screenOf } from './screen.ts';

const { values, environment } = readOptions({
  name: 'npm run verifier',
  does: 'liste toutes les fautes des données et des textes, d’un coup.',
  options: {
    format: {
      takes: 'FORME',
      does: 'terminal (par défaut), json, github ou gitlab (annotations), ou html (page à envoyer)',
    },
    sortie: { takes: 'FICHIER', does: 'écrit le résultat dans ce fichier plutôt qu’à l’écran' },
    prive: {
      takes: 'DOSSIER',
      does: 'contrôle aussi identifiants.csv de ce dossier plutôt que de prive/, à l’écran seulement',
    },
    ...FOLDERS,
  },
  codes: ['sans erreur (des avertissements sont possibles)', 'avec des erreurs'],
});
const { format = 'terminal', sortie } = values;
if (!isFormName(format)) refuseCall(`« ${format} » n’est pas une forme ; il y a ${enumerate(Object.keys(forms))}.`);

const folders = { ...process.env, ...environment };
const observatories = [realFolders(folders), demonstrationFolders(folders)].filter((found) => found !== undefined);
const { faults: told, masking } = await verify(observatories, { publication: false });
const faults = [...told, ...(await checkPermanence(realFolders(folders))), ...(await checkPrivate())];
const report = forms[format](faults, masking, sortie === undefined ? screenOf(process.stdout) : {});
if (sortie === undefined) process.stdout.write(report);
else saveReport(report, sortie);
process.exitCode = hasErrors(faults) ? 1 : 0;

/**
 * The private list is told on a screen only: a page or an annotation is sent. Other data than the project's own have
 * another list, to be named.
 */
async function checkPrivate(): Promise<readonly Fault[]> {
  const isElsewhere = folders.OBSERVATOIRE_DATA !== undefined || folders.OBSERVATOIRE_CONTENT !== undefined;
  const folder = values.prive ?? (isElsewhere ? undefined : PRIVATE_FOLDER);
  if (folder === undefined || format !== 'terminal' || sortie !== undefined) return [];
  return checkPrivateList(folder, realFolders(folders));
}
