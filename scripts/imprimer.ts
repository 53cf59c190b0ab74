// npm run imprimer : le portrait, les territoires et le livre annuel sur papier, en PDF.
import { join } from 'node:path';
import { type Fault, hasErrors } from '../src/csv/fault.ts';
import { findNearest } from '../src/csv/nearest.ts';
import { nameFile } from '../src/datasets/files.ts';
import { type Folders, loadObservatory } from '../src/datasets/load.ts';
import type { Settings } from '../src/datasets/settings.ts';
import { bindBook } from '../src/observatory/edition/book.ts';
import { type EditionCard, readEditionCards } from '../src/observatory/edition-cards.ts';
import { demonstrationFolders, realFolders } from '../src/observatory/folders.ts';
import { readTexts } from '../src/observatory/read-texts.ts';
import { secretsOf } from '../src/observatory/secrets.ts';
import { verify } from '../src/observatory/verify.ts';
import { type Observatory, viewObservatory } from '../src/observatory/view.ts';
import { leaflets, type PrintDocument, posters } from '../src/print/documents.ts';
import { BOOKS } from '../src/print/edition/book-layout.ts';
import { writtenBook } from '../src/print/edition/written-book.ts';
import { expectBrowser } from '../src/print/open-browser.ts';
import { PAPERS } from '../src/print/papers.ts';
import type { Profile } from '../src/print/press/profile.ts';
import { forms } from '../src/report/forms.ts';
import type { Secrets } from '../src/secrecy/inspect-artefact.ts';
import { enumerate } from '../src/text/list.ts';
import { typo } from '../src/text/typography.ts';
import { type BuiltPages, buildPages } from './imprimer/build-pages.ts';
import { describeFailure } from './imprimer/describe-failure.ts';
import { loadProfile } from './imprimer/load-profile.ts';
import { makeDocuments } from './imprimer/make-documents.ts';
import { EDITION_STEPS, makeEdition } from './imprimer/make-edition.ts';
import { FIGURES_STEPS, makeFigures, tellForeign } from './imprimer/make-figures.ts';
import { makePressEdition, PRESS_STEPS } from './imprimer/make-press-edition.ts';
import { followSteps } from './imprimer/progress.ts';
import { readPhotos } from './imprimer/read-photos.ts';
import { tellObstacle } from './imprimer/tell-obstacle.ts';
import { FOLDERS, readOptions, refuseCall } from './options.ts';
import { screenOf } from './screen.ts';
import { STOPPED } from './tool.ts';

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
    edition: { takes: 'ANNÉE', does: 'le livre d’une année : balises, signets, sommaire et notes en bas de page' },
    format: {
      takes: 'FORMAT',
      does: 'avec --affiche : a3 ou a4 seulement, avec --edition : a4 ou a5 seulement, plutôt que les deux',
    },
    imprimeur: {
      does: 'pour une presse : encres, fond perdu et repères, dans des fichiers « -imprimeur » ; d’un livre, l’intérieur et la couverture à part',
    },
    bat: { does: 'avec --edition : une épreuve à signer, qui dit et marque les pages changées depuis la dernière' },
    figures: {
      does: 'avec --edition : de quoi la mettre en pages ailleurs, dans un dossier : chaque figure en SVG et en PDF, les photographies, le texte en DOCX',
    },
    icc: { takes: 'FICHIER', does: 'avec --imprimeur : le profil de l’imprimeur, plutôt que FOGRA39' },
    sortie: { takes: 'DOSSIER', does: 'écrit dans ce dossier plutôt que dans impressions/' },
    demonstration: { does: 'imprime la région fictive, pour voir ce que donneront vos données' },
    ...FOLDERS,
  },
  more: `À côté de chaque PDF, un fichier .json du même nom garde le contrôle.`,
  codes: [
    'quand chaque PDF est conforme',
    'quand un PDF ne l’est pas, ou avec des erreurs dans les données ou les textes',
  ],
});
const isDemonstration = flags.has('demonstration');
if ([flags.has('affiche'), values.livret !== undefined, values.edition !== undefined].filter(Boolean).length !== 1) {
  refuseCall(typo(`dites ce qu’il faut imprimer : --affiche, --livret TERRITOIRE, ou --edition ANNÉE.`));
}
if (values.format !== undefined && values.livret !== undefined) {
  refuseCall(typo('--format sert à une affiche ou à un livre : un livret est en A4.'));
}
if (flags.has('figures') && (values.edition === undefined || flags.has('imprimeur'))) {
  refuseCall(
    typo('--figures va avec --edition, sans --imprimeur : un dossier pour mettre le livre en pages ailleurs.'),
  );
}
if (flags.has('bat') && (values.edition === undefined || flags.has('imprimeur') || flags.has('figures'))) {
  refuseCall(typo('--bat va avec --edition, sans --imprimeur ni --figures : une épreuve se relit et se signe.'));
}
if (values.icc !== undefined && !flags.has('imprimeur')) refuseCall('--icc ne sert qu’avec --imprimeur.');
const papers = readFormats(PAPERS, flags.has('affiche'), 'une affiche');
const bookFormats = readFormats(BOOKS, values.edition !== undefined, 'un livre');
const folders = findFolders();
process.exitCode = await print();

