// npm run imprimer : le portrait et les territoires sur papier, en PDF.
import { join } from 'node:path';
import { type Fault, hasErrors } from '../src/csv/fault.ts';
import { findNearest } from '../src/csv/nearest.ts';
import { type Folders, loadObservatory } from '../src/datasets/load.ts';
import type { Settings } from '../src/datasets/settings.ts';
import { demonstrationFolders, realFolders } from '../src/observatory/folders.ts';
import { leaflets, type PrintDocument, posters } from '../src/print/documents.ts';
import { expectBrowser, NoBrowser } from '../src/print/open-browser.ts';
import { isPaperName, PAPERS, type PaperName } from '../src/print/papers.ts';
import type { Profile } from '../src/print/press/profile.ts';
import { forms } from '../src/report/forms.ts';
import { enumerate } from '../src/text/list.ts';
import { typo } from '../src/text/typography.ts';
import { buildPages } from './imprimer/build-pages.ts';
import { loadProfile } from './imprimer/load-profile.ts';
import { makeDocuments } from './imprimer/make-documents.ts';
import { FOLDERS, readOptions, refuseCall } from './options.ts';
import { screenOf } from './screen.ts';

/** The word for every territory. */
const ALL = 'tous';

const { values, flags, environment } = readOptions({
  name: 'npm run imprimer',
  does: 'imprime l’observatoire en PDF, et contrôle chaque PDF.',
  options: {
    affiche: { does: 'le portrait en une feuille : une brique par lieu, autour des figures' },
    livret: {
      takes: 'TERRITOIRE',
      does: `quatre pages sur un territoire, d’après son identifiant dans observatoire.yaml ; « ${ALL} » : un livret pour chacun`,
    },
    format: { takes: 'FORMAT', does: 'avec --affiche : a3 ou a4 seulement, plutôt que les deux' },
    imprimeur: { does: 'pour une presse : encres, fond perdu et repères, dans des fichiers « -imprimeur »' },
    icc: { takes: 'FICHIER', does: 'avec --imprimeur : le profil de l’imprimeur, plutôt que FOGRA39' },
    sortie: { takes: 'DOSSIER', does: 'écrit dans ce dossier plutôt que dans impressions/' },
    demonstration: { does: 'imprime la région fictive, pour voir ce que donneront vos données' },
    ...FOLDERS,
  },
  more: `À côté de chaque PDF, un fichier .json du même nom garde le contrôle.`,
  codes: ['quand chaque PDF est conforme', 'quand un PDF ne l’est pas, ou avec des erreurs dans les données'],
});
const isDemonstration = flags.has('demonstration');
if (flags.has('affiche') === (values.livret !== undefined)) {
  refuseCall(typo(`dites ce qu’il faut imprimer : --affiche, ou --livret TERRITOIRE.`));
}
if (values.icc !== undefined && !flags.has('imprimeur')) refuseCall('--icc ne sert qu’avec --imprimeur.');
const papers = readPapers(values.format);
const folders = findFolders();
process.exitCode = await print();

function readPapers(format: string | undefined): readonly PaperName[] {
  const known = Object.keys(PAPERS) as PaperName[];
  if (format === undefined) return known;
  if (!flags.has('affiche')) refuseCall(typo('--format ne sert qu’avec --affiche : un livret est en A4.'));
  return isPaperName(format)
    ? [format]
    : refuseCall(typo(`« --format ${format} » : une affiche est en ${known.join(' ou en ')}.`));
}

function findFolders(): Folders {
  const all = { ...process.env, ...environment };
  const found = isDemonstration ? demonstrationFolders(all) : realFolders(all);
  return found ?? refuseCall('il n’y a pas de démonstration dans ces dossiers.');
}

/** Reads, builds the pages, prints, checks: whatever fails before printing writes nothing. */
async function print(): Promise<number> {
  const { data, faults } = await loadObservatory(folders);
  if (!data || hasErrors(faults)) return giveUp(faults);
  const profile = flags.has('imprimeur') ? await loadProfile(values.icc) : undefined;
  if (profile && 'expected' in profile) return giveUp([profile]);
  const documents = documentsOf(data.settings);
  const folder = join(values.sortie ?? 'impressions', isDemonstration ? 'demonstration' : '');
  try {
    expectBrowser();
    return await make(documents, folder, profile);
  } catch (error) {
    console.error(describeFailure(error, folder));
    return 1;
  }
}

async function make(
  documents: readonly PrintDocument[],
  folder: string,
  profile: Profile | undefined,
): Promise<number> {
  console.log('Données contrôlées. Les pages se composent…');
  const built = await buildPages(environment, isDemonstration);
  if (typeof built === 'string') {
    console.error(`${built}\nRien n’est imprimé : la faute est ci-dessus.`);
    return 1;
  }
  try {
    const sound = await makeDocuments(documents, built, { folder, profile, say: console.log });
    if (!sound) console.error(typo('Un PDF au moins n’est pas conforme : voyez ce qui suit « NON ».'));
    return sound ? 0 : 1;
  } finally {
    await built.close();
  }
}

function giveUp(faults: readonly Fault[]): number {
  const errors = faults.filter(({ level }) => level === 'erreur');
  console.error(forms.terminal(errors, [], screenOf(process.stderr)));
  console.error('Rien n’est imprimé.');
  return 1;
}

function documentsOf(settings: Settings): readonly PrintDocument[] {
  const { livret } = values;
  if (livret === undefined) return posters(papers);
  const { territoires } = settings;
  if (livret === ALL) return leaflets(territoires);
  const found = territoires.find(({ id }) => id === livret);
  return found ? leaflets([found]) : refuseTerritory(livret, settings);
}

/** A person types a name as often as an id. */
function refuseTerritory(asked: string, { territoires }: Settings): never {
  const ids = new Map(territoires.flatMap(({ id, nom }) => [[nom, id] as const, [id, id] as const]));
  const nearest = findNearest(asked, ids.keys());
  const meant = nearest === undefined ? '' : ` ; le plus proche : « ${ids.get(nearest)} »`;
  refuseCall(
    typo(`aucun territoire n’est « ${asked} »${meant}. Identifiants : ${enumerate(territoires.map(({ id }) => id))}.`),
  );
}

/** No browser, or a folder that cannot be written, is no bug of ours; anything else keeps its stack. */
function describeFailure(error: unknown, folder: string): string {
  if (error instanceof NoBrowser) return error.message;
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === undefined || path === undefined) throw error;
  return typo(
    `Impossible d’écrire dans « ${folder} » (${code}) : le fichier est-il ouvert ailleurs, avez-vous le droit d’y écrire ?`,
  );
}
