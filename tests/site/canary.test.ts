import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../scripts/build-site.ts';
import { linkDemonstration } from '../../scripts/demonstration/links.ts';
import { writeSurvey } from '../../scripts/demonstration/survey-file.ts';
import { type BuiltPages, buildPages } from '../../scripts/imprimer/build-pages.ts';
import { writeCsv } from '../../src/csv/write.ts';
import type { Data } from '../../src/datasets/data.ts';
import { loadObservatory } from '../../src/datasets/load.ts';
import { secretsOf } from '../../src/observatory/secrets.ts';
import { viewObservatory } from '../../src/observatory/view.ts';
import { checkSecrecy } from '../../src/print/check-secrecy.ts';
import { openBrowser } from '../../src/print/open-browser.ts';
import { readPdf } from '../../src/print/read-pdf.ts';
import { followUp, STATUSES } from '../../src/reminders/follow-up.ts';
import { writeLinks } from '../../src/reminders/links.ts';
import { reminderPage } from '../../src/reminders/reminder-page.ts';
import { reminderRecords } from '../../src/reminders/reminder-records.ts';
import { inspectArtefact, type Rules } from '../../src/secrecy/inspect-artefact.ts';
import { CANARY, COMMUNE, DISGUISES, TERRITORY } from '../secrecy/canary.ts';
import { disguisesOf } from '../secrecy/disguises.ts';
import { FICTIONAL } from './artefact-exceptions.ts';
import { formatOf } from './artefact-rules.ts';
import * as usual from './dist.ts';

const ROOT = join(import.meta.dirname, '../..');

let folder: string;
let code: number;

/** The pages that are printed (poster, leaflets, the book), which no site holds: as they are, and with the place. */
const printed = { usual: new Map<string, string>(), canary: new Map<string, string>() };

/** The text of each page of the book with the place, and of one more page that tells on it. */
let book: readonly string[];
const TELLING = `Le lieu ${CANARY.id_unite} (lieu.a@example.org, 01 99 00 12 34) doit 87\u202f654,30\u00a0€ de loyer.`;

/** Prints the book as the browser alone lays it out, a telling page at its end. */
async function printBook({ address }: BuiltPages): Promise<void> {
  const { browser, close } = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`${address}editions/3003/livre/a5/`);
    await page.evaluate((telling) => {
      const last = document.body.appendChild(document.createElement('p'));
      last.textContent = telling;
      last.style.breakBefore = 'page';
    }, TELLING);
    book = (await readPdf(new Uint8Array(await page.pdf({ preferCSSPageSize: true })))).texts;
  } finally {
    await close();
  }
}

/** Pages that are printed, by path in the folder of one process: one build after the other. */
async function buildPrinted(
  into: Map<string, string>,
  environment: Readonly<Record<string, string>>,
  print?: (built: BuiltPages) => Promise<void>,
): Promise<void> {
  const built = await buildPages(environment, true);
  if (typeof built === 'string') throw new Error(built);
  await print?.(built);
  for (const file of filesOf(built.folder)) {
    for (const [part, text] of cutDrawings(file, usual.textOf(join(built.folder, file)))) into.set(part, text);
  }
  await built.close();
}

/** A list of drawings is read drawing by drawing: where a line stands is no number that it says. */
function cutDrawings(file: string, text: string): readonly (readonly [file: string, text: string])[] {
  if (!file.endsWith('.json')) return [[file, text]];
  const drawings: [string, string][] = [];
  const words = JSON.parse(text, (key, value) => {
    if (typeof value !== 'string' || !value.startsWith('<svg')) return value;
    drawings.push([`${file}/${drawings.length + 1}-${key}.svg`, value]);
    return '';
  });
  return [[file, JSON.stringify(words)], ...drawings];
}

/** The files of a folder that hold words. */
function filesOf(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => formatOf(file) !== undefined);
}

/** Who the place is, as only the private lists say. */
const PRIVATE_NAME = 'Maison du canari';

/** The private lists, beside the data and the texts that the site is built from. */
function addPrivateLists(data: Data): void {
  const links = [...linkDemonstration(), { ...NO_LINK, id_unite: CANARY.id_unite, nom: PRIVATE_NAME }];
  const found = followUp({ ...data, enquete: [...data.enquete, CANARY] }, links);
  mkdirSync(join(folder, 'prive'));
  writeFileSync(join(folder, 'prive/identifiants.csv'), writeLinks(links));
  writeFileSync(join(folder, 'prive/relances.csv'), writeCsv(reminderRecords(found)));
  writeFileSync(join(folder, 'prive/relances.html'), reminderPage(found, { ...data, today: '3003-11-06' }));
}

const NO_LINK = { lieu: null, commune: null, lien: 'hors-annuaire', proches: null } as const;

/** A payee without agreement in the accounts. */
const PAYEE = 'Coopérative du canari';
const PAYEE_DISGUISES = disguisesOf(13_579.24, '€');

