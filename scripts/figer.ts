// npm run figer -- 2026 : fige les figures d’un millésime, une fois pour toutes, et les verrouille.

import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { hasErrors } from '../src/csv/fault.ts';
import { nameFile } from '../src/datasets/files.ts';
import { millesimesOf, nameMillesime } from '../src/datasets/millesimes.ts';
import { realFolders } from '../src/observatory/folders.ts';
import { publicationsFolder } from '../src/observatory/frozen-years.ts';
import { LOCK, readLock } from '../src/observatory/lock.ts';
import { verify } from '../src/observatory/verify.ts';
import { checkPermanence } from '../src/publication/check-permanence.ts';
import { type FrozenFiles, frozenFiles, quotedNumbers } from '../src/publication/frozen-files.ts';
import { digestMemory, memoryPath, rememberYear } from '../src/publication/frozen-memory.ts';
import { openSide, type Side } from '../src/publication/side.ts';
import { forms } from '../src/report/forms.ts';
import { enumerate } from '../src/text/list.ts';
import { formatNumber } from '../src/text/number.ts';
import { plural } from '../src/text/plural.ts';
import { typo } from '../src/text/typography.ts';
import { drawFrozen } from './figer/draw-frozen.ts';
import { Busy } from './figer/take-turn.ts';
import { AlreadyFrozen, writeYear } from './figer/write-year.ts';
import { FOLDERS, readOptions, refuseCall } from './options.ts';
import { screenOf } from './screen.ts';
import { today } from './today.ts';
import { describeUnwritten } from './write-private.ts';

const { words, values, flags, environment } = readOptions({
  name: 'npm run figer',
  does: 'fige les figures d’un millésime : copie tableaux, images et pages à intégrer, et les verrouille.',
  words: { takes: 'MILLÉSIME', does: 'l’année de données à figer, comme 2026' },
  options: {
    essai: { does: 'montre ce qui serait figé, sans rien écrire' },
    date: { takes: 'JOUR', does: 'le jour de la publication, AAAA-MM-JJ (aujourd’hui par défaut)' },
    ...FOLDERS,
  },
  codes: ['quand tout est figé, ou montré', 'quand le millésime l’est déjà, ou quand rien n’a pu être écrit'],
});
const [millesime = '', ...others] = words;
const { date = today() } = values;
if (!/^\d{4}$/.test(millesime) || others.length > 0) refuseCall('la commande attend une année, comme 2026.');
if (!z.iso.date().safeParse(date).success) refuseCall(`« ${date} » n’est pas un jour, AAAA-MM-JJ.`);

const folders = realFolders({ ...process.env, ...environment });
const root = publicationsFolder(folders.content);
const folder = join(root, millesime);
process.exitCode = await freeze();

async function freeze(): Promise<number> {
  if (existsSync(folder)) return refuse(describeExisting());
  const { faults } = await verify([folders], { publication: false });
  const opening = await openSide(folders, { demonstrationIsBuilt: false });
  const all = [...faults, ...(await checkPermanence(folders, async () => opening))];
  if (hasErrors(all)) {
    process.stderr.write(forms.terminal(all, [], screenOf(process.stderr)));
    return refuse('Rien n’est figé tant qu’il y a des erreurs.');
  }
  const { side, data } = opening;
  const years = yearsOf(side!);
  if (!years.includes(millesime)) {
    const known = years.length > 0 ? `il y a ${enumerate(years)}` : 'il n’y en a aucun';
    return refuse(`Ni données, ni édition du millésime ${millesime} ; ${known}. Rien n’est figé.`);
  }
  const { settings } = side!.observatory;
  const built = await drawFrozen(millesime, { ...environment, OBSERVATOIRE_BASE: settings.base });
  if (typeof built === 'string') {
    console.error(built);
    return refuse('Les figures n’ont pas pu être dessinées : rien n’est figé.');
  }
  const memory = rememberYear(data!, randomBytes(32));
  const year = { millesime, nom: nameMillesime(settings, millesime), date, memoire: digestMemory(memory) };
  const files = frozenFiles(built.read, year, quotedNumbers(side!, millesime));
  built.sweep();
  if (flags.has('essai')) return show(files);
  try {
    writeYear({ root, millesime, files, memory: { path: memoryPath(folders.data, millesime), bytes: memory } });
  } catch (error) {
    if (error instanceof AlreadyFrozen) return refuse(describeExisting());
    if (error instanceof Busy)
      return refuse('Une autre commande « npm run figer » écrit en ce moment : recommencez quand elle aura fini.');
    const { path = root } = error as NodeJS.ErrnoException;
    return refuse(describeUnwritten(dirname(path), error));
  }
  say(
    `Le millésime ${year.nom} est figé : ${weigh(files)} dans ${nameFile(folder)}/, et leurs empreintes dans ${nameFile(join(root, LOCK))}.`,
  );
  say(
    `${nameFile(memoryPath(folders.data, millesime))} retient de quoi juger une correction : gardez ce fichier avec les données, et ne le publiez pas plus qu’elles.`,
  );
  say(
    'Enregistrez ces fichiers avec git. Ils ne changent plus : « npm run build » les copie, et s’arrête si l’un d’eux bouge.',
  );
  return 0;
}

/** The years of which there is something to freeze: those of data, and those of published editions. */
function yearsOf({ observatory, published, editions }: Side): readonly string[] {
  const dated = published
    .map(({ scope }) => scope)
    .filter((scope) => /^\d{4}$/.test(scope.millesime) && scope.territoire === observatory.settings.region.id);
  return millesimesOf([...dated, ...editions.map(({ annee }) => ({ millesime: annee }))]);
}

function describeExisting(): string {
  const name = `${nameFile(folder)}/`;
  const lock = join(root, LOCK);
  const isLocked =
    existsSync(lock) && readLock(readFileSync(lock, 'utf8')).files.some(({ path }) => path.startsWith(`${millesime}/`));
  return isLocked
    ? `Le millésime ${millesime} est déjà figé, dans ${name} : il ne se refait pas. Un nombre y est faux ? Corrigez les données, et écrivez un erratum.`
    : `${name} existe, et le verrou ne le connaît pas : c’est le reste d’une commande interrompue. Supprimez ce dossier, puis recommencez.`;
}

function show(files: FrozenFiles): number {
  for (const [name, data] of [...files].sort(([a], [b]) => (a < b ? -1 : 1)))
    console.log(`  ${join(nameFile(folder), name)} (${formatNumber(data.byteLength)} octets)`);
  say(`Essai : rien n’est écrit. Sans « --essai », ${weigh(files)} seraient figés.`);
  return 0;
}

function weigh(files: FrozenFiles): string {
  const bytes = [...files.values()].reduce((sum, data) => sum + data.byteLength, 0);
  return `${plural(files.size, 'fichier', 'fichiers')} (${formatNumber(Math.round(bytes / 1000))} Ko)`;
}

function refuse(sentence: string): number {
  console.error(typo(sentence));
  return 1;
}

function say(sentence: string): void {
  console.log(typo(sentence));
}
