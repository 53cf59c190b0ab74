import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Comparison, compareObservatory } from '../../src/publication/compare.ts';
import { openSide } from '../../src/publication/side.ts';
import { writeText } from '../../src/publication/write-text.ts';
import { lieux, SOUND } from '../datasets/folders.ts';

/** The files of an observatory, by path. */
export type Files = Readonly<Record<string, string>>;

const HEADER =
  'id;serie;rang;modalite;libelle;territoire;millesime;valeur;unite;precision;statut;champ;base;base_precision;source;url;reference;note';

/** A published count of places of the region. */
export function repere(id: string, valeur: number, given: { champ?: string; libelle?: string; unite?: string } = {}) {
  const { champ = 'lieux recensés', libelle = `Comptage ${id}`, unite = 'lieux' } = given;
  return `${id};nombre-de-lieux;1;;${libelle};région;2023;${valeur};${unite};exact;constaté;${champ};;;Source A;https://example.org/a;;`;
}

/** The file of published numbers. */
export function reperes(...rows: readonly string[]): string {
  return `${[HEADER, ...rows].join('\n')}\n`;
}

/** A place of the directory. */
export function lieu(id: string, nom: string): string {
  return `${id};${nom};Commune A1;ZA001;;;;;;;;;tiers-lieu;;https://example.org/lieux;`;
}

const demonstration = (file: string) =>
  readFileSync(join(import.meta.dirname, '../../data/demonstration/territoires', file), 'utf8');

const TERRITORIES = [1, 2, 3, 4].map(
  (at) => `  - { id: territoire-${at}, nom: Territoire ${at}, type: departement, code: T${at} }`,
);

/** An observatory with two counts, two places, a text that quotes a count and a chapter. */
export const SMALL: Files = {
  ...(SOUND as Files),
  'content/observatoire.yaml':
    `${SOUND['content/observatoire.yaml']}contours: territoires/contours.topojson\nprojection: plan\n`
      .replace('partition: pays', 'partition: departement')
      .replace(/territoires:\n(?: {2}-.*\n)+/, `territoires:\n${TERRITORIES.join('\n')}\n`),
  'data/territoires/communes.csv': demonstration('communes.csv'),
  'data/territoires/contours.topojson': demonstration('contours.topojson'),
  'data/lieux/lieux.csv': lieux(lieu('lieu-a', 'Lieu A'), lieu('lieu-b', 'Lieu B')),
  'data/reperes/reperes.csv': reperes(repere('un', 100), repere('deux', 300)),
  'content/pages/methode.mdx': '---\ntitle: Méthode\n---\n\nUn comptage donne <Value id="reperes/un" />.\n',
  'content/portrait/combien.mdx': '---\ntitle: Combien\n---\n\nUn texte.\n',
};

/** Writes files to a folder that leaves with the test. */
export function writeFiles(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'observatoire-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  addFiles(folder, files);
  return folder;
}

/** Writes files into a folder. */
export function addFiles(folder: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Compares the small observatory with itself, each side with some files of its own. */
export async function compareSmall(
  before: Files,
  after: Files,
  { isInternal = false }: { readonly isInternal?: boolean } = {},
): Promise<Comparison> {
  const [old, now] = await Promise.all(
    [before, after].map(async (changes) => {
      const folder = writeFiles({ ...SMALL, ...changes });
      const folders = { data: join(folder, 'data'), content: join(folder, 'content'), demonstration: false };
      const { side, kept, faults } = await openSide(folders, { demonstrationIsBuilt: false });
      if (!side) throw new Error(JSON.stringify(faults));
      return { side, kept };
    }),
  );
  const pair = { before: old!.side, after: now!.side, kept: [old!.kept, now!.kept] as const };
  const observatory = compareObservatory(pair, { bases: ['/', '/'], isInternal });
  return { reference: 'HEAD', observatories: [observatory], notes: [] };
}

/** The comparison as the terminal shows it, with plain spaces, each paragraph on one line. */
export function told(comparison: Comparison): string {
  return writeText(comparison)
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/\n {4,}(?!avant|après)/g, ' ');
}