/** A place that left the directory: nothing of its row is left, but that the page of its id says so. */
const WITHDRAWN = { nom: 'Refuge du canari', site: 'refuge-7h3q.example', source: 'annuaire-7h3q.example' };
const WITHDRAWN_ROW = `refuge;${WITHDRAWN.nom};Commune A4;ZA004;0,268;-0,5512;exacte;;association;;https://${WITHDRAWN.site}/;Canaris;tiers-lieu;3003-05;https://${WITHDRAWN.source}/;3003-05-12;3003-10-02\r\n`;

/** Its payer has one report more to give, and pays nobody else but expenses. */
function addPayee(): void {
  const file = join(folder, 'data/demonstration/flux/flux-3003.csv');
  const ledger = readFileSync(file, 'utf8').replace(
    ';Action A;Action;22000;Numéraire;Versé;',
    ';Action A;Action;35579,24;Numéraire;Versé;',
  );
  const row = `c001;Action A;Action;${PAYEE};Bénéficiaire;13579,24;Numéraire;Versé;CANARI-7H3Q;;;;73282932000074;non`;
  writeFileSync(file, `${ledger}${row}\r\n`);
}

/** The demonstration's files with one more place, alone in its commune and in its territory. */
async function addCanary(): Promise<void> {
  const folders = { data: join(folder, 'data/demonstration'), content: join(folder, 'content/demonstration') };
  const { data } = await loadObservatory({ ...folders, demonstration: true });
  addPrivateLists(data!);
  addPayee();
  const rows = data!.enquete.filter(({ millesime }) => millesime === CANARY.millesime);
  writeFileSync(join(folders.data, 'enquete/enquete-3003.csv'), writeSurvey([...rows, CANARY], 2026));
  appendFileSync(join(folders.data, 'territoires/communes.csv'), `${COMMUNE.code};${COMMUNE.nom};T5;;;4321;0;0\r\n`);
  appendFileSync(join(folders.data, 'lieux/lieux.csv'), WITHDRAWN_ROW);
  // The new territory takes the outline of the last one: no map is judged here.
  const file = join(folders.data, 'territoires/contours.topojson');
  const outlines = JSON.parse(readFileSync(file, 'utf8'));
  const { geometries } = outlines.objects.territoires;
  geometries.push({ ...geometries.at(-1), properties: { ...geometries.at(-1).properties, code: 'T5' } });
  writeFileSync(file, JSON.stringify(outlines));
  const settings = join(folders.content, 'observatoire.yaml');
  const { id, nom, type } = TERRITORY;
  const territory = `  - { id: ${id}, nom: ${nom}, type: ${type}, code: T5 }\n`;
  writeFileSync(settings, readFileSync(settings, 'utf8').replace('\nvilles:', `${territory}\nvilles:`));
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'observatoire-canari-'));
  for (const part of ['data', 'content']) cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  await addCanary();
  const environment = { OBSERVATOIRE_DATA: join(folder, 'data'), OBSERVATOIRE_CONTENT: join(folder, 'content') };
  code = await build({ outDir: join(folder, 'dist'), publication: false, environment, say: () => {} });
  await buildPrinted(printed.canary, environment, printBook);
  await buildPrinted(printed.usual, {});
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('un lieu reconnaissable entre tous, dans un vrai site', () => {
  const built = () => filesOf(join(folder, 'dist'));
  const textOf = (file: string) => usual.textOf(join(folder, 'dist', file));
  const secretTexts = new Set([
    ...[CANARY.id_unite, PAYEE, 'CANARI-7H3Q', '73282932000074'],
    ...Object.values(WITHDRAWN),
  ]);
  const secretNumbers = new Set([...DISGUISES, ...PAYEE_DISGUISES]);
  const rules: Rules = { numbers: 'any', exceptions: FICTIONAL, secretTexts, secretNumbers };

  /** The usual site's file of that name; of what the search engine shows of a page, the one about the same page. */
  function twinOf(text: string, file: string): string | undefined {
    if (!file.endsWith('.pf_fragment')) return usual.files.find((other) => other === file);
    const urlOf = (read: string) => JSON.parse(read).url;
    return usual.files.find((other) => other.endsWith('.pf_fragment') && urlOf(usual.read(other)) === urlOf(text));
  }

  /** The place's values in a file; those that the usual site has in that file are another's. */
  function found(text: string, file: string): readonly string[] {
    const same = twinOf(text, file);
    return leaksBeside(text, file, same && usual.read(same));
  }

  function leaksBeside(text: string, file: string, twin: string | undefined): readonly string[] {
    const leaksIn = (read: string) => inspectArtefact(read, formatOf(file)!, rules);
    const known = new Set(twin === undefined ? [] : leaksIn(twin).map(({ found }) => found));
    return leaksIn(text).flatMap(({ found, place, context }) =>
      known.has(found) ? [] : [`${file}, ${place} : ${context}`],
    );
  }

  test('le site se construit, et compte le lieu', () => {
    expect(code).toBe(0);
    expect(readFileSync(join(folder, 'dist/demonstration/lieux/index.html'), 'utf8')).not.toContain(COMMUNE.nom);
    expect(readFileSync(join(folder, 'dist/demonstration/graphiques/enquete-carte.csv'), 'utf8')).toContain(
      TERRITORY.nom,
    );
  });

  test('le bénéficiaire sans accord pèse dans les comptes ouverts, avec les plus petites dépenses de son payeur', () => {
    const csv = readFileSync(join(folder, 'dist/demonstration/donnees/flux-3003.csv'), 'utf8');
    expect(csv).toContain(
      ';Action A;Action;Autres bénéficiaires et dépenses;Bénéficiaire;49079,24;Numéraire;Versé;;;;;;',
    );
  });

  test('aucun fichier ne porte ses valeurs, ni telles quelles ni arrondies', () => {
    const files = built();
    expect(files.length).toBeGreaterThan(300);
    expect(files.flatMap((file) => found(textOf(file), file))).toEqual([]);
  });

  test('ni ce que montre la recherche, ni la liste des communes, ni le livre : ils sont de ces fichiers', () => {
    const files = built();
    const search = 'demonstration/rechercher/pagefind/fragment/';
    const fragments = files.filter((file) => file.startsWith(search)).map((file) => textOf(file));
    for (const page of ['/demonstration/portrait/territoire-5/', '/demonstration/graphiques/enquete-carte/'])
      expect(fragments.filter((text) => JSON.parse(text).url === page)).toHaveLength(1);
    expect(textOf('demonstration/pres-de-chez-moi/communes.json')).toContain(COMMUNE.nom);
    expect(files).toContain('demonstration/editions/3003/livre/index.html');
  });

  test('aucune page à imprimer ne les porte', () => {
    const { usual: before, canary: after } = printed;
    const pages = [...after.keys()].join(' ');
    for (const page of [`livret/${TERRITORY.id}/`, 'affiche/', 'editions/3003/livre/a4/', 'editions/3003/livre/a5/'])
      expect(pages).toContain(`demonstration/${page}`);
    expect([...after].flatMap(([file, text]) => leaksBeside(text, file, before.get(file)))).toEqual([]);
  });

  test('le texte du livre imprimé ne dit rien de lui ; une page qui le trahit est trouvée, à sa place', async () => {
    const folders = { data: join(folder, 'data/demonstration'), content: join(folder, 'content/demonstration') };
    const { data } = await loadObservatory({ ...folders, demonstration: true });
    const own = secretsOf(data!, viewObservatory(data!, { demonstrationIsBuilt: true }));
    const exact = ['13579.24€', '13579€'];
    const { wrong } = checkSecrecy(book, {
      secretTexts: new Set([...own.secretTexts, ...secretTexts]),
      secretNumbers: new Set([...own.secretNumbers, ...exact]),
      contacts: own.contacts,
    });
    expect(book.length).toBeGreaterThan(60);
    const told = wrong.map((one) => one.replaceAll(/[\u00a0\u202f]/g, ' ').replace(/, dans «.*/s, ''));
    expect(told.toSorted()).toEqual([
      `page ${book.length} : adresse électronique « lieu.a@example.org »`,
      `page ${book.length} : nombre secret « 87 654,30 € »`,
      `page ${book.length} : texte secret « ${CANARY.id_unite} »`,
      `page ${book.length} : téléphone « 01 99 00 12 34 »`,
    ]);
  });

  test('d’un lieu retiré ne reste que l’avis, à son adresse', () => {
    const notice = textOf('demonstration/lieux/refuge/index.html');
    expect(notice).toContain('Fiche retirée');
    // Not even the notice says who it was.
    expect(built().filter((file) => /refuge/i.test(textOf(file)))).toEqual([]);
    expect([...printed.canary].filter(([, text]) => /refuge/i.test(text)).map(([file]) => file)).toEqual([]);
  });

  test('rien des listes privées n’y est : ni leurs fichiers, ni le nom qu’elles donnent, ni leurs mots', () => {
    expect(readFileSync(join(folder, 'prive/relances.html'), 'utf8')).toContain(PRIVATE_NAME);
    const all = readdirSync(join(folder, 'dist'), { recursive: true, encoding: 'utf8' });
    expect(all.filter((file) => /relances|identifiants|prive/.test(file))).toEqual([]);
    const words = [PRIVATE_NAME, STATUSES.non, STATUSES.inconnu, 'ne pas publier'];
    const naming = built().filter((file) => {
      const text = textOf(file);
      return words.some((word) => text.includes(word));
    });
    expect(naming).toEqual([]);
  });

  test('une seule d’elles, dans un attribut, serait trouvée', () => {
    const file = 'demonstration/graphiques/enquete-ressources.svg';
    const svg = readFileSync(join(folder, 'dist', file), 'utf8').replace(
      'data-mark="',
      'data-secret="8\u202f765\u202f432,10\u00a0€" data-mark="',
    );
    expect(found(svg, file)).toEqual([`${file}, g@data-secret : 8\u202f765\u202f432,10\u00a0€`]);
  });
});
