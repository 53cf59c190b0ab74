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
import { writeCsv } from '../../src/csv/write.ts';
import type { Data } from '../../src/datasets/data.ts';
import { loadObservatory } from '../../src/datasets/load.ts';
import { followUp, STATUSES } from '../../src/reminders/follow-up.ts';
import { writeLinks } from '../../src/reminders/links.ts';
import { reminderPage } from '../../src/reminders/reminder-page.ts';
import { reminderRecords } from '../../src/reminders/reminder-records.ts';
import { disguisesOf } from '../../src/secrecy/disguises.ts';
import { inspectArtefact } from '../../src/secrecy/inspect-artefact.ts';
import type { Format } from '../../src/secrecy/read-artefact.ts';
import { CANARY, COMMUNE, DISGUISES, TERRITORY } from '../secrecy/canary.ts';
import { EXCEPTIONS } from './artefact-exceptions.ts';
import * as usual from './dist.ts';

const ROOT = join(import.meta.dirname, '../..');
const FORMATS: Readonly<Record<string, Format>> = {
  html: 'html',
  svg: 'svg',
  csv: 'csv',
  json: 'json',
  xml: 'xml',
  pf_fragment: 'json',
};

let folder: string;
let code: number;

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
  appendFileSync(join(folders.data, 'territoires/communes.csv'), `${COMMUNE.code};${COMMUNE.nom};T5;4321;0;0\n`);
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
  code = await build({
    outDir: join(folder, 'dist'),
    publication: false,
    environment: { OBSERVATOIRE_DATA: join(folder, 'data'), OBSERVATOIRE_CONTENT: join(folder, 'content') },
    say: () => {},
  });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('un lieu reconnaissable entre tous, dans un vrai site', () => {
  const built = () =>
    readdirSync(join(folder, 'dist'), { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => file.split('.').at(-1)! in FORMATS);
  const formatOf = (file: string) => FORMATS[file.split('.').at(-1)!]!;
  const secretTexts = new Set([CANARY.id_unite, PAYEE, 'CANARI-7H3Q', '73282932000074']);
  const secrets = { numbers: new Set<string>(), exceptions: EXCEPTIONS, secretTexts };
  const secretNumbers = new Set([...DISGUISES, ...PAYEE_DISGUISES]);

  /** The usual site's file of that name; of what the search engine shows of a page, the one about the same page. */
  function twinOf(text: string, file: string): string | undefined {
    if (!file.endsWith('.pf_fragment')) return usual.files.find((other) => other === file);
    const urlOf = (read: string) => JSON.parse(read).url;
    return usual.files.find((other) => other.endsWith('.pf_fragment') && urlOf(usual.read(other)) === urlOf(text));
  }

  /** The place's values in a file; those that the usual site has in that file are another's. */
  function found(text: string, file: string): readonly string[] {
    const leaksIn = (read: string) =>
      inspectArtefact(read, formatOf(file), { ...secrets, secretNumbers }).filter(({ kind }) => kind !== 'nombre');
    const same = twinOf(text, file);
    const known = new Set(same ? leaksIn(usual.read(same)).map(({ found }) => found) : []);
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
    expect(files.flatMap((file) => found(usual.textOf(join(folder, 'dist', file)), file))).toEqual([]);
  });

  test('rien des listes privées n’y est : ni leurs fichiers, ni le nom qu’elles donnent, ni leurs mots', () => {
    expect(readFileSync(join(folder, 'prive/relances.html'), 'utf8')).toContain(PRIVATE_NAME);
    const all = readdirSync(join(folder, 'dist'), { recursive: true, encoding: 'utf8' });
    expect(all.filter((file) => /relances|identifiants|prive/.test(file))).toEqual([]);
    const words = [PRIVATE_NAME, STATUSES.non, STATUSES.inconnu, 'ne pas publier'];
    const naming = built().filter((file) => {
      const text = usual.textOf(join(folder, 'dist', file));
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