/** The formats asked for of those that a document has: all of them where none is. */
function readFormats<Name extends string>(
  formats: Readonly<Record<Name, unknown>>,
  isAsked: boolean,
  what: string,
): readonly Name[] {
  const known = Object.keys(formats) as Name[];
  const { format } = values;
  if (format === undefined || !isAsked) return known;
  // Papers are called A4 and A5.
  const found = known.find((name) => name === format.toLowerCase());
  return found ? [found] : refuseCall(typo(`« --format ${format} » : ${what} est en ${known.join(' ou en ')}.`));
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
  const make =
    values.edition === undefined ? documentsMaker(data.settings, profile) : bookMaker(values.edition, profile);
  const folder = join(values.sortie ?? 'impressions', isDemonstration ? 'demonstration' : '');
  const obstacle = flags.has('figures') ? tellForeign(folder, values.edition!) : tellObstacle(folder);
  if (obstacle) return giveUpFolder(obstacle);
  try {
    expectBrowser();
    // A book is made of chapters: what stops the site stops its paper.
    const verdict = await verify([folders], { publication: false });
    if (hasErrors(verdict.faults)) return giveUp(verdict.faults);
    const observatory = viewObservatory(data, { demonstrationIsBuilt: true });
    const secrets = secretsOf(data, observatory);
    return await run((built) => make(built, { secrets, folder, observatory }));
  } catch (error) {
    console.error(describeFailure(error, folder));
    return 1;
  }
}

/** Makes the documents of built pages, none of which may say a secret, into a folder; true where each holds its promises. */
type Maker = (built: BuiltPages, around: Around) => Promise<boolean>;

/** What no PDF may say, where it goes, and what its pages were made of. */
interface Around {
  readonly secrets: Secrets;
  readonly folder: string;
  readonly observatory: Observatory;
}

function documentsMaker(settings: Settings, profile: Profile | undefined): Maker {
  const documents = documentsOf(settings);
  return (built, { secrets, folder }) =>
    makeDocuments(documents, built, { secrets, folder, profile, say: console.log });
}

/** The book of a year: for a screen and the office, or its inside and its cover for a press. */
function bookMaker(annee: string, profile: Profile | undefined): Maker {
  const { impression } = expectEdition(annee);
  if (flags.has('figures')) return figuresMaker(annee, impression);
  const book = bindBook(annee, readTexts(folders.content), { drafts: false });
  const files = async (observatory: Observatory) => ({
    written: writtenBook(book, observatory),
    photos: await readPhotos(book.photos, photosOf(annee)),
  });
  const shared = { annee, formats: bookFormats };
  const follow = (steps: number) => followSteps(steps * bookFormats.length, { say: console.log, write: terminal() });
  if (!profile) {
    const progress = follow(EDITION_STEPS);
    const isProof = flags.has('bat');
    return async (built, { secrets, folder, observatory }) =>
      makeEdition(built, { ...shared, ...(await files(observatory)), secrets, folder, isProof, progress });
  }
  const card = nameFile(join(folders.content, 'editions', annee, 'edition.yaml'));
  const press = { profile, epaisseur: impression?.epaisseur, card, progress: follow(PRESS_STEPS) };
  return async (built, { secrets, folder, observatory }) =>
    makePressEdition(built, { ...shared, ...(await files(observatory)), secrets, folder, ...press });
}

/** Where the photographs of an edition lie. */
function photosOf(annee: string): string {
  return join(folders.content, 'editions', annee, 'photos');
}

/** What a layout team takes away, drawn for one format: the one asked for, else the edition's own, else the smallest. */
function figuresMaker(annee: string, impression: EditionCard['impression']): Maker {
  const own = bookFormats.find((known) => known === impression?.format?.toLowerCase());
  const format = own ?? bookFormats.at(-1)!;
  const photos = photosOf(annee);
  const progress = followSteps(FIGURES_STEPS, { say: console.log, write: terminal() });
  return (built, { secrets, folder }) =>
    makeFigures(built, { annee, format, photos, secrets, folder, demonstration: isDemonstration, progress });
}

/** Where a bar can be written over: a file or a pipe would keep each of its states. */
function terminal(): ((text: string) => void) | undefined {
  return process.stderr.isTTY ? (text) => process.stderr.write(text) : undefined;
}

/** A book that is still in preparation is not printed. */
function expectEdition(asked: string): EditionCard {
  const { cards, drafts } = readEditionCards(folders.content);
  const found = cards.find(({ annee }) => annee === asked);
  if (found) return found;
  if (drafts.some(({ annee }) => annee === asked)) {
    refuseCall(typo(`l’édition ${asked} est en préparation : npm run verifier dit ce qui lui manque.`));
  }
  const known = cards.map(({ annee }) => annee);
  refuseCall(
    typo(
      `aucune édition n’est « ${asked} ». ${known.length > 0 ? `Éditions : ${enumerate(known)}.` : 'Aucune n’est publiée.'}`,
    ),
  );
}

async function run(make: (built: BuiltPages) => Promise<boolean>): Promise<number> {
  process.once('exit', (code) => {
    if (STOPPED.includes(code)) console.error('\nArrêté. Ce qui était déjà écrit est entier, et reste.');
  });
  console.log('Données contrôlées. Les pages se composent…');
  const built = await buildPages(environment, isDemonstration);
  if (typeof built === 'string') {
    console.error(`${built}\nRien n’est imprimé.`);
    return 1;
  }
  try {
    const sound = await make(built);
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

/** Nothing can be written there, or somebody's work would be lost. */
function giveUpFolder(why: string): number {
  console.error(`${why}\nRien n’est imprimé.`);
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
