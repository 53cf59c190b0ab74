import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { loadObservatory } from '../../src/datasets/load.ts';
import { describeFaults } from '../../src/report/terminal.ts';
import { plain } from '../plain.ts';

/** A small observatory without fault, by path; tests change what they break. */
export const SOUND: Readonly<Record<string, string>> = {
  'content/observatoire.yaml': `nom: Observatoire d’essai
region: { id: essai, nom: Essai, en: à Essai, de: d’Essai }
reseau: { nom: Réseau d’essai }
mentions: { editeur: null }
secret: { unitesMinimum: 3, partMaximale: 0.85 }
effectifMinimum: 20
partition: pays
communes: territoires/communes.csv
territoires:
  - { id: pays-1, nom: Pays 1, type: pays, code: P1 }
  - { id: cercle-1, nom: Cercle 1, type: cercle }
contribuer: { texte: Écrivez-nous. }
`,
  'data/territoires/communes.csv': 'code;nom;departement\n99001;Saint-Un;P1\n99002;Deux;P1\n',
  'data/datapackage.json': JSON.stringify(
    {
      name: 'essai',
      title: 'Essai',
      resources: [describeFile('lieux', 'lieux/lieux.csv'), describeFile('reperes', 'reperes/reperes.csv')],
    },
    null,
    2,
  ),
  'data/lieux/lieux.csv': lieux('a;Un;St Un;99001;;;;;;cercle-1;;;tiers-lieu;;https://exemple.fr;'),
  'data/reperes/reperes.csv': `id;serie;rang;modalite;libelle;territoire;millesime;valeur;unite;precision;statut;champ;base;base_precision;source;url;reference;note
total;total;1;;Lieux;région;2023;12;lieux;exact;constaté;tous;;;Essai;https://exemple.fr;;
`,
};

/** A directory of the given records. */
export function lieux(...records: string[]): string {
  const header =
    'id;nom;commune;code_insee;latitude;longitude;position;types;forme_juridique;cercle;site_web;activite_citee;cite_comme;cite_le;source;verifie_le;retire_le';
  // No test of the loader is about withdrawals: the last cell is empty.
  return `${[header, ...records.map((record) => `${record};`)].join('\n')}\n`;
}

/** An entry of datapackage.json. */
export function describeFile(name: string, path: string) {
  return {
    name,
    title: name,
    path,
    sources: [{ title: 'Essai' }],
    licenses: [{ name: 'etalab-2.0' }],
    date: '2026',
    base: 'essai',
    univers: null,
    exhaustif: false,
    access: name.startsWith('enquete') ? 'aggregates' : 'public',
    statut: 'essai',
    declaratif: false,
  };
}

/** Loads the sound observatory with some files replaced, or left out (null); paths are told relative to its folder, spaces plain. */
export async function loadWith(changes: Readonly<Record<string, string | Uint8Array | null>>) {
  const folder = mkdtempSync(join(tmpdir(), 'observatoire-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [path, content] of Object.entries({ ...SOUND, ...changes })) {
    if (content === null) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const { data, faults } = await loadObservatory({
    data: join(folder, 'data'),
    content: join(folder, 'content'),
    demonstration: false,
  });
  const told = plain(describeFaults(faults).replaceAll(`${folder}/`, ''));
  return { data, faults, told };
}
